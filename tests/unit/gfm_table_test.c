/* SPDX-License-Identifier: MIT
 * Pipe tables: the GFM specification's own examples, and what they leave open */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "fmt/md.h"
#include "md_spec.h"

static struct spec spec;

static void gives(const char *source, const char *html)
{
	struct buf out = {0};
	struct diag d = {0};
	struct md_options o = {.mode = MD_GFM};
	assert_int_equal(md_render(&o, str_from(source), &out, &d), 0);
	assert_string_equal(buf_str(&out).p, html);
	buf_release(&out);
	diag_release(&d);
}

#define HEAD(cells) "<table>\n<thead>\n<tr>\n" cells "</tr>\n</thead>\n"
#define ROW(cells) "<tr>\n" cells "</tr>\n"
#define BODY(rows) "<tbody>\n" rows "</tbody>\n"
#define END "</table>\n"
#define TH(x) "<th>" x "</th>\n"
#define TD(x) "<td>" x "</td>\n"

static void the_examples_of_the_specification_pass(void **state)
{
	(void)state;
	int seen = 0;
	for (size_t i = 0; i < spec.count; i++) {
		const struct spec_example *e = &spec.examples[i];
		if (!str_eqz(e->words, "table"))
			continue;
		assert_true(str_starts(e->section, STR("Tables")));
		gives(e->source.p, e->html.p);
		seen++;
	}
	assert_true(seen >= 8);
}

static void paragraphs_above_stay_paragraphs(void **state)
{
	(void)state;
	gives("one\ntwo\n| a |\n|---|\n| b |\n",
	      "<p>one\ntwo</p>\n" HEAD(TH("a")) BODY(ROW(TD("b"))) END);
	gives("[r]: /u\n| [r] |\n|---|\n", HEAD(TH("<a href=\"/u\">r</a>")) END);
	gives("# a | b\n--|--\n", "<h1>a | b</h1>\n<p>--|--</p>\n");
	gives("a\n---\n", "<h2>a</h2>\n");
	gives("a\n:-:\n", HEAD("<th align=\"center\">a</th>\n") END);
}

static void tables_stand_in_quotes_and_items(void **state)
{
	(void)state;
	gives("> - | a |\n>   |---|\n>   | b |\n>\n> x\n",
	      "<blockquote>\n<ul>\n<li>\n" HEAD(TH("a")) BODY(ROW(TD("b"))) END
	      "</li>\n</ul>\n<p>x</p>\n</blockquote>\n");
	gives("1.\ta | b\n\t--|--\n\tc | d\n",
	      "<ol>\n<li>\n" HEAD(TH("a") TH("b")) BODY(ROW(TD("c") TD("d"))) END "</li>\n</ol>\n");
	gives("- x\n\n  | a |\n  | - |\n  | b |\n- y\n",
	      "<ul>\n<li>\n<p>x</p>\n" HEAD(TH("a")) BODY(ROW(TD("b"))) END
	      "</li>\n<li>\n<p>y</p>\n</li>\n</ul>\n");
}

/* A paragraph goes on over a lazy line, a table does not. */
static void a_lazy_line_is_no_row(void **state)
{
	(void)state;
	gives("> | a |\n> | - |\n> | b |\nc\n",
	      "<blockquote>\n" HEAD(TH("a")) BODY(ROW(TD("b"))) END "</blockquote>\n<p>c</p>\n");
	gives("> | a |\n| - |\n", "<blockquote>\n<p>| a |\n| - |</p>\n</blockquote>\n");
	gives("> x\n| a |\n> | - |\n",
	      "<blockquote>\n<p>x</p>\n" HEAD(TH("a")) END "</blockquote>\n");
	gives("- | a |\n  | - |\nb | c\n- | -\n",
	      "<ul>\n<li>\n" HEAD(TH("a")) END "</li>\n</ul>\n<p>b | c</p>\n"
	      "<ul>\n<li>| -</li>\n</ul>\n");
}

/* These cannot interrupt a paragraph, but end a table. */
static void any_other_block_ends_a_table(void **state)
{
	(void)state;
	gives("| a |\n| - |\n| b |\n---\nx\n",
	      HEAD(TH("a")) BODY(ROW(TD("b"))) END "<hr />\n<p>x</p>\n");
	gives("| a |\n| - |\n===\n", HEAD(TH("a")) BODY(ROW(TD("==="))) END);
	gives("| a |\n| - |\n7. x\n", HEAD(TH("a")) END "<ol start=\"7\">\n<li>x</li>\n</ol>\n");
	gives("| a |\n| - |\n    x\n", HEAD(TH("a")) END "<pre><code>x\n</code></pre>\n");
	gives("| a |\n| - |\n<i>\nx\n", HEAD(TH("a")) END "<i>\nx\n");
	gives("| a |\n| - |\n-\n", HEAD(TH("a")) END "<ul>\n<li></li>\n</ul>\n");
	gives("| a |\n| - |\n| b |\n|\n", HEAD(TH("a")) BODY(ROW(TD("b"))) END "<p>|</p>\n");
	gives("| a |\n| - |\n---\n| c |\n| - |\n> x\n| d |\n| - |\n",
	      HEAD(TH("a")) END "<hr />\n" HEAD(TH("c")) END
	      "<blockquote>\n<p>x\n| d |\n| - |</p>\n</blockquote>\n");
}

static void cells_hold_inlines_and_nothing_else(void **state)
{
	(void)state;
	gives("| # a | - b | #\n|---|---|---|\n| > c | ``` | 1. |\n",
	      HEAD(TH("# a") TH("- b") TH("#"))
	      BODY(ROW(TD("&gt; c") TD("```") TD("1."))) END);
	gives("| a \\| b | `c \\| d` | \\\\| e |\n|---|---|---|\n",
	      HEAD(TH("a | b") TH("<code>c | d</code>") TH("| e")) END);
	gives("| `a | b` |\n|---|---|\n| *c | d* |\n",
	      HEAD(TH("`a") TH("b`")) BODY(ROW(TD("*c") TD("d*"))) END);
}

static void references_are_those_of_the_document(void **state)
{
	(void)state;
	gives("| [A] | [b][a] |\n|-|-|\n| ![i][a] | [c] |\n\n[a]: /u 'T'\n",
	      HEAD(TH("<a href=\"/u\" title=\"T\">A</a>") TH("<a href=\"/u\" title=\"T\">b</a>"))
	      BODY(ROW(TD("<img src=\"/u\" alt=\"i\" title=\"T\" />") TD("[c]"))) END);
}

static void line_ends_of_all_kinds_count(void **state)
{
	(void)state;
	gives("| a |\r\n| - |\r\n| b |\r\n", HEAD(TH("a")) BODY(ROW(TD("b"))) END);
	gives("| a |\r| - |\r| b |", HEAD(TH("a")) BODY(ROW(TD("b"))) END);
	gives("\xEF\xBB\xBF| a |\n| - |", HEAD(TH("a")) END);
}

#define OWN_TESTS \
	cmocka_unit_test(paragraphs_above_stay_paragraphs), \
	cmocka_unit_test(tables_stand_in_quotes_and_items), \
	cmocka_unit_test(a_lazy_line_is_no_row), \
	cmocka_unit_test(any_other_block_ends_a_table), \
	cmocka_unit_test(cells_hold_inlines_and_nothing_else), \
	cmocka_unit_test(references_are_those_of_the_document), \
	cmocka_unit_test(line_ends_of_all_kinds_count)

int main(void)
{
	const struct CMUnitTest own[] = {OWN_TESTS};
	const struct CMUnitTest all[] = {
		cmocka_unit_test(the_examples_of_the_specification_pass),
		OWN_TESTS
	};
	int failed;
	if (spec_read(&spec, "commonmark/gfm-spec.txt")) {
		failed = cmocka_run_group_tests(all, NULL, NULL);
	} else {
		printf("# SKIP the specification's examples: no commonmark/gfm-spec.txt "
		       "below NIEMYET_DATA\n");
		failed = cmocka_run_group_tests(own, NULL, NULL);
	}
	spec_release(&spec);
	return failed;
}
