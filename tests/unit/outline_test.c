/* SPDX-License-Identifier: MIT
 * outline, markup: what a page holds; cases are in tests/golden/outline */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "fmt/markup.h"
#include "fmt/outline.h"
#include "golden.h"

static void put(struct buf *out, const char *name, struct str value)
{
	if (value.p)
		buf_printf(out, "%s: %.*s\n", name, STR_ARG(value));
}

static void put_lists(struct buf *out, const struct outline *o)
{
	for (size_t i = 0; i < o->heading_count; i++) {
		const struct outline_heading *h = &o->headings[i];
		buf_printf(out, "h%d: %.*s%s%.*s\n", h->level, STR_ARG(h->text),
		           h->id.p ? " #" : "", STR_ARG(h->id));
	}
	for (size_t i = 0; i < o->link_count; i++)
		buf_printf(out, "link: %.*s | %.*s\n", STR_ARG(o->links[i].href),
		           STR_ARG(o->links[i].text));
	for (size_t i = 0; i < o->image_count; i++)
		buf_printf(out, "image: %.*s | %.*s\n", STR_ARG(o->images[i].src),
		           STR_ARG(o->images[i].alt.p ? o->images[i].alt : STR("(none)")));
	for (size_t i = 0; i < o->table_count; i++)
		buf_printf(out, "table: %.*s | %d heads, %d without scope, %d spanning%s\n",
		           STR_ARG(o->tables[i].caption.p ? o->tables[i].caption : STR("(none)")),
		           o->tables[i].heads, o->tables[i].unscoped, o->tables[i].spanning,
		           o->tables[i].has_headers ? ", headers" : "");
	for (size_t i = 0; i < o->request_count; i++)
		buf_printf(out, "loads: %.*s %.*s\n", STR_ARG(o->requests[i].element),
		           STR_ARG(o->requests[i].url));
}

static void make(struct str in, struct str name, struct buf *out)
{
	(void)name;
	struct arena a = {0};
	struct buf text = {0};
	const struct outline *o = outline_read(&a, in, &text);
	put(out, "title", o->title);
	put(out, "lang", o->lang);
	put(out, "kind", o->kind);
	put(out, "description", o->description);
	put(out, "viewport", o->viewport);
	put(out, "base", o->base);
	buf_printf(out, "main %d, nav %d, header %d, footer %d%s%s\n", o->mains, o->navs,
	           o->headers, o->footers, o->has_skip ? ", skip" : "",
	           o->is_redirect ? ", redirect" : "");
	buf_putz(out, "ids:");
	for (size_t i = 0; i < o->id_count; i++)
		buf_printf(out, " %.*s", STR_ARG(o->ids[i]));
	buf_printf(out, " | twice: %.*s\nblocks: %.*s\n", STR_ARG(o->ids_twice),
	           STR_ARG(o->blocks));
	put_lists(out, o);
	if (o->unnamed)
		buf_printf(out, "unnamed: %d, %.*s\n", o->unnamed, STR_ARG(o->first_unnamed));
	buf_release(&text);
	arena_release(&a);
}

static void golden_cases(void **state)
{
	(void)state;
	assert_int_equal(golden_run("outline", make, 6), 0);
}

/* "<p a=1>x</p>" as "p(a=1) 'x' /p". */
static void spell(struct str html, struct buf *out)
{
	struct markup m = markup_of(html);
	enum markup_kind kind;
	while ((kind = markup_next(&m)) != MARKUP_END) {
		buf_putz(out, out->len ? " " : "");
		if (kind == MARKUP_TEXT) {
			buf_printf(out, "'%.*s'", STR_ARG(m.text));
			continue;
		}
		buf_printf(out, "%s%.*s", kind == MARKUP_CLOSE ? "/" : "", STR_ARG(m.name));
		struct str name, value, rest = m.attributes;
		while (kind == MARKUP_OPEN && markup_attribute(&rest, &name, &value))
			buf_printf(out, "(%.*s%s%.*s)", STR_ARG(name), value.p ? "=" : "",
			           STR_ARG(value));
	}
}

static void tags_and_texts_come_as_a_browser_sees_them(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
	    {"", ""},
	    {"a", "'a'"},
	    {"<p>x</p>", "p 'x' /p"},
	    {"<P CLASS=\"a > b\" ID=x>", "P(CLASS=a > b)(ID=x)"},
	    {"<a href='x'title=\"\" hidden>", "a(href=x)(title=)(hidden)"},
	    {"<a href = x />", "a(href=x)"},
	    {"<br/>x", "br 'x'"},
	    {"1 < 2 <3 </ >x", "'1 < 2 <3 ' 'x'"},
	    {"a<!-- <b> -->c", "'a' 'c'"},
	    {"<!doctype html><?xml ?>x", "'x'"},
	    {"<!-->x", "'x'"},
	    {"<!-- x", ""},
	    {"<p", ""},
	    {"<p a=\"", ""},
	    {"x<p a='>'", "'x'"},
	    {"<", "'<'"},
	    {"</", ""},
	    {"<script>if (a<b) x(\"</p>\")</script>y", "script 'if (a<b) x(\"</p>\")' /script 'y'"},
	    {"<style></style>", "style /style"},
	    {"<title>a</titles></TITLE >", "title 'a</titles>' /TITLE"},
	    {"<script>x", "script 'x'"},
	    {"<p =a>", "p(=a)"},
	    {"<p a==b c>", "p(a==b)(c)"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = {0};
		spell(str_from(cases[i][0]), &out);
		assert_string_equal(buf_str(&out).p, cases[i][1]);
		buf_release(&out);
	}
}

static void references_become_characters(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
	    {"", ""},
	    {"a&amp;b", "a&b"},
	    {"&lt;&gt;&quot;&apos;&#39;&#x27;", "<>\"'''"},
	    {"&nbsp;", "\xC2\xA0"},
	    {"&#7845;&#x1EA5;&#X1ea5;", "ấấấ"},
	    {"&#x1F600;", "😀"},
	    {"&copy; & &; &#; &#x; &#z;", "&copy; & &; &#; &#x; &#z;"},
	    {"&#0;&#xD800;&#1114112;&#99999999999;",
	     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&#99999999999;"},
	    {"&amp", "&amp"},
	    {"&amp;lt;", "&lt;"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = {0};
		markup_put_plain(&out, str_from(cases[i][0]));
		assert_string_equal(buf_str(&out).p, cases[i][1]);
		buf_release(&out);
	}
}

static void any_cut_of_a_page_has_an_outline(void **state)
{
	(void)state;
	static const char page[] =
	    "<!doctype html><html lang=vi data-kind=x><title>A &amp; B</title><a href=#m>s</a>"
	    "<main id=m><h1>T<a href=\"x\"><img src=a alt=b></a></h1><table><caption>c</caption>"
	    "<tr><th scope=col>h</table><button></button><!-- c --><style>@import \"//x\";</style>"
	    "<label>l<input></label></main>";
	for (size_t n = 0; n < sizeof page; n++) {
		struct arena a = {0};
		struct buf text = {0};
		char *copy = arena_alloc(&a, n + 1); /* its end is watched */
		memcpy(copy, page, n);
		const struct outline *o = outline_read(&a, (struct str){copy, n}, &text);
		assert_true(o->link_count <= 2 && o->heading_count <= 1);
		buf_release(&text);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(golden_cases),
	    cmocka_unit_test(tags_and_texts_come_as_a_browser_sees_them),
	    cmocka_unit_test(references_become_characters),
	    cmocka_unit_test(any_cut_of_a_page_has_an_outline),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
