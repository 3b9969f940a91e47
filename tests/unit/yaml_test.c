/* SPDX-License-Identifier: MIT
 * yaml: trees with their lines, and everything we do not take */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "fmt/yaml.h"

static void put_tree(struct buf *out, const struct yaml_node *n)
{
	const char *open = n->kind == YAML_MAP ? "{" : "[";
	const char *close = n->kind == YAML_MAP ? "}" : "]";
	if (n->kind == YAML_SCALAR) {
		const char *mark = yaml_is_null(n) ? "~" : n->quoted ? "'" : "";
		buf_printf(out, "%s%.*s@%d", mark, STR_ARG(n->value), n->line);
		return;
	}
	buf_putz(out, open);
	for (size_t i = 0; i < n->count; i++) {
		buf_putz(out, i ? " " : "");
		if (n->items[i].key.p)
			buf_printf(out, "%.*s@%d=", STR_ARG(n->items[i].key), n->items[i].line);
		put_tree(out, n->items[i].node);
	}
	buf_putz(out, close);
}

/* The tree, or the messages as "!C014:2:1". */
static void parse_into(struct buf *out, struct str text)
{
	struct arena a = {0};
	struct diag d = {0};
	struct yaml_node *root = NULL;
	if (yaml_parse(&a, text, STR("site.yml"), 1, &root, &d) == 0) {
		assert_int_equal(d.count, 0);
		put_tree(out, root);
	}
	for (size_t i = 0; i < d.count; i++)
		buf_printf(out, "%s!%.*s:%d:%d", out->len ? " " : "", STR_ARG(d.messages[i].id),
		           d.messages[i].at.line, d.messages[i].at.col);
	arena_release(&a);
	diag_release(&d);
}

static const struct parsing {
	const char *text, *wanted;
} parsings[] = {
	{"", "{}"},
	{"# ghi chú\n", "{}"},
	{"---\n", "{}"},
	{"a: 1\nb: hai ba\n", "{a@1=1@1 b@2=hai ba@2}"},
	{"a: \"x\"\nb: 'y'\nc: |\n  d\n  e\n", "{a@1='x@1 b@2='y@2 c@3='d\ne\n@3}"},
	{"a:\nb: ~\nc: null\nd: \"\"\n", "{a@1=~@1 b@2=~~@2 c@3=~null@3 d@4='@4}"},
	{"a:\n  b: 1\n  c:\n    - x\n    - y: 2\n      z: 3\n",
	 "{a@1={b@2=1@2 c@3=[x@4 {y@5=2@5 z@6=3@6}]}}"},
	{"no: no\n01: 01\n", "{no@1=no@1 01@2=01@2}"},
	{"a: [1, 2]\nb: {c: d}\n", "{a@1=[1@1 2@1] b@2={c@2=d@2}}"},
	{"- a\n- b\n", "[a@1 b@2]"},
	{"tên: Đăng ký\n", "{tên@1=Đăng ký@1}"},
	{"a: 1\r\nb: 2\r\n", "{a@1=1@1 b@2=2@2}"},
	/* what is refused */
	{"a: 1\n\tb: 2\n", "!C010:2:0"},
	{"a:\n\tb: 2\n", "!C010:2:0"},
	{"a:\n  b: 1\n \tc: 2\n", "!C010:3:0"},
	{"title: Thông báo: nghỉ lễ\n", "!C011:1:17"},
	{"a: \"x\nb: 2\n", "!C012:1:4"},
	{"a: 'x\n", "!C012:1:4"},
	{"a: [1, 2\nb: 3\n", "!C012:1:4"},
	{"a: 1\nb\nc: 2\n", "!C013:3:1"},
	{"a: 1\n  b: 2\n", "!C011:2:4"},
	{"a: 1\nb: 2\na: 3\n", "!C014:3:1"},
	{"a: 1\na: 2\na: 3\n", "!C014:2:1 !C014:3:1"},
	{"a:\n  b: 1\n  b: 2\n", "!C014:3:3"},
	{"a: &x 1\nb: *x\n", "!C015:1:4 !C015:2:4"},
	{"a: !!int 1\n", "!C015:1:4"},
	{"a: !x {b: 1}\n", "!C015:1:4"},
	{"a: &x [1]\n", "!C015:1:4"},
	{"a: 1\n---\nb: 2\n", "!C017:2:1"},
	{"? [a]\n: 1\n", "!C018:1:3"},
	{"\"\": 1\n", "!C018:1:1"},
};

static void texts_become_trees_or_messages(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(parsings); i++) {
		struct buf got = {0};
		parse_into(&got, str_from(parsings[i].text));
		assert_string_equal(buf_str(&got).p, parsings[i].wanted);
		buf_release(&got);
	}
}

static void depth_has_a_limit(void **state)
{
	(void)state;
	struct buf text = {0}, got = {0};
	for (int i = 0; i < LIMIT_DEPTH + 1; i++)
		buf_putc(&text, '[');
	for (int i = 0; i < LIMIT_DEPTH + 1; i++)
		buf_putc(&text, ']');
	parse_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "!C016:1:65");
	buf_reset(&got);
	parse_into(&got, str_slice(buf_str(&text), 1, text.len - 1));
	assert_true(got.len > 0 && got.p[0] == '[');
	buf_release(&text);
	buf_release(&got);
}

static void lines_count_from_where_the_text_stands(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {0};
	struct yaml_node *root = NULL;
	assert_int_equal(yaml_parse(&a, STR("title: x\n"), STR("p.md"), 2, &root, &d), 0);
	assert_int_equal(yaml_get(root, STR("title"))->line, 2);
	assert_null(yaml_get(root, STR("kind")));
	assert_null(yaml_get(yaml_get(root, STR("title")), STR("x")));
	assert_int_equal(yaml_parse(&a, STR("a: 'x\n"), STR("p.md"), 2, &root, &d), -1);
	assert_int_equal(d.messages[0].at.line, 2);
	arena_release(&a);
	diag_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_become_trees_or_messages),
		cmocka_unit_test(depth_has_a_limit),
		cmocka_unit_test(lines_count_from_where_the_text_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
