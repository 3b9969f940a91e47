/* SPDX-License-Identifier: MIT
 * html: text is text in every place it can land in */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "fmt/html.h"

struct want {
	const char *in, *out;
};

static void compare(enum html_place place, const struct want *wants, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf out = {0};
		html_put(&out, str_from(wants[i].in), place);
		assert_string_equal(buf_str(&out).p, wants[i].out);
		buf_release(&out);
	}
}
#define COMPARE(place, wants) compare(place, wants, countof(wants))

static void text_and_attributes_keep_their_place(void **state)
{
	(void)state;
	const struct want text[] = {
		{"", ""}, {"Hộ tịch", "Hộ tịch"}, {"<b>&\"'", "&lt;b&gt;&amp;&quot;'"},
		{"a&amp;b", "a&amp;amp;b"}, {"&&", "&amp;&amp;"},
	};
	const struct want attr[] = {{"\"><script>'", "&quot;&gt;&lt;script&gt;&#39;"}};
	COMPARE(HTML_TEXT, text);
	COMPARE(HTML_ATTR, attr);
}

static void schemes_that_run_become_a_hash(void **state)
{
	(void)state;
	const struct want urls[] = {
		{"javascript:alert(1)", "#"}, {"JaVaScRiPt:alert(1)", "#"},
		{"  javascript:alert(1)", "#"}, {"\x01javascript:alert(1)", "#"},
		{"java\tscript:alert(1)", "#"}, {"java\nscript\r:alert(1)", "#"},
		{"vbscript:x", "#"}, {"data:text/html,x", "#"}, {"DATA:image/png;base64,", "#"},
		{"file:///etc/passwd", "#"}, {"ftp://x", "#"}, {"blob:x", "#"},
		{"javascriptjavascriptjavascript:x", "#"}, {"c:\\x", "#"},
	};
	COMPARE(HTML_URL, urls);
	for (size_t i = 0; i < countof(urls); i++)
		assert_false(html_link_is_safe(str_from(urls[i].in)));
}

static void good_addresses_stay_and_are_encoded_once(void **state)
{
	(void)state;
	const struct want urls[] = {
		{"", ""}, {"../thu-tuc/1.001193.html#nop", "../thu-tuc/1.001193.html#nop"},
		{"https://dichvucong.gov.vn/?a=1&b='2'",
		 "https://dichvucong.gov.vn/?a=1&amp;b=&#x27;2&#x27;"},
		{"HTTP://x", "HTTP://x"}, {"mailto:a@b.vn", "mailto:a@b.vn"},
		{"tel:+842838", "tel:+842838"},
		{" a b ", "a%20b"}, {"%C3%A1 \xC3\xA1", "%C3%A1%20%C3%A1"},
		{"x\"><b>", "x%22%3E%3Cb%3E"},
		{"//x.vn/a", "//x.vn/a"}, {"?q=a:b", "?q=a:b"}, {"#a:b", "#a:b"},
		{"a/b:c", "a/b:c"}, {":a", ":a"}, {"1.2:3", "1.2:3"}, {"\xFF", "%FF"},
		{"a\\b", "a%5Cb"},
	};
	const struct want parts[] = {
		{"a b/c?d=e&f%", "a%20b%2Fc%3Fd%3De%26f%25"},
		{"Đăng-ký_1.~", "%C4%90%C4%83ng-k%C3%BD_1.~"},
	};
	const struct want hrefs[] = {{"javascript:x y", "javascript:x%20y"}};
	COMPARE(HTML_URL, urls);
	COMPARE(HTML_URL_PART, parts);
	COMPARE(HTML_HREF, hrefs);
}

static void xml_and_json_forbid_what_they_must(void **state)
{
	(void)state;
	const struct want xml[] = {
		{"<a & 'b' \"c\">", "&lt;a &amp; &#39;b&#39; &quot;c&quot;&gt;"},
		{"a\x01z\tb\nc\r", "a\xEF\xBF\xBDz\tb\nc&#13;"}, {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
		{"\xEF\xBF\xBF!", "\xEF\xBF\xBD!"}, {"ấ\xF0\x9F\x98\x80", "ấ\xF0\x9F\x98\x80"},
		{"x\xE1\xBA", "x\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, {"\xF5", "\xEF\xBF\xBD"},
	};
	const struct want json[] = {
		{"Hộ \"tịch\" \\ /", "Hộ \\\"tịch\\\" \\\\ /"},
		{"</script>&", "\\u003c/script\\u003e\\u0026"},
		{"a\nb\rc\td\x01\x1F\x7F", "a\\nb\\rc\\td\\u0001\\u001f\x7F"},
		{"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"}, {"\x80 a", "\xEF\xBF\xBD a"},
	};
	COMPARE(HTML_XML, xml);
	COMPARE(HTML_JSON, json);
}

static void csv_fields_are_quoted_and_never_run(void **state)
{
	(void)state;
	const struct want csv[] = {
		{"", ""}, {"Hộ tịch", "Hộ tịch"}, {"a,b", "\"a,b\""}, {"a;b", "\"a;b\""},
		{"nói \"có\"", "\"nói \"\"có\"\"\""}, {"a\nb", "\"a\nb\""}, {" a", "\" a\""},
		{"=1+1", "'=1+1"}, {"+84 28", "'+84 28"}, {"@x", "'@x"}, {"-a", "'-a"},
		{"\t=1", "\"'\t=1\""}, {"\r=1", "\"'\r=1\""}, {"=\"a\"", "\"'=\"\"a\"\"\""},
		{"-5", "-5"}, {"-0,5", "\"-0,5\""}, {"+1.25", "+1.25"}, {"-1-1", "'-1-1"},
		{"-", "'-"}, {"-1.2.3", "'-1.2.3"}, {"-.5", "'-.5"}, {"1=2", "1=2"},
	};
	const struct want plain[] = {{"<=\"'&", "<=\"'&"}};
	const struct want css[] = {
		{"", ""}, {"16.5px", "16.5px"}, {"-0.25em", "-0.25em"}, {"50%", "50%"},
		{"x}*{y", "x\\7d \\2a \\7b y"}, {"/**/", "\\2f \\2a \\2a \\2f "},
		{"\"\\", "\\22 \\5c "}, {"a b\n", "a\\20 b\\a "}, {"Đ", "\\110 "},
		{"a_b", "a_b"}, {"\xff", "\\fffd "},
	};
	COMPARE(HTML_CSS, css);
	COMPARE(HTML_CSV, csv);
	COMPARE(HTML_PLAIN, plain);
}

static void any_byte_in_any_place_is_harmless(void **state)
{
	(void)state;
	char all[512];
	for (int i = 0; i < 512; i++)
		all[i] = (char)(i * 167 + i / 256);
	for (int place = HTML_TEXT; place <= HTML_PLAIN; place++) {
		for (size_t from = 0; from < sizeof all; from++) {
			struct buf out = {0};
			struct str part = {all + from, sizeof all - from};
			html_put(&out, part, (enum html_place)place);
			struct str s = buf_str(&out);
			assert_true(s.n > 0);
			if (place <= HTML_JSON)
				assert_int_equal(str_find_byte(s, '<', 0), s.n);
			if (place >= HTML_URL && place <= HTML_HREF)
				assert_int_equal(str_find_byte(s, '"', 0), s.n);
			buf_release(&out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_and_attributes_keep_their_place),
		cmocka_unit_test(schemes_that_run_become_a_hash),
		cmocka_unit_test(good_addresses_stay_and_are_encoded_once),
		cmocka_unit_test(xml_and_json_forbid_what_they_must),
		cmocka_unit_test(csv_fields_are_quoted_and_never_run),
		cmocka_unit_test(any_byte_in_any_place_is_harmless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
