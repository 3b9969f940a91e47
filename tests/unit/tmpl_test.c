/* SPDX-License-Identifier: MIT
 *
 * tmpl_test - what golden files cannot show: streaming, kept partials, statements, limits
 * of time, and that no text whatever breaks the parser
 */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include "sys/fs.h"
#include "theme_case.h"

#include <cmocka.h>

/* --- helpers ------------------------------------------------------------------------- */

static struct str run(struct buf *out, const char *in, int renders)
{
	buf_reset(out);
	(void)!case_run(str_from(in), out, renders);
	return buf_str(out);
}

static void gives(const char *in, int renders, const char *wanted)
{
	struct buf out = {0};
	struct str got = run(&out, in, renders);
	if (!str_eqz(got, wanted))
		print_message("got:\n%.*s\nwanted:\n%s\n", STR_ARG(got), wanted);
	assert_true(str_eqz(got, wanted));
	buf_release(&out);
}

/* --- kept partials ------------------------------------------------------------------- */

/* counted() says how often it has run: a partial that is kept shows its first number. */

static void a_partial_that_depends_on_no_row_is_made_once(void **state)
{
	(void)state;
	gives(
	    "@ p.sql\n-- name: pages\nSELECT 'a' AS url UNION ALL SELECT 'b' ORDER BY url\n"
	    "@ p.html\n{{>nav}} {{url}}\n"
	    "@ nav.sql\n-- name: menu\nSELECT counted() AS n\n@ nav.html\n{{#menu}}{{n}}{{/menu}}",
	    3, "@ a.html\n1 a\n@ b.html\n1 b\n");
}

static void it_is_kept_for_each_depth_of_folders(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url UNION ALL SELECT 'x/b' UNION ALL SELECT "
	      "'x/c' ORDER BY url\n"
	      "@ p.html\n{{>nav}}\n"
	      "@ nav.sql\n-- name: menu\nSELECT counted() AS n, :root AS r\n"
	      "@ nav.html\n{{#menu}}{{n}}{{r}}{{root}}{{/menu}}\n",
	      2, "@ a.html\n1\n@ x/b.html\n2../../\n@ x/c.html\n2../../\n");
}

static void a_partial_that_reads_the_page_is_made_each_time(void **state)
{
	(void)state;
	const char *const navs[] = {
		"{{#menu}}{{n}}{{page.word}}{{/menu}}", "{{#menu}}{{n}}{{/menu}}{{word}}",
		"{{#menu}}{{n}}{{/menu}}{{#by_word}}{{w}}{{/by_word}}",
	};
	for (size_t i = 0; i < countof(navs); i++) {
		struct arena a = {0};
		struct str in = arena_printf(
		    &a,
		    "@ p.sql\n-- name: pages\nSELECT 'a' AS url, 'x' AS word UNION ALL SELECT 'b', "
		    "'y' ORDER BY url\n"
		    "@ p.html\n{{>nav}}\n@ nav.sql\n-- name: menu\nSELECT counted() AS n\n"
		    "-- name: by_word\nSELECT :word AS w\n@ nav.html\n%s\n",
		    navs[i]);
		gives(in.p, 1, "@ a.html\n1x\n@ b.html\n2y\n");
		arena_release(&a);
	}
}

/* "q?", "q" and "^q?" of one row are one run; of another row, or with another value, another. */
static void a_query_is_run_once_for_a_row(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url\n"
	      "-- name: q\nSELECT counted() AS n\n"
	      "-- name: none\nSELECT counted() AS n WHERE n < 0\n"
	      "-- name: outer\nSELECT 1 AS k UNION ALL SELECT 2 ORDER BY k\n"
	      "-- name: inner\nSELECT counted() AS n, :k AS same\n"
	      "@ p.html\n{{#q?}}{{#q}}{{n}}{{/q}}{{/q?}}{{^q?}}-{{/q?}}"
	      "{{^none?}} none{{/none?}}"
	      "{{#none}}-{{/none}}"
	      "{{#outer}}{{#inner?}} {{#inner}}{{n}}:{{same}}{{/inner}}{{/inner?}}"
	      "{{^inner}}-{{/inner}}"
	      "{{/outer}} {{#q}}{{n}}{{/q}}\n",
	      1, "@ a.html\n1 none 3:1 4:2 5\n");
}

static void a_parameter_url_makes_it_the_pages(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url UNION ALL SELECT 'b' ORDER BY url\n"
	      "@ p.html\n{{>nav}}\n@ nav.sql\n-- name: menu\nSELECT counted() AS n, :url AS u\n"
	      "@ nav.html\n{{#menu}}{{n}}{{u}}{{/menu}}\n",
	      1, "@ a.html\n1a\n@ b.html\n2b\n");
}

static void inside_a_section_its_own_rows_do_not_matter(void **state)
{
	(void)state;
	gives(
	    "@ p.sql\n-- name: pages\nSELECT 'a' AS url\n-- name: two\nSELECT 1 AS i UNION ALL "
	    "SELECT 2 ORDER BY i\n"
	    "@ p.html\n{{#two}}{{i}}{{>kept}}{{>made}} {{/two}}\n"
	    "@ kept.sql\n-- name: menu\nSELECT counted() AS n\n@ kept.html\n{{#menu}}{{n}}{{/menu}}"
	    "\n@ made.sql\n-- name: menu\nSELECT counted() AS n, :i AS i\n@ "
	    "made.html\n{{#menu}}{{n}}{{/menu}}",
	    1, "@ a.html\n11\n2 21\n3 \n");
}

static void a_layout_with_the_pages_block_is_not_kept(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url UNION ALL SELECT 'b' ORDER BY url\n"
	      "@ p.html\n{{<l}}{{$m}}{{url}}{{/m}}{{/l}}\n"
	      "@ l.sql\n-- name: menu\nSELECT counted() AS n\n@ "
	      "l.html\n{{#menu}}{{n}}{{/menu}}{{$m}}{{/m}}",
	      1, "@ a.html\n1a\n@ b.html\n2b\n");
}

/* --- the sink ------------------------------------------------------------------------ */

struct flushed {
	size_t bytes;
	int times;
	bool fails;
};

static int flush(void *user, struct str bytes, struct diag *d)
{
	struct flushed *f = user;
	f->bytes += bytes.n;
	f->times++;
	return f->fails ? diag_add(d, DIAG_P002, NOWHERE, STR("x"), STR("full")) : 0;
}

static const char long_list[] =
	"@ p.sql\n-- name: pages\nSELECT 'a' AS url\n-- name: rows\n"
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)\n"
	"SELECT printf('%099d', i) AS i FROM n ORDER BY i\n";

/* Renders the long list as a page of `ext`; gives the number of bytes left in the buffer. */
static int render_long(const char *ext, struct flushed *f, size_t *left)
{
	struct theme_case t;
	struct theme_page page;
	struct theme_feed *feed = NULL;
	size_t count = 0;
	assert_int_equal(case_open(&t), 0);
	struct str in =
	    arena_printf(&t.arena, "%s@ p.%s\n{{#rows}}\n{{i}}\n{{/rows}}\n", long_list, ext);
	assert_int_equal(case_compile(&t, in), 0);
	assert_int_equal(theme_worker_open(&t.worker, t.theme, t.db, &t.diag), 0);
	assert_int_equal(
	    theme_feed_open(&feed, t.theme, t.db, theme_routes(t.theme, &count), &t.diag), 0);
	assert_int_equal(theme_feed_next(feed, &t.arena, &page, &t.diag), 1);
	struct sink out = {.flush = flush, .user = f};
	int status = theme_render(t.worker, &page, &t.arena, &out, &t.diag);
	*left = out.buf.len;
	buf_release(&out.buf);
	theme_feed_close(feed);
	case_close(&t);
	return status;
}

static void open_data_streams(void **state)
{
	(void)state;
	struct flushed f = {0};
	size_t left = 0;
	assert_int_equal(render_long("csv", &f, &left), 0);
	assert_int_equal(f.bytes + left, 2000000);
	assert_true(f.times > 5 && left < LIMIT_STREAM_AT);
}

static void html_does_not_stream(void **state)
{
	(void)state;
	struct flushed f = {0};
	size_t left = 0;
	assert_int_equal(render_long("html", &f, &left), 0);
	assert_int_equal(f.times, 0);
	assert_int_equal(left, 2000000);
}

static void a_full_disk_ends_the_page(void **state)
{
	(void)state;
	struct flushed f = {.fails = true};
	size_t left = 0;
	assert_int_equal(render_long("csv", &f, &left), -1);
	assert_int_equal(f.times, 1);
}

/* --- after an error ------------------------------------------------------------------ */

static void a_worker_goes_on_after_a_page_that_failed(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url, '<b>' AS m UNION ALL SELECT 'b', "
	      "markup('x') ORDER BY url\n"
	      "-- name: rows\nSELECT 1 AS i UNION ALL SELECT 2 ORDER BY i\n-- name: deep\nSELECT "
	      ":m AS m\n"
	      "@ p.html\n{{#rows}}{{i}}{{#deep}}{{{m}}}{{/deep}}{{/rows}}\n",
	      1,
	      "@ a.html\n(none)\n@ b.html\n1x2x\n@ messages\n"
	      "templates/p.html:1:24: error: {{{m}}} is not markup made by a function of niemyet "
	      "[T026]\n"
	      "    page a.html: use {{m}} for text, or markdown() in the query\n");
}

static void a_query_without_end_is_stopped(void **state)
{
	(void)state;
	gives("@ p.sql\n-- name: pages\nSELECT 'a' AS url\n-- name: rows\n"
	      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i "
	      "FROM n\n"
	      "@ p.html\n{{#rows}}{{i}}{{/rows}}\n",
	      1,
	      "@ a.html\n(none)\n@ messages\n"
	      "templates/p.sql:4: error: the query ran too long and was stopped [R002]\n"
	      "    look for a missing WHERE or JOIN condition, or a recursion without end\n");
}

static void the_last_of_two_files_counts(void **state)
{
	(void)state;
	gives("@ p.html\nbuiltin\n@ p.sql\n-- name: pages\nSELECT 'a' AS url\n"
	      "@ p.html\nthe office's\n@ i18n/vi.yml\nx: y\n", 1, "@ a.html\nthe office's\n");
}

static void steps_have_a_limit(void **state)
{
	(void)state;
	struct buf in = {0}, out = {0};
	buf_putz(&in, "@ p.sql\n-- name: pages\nSELECT 'a' AS url\n@ p.html\n{{>x0}}\n");
	for (int i = 0; i < 20; i++)
		buf_printf(&in, "@ x%d.html\n{{>x%d}}{{url}}{{>x%d}}\n", i, i + 1, i + 1);
	buf_putz(&in, "@ x20.html\n{{url}}\n");
	struct str got = run(&out, buf_str(&in).p, 1);
	assert_true(str_find(got, STR("[T015]"), 0) < got.n);
	assert_true(str_find(got, STR("[T007]"), 0) == got.n);
	buf_release(&in);
	buf_release(&out);
}

/* --- any text at all ----------------------------------------------------------------- */

static void parse_and_compile(struct str text, const char *ext)
{
	struct theme_case t;
	struct buf out = {0};
	assert_int_equal(case_open(&t), 0);
	struct theme_file files[] = {
	    {STR("p.sql"), STR("-- name: pages\nSELECT 'a' AS url, 1 AS a, 'x' AS b\n-- name: "
	                       "q\nSELECT :a AS c, 2 AS b\n")},
	    {STR("l.html"), STR("<p>{{$m}}{{/m}}</p>{{>k}}")},
	    {STR("k.html"), STR("{{b}}")},
	    {arena_printf(&t.arena, "p.%s", ext), text},
	};
	struct theme_files all = {files, countof(files)};
	db_guard(t.db, 1000000);
	if (theme_compile(&t.theme, &t.arena, &all, t.db, &case_language, &t.diag) == 0)
		assert_int_equal(case_pages(&t, &out), 0);
	else
		assert_true(diag_has_errors(&t.diag));
	buf_release(&out);
	case_close(&t);
}

/* A template with everything in it, cut off after each byte, and with one byte changed. */
static void cut_and_broken_templates_do_no_harm(void **state)
{
	(void)state;
	static const char whole[] =
	    "<!doctype html>{{! c }}\n{{<l}}{{$m}}\n  <a href=\"{{root}}x?{{b}}\" "
	    "{{#a}}class='{{b}}'{{/a}}>"
	    "{{#q?}}{{#q}}{{c}}{{page.b}}{{#q}}{{b}}{{/q}}{{/q}}{{/q?}}{{^q}}-{{/q}}\n  {{>k}}\n"
	    "{{/m}}{{/l}}\n{{=<% %>=}}<%b%><%={{ }}=%><script>{{! }}</script><!-- x -->\n";
	static const char bytes[] = "{}<>\"'/#^$=&*!\n\r\0\xc3-x";
	for (size_t n = 0; n < sizeof whole - 1; n++) {
		char *text = mem_resize(NULL, n + 1);
		memcpy(text, whole, n);
		parse_and_compile((struct str){text, n}, n % 5 == 0 ? "json" : "html");
		mem_free(text);
	}
	for (size_t n = 0; n < sizeof whole - 1; n++) {
		char text[sizeof whole];
		memcpy(text, whole, sizeof whole);
		text[n] = bytes[n % (sizeof bytes - 1)];
		parse_and_compile((struct str){text, sizeof whole - 1},
		                  n % 7 == 0 ? "xml" : "html");
	}
}

static void noise_does_no_harm(void **state)
{
	(void)state;
	static const char *const pieces[] = {
	    "{{",         "}}",        "{{{",       "}}}",       "{{#q}}", "{{/q}}",  "{{#a}}",
	    "{{/a}}",     "{{^a}}",    "{{b}}",     "{{&b}}",    "{{<l}}", "{{/l}}",  "{{$m}}",
	    "{{/m}}",     "{{>k}}",    "{{>*k/b}}", "{{=| |=}}", "|b|",    "\n",      " ",
	    "<a href=\"", "\"",        "'",         ">",         "<",      "<!--",    "-->",
	    "<script>",   "</script>", "x",         "=",         "đ",      "{{q?}}",  "{{#q?}}",
	    "{{/q?}}",    "{{c}}",     "{{root}}",  ",",         "{{! ",   "<title>", "</title>",
	    "</",
	};
	static const char *const exts[] = {"html", "json", "csv", "xml", "txt", "kiosk.html"};
	uint32_t seed = 20261121;
	for (int i = 0; i < 600; i++) {
		struct buf text = {0};
		for (int k = 0; k < 30; k++) {
			seed = seed * 1664525u + 1013904223u;
			buf_putz(&text, pieces[(seed >> 16) % countof(pieces)]);
		}
		parse_and_compile(buf_str(&text), exts[i % (int)countof(exts)]);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_partial_that_depends_on_no_row_is_made_once),
		cmocka_unit_test(it_is_kept_for_each_depth_of_folders),
		cmocka_unit_test(a_partial_that_reads_the_page_is_made_each_time),
		cmocka_unit_test(a_query_is_run_once_for_a_row),
		cmocka_unit_test(a_parameter_url_makes_it_the_pages),
		cmocka_unit_test(inside_a_section_its_own_rows_do_not_matter),
		cmocka_unit_test(a_layout_with_the_pages_block_is_not_kept),
		cmocka_unit_test(open_data_streams),
		cmocka_unit_test(html_does_not_stream),
		cmocka_unit_test(a_full_disk_ends_the_page),
		cmocka_unit_test(a_worker_goes_on_after_a_page_that_failed),
		cmocka_unit_test(a_query_without_end_is_stopped),
		cmocka_unit_test(the_last_of_two_files_counts),
		cmocka_unit_test(steps_have_a_limit),
		cmocka_unit_test(cut_and_broken_templates_do_no_harm),
		cmocka_unit_test(noise_does_no_harm),
	};
	return cmocka_run_group_tests_name("tmpl", tests, NULL, NULL);
}
