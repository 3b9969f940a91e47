/* SPDX-License-Identifier: MIT
 * str, arena, buf, map: the ground that everything stands on */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "base/fill.h"
#include "base/map.h"

static void cutting_gives_every_part_and_ends(void **state)
{
	(void)state;
	struct str rest = STR("a,,b");
	assert_true(str_eqz(str_cut(&rest, ','), "a"));
	assert_true(str_eqz(str_cut(&rest, ','), ""));
	assert_true(str_eqz(str_cut(&rest, ','), "b"));
	assert_null(rest.p);
	rest = STR("x,");
	str_cut(&rest, ',');
	assert_non_null(rest.p);
	assert_int_equal(str_cut(&rest, ',').n, 0);
	assert_null(rest.p);
}

static void lines_end_in_lf_or_crlf(void **state)
{
	(void)state;
	struct str rest = STR("một\r\nhai\n");
	assert_true(str_eqz(str_cut_line(&rest), "một"));
	assert_true(str_eqz(str_cut_line(&rest), "hai"));
	assert_int_equal(str_cut_line(&rest).n, 0);
	assert_null(rest.p);
}

static void fill(struct buf *out, const char *pattern, size_t count)
{
	static const struct str values[] = {{"một", 5}, {"", 0}, {0}};
	buf_reset(out);
	bool is_whole = fill_put(out, str_from(pattern), values, count);
	buf_putz(out, is_whole ? "" : " (lacks one)");
}

static void only_known_braces_are_filled(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"{1}, {2}.", "một, ."},
		{"{1}{1}", "mộtmột"},
		{"", ""},
		{"{3}", " (lacks one)"},
		{"{0} {4} {} {12} {x}", "{0} {4} {} {12} {x}"},
		{"{{1}} {a {1} } {1", "{một} {a một } {1"},
		{"} {1", "} {1"},
		{"{{t.key}}", "{{t.key}}"},
	};
	struct buf out = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fill(&out, cases[i][0], 3);
		assert_string_equal(buf_str(&out).p, cases[i][1]);
	}
	fill(&out, "{3}", 2);
	assert_string_equal(buf_str(&out).p, "{3}");
	buf_release(&out);
}

static void finding_stops_at_the_end(void **state)
{
	(void)state;
	struct str s = STR("abcabd");
	assert_int_equal(str_find(s, STR("abd"), 0), 3);
	assert_int_equal(str_find(s, STR("abd"), 4), 6);
	assert_int_equal(str_find(s, STR("abcabde"), 0), 6);
	assert_int_equal(str_find(STR(""), STR("a"), 0), 0);
	assert_int_equal(str_find_byte(s, 'd', 0), 5);
	assert_int_equal(str_find_byte(s, 'x', 0), 6);
}

static void trimming_and_slicing_stay_inside(void **state)
{
	(void)state;
	assert_true(str_eqz(str_trim(STR(" \t a b \n")), "a b"));
	assert_true(str_blank(STR(" \r\n")));
	assert_true(str_blank((struct str){0}));
	assert_int_equal(str_slice(STR("abc"), 2, 9).n, 1);
	assert_int_equal(str_slice(STR("abc"), 7, 9).n, 0);
	assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
	assert_true(str_cmp(STR("b"), STR("abc")) > 0);
}

static void distance_counts_edits_and_gives_up(void **state)
{
	(void)state;
	assert_int_equal(str_distance(STR("fees"), STR("fees"), 2), 0);
	assert_int_equal(str_distance(STR("fese"), STR("fees"), 2), 1); /* a swap */
	assert_int_equal(str_distance(STR("fee"), STR("fees"), 2), 1);
	assert_int_equal(str_distance(STR("abcd"), STR("fees"), 2), SIZE_MAX);
	char long_name[400];
	memset(long_name, 'a', sizeof long_name);
	assert_int_equal(str_distance((struct str){long_name, 400}, STR("a"), 1000), SIZE_MAX);
}

static void an_arena_gives_zeros_of_any_size(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t size = 0; size < 300000; size = size * 2 + 1) {
		unsigned char *p = arena_alloc(&a, size);
		assert_int_equal((size_t)p % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 255, size);
	}
	arena_reset(&a);
	assert_int_equal(*(char *)arena_alloc(&a, 1), 0);
	assert_string_equal(arena_printf(&a, "%d-%s", 7, "bảy").p, "7-bảy");
	arena_release(&a);
}

static void growing_keeps_what_was_there(void **state)
{
	(void)state;
	struct arena a = {0};
	int *v = NULL;
	size_t cap = 0;
	for (int i = 0; i < 1000; i++) {
		v = arena_grow(&a, v, (size_t)i, &cap, sizeof *v);
		v[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v[i], i);
	arena_release(&a);
}

static void a_buffer_stops_at_its_maximum(void **state)
{
	(void)state;
	struct buf b = {.max = 10};
	buf_putz(&b, "12345");
	buf_putz(&b, "678901");
	assert_true(b.full);
	assert_int_equal(b.len, 5);
	buf_putz(&b, "6"); /* nothing more, though it would fit: a hole would be worse */
	assert_string_equal(buf_str(&b).p, "12345");
	buf_reset(&b);
	buf_printf(&b, "%s", "1234567890");
	assert_false(b.full);
	assert_int_equal(b.len, 10);
	buf_release(&b);
	assert_string_equal(buf_str(&b).p, "");
}

static void a_map_keeps_the_order_of_insertion(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map m = {.arena = &a};
	static int values[500];
	for (int i = 0; i < 500; i++)
		map_put(&m, arena_printf(&a, "key%d", i), &values[i]);
	map_put(&m, STR("key7"), &values[0]);
	assert_int_equal(m.count, 500);
	assert_ptr_equal(map_get(&m, STR("key499")), &values[499]);
	assert_ptr_equal(map_get(&m, STR("key7")), &values[0]);
	assert_null(map_get(&m, STR("key500")));
	for (int i = 0; i < 500; i++)
		assert_true(str_eq(m.entries[i].key, arena_printf(&a, "key%d", i)));
	arena_release(&a);
}

static void the_nearest_key_is_offered_when_near(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map m = {.arena = &a};
	map_put(&m, STR("amount_vnd"), &a);
	map_put(&m, STR("position"), &a);
	assert_true(str_eqz(map_nearest(&m, STR("amont_vnd")), "amount_vnd"));
	assert_true(str_eqz(map_nearest(&m, STR("position")), "position"));
	assert_null(map_nearest(&m, STR("lệ phí")).p);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cutting_gives_every_part_and_ends),
		cmocka_unit_test(lines_end_in_lf_or_crlf),
		cmocka_unit_test(only_known_braces_are_filled),
		cmocka_unit_test(finding_stops_at_the_end),
		cmocka_unit_test(trimming_and_slicing_stay_inside),
		cmocka_unit_test(distance_counts_edits_and_gives_up),
		cmocka_unit_test(an_arena_gives_zeros_of_any_size),
		cmocka_unit_test(growing_keeps_what_was_there),
		cmocka_unit_test(a_buffer_stops_at_its_maximum),
		cmocka_unit_test(a_map_keeps_the_order_of_insertion),
		cmocka_unit_test(the_nearest_key_is_offered_when_near),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
