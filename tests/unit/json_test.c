/* SPDX-License-Identifier: MIT
 * json: what is JSON and where it stops being so */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fmt/json.h"

static void accepts(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"0", "-0.5e+10", " [ ] ", "{}", "\"\"", "\"\\u00e0\\n\\\"\"",
		"null", "true", "false",
		"[1,[2,{\"a\":[]}],\"x\"]", "{\"a\":1,\"b\":{\"c\":null}}", "1E5", "\"\x7F\"",
	};
	for (size_t i = 0; i < countof(texts); i++) {
		size_t bad;
		if (!json_is_valid(str_from(texts[i]), &bad))
			fail_msg("%s: refused at %zu", texts[i], bad);
	}
}

static void refuses_with_the_place(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t at;
	} cases[] = {
		{"", 0}, {"[1,]", 3}, {"{\"a\":}", 5}, {"{a:1}", 1}, {"[1", 2}, {"01", 1},
		{"1.", 2}, {".5", 0}, {"+1", 0}, {"1e", 2}, {"'a'", 0}, {"\"a\nb\"", 2},
		{"\"\\x\"", 2}, {"\"\\u12g4\"", 5}, {"tru", 0}, {"nulll", 4}, {"1 2", 2},
		{"[1}", 2}, {"{\"a\" 1}", 5}, {"NaN", 0}, {"\"", 1}, {"[//\n1]", 1},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		size_t bad = 99;
		assert_false(json_is_valid(str_from(cases[i].text), &bad));
		if (bad != cases[i].at)
			fail_msg("%s: stops at %zu, not %zu", cases[i].text, bad, cases[i].at);
	}
	size_t bad;
	assert_false(json_is_valid(STR("\"a\0\""), &bad));
}

static void deep(struct buf *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_putc(out, '[');
	for (int i = 0; i < depth; i++)
		buf_putc(out, ']');
}

static void nests_so_far(void **state)
{
	(void)state;
	struct buf fine = {0}, not = {0};
	size_t bad;
	deep(&fine, LIMIT_DEPTH);
	deep(&not, 100000);
	assert_true(json_is_valid(buf_str(&fine), &bad));
	assert_false(json_is_valid(buf_str(&not), &bad));
	buf_release(&fine);
	buf_release(&not);
}

static void writes_strings(void **state)
{
	(void)state;
	struct buf out = {0};
	size_t bad;
	json_put_string(&out, STR("Đ\"\\\n\x01/"));
	assert_string_equal(buf_str(&out).p, "\"Đ\\\"\\\\\\u000a\\u0001/\"");
	assert_true(json_is_valid(buf_str(&out), &bad));
	buf_release(&out);
}

static void finds_members(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key, *from; /* NULL: not there */
	} cases[] = {
		{"{\"a\": 1, \"b\": [2]}", "a", "1, \"b\": [2]}"},
		{"{\"a\": 1, \"b\": [2]}", "b", "[2]}"},
		{" {\n\"a\" :\n\"x\" }", "a", "\"x\" }"},
		{"{\"a\": {\"b\": 1}, \"b\": 2}", "b", "2}"},
		{"{\"x\": \"\\\"b\\\": 1\", \"b\": 2}", "b", "2}"},
		{"{\"b\": 1, \"b\": 2}", "b", "1, \"b\": 2}"},
		{"{\"ab\": 1}", "a", NULL},
		{"{\"a\": {\"b\": 1}}", "b", NULL},
		{"{}", "a", NULL},
		{"[\"a\"]", "a", NULL},
		{"\"a\"", "a", NULL},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str text = str_from(cases[i].text);
		size_t at = json_find_member(text, str_from(cases[i].key));
		struct str rest = str_slice(text, at, text.n);
		if (cases[i].from ? !str_eqz(rest, cases[i].from) : at != text.n)
			fail_msg("%s of %s: %zu", cases[i].key, cases[i].text, at);
	}
}

static void finds_what_ends_a_text(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t at;
	} cases[] = {
		{"[\"a\\u0000b\"]", 3}, {"\"\\\\\\u0000\"", 3},
		{"\"\\\\u0000\"", 9}, {"\"\\u00001\"", 1},
		{"\"\\u0001\"", 8}, {"\"\\\"\"", 4}, {"\\", 1}, {"", 0},
	};
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(json_find_nul(str_from(cases[i].text)), cases[i].at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts), cmocka_unit_test(refuses_with_the_place),
		cmocka_unit_test(nests_so_far), cmocka_unit_test(writes_strings),
		cmocka_unit_test(finds_members), cmocka_unit_test(finds_what_ends_a_text),
	};
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
