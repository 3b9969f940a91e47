/* SPDX-License-Identifier: MIT
 * quality: what is found in texts, and what is rightly left alone */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "board/quality.h"

static bool personal(const char *text, const char *known)
{
	struct buf out = {0};
	bool found = quality_find_personal(str_from(text), str_from(known), &out);
	assert_true(found == (out.len > 0));
	buf_release(&out);
	return found;
}

static bool garbled(const char *text)
{
	size_t from, to;
	return quality_find_garbled(str_from(text), &from, &to);
}

static void words_are_whole(void **state)
{
	(void)state;
	size_t from, to;
	struct str s = STR("Thủy lợi; ỦY BAN\nnhân dân quận 3");
	assert_true(quality_find_words(s, STR("thị xã|ủy ban nhân dân"), 0, &from, &to));
	assert_true(str_starts(str_slice(s, from, to), STR("ỦY BAN")));
	assert_true(str_ends(str_slice(s, from, to), STR("dân")));
	assert_true(quality_find_words(s, STR("quận 3"), 0, &from, &to));
	assert_true(to == s.n);
	assert_false(quality_find_words(s, STR("quân|uy ban|hân|quậ||"), 0, &from, &to));
	assert_false(quality_find_words(s, STR("thủy lợi"), 1, &from, &to));
	assert_false(quality_find_words(STR(""), STR("a"), 0, &from, &to));
	assert_false(quality_find_words(STR("a"), STR(""), 0, &from, &to));
	assert_true(quality_find_words(STR("“tại đây”"), STR("tại đây"), 0, &from, &to));
	assert_false(quality_find_words(STR("\xC3"), STR("ã"), 0, &from, &to)); /* cut off */
}

/* A list is read once and found by the first two bytes of its words. */
static void a_list_serves_many_texts(void **state)
{
	(void)state;
	struct quality_words w;
	struct buf list = {0};
	size_t from, to;
	for (int i = 0; i < QUALITY_WORDS_MOST; i++)
		buf_printf(&list, "từ%d|", i);
	buf_putz(&list, "thừa");
	quality_read_words(&w, buf_str(&list));
	assert_int_equal(w.n, QUALITY_WORDS_MOST);
	assert_true(quality_find(STR("có TỪ63 đây"), &w, 0, &from, &to));
	assert_false(quality_find(STR("có thừa đây"), &w, 0, &from, &to));
	quality_read_words(&w, STR("a|ở đâu|x y|là|đủ"));
	static const char *const texts[] = {"A",  "Ở\n đâu", "X\ty", "x\ny",
	                                    "LÀ", "thì là",  "Đủ",   "(a)"};
	for (size_t i = 0; i < countof(texts); i++)
		if (!quality_find(str_from(texts[i]), &w, 0, &from, &to))
			fail_msg("not found: %s", texts[i]);
	static const char *const others[] = {"ab", "ba", "ởđâu", "xy", "lả", "l", "đ", "đủa"};
	for (size_t i = 0; i < countof(others); i++)
		if (quality_find(str_from(others[i]), &w, 0, &from, &to))
			fail_msg("found in: %s", others[i]);
	buf_release(&list);
}

static void people_are_found(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"CCCD 079203001234", "số định danh 079 203 001 234", "CMND số 025123456",
		"gọi 0912345678", "gọi 0912.345.678", "gọi 098 1234 567 (Zalo)",
		"ĐT: +84 912 345 678", "xe 59-X1 234.56", "biển số 30A-123.45", "xe 29H1 2345",
		"hỏi ông Trần Văn Bình", "Bà: Nguyễn Thị Hoa", "chị Lê Thu",
		"đồng chí Đặng Văn Ước", "thư: abc.xyz@gmail.com", "0312345678 là số của tôi",
	};
	for (size_t i = 0; i < countof(texts); i++)
		if (!personal(texts[i], NULL))
			fail_msg("not found: %s", texts[i]);
}

static void others_are_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"", "1022", "0277 000 0001", "(0204) 3662011", "8.000.000.000 đồng",
		"dưới 5.000.000.000", "mã số thuế 0312345678", "tài khoản 0987654321",
		"Thông tư 01/2026/TT-BTC", "mã 1.001193.000.00.00.H19", "ngày 03.05.2026",
		"000000000000", "123456789012", "số 025123456 trong sổ", "ông Nguyễn Văn A",
		"ông, bà, cha, mẹ", "Ông Bà Chủ", "bà Rịa - Vũng Tàu", "Chủ tịch Hồ Chí Minh",
		"Mẫu 01A-12345/QĐ", "Nghị định 30/2020/NĐ-CP", "pakn@dongthap.gov.vn", "12A 1",
		"từ 0900 đến 1700", "ISBN 978-604-0-12345-6", "000.00.01.H20-260115-0001",
	};
	for (size_t i = 0; i < countof(texts); i++)
		if (personal(texts[i], NULL))
			fail_msg("found: %s", texts[i]);
}

static void known_ones_may_stand(void **state)
{
	(void)state;
	const char *known = "1022|0912345678|Trần Văn Bình|tiepnhan@gmail.com";
	assert_false(personal("ông Trần Văn Bình, 0912 345 678, tiepnhan@gmail.com", known));
	assert_true(personal("ông Trần Văn Bình, 0912 345 679", known));
	struct buf out = {0};
	assert_true(quality_find_personal(STR("gọi 0987 654 321"), str_from(known), &out));
	assert_true(str_eqz(buf_str(&out), "0987…"));
	buf_release(&out);
}

static void debris_is_found(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"Danh môc m¸y mãc, thiÕt bÞ", "Céng hoµ x· héi chñ nghÜa", "®¨ng ký", "§iÒu 5",
		"Ñaêng kyù khai sinh", "thuû tuïc haønh chính", "ÄÄƒng kÃ½", "Thá»§ tá»¥c",
		"ThÃ´ng tÆ°", "đ¬ược cấp", "th0ng tin", "1à người",
		"quyét định vé viéc diéu chỉnh", "t□i nơi cư trú", "cia người dugc cấp",
	};
	for (size_t i = 0; i < countof(texts); i++)
		if (!garbled(texts[i]))
			fail_msg("not found: %s", texts[i]);
}

static void clean_text_is_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"", "Đăng ký khai sinh lưu động", "THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG",
		"54 m² × 3", "Microsoft® Office", "công ty Müller", "Besançon", "«trích dẫn»",
		"10 µg/m³", "□ Có □ Không", "Điều 5 § 2", "bé gái, mé sông, xé rào",
		"CO2, PM2.5, H2O", "mau-1.001008-1", "50 °C – 60 °C",
		"https://vi.example/th0ng-tin", "a@b0c.vn", "kỹ/kĩ thuật",
		"100 mm × 150 mm × 200 mm", "Nhiều người biết điều kiện", "B2B, A1c", "½ suất",
		"1.000.000đ",
	};
	for (size_t i = 0; i < countof(texts); i++)
		if (garbled(texts[i]))
			fail_msg("found: %s", texts[i]);
}

/* Nothing that loading lets pass may break them: any bytes will do. */
static void any_bytes_are_survived(void **state)
{
	(void)state;
	static const char bytes[] = "0123456789 .-+@aAông BàTr\xC3\xA9\xE1\xBB\xA7\xC2\xB8\xE2|";
	char text[64];
	uint32_t seed = 7;
	for (int round = 0; round < 20000; round++) {
		size_t n = round % sizeof text, from, to;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525U + 1013904223U;
			text[i] = bytes[(seed >> 8) % (sizeof bytes - 1)];
		}
		struct str s = {text, n};
		struct buf out = {0};
		if (quality_find_words(s, STR("ông|bà"), 0, &from, &to))
			assert_true(from < to && to <= n);
		if (quality_find_garbled(s, &from, &to))
			assert_true(from < to && to <= n);
		(void)(quality_find_personal(s, STR(""), &out) || out.len);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_whole),
		cmocka_unit_test(a_list_serves_many_texts),
		cmocka_unit_test(people_are_found),
		cmocka_unit_test(others_are_left_alone),
		cmocka_unit_test(known_ones_may_stand),
		cmocka_unit_test(debris_is_found),
		cmocka_unit_test(clean_text_is_left_alone),
		cmocka_unit_test(any_bytes_are_survived),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
