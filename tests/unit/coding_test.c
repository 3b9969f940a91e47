/* SPDX-License-Identifier: MIT
 * coding: what the bytes of a file are taken for and how they read (tests/golden/coding, a file
 * of bytes each); syllables */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fmt/coding.h"
#include "fmt/syllable.h"
#include "golden.h"

static void put_guess(struct buf *out, const struct coding_guess *g, struct str bytes)
{
	static const char *const why[] = {"by its mark", "by its bytes", "by its words", "unsure"};
	buf_printf(out, "%s, %s\n", coding_name(g->coding), why[g->why]);
	for (size_t i = 0; i < g->count && g->ranked[i].fit; i++) {
		const struct coding_score *s = &g->ranked[i];
		buf_printf(out, "  %s %zu of %zu, %d %%: ", coding_name(s->coding), s->fit,
		           s->words, coding_percent(s));
		coding_put_sample(out, bytes, s->coding, 40);
		buf_putc(out, '\n');
	}
}

static void read_it(struct str in, struct str name, struct buf *out)
{
	(void)name;
	struct diag d = {.lang = DIAG_EN};
	struct coding_guess g = coding_guess(in);
	put_guess(out, &g, in);
	int status = g.why == CODING_UNSURE ? -1
	                                    : coding_read(out, in, g.coding, STR("x"), &d);
	if (status < 0)
		buf_putz(out, "(not read)\n");
	for (size_t i = 0; i < d.count; i++)
		buf_printf(out, "%d: %.*s [%.*s]\n", d.messages[i].at.line,
		           STR_ARG(d.messages[i].text), STR_ARG(d.messages[i].id));
	diag_release(&d);
}

static void bytes_become_text(void **state)
{
	(void)state;
	assert_int_equal(golden_run("coding", read_it, 18), 0);
}

static void knows_syllables(void **state)
{
	(void)state;
	static const char *const right[] = {"nghiêng", "giếng", "gì",  "Quyết", "HOÀ", "hòa", "Đắp",
	                                    "ươm",     "yếu",   "Ủy", "khuỷu", "thuở", "quốc",
	                                    "giữ"};
	static const char *const wrong[] = {"",     "ngh",  "m¸y", "cẳt", "hoàá", "TPHồ",
	                                    "x·",   "đăt",  "phi1", "ươ", "QĐ",  "bở̂"};
	for (size_t i = 0; i < countof(right); i++)
		if (!syllable_is_vietnamese(str_from(right[i])))
			fail_msg("%s", right[i]);
	for (size_t i = 0; i < countof(wrong); i++)
		if (syllable_is_vietnamese(str_from(wrong[i])))
			fail_msg("%s", wrong[i]);
}

static void finds_names(void **state)
{
	(void)state;
	enum coding c = CODING_UTF8;
	assert_true(coding_find(STR("TCVN3"), &c) && c == CODING_TCVN3);
	assert_true(coding_find(STR("windows-1258"), &c) && c == CODING_WINDOWS_1258);
	assert_false(coding_find(STR("windows-1252"), &c) || coding_find(STR(""), &c));
}

/* A coding given that is not the right one ends before it has said the same a million times. */
static void stops_when_most_is_wrong(void **state)
{
	(void)state;
	struct diag d = {0};
	struct buf in = {0}, out = {0};
	for (int i = 0; i < 5000; i++)
		buf_putz(&in, "x\xFF\n");
	assert_int_equal(coding_read(&out, buf_str(&in), CODING_VNI, STR("x"), &d), -1);
	assert_true(str_eqz(d.messages[d.count - 1].id, "I047"));
	assert_true(d.count < 300);
	buf_release(&in);
	buf_release(&out);
	diag_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(bytes_become_text),
	                                   cmocka_unit_test(knows_syllables),
	                                   cmocka_unit_test(finds_names),
	                                   cmocka_unit_test(stops_when_most_is_wrong)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
