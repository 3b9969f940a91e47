/* SPDX-License-Identifier: MIT
 * md: texts as they stand in a page, what is said about them, and texts meant to do harm */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <pthread.h>

#include "fmt/html.h"
#include "fmt/md.h"
#include "golden.h"
#include "md_spec.h"

/* A live block "echo WORDS"; "fail" is one with a mistake inside. */
static int echo_block(void *user, struct str word, struct str text, struct place at,
                      struct buf *out, struct diag *d)
{
	(void)user;
	if (str_eqz(word, "fail"))
		return diag_add(d, DIAG_R001, at, str_trim(text));
	if (!str_starts(word, STR("echo")))
		return 0;
	buf_putz(out, "<figure class=\"ny-echo\">");
	html_put(out, str_trim(text), HTML_TEXT);
	buf_printf(out, "</figure><!-- %.*s, line %d -->", STR_ARG(word), at.line);
	return 1;
}

/* `=words` stands for "<words>", `=nothing` for what is not known; `=fail` is a mistake. */
static int echo_span(void *user, struct str text, struct place at, struct str *value,
                     struct diag *d)
{
	(void)user;
	if (!str_starts(text, STR("=")))
		return 0;
	if (str_eqz(text, "=fail"))
		return diag_add(d, DIAG_R001, at, text);
	if (!str_eqz(text, "=nothing"))
		*value = str_slice(text, 1, text.n);
	return 1;
}

static void print_messages(const struct diag *d, struct buf *out)
{
	for (size_t i = 0; i < d->count; i++)
		buf_printf(out, "%d: %.*s %.*s\n", d->messages[i].at.line,
		           STR_ARG(d->messages[i].id), STR_ARG(d->messages[i].text));
}

/* The page, a line, the messages in English; then the words alone. */
static void make_page(struct str in, struct str name, struct buf *out)
{
	struct diag d = {.lang = DIAG_EN};
	struct md_options o = {.heading_shift = 1, .root = STR("../"), .block = echo_block,
	                       .span = echo_span, .at = {.file = name, .line = 1}};
	if (md_render(&o, in, out, &d) != 0)
		buf_putz(out, "(failed)\n");
	if (d.count)
		buf_putz(out, "--- messages\n");
	print_messages(&d, out);
	diag_reset(&d);
	if (str_starts(name, STR("words"))) {
		buf_putz(out, "--- words\n");
		o.mode = MD_TEXT;
		assert_int_equal(md_render(&o, in, out, &d), 0);
	}
	diag_release(&d);
}

static void golden_pages(void **state)
{
	(void)state;
	assert_int_equal(golden_run("md", make_page, 10), 0);
}

/* Renders with all defaults; the caller releases. */
static int render(struct md_options o, struct str text, struct buf *out, struct diag *d)
{
	return md_render(&o, text, out, d);
}

static int check_link(void *user, struct str url, struct place at, struct buf *out_url,
                      struct diag *d)
{
	(void)user;
	if (str_eqz(url, "missing.html"))
		return diag_add(d, DIAG_P004, at, url);
	buf_putz(out_url, "../");
	buf_put(out_url, url);
	return 0;
}

static void links_go_through_the_callback(void **state)
{
	(void)state;
	struct buf out = {0};
	struct diag d = {0};
	struct md_options o = {.link = check_link, .at = {.file = STR("a.md"), .line = 10}};
	assert_int_equal(render(o, STR("[a](b&c.html '\"') ![d](<e f>)\n"), &out, &d), 0);
	assert_string_equal(buf_str(&out).p,
		"<p><a href=\"../b&amp;c.html\" title=\"&quot;\">a</a> "
		"<img src=\"../e%20f\" alt=\"d\"></p>\n");
	buf_reset(&out);
	assert_int_equal(render(o, STR("x\n\n[*a*](missing.html)\n"), &out, &d), -1);
	assert_string_equal(buf_str(&out).p, "<p>x</p>\n<p><em>a</em></p>\n");
	assert_int_equal(d.count, 1);
	assert_int_equal(d.messages[0].at.line, 12);
	buf_release(&out);
	diag_release(&d);
}

static void unsafe_addresses_never_reach_a_page(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"[a](javascript:alert)", "[a](JAVASCRIPT&colon;x)", "[a](java&#9;script:x)",
		"[a](&#1;javascript:x)", "<javascript:alert>", "![a](data:image/png;base64,x)",
		"[a][b]\n\n[b]: vbscript:x", "[a](file:///c:/x)", "| [a](javascript:x) |\n|-|\n",
	};
	for (size_t i = 0; i < countof(bad); i++) {
		struct buf out = {0};
		struct diag d = {0};
		assert_int_equal(render((struct md_options){0}, str_from(bad[i]), &out, &d), -1);
		assert_int_equal(str_find(buf_str(&out), STR("href"), 0), out.len);
		assert_int_equal(str_find(buf_str(&out), STR("src"), 0), out.len);
		assert_int_equal(d.count, 1);
		assert_true(str_eqz(d.messages[0].id, "M007"));
		buf_release(&out);
		diag_release(&d);
	}
}

/* "&#1;" is the mark of markup. */
static void no_text_can_forge_a_control_character(void **state)
{
	(void)state;
	const struct str text = STR("&#1;<b> `\x01` ![&#1;](a '&#2;')\n\n    \x01\n");
	for (int mode = MD_PAGE; mode <= MD_TEXT; mode += MD_TEXT - MD_PAGE) {
		struct buf out = {0};
		struct diag d = {0};
		struct md_options o = {.mode = (enum md_mode)mode};
		assert_int_equal(render(o, text, &out, &d), 0);
		assert_true(out.len > 0);
		for (size_t i = 0; i < out.len; i++)
			assert_true((unsigned char)out.p[i] >= 0x20 || out.p[i] == '\n');
		buf_release(&out);
		diag_release(&d);
	}
}

static void what_was_there_before_stays(void **state)
{
	(void)state;
	struct buf out = {0};
	struct diag d = {0};
	buf_putz(&out, "\x01");
	assert_int_equal(render((struct md_options){0}, STR("- a\n"), &out, &d), 0);
	assert_string_equal(out.p, "\x01<ul>\n<li>a</li>\n</ul>\n");
	assert_int_equal(render((struct md_options){0}, STR(""), &out, &d), 0);
	assert_int_equal(render((struct md_options){0}, (struct str){0}, &out, &d), 0);
	buf_release(&out);
	diag_release(&d);
}

/* A live block may hold Markdown: rendering inside rendering. */
static int nested_block(void *user, struct str word, struct str text, struct place at,
                        struct buf *out, struct diag *d)
{
	(void)word;
	struct md_options o = {.at = at, .user = user, .block = nested_block,
	                       .id_prefix = STR("x-")};
	return md_render(&o, text, out, d) == 0 ? 1 : -1;
}

static void a_block_may_render_in_its_turn(void **state)
{
	(void)state;
	struct buf out = {0};
	struct diag d = {0};
	struct md_options o = {.block = nested_block};
	assert_int_equal(render(o, STR("# A\n~~~~ a\n## B\n~~~ b\n| c |\n|-|\n~~~\n*d*\n~~~~\ne\n"),
	                        &out, &d), 0);
	assert_string_equal(out.p, "<h1 id=\"a\">A</h1>\n<h2 id=\"x-b\">B</h2>\n"
		"<div class=\"ny-table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"c\">\n"
		"<table>\n<thead>\n<tr>\n<th scope=\"col\">c</th>\n"
		"</tr>\n</thead>\n</table>\n</div>\n"
		"<p><em>d</em></p>\n<p>e</p>\n");
	buf_release(&out);
	diag_release(&d);
}

/* The bridge to cmark is the one thing that hangs on a thread. */
static void *render_often(void *wanted)
{
	const struct str text = STR("# A\n\n| [b] | c |\n|-|-|\n| 1. | *d* |\n\n[b]: /u\n");
	struct buf *out = wanted;
	for (int i = 0; i < 200; i++) {
		struct diag d = {0};
		buf_reset(out);
		if (render((struct md_options){0}, text, out, &d) != 0)
			buf_putz(out, "failed");
		diag_release(&d);
	}
	return NULL;
}

static void threads_render_at_once(void **state)
{
	(void)state;
	enum { THREADS = 4 };
	pthread_t threads[THREADS];
	struct buf out[THREADS] = {0};
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, render_often, &out[i]), 0);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_join(threads[i], NULL), 0);
	assert_true(str_find(buf_str(&out[0]), STR("<td><em>d</em></td>"), 0) < out[0].len);
	for (int i = 0; i < THREADS; i++)
		assert_string_equal(out[i].p, out[0].p);
	for (int i = 0; i < THREADS; i++)
		buf_release(&out[i]);
}

/* Limits. */

static struct str repeat(struct arena *arena, const char *part, size_t bytes)
{
	size_t n = strlen(part), times = bytes / n;
	char *p = arena_alloc(arena, times * n + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(p + i * n, part, n);
	return (struct str){p, times * n};
}

/* The id of the first message, or "" when all is well. */
static const char *outcome(struct str text, enum md_mode mode)
{
	static char id[8];
	struct buf out = {0};
	struct diag d = {0};
	int status = render((struct md_options){.mode = mode}, text, &out, &d);
	assert_int_equal(status != 0, diag_has_errors(&d));
	assert_true(d.count <= LIMIT_MESSAGES);
	snprintf(id, sizeof id, "%s", status != 0 ? d.messages[0].id.p : "");
	buf_release(&out);
	diag_release(&d);
	return id;
}

static void limits_are_messages(void **state)
{
	(void)state;
	struct arena a = {0};
	assert_string_equal(outcome(repeat(&a, "a", LIMIT_MARKDOWN), MD_PAGE), "");
	assert_string_equal(outcome(repeat(&a, "a", LIMIT_MARKDOWN + 1), MD_PAGE), "M001");
	assert_string_equal(outcome(repeat(&a, "> ", 4000), MD_PAGE), "M002");
	assert_string_equal(outcome(repeat(&a, "- + ", 4000), MD_GFM), "M002");
	assert_string_equal(outcome(repeat(&a, "*a _b ", 4000), MD_TEXT), "");
	assert_string_equal(outcome(repeat(&a, "\"", 1500000), MD_PAGE), "M003");
	assert_string_equal(outcome(repeat(&a, "![[]()", 400000), MD_PAGE), "M016");
	struct str wide = arena_printf(&a, "%s|\n%s|\n", repeat(&a, "|a", 402).p,
	                               repeat(&a, "|-", 402).p);
	assert_string_equal(outcome(wide, MD_PAGE), "M004");
	struct str most = arena_printf(&a, "%s|\n%s|\n", repeat(&a, "|a", 400).p,
	                               repeat(&a, "|-", 400).p);
	assert_string_equal(outcome(most, MD_PAGE), "");
	struct str tall = arena_printf(&a, "%s%s", most.p, repeat(&a, "|\tb\n", 200000).p);
	assert_string_equal(outcome(tall, MD_PAGE), "M003");
	assert_string_equal(outcome(repeat(&a, "|a|\n|-|\n---\n", 600), MD_PAGE), "");
	assert_string_equal(outcome(repeat(&a, "|a|\n|-|\n---\n", 1200), MD_PAGE), "M015");
	arena_release(&a);
}

static void awkward_texts_take_no_time_and_do_no_harm(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"> ", "- ", "[", "![", "[a](", "*a **a ", "a**b", "`", "a`", "<", "<!--", "&", "[]",
		"_[", "a|b\n-|-\n", "|a\n|-\n", "|-\n", ":-:\n", "> |a|\n> |-|\n", "1. ",
		"[a]: b\n", "***", "~~~\n", "\t", "> a\n", "\r", "\xFF", "\xE1\xBA", "|\\",
		"- |a|\n  |-|\n\n", "# a\n", "<b>",
		"![](a)\n", "[](a)", "|a|a|a|\n|-|-|\n",
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(parts); i++)
		for (int mode = MD_PAGE; mode <= MD_TEXT; mode++)
			outcome(repeat(&a, parts[i], 30000), (enum md_mode)mode);
	char nul[] = "a\0b|\0c\n-|-\n\0";
	assert_string_equal(outcome((struct str){nul, sizeof nul - 1}, MD_GFM), "");
	arena_release(&a);
}

/* Mutations of the specifications' texts, or of our own cases without them. */

static uint64_t next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static void mutate(char *p, size_t n, uint64_t *seed)
{
	static const char odd[] = "|-: \n\t>*_`[]()<>&\\#~!1.\r\"'";
	for (size_t k = 1 + next_random(seed) % 40; k > 0; k--) {
		size_t at = next_random(seed) % n;
		uint64_t deed = next_random(seed) % 4;
		if (deed == 0)
			p[at] = (char)next_random(seed);
		else if (deed == 1)
			p[at] = odd[next_random(seed) % (sizeof odd - 1)];
		else
			memmove(p + at, p + next_random(seed) % n / 2, (n - at) / 2 < 9 ? 1 : 8);
	}
}

static void mutations_do_no_harm(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str text = data_file(&a, "commonmark/gfm-spec.txt");
	if (!text.p)
		text = repeat(&a, "| a | b |\n| - | :-: |\n> *c* | [d](e)\n\n- f\n  ```\n<b>\n",
		              40000);
	uint64_t seed = 88172645463325252u;
	for (int round = 0; round < 1500; round++) {
		char part[700];
		size_t n = 20 + next_random(&seed) % (sizeof part - 20);
		size_t from = next_random(&seed) % (text.n - n);
		memcpy(part, text.p + from, n);
		mutate(part, n, &seed);
		outcome((struct str){part, n}, (enum md_mode)(round % 4));
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden_pages),
		cmocka_unit_test(links_go_through_the_callback),
		cmocka_unit_test(unsafe_addresses_never_reach_a_page),
		cmocka_unit_test(no_text_can_forge_a_control_character),
		cmocka_unit_test(what_was_there_before_stays),
		cmocka_unit_test(a_block_may_render_in_its_turn),
		cmocka_unit_test(threads_render_at_once),
		cmocka_unit_test(limits_are_messages),
		cmocka_unit_test(awkward_texts_take_no_time_and_do_no_harm),
		cmocka_unit_test(mutations_do_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
