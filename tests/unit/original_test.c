/* SPDX-License-Identifier: MIT
 * original: what stands in another language than its page says so, once a block */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "fmt/html.h"
#include "fmt/original.h"

#define NOTE(words) " <span class=\"ny-original\">" words "</span>"
#define VI(words) "<span lang=\"vi\">" words "</span>"

static void finish(const char *page, const char *wanted)
{
	const struct original_words words = {STR("vi"), STR("all"), STR("part & rest")};
	struct buf out = {0};
	original_finish(&out, str_from(page), &words);
	assert_string_equal(buf_str(&out).p, wanted);
	buf_release(&out);
}

static void words_get_their_language(void **state)
{
	(void)state;
	finish("", "");
	finish("<p>plain</p>", "<p>plain</p>");
	finish("<p>a \2Hộ tịch\3, \2Phí\3</p>", "<p>a " VI("Hộ tịch") ", " VI("Phí") "</p>");
	finish("<a href=\"x\">\2Sở\3</a>\4<p>đoạn</p>\5",
	       "<a href=\"x\">" VI("Sở") "</a><div lang=\"vi\"><p>đoạn</p></div>");
	finish("<svg><text>\2Sở\3</text></svg>\2Sở\3",
	       "<svg><text><tspan lang=\"vi\">Sở</tspan></text></svg>" VI("Sở"));
}

static void half_marks_do_no_harm(void **state)
{
	(void)state;
	finish("<b>\2cắt</b> sau", "<b>" VI("cắt") "</b> sau");
	finish("<b>cắt\3</b>", "<b>cắt</b>");
	finish("\2một \2hai\3", VI("một ") VI("hai"));
	finish("cuối \2trang", "cuối " VI("trang"));
}

static void a_block_is_noted_once_in_its_heading(void **state)
{
	(void)state;
	finish("\2trước\3<h1>Procedures</h1><p>English</p>",
	       VI("trước") "<h1>Procedures</h1><p>English</p>");
	finish("<h1>\2Tên\3</h1><h2 id=\"a\">Steps</h2>\4<p>nộp</p>\5<h3>\2c\3</h3><h2>Fees</h2>",
	       "<h1>" VI("Tên") NOTE("all") "</h1><h2 id=\"a\">Steps" NOTE("all")
	       "</h2><div lang=\"vi\"><p>nộp</p></div><h3>" VI("c") "</h3><h2>Fees</h2>");
	finish("<h2>List</h2><p>A long English line, then \2Sở\3</p>",
	       "<h2>List" NOTE("part &amp; rest")
	       "</h2><p>A long English line, then " VI("Sở") "</p>");
	finish("<header><h2x>\2a\3</h2x></header><h10>",
	       "<header><h2x>" VI("a") "</h2x></header><h10>");
}

static void marks_come_and_go(void **state)
{
	(void)state;
	struct arena a = {0};
	struct buf out = {0};
	original_put(&out, STR("Hộ tịch"));
	assert_string_equal(buf_str(&out).p, "\2Hộ tịch\3");
	assert_string_equal(original_marked(&a, STR("Hộ tịch")).p, "\2Hộ tịch\3");
	assert_true(original_is_in(buf_str(&out)));
	struct str bare = original_bare(&a, buf_str(&out));
	assert_string_equal(bare.p, "Hộ tịch");
	assert_int_equal(bare.n, strlen("Hộ tịch"));
	assert_false(original_is_in(bare));
	assert_ptr_equal(original_bare(&a, bare).p, bare.p);
	assert_string_equal(original_bare(&a, STR("\4a\2b\3\5c")).p, "abc");
	assert_false(original_is_in((struct str){0}));
	buf_release(&out);
	arena_release(&a);
}

/* Between tags they pass, everywhere else no element could stand. */
static void marks_pass_between_tags_only(void **state)
{
	(void)state;
	static const struct {
		enum html_place place;
		const char *wanted;
	} places[] = {
	    {HTML_TEXT, "\2a&amp;\3"}, {HTML_WORDS, "a&amp;"}, {HTML_ATTR, "a&amp;"},
	    {HTML_URL, "a&amp;"}, {HTML_HREF, "a&amp;"}, {HTML_URL_PART, "a%26"},
	};
	for (size_t i = 0; i < countof(places); i++) {
		struct buf out = {0};
		html_put(&out, STR("\2a&\3"), places[i].place);
		assert_string_equal(buf_str(&out).p, places[i].wanted);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_get_their_language),
		cmocka_unit_test(half_marks_do_no_harm),
		cmocka_unit_test(a_block_is_noted_once_in_its_heading),
		cmocka_unit_test(marks_come_and_go),
		cmocka_unit_test(marks_pass_between_tags_only),
	};
	return cmocka_run_group_tests_name("original", tests, NULL, NULL);
}
