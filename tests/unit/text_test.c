/* SPDX-License-Identifier: MIT
 * text: composed form, folding, slugs, Vietnamese order, characters */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/text.h"

typedef void (*put_fn)(struct buf *out, struct str s);

struct pair {
	const char *in, *out;
};

static void check_pairs(put_fn put, const struct pair *pairs, size_t count)
{
	struct buf out = {0};
	for (size_t i = 0; i < count; i++) {
		buf_reset(&out);
		put(&out, str_from(pairs[i].in));
		assert_string_equal(buf_str(&out).p, pairs[i].out);
	}
	buf_release(&out);
}

static void composes(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"", ""},
		{"Thủ tục", "Thủ tục"},
		{"Thu\xCC\x89 tu\xCC\xA3""c", "Thủ tục"},
		{"a\xCC\x82\xCC\x81", "ấ"},
		{"a\xCC\x81\xCC\x82", "á\xCC\x82"},       /* the order of marks is kept */
		{"o\xCC\xA3\xCC\x82", "ộ"},               /* below and above: it does not matter */
		/* jamo: each alone looks composed, together they are not */
		{"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},
	};
	struct buf out = {0};
	for (size_t i = 0; i < countof(pairs); i++) {
		buf_reset(&out);
		text_nfc(&out, str_from(pairs[i].in));
		assert_string_equal(buf_str(&out).p, pairs[i].out);
		assert_true(text_is_nfc(buf_str(&out)));
		assert_int_equal(text_is_nfc(str_from(pairs[i].in)),
		                 strcmp(pairs[i].in, pairs[i].out) == 0);
	}
	buf_reset(&out);
	text_nfc(&out, STR("a\xFF""b"));
	assert_string_equal(buf_str(&out).p, "a\xEF\xBF\xBD""b");
	buf_release(&out);
}

static void composes_what_grows(void **state)
{
	(void)state;
	/* U+1D160 becomes three code points in the composed form. */
	struct buf out = {0}, in = {0};
	for (int i = 0; i < 200; i++)
		buf_putz(&in, "\xF0\x9D\x85\xA0");
	text_nfc(&out, buf_str(&in));
	assert_int_equal(text_chars(buf_str(&out)), 600);
	buf_release(&in);
	buf_release(&out);
}

static void tells_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t bad_at; /* SIZE_MAX: it is UTF-8 */
	} cases[] = {
		{"", SIZE_MAX}, {"niêm yết", SIZE_MAX}, {"\xF0\x9F\x87\xBB", SIZE_MAX},
		{"\xEF\xBF\xBF", SIZE_MAX},
		{"ab\xFF", 2}, {"\x80", 0}, {"\xC0\x80", 0}, {"\xC1\xBF", 0},
		{"a\xED\xA0\x80", 1},    /* a surrogate */
		{"ni\xC3", 2},           /* cut off */
		{"\xE1\xBA", 0}, {"\xF4\x90\x80\x80", 0}, {"x\xE0\x80\xAF", 1},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		size_t bad_at = SIZE_MAX;
		bool good = text_is_utf8(str_from(cases[i].bytes), &bad_at);
		assert_int_equal(good, cases[i].bad_at == SIZE_MAX);
		assert_int_equal(bad_at, cases[i].bad_at);
		assert_int_equal(text_is_utf8(str_from(cases[i].bytes), NULL), good);
	}
	assert_true(text_is_utf8((struct str){0}, NULL));
}

static void folds(void **state)
{
	(void)state;
	static const struct pair plain[] = {
		{"Đăng ký khai sinh", "dang ky khai sinh"},
		{"số hóa", "so hoa"}, {"hoá", "hoa"}, {"hủy bỏ", "huy bo"}, {"huỷ", "huy"},
		{"ĐƯỜNG", "duong"}, {"Ưu đãi ƠN", "uu dai on"}, {"1.001193", "1.001193"},
		{"Thu\xCC\x89", "thu"}, {"İ", "i"}, {"ÀÁẢÃẠ", "aaaaa"}, {"", ""},
	};
	static const struct pair keys[] = {
		{"kỹ thuật", "ki thuat"}, {"kĩ thuật", "ki thuat"}, {"Y tế", "i te"},
		{"Quý", "qui"},
	};
	check_pairs(text_fold, plain, countof(plain));
	check_pairs(text_fold_key, keys, countof(keys));
}

static void slugs(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Hộ tịch", "ho-tich"}, {"Đất đai", "dat-dai"},
		{"  Phí, lệ phí (2026)  ", "phi-le-phi-2026"},
		{"An toàn – vệ sinh", "an-toan-ve-sinh"}, {"../../etc", "etc"},
		{"a--b__c", "a-b-c"},
		{"???", ""}, {"", ""}, {"Ủy ban nhân dân", "uy-ban-nhan-dan"}, {"50% + 1", "50-1"},
		{"中文", ""},
	};
	check_pairs(text_slug, pairs, countof(pairs));
	struct buf out = {0};
	buf_putz(&out, "muc/");
	text_slug(&out, STR("Đất"));
	assert_string_equal(out.p, "muc/dat"); /* no hyphen after what stood before */
	buf_release(&out);
}

static void finds_letters(void **state)
{
	(void)state;
	static const struct pair pairs[] = {
		{"Đăng ký", "Đ"}, {"đất", "Đ"}, {"dân", "D"}, {"ấp", "Â"}, {"ăn", "Ă"}, {"áo", "A"},
		{"Ủy ban", "U"}, {"ứng dụng", "Ư"}, {"ở", "Ơ"}, {"Ôn", "Ô"}, {"ếch", "Ê"},
		{"ý", "Y"},
		{"“Một cửa”", "M"}, {"(a)", "A"}, {"1.001193", "#"}, {"", "#"}, {"–", "#"},
		{"Яр", "#"},
		{"fax", "F"}, {"a\xCC\x82\xCC\x81p", "Â"}, {"o\xCC\x9B\xCC\x89", "Ơ"}, {"çà", "C"},
	};
	check_pairs(text_first_letter, pairs, countof(pairs));
}

static void orders(void **state)
{
	(void)state;
	/* Each line rises strictly. */
	static const char *const lines[][8] = {
		{"an", "ăn", "ân"},
		{"dân", "đá"},
		{"ma", "mà", "mả", "mã", "má", "mạ"},
		{"o", "ô", "ơ"},
		{"a", "ă", "â", "b", "c", "d", "đ", "e"},
		{"e", "ê", "g", "h", "i", "k", "l", "m"},
		{"n", "o", "ô", "ơ", "p", "q", "r", "s"},
		{"t", "u", "ư", "v", "x", "y"},
		{"hoa", "hoà", "hòa lạc"}, /* tones only after all letters */
		{"e", "f", "g", "i", "j", "k"},
		{"v", "w", "x", "y", "z"},
		{"Hộ tịch", "Hộ tịch 2"},
		{"", "0", "9", "a"},
	};
	struct text_order *o = text_order_new();
	for (size_t i = 0; i < countof(lines); i++)
		for (size_t j = 1; j < 8 && lines[i][j]; j++) {
			struct str a = str_from(lines[i][j - 1]), b = str_from(lines[i][j]);
			if (text_compare(o, a, b) >= 0)
				fail_msg("%s is not before %s", a.p, b.p);
			assert_true(text_compare(o, b, a) > 0);
			assert_int_equal(text_compare(o, a, a), 0);
		}
	/* Equal for the alphabet, yet not the same text. */
	assert_int_not_equal(text_compare(o, STR("ấ"), STR("a\xCC\x82\xCC\x81")), 0);
	assert_int_not_equal(text_compare(o, STR("a\xE2\x80\x8B"), STR("a")), 0);
	assert_int_equal(text_compare(o, (struct str){0}, STR("")), 0);
	text_order_free(o);
	text_order_free(NULL);
}

static void walks_characters(void **state)
{
	(void)state;
	assert_int_equal(text_chars(STR("")), 0);
	assert_int_equal(text_chars(STR("niêm yết")), 8);
	assert_int_equal(text_chars(STR("a\xFF\xF0\x9F\x87\xBB")), 3);
	struct str s = STR("ế\xE1\xBA""a");
	uint32_t c;
	size_t at = text_next(s, 0, &c);
	assert_int_equal(c, 0x1EBF);
	at = text_next(s, at, &c);
	assert_int_equal(c, 0xFFFD);
	at = text_next(s, at, &c);
	assert_int_equal(c, 'a');
	assert_int_equal(at, s.n);
	struct buf out = {0};
	static const uint32_t put[] = {'a', 0x1EBF, 0x1F1FB, 0xD800, 0x110000};
	for (size_t i = 0; i < countof(put); i++)
		text_put_char(&out, put[i]);
	assert_string_equal(out.p, "aế\xF0\x9F\x87\xBB\xEF\xBF\xBD\xEF\xBF\xBD");
	buf_release(&out);
}

static void classes(void **state)
{
	(void)state;
	static const struct {
		uint32_t c;
		enum text_class class;
	} cases[] = {
		{'a', TEXT_GRAPHIC}, {0x1EBF, TEXT_GRAPHIC}, {0x303, TEXT_GRAPHIC},
		{0x20AB, TEXT_GRAPHIC},
		{' ', TEXT_SPACE}, {0xA0, TEXT_SPACE}, {0x2009, TEXT_SPACE}, {0x3000, TEXT_SPACE},
		{'\n', TEXT_LINE}, {'\t', TEXT_LINE}, {0x2028, TEXT_LINE}, {0x2029, TEXT_LINE},
		{1, TEXT_CONTROL}, {0x1B, TEXT_CONTROL}, {0x7F, TEXT_CONTROL}, {0x85, TEXT_CONTROL},
		{0xFEFF, TEXT_CONTROL}, {0, TEXT_CONTROL},
		{0x202E, TEXT_DIRECTION}, {0x2066, TEXT_DIRECTION}, {0x200F, TEXT_DIRECTION},
		{0xAD, TEXT_JOINER}, {0x200B, TEXT_JOINER}, {0x200D, TEXT_JOINER},
		{0xE0041, TEXT_JOINER},
		{0xE000, TEXT_PRIVATE}, {0xF0000, TEXT_PRIVATE}, {0x10FFFD, TEXT_PRIVATE},
		{0xFFFE, TEXT_NONCHARACTER}, {0xFDD0, TEXT_NONCHARACTER},
		{0x1FFFF, TEXT_NONCHARACTER},
		{0xFFFD, TEXT_NONCHARACTER}, {0xD800, TEXT_NONCHARACTER},
		{0x110000, TEXT_NONCHARACTER},
		{0x378, TEXT_UNASSIGNED},
	};
	for (size_t i = 0; i < countof(cases); i++)
		if (text_class_of(cases[i].c) != cases[i].class)
			fail_msg("U+%04X is of class %d", cases[i].c, text_class_of(cases[i].c));
	assert_true(text_is_word(0x1EBF) && text_is_word('7') && text_is_word(0x4E2D));
	assert_false(text_is_word('-') || text_is_word(0xA0) || text_is_word(UINT32_MAX));
}

static void cuts_at_words(void **state)
{
	(void)state;
	static const struct {
		const char *in;
		size_t most;
		const char *out;
	} cases[] = {
		{"Đăng ký khai sinh", 100, "Đăng ký khai sinh"},
		{"Đăng ký khai sinh", 17, "Đăng ký khai sinh"},
		{"Đăng ký khai sinh", 16, "Đăng ký khai"},
		{"Đăng ký khai sinh", 12, "Đăng ký khai"},
		{"Đăng ký khai sinh", 5, "Đăng"}, {"Đăng ký khai sinh", 4, "Đăng"},
		{"Đăng ký", 2, "Đă"},
		{"một, hai", 5, "một"}, {"một, hai", 4, "một"}, {"a", 0, ""}, {"", 9, ""},
		{"dài\xC2\xA0quá", 5, "dài"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str got = text_cut_words(str_from(cases[i].in), cases[i].most);
		if (!str_eqz(got, cases[i].out))
			fail_msg("%s to %zu: \"%.*s\"", cases[i].in, cases[i].most, STR_ARG(got));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(composes), cmocka_unit_test(composes_what_grows),
		cmocka_unit_test(tells_utf8), cmocka_unit_test(folds), cmocka_unit_test(slugs),
		cmocka_unit_test(finds_letters), cmocka_unit_test(orders),
		cmocka_unit_test(walks_characters), cmocka_unit_test(classes),
		cmocka_unit_test(cuts_at_words),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
