/* SPDX-License-Identifier: MIT
 * diag: messages say where, what and what next, in two languages and two forms */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "base/diag.h"

/* What diag_print writes. */
static struct str printed(struct diag *d, enum diag_format format, struct arena *a)
{
	FILE *f = tmpfile();
	diag_print(d, f, format, false);
	long size = ftell(f);
	rewind(f);
	char *text = arena_alloc(a, (size_t)size + 1);
	assert_int_equal(fread(text, 1, (size_t)size, f), (size_t)size);
	fclose(f);
	return (struct str){text, (size_t)size};
}

static void a_message_says_where_what_and_what_next(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {0};
	struct place at = {STR("data/fees.csv"), 12, 3};
	assert_int_equal(diag_add(&d, DIAG_P001, at, STR("x.csv"), STR("No such file")), -1);
	assert_string_equal(printed(&d, DIAG_TEXT, &a).p,
	                    "data/fees.csv:12:3: lỗi: không đọc được x.csv: No such file [P001]\n"
	                    "    kiểm tra tên tệp và quyền đọc\n");
	diag_reset(&d);
	d.lang = DIAG_EN;
	diag_add(&d, DIAG_P001, NOWHERE, STR("x.csv"), STR("No such file"));
	assert_string_equal(printed(&d, DIAG_TEXT, &a).p,
	                    "error: cannot read x.csv: No such file [P001]\n"
	                    "    check the name and the permission to read\n");
	diag_release(&d);
	arena_release(&a);
}

static void what_data_holds_commands_no_terminal(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {.lang = DIAG_EN};
	struct str hostile = STR("a\033[2J\nb\177\302\233c\342\200\256d\342\201\247 "
	                         "\304\203\342\200\234");
	diag_add(&d, DIAG_P001, ((struct place){.file = STR("x\033y")}), hostile, STR("-"));
	assert_string_equal(printed(&d, DIAG_TEXT, &a).p,
	                    "x\\x1by: error: cannot read a\\x1b[2J b\\x7f\\xc2\\x9bc"
	                    "\\xe2\\x80\\xaed\\xe2\\x81\\xa7 ă“: "
	                    "- [P001]\n    check the name and the permission to read\n");
	diag_release(&d);
	arena_release(&a);
}

static void json_is_one_object_a_line_with_everything_escaped(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {0};
	diag_add_rule(&d, (struct diag_message){
	                      DIAG_WARNING, STR("NY001"), {STR("a\"b"), 2}, STR("x\ny\\"), {0}});
	assert_string_equal(
	    printed(&d, DIAG_JSON, &a).p,
	    "{\"level\":\"warning\",\"id\":\"NY001\",\"file\":\"a\\\"b\",\"line\":2,\"column\":0,"
	    "\"text\":\"x\\u000ay\\\\\",\"hint\":\"\"}\n");
	diag_release(&d);
	arena_release(&a);
}

static void joining_keeps_order_and_counts(void **state)
{
	(void)state;
	struct diag a = {0}, b = {0};
	diag_add_rule(&a, (struct diag_message){DIAG_NOTE, STR("A"), NOWHERE, STR("1"), {0}});
	diag_add_rule(&b, (struct diag_message){DIAG_ERROR, STR("B"), NOWHERE, STR("2"), {0}});
	diag_join(&a, &b);
	diag_release(&b);
	assert_int_equal(a.count, 2);
	assert_true(str_eqz(a.messages[1].text, "2"));
	assert_true(diag_has_errors(&a));
	assert_int_equal(a.by_level[DIAG_NOTE], 1);
	diag_release(&a);
}

static void the_same_mistake_of_many_pages_is_one_message(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map seen = {.arena = &a};
	struct diag all = {0}, page = {0};
	diag_add(&page, DIAG_P001, NOWHERE, STR("x"), STR("y"));
	diag_join_once(&all, &page, &seen);
	diag_join_once(&all, &page, &seen);
	assert_int_equal(all.count, 1);
	diag_add(&page, DIAG_P001, NOWHERE, STR("other"), STR("y"));
	diag_join_once(&all, &page, &seen);
	assert_int_equal(all.count, 2);
	diag_release(&all);
	diag_release(&page);
	arena_release(&a);
}

static void a_flood_of_one_kind_is_counted(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {.lang = DIAG_EN};
	for (int i = 0; i < LIMIT_MESSAGES + 5; i++)
		diag_add(&d, DIAG_P001, NOWHERE, STR("x"), STR("y"));
	diag_add(&d, DIAG_R002, NOWHERE);
	struct str text = printed(&d, DIAG_TEXT, &a);
	assert_true(str_find(text, STR("... and 5 more of the same kind"), 0) < text.n);
	assert_true(str_find(text, STR("[R002]"), 0) < text.n);
	diag_release(&d);
	arena_release(&a);
}

static void the_catalogue_is_whole(void **state)
{
	(void)state;
	for (int i = 0; i < DIAG__COUNT; i++) {
		const struct diag_entry *e = &diag_catalogue[i];
		assert_true(strlen(e->id) == 4);
		assert_true(*e->vi && *e->en);
		assert_true((e->hint_vi == NULL) == (e->hint_en == NULL));
		for (char n = '1'; n <= '4'; n++) { /* both languages name the same things */
			char slot[] = {'{', n, '}', 0};
			assert_true((strstr(e->vi, slot) == NULL) == (strstr(e->en, slot) == NULL));
		}
		if (i > 0 && diag_catalogue[i - 1].id[0] == e->id[0]) /* by number within an area */
			assert_true(strcmp(diag_catalogue[i - 1].id, e->id) < 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_message_says_where_what_and_what_next),
	    cmocka_unit_test(what_data_holds_commands_no_terminal),
	    cmocka_unit_test(json_is_one_object_a_line_with_everything_escaped),
	    cmocka_unit_test(joining_keeps_order_and_counts),
	    cmocka_unit_test(the_same_mistake_of_many_pages_is_one_message),
	    cmocka_unit_test(a_flood_of_one_kind_is_counted),
	    cmocka_unit_test(the_catalogue_is_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
