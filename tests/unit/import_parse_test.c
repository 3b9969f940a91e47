/* SPDX-License-Identifier: MIT
 * import: time limits, fees, legal bases, Markdown and characters, one text at a time */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/import_int.h"

static const char *or_empty(struct str s)
{
	return s.p ? s.p : "";
}

/* Texts of static cases end in NUL, those in the arena too, slices do not. */
static bool is(struct arena *a, struct str got, const char *wanted)
{
	return strcmp(or_empty(got.p ? arena_str(a, got) : got), wanted) == 0;
}

static void reads_time_limits(void **state)
{
	(void)state;
	static const struct {
		const char *in, *value, *unit, *text;
		bool parsed;
	} cases[] = {
		{"7 WORKING_DAY", "7", "WORKING_DAY", "", true},
		{"1.5 WORKING_DAY", "1.5", "WORKING_DAY", "", true},
		{"8 HOUR", "8", "HOUR", "", true},
		{"2 MONTH", "2", "MONTH", "", true},
		{"3 YEAR", "3", "YEAR", "", true},
		{"30 ngày", "30", "DAY", "", true},
		{"01 OTHER", "1", "OTHER", "", false},
		{"1 OTHER", "1", "OTHER", "", false},
		{"0 OTHER", "", "OTHER", "", false},
		{"OTHER", "", "OTHER", "", false},
		{"- OTHER", "", "OTHER", "", false},
		{"Theo mô tả OTHER", "", "OTHER", "Theo mô tả", false},
		{"", "", "", "", false},
		{"Không có thông tin", "", "", "", false},
		{"Không quá 03 ngày làm việc OTHER", "3", "WORKING_DAY",
		 "Không quá 03 ngày làm việc",
		 true},
		{"10 (mười) ngày kể từ ngày nhận hồ sơ", "10", "DAY",
		 "10 (mười) ngày kể từ ngày nhận hồ sơ", true},
		{"05 ngày làm việc, tính từ khi nhận đủ hồ sơ.", "5", "WORKING_DAY",
		 "05 ngày làm việc, tính từ khi nhận đủ hồ sơ.", true},
		/* What says more than one limit stays as it is. */
		{"Không quá 10 ngày. Vùng sâu thì thêm 5 ngày", "", "",
		 "Không quá 10 ngày. Vùng sâu thì thêm 5 ngày", false},
		{"Không quá 10 ngày kể từ ngày nhận. Trường hợp khó thì lâu hơn", "", "",
		 "Không quá 10 ngày kể từ ngày nhận. Trường hợp khó thì lâu hơn", false},
		{"Trong thời hạn 45 ngày, trong đó:", "", "",
		 "Trong thời hạn 45 ngày, trong đó:", false},
		{"3 WORKING_DAY | 5 WORKING_DAY", "", "", "3 WORKING_DAY | 5 WORKING_DAY", false},
		{"5-7 ngày", "", "", "5-7 ngày", false},
		{"15/12 OTHER", "", "OTHER", "15/12", false},
		{"0 ngày", "", "", "0 ngày", false},
		{"2 ngày rưỡi", "", "", "2 ngày rưỡi", false},
		{"10 ngàn", "", "", "10 ngàn", false},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_limit l;
		import_limit_parse(&a, str_from(cases[i].in), &l);
		if (!is(&a, l.value, cases[i].value) || !is(&a, l.unit, cases[i].unit) ||
			!is(&a, l.text, cases[i].text) || l.parsed != cases[i].parsed)
			fail_msg("\"%s\" gives %s %s \"%s\" %d", cases[i].in, or_empty(l.value),
			         or_empty(l.unit), or_empty(l.text), l.parsed);
	}
	arena_release(&a);
}

/* A note that says the amount again says all. */
static void reads_fees_in_another_currency(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"10 USD (10 USD/lần.)", "10 USD/lần."},
		{"10 USD (theo biểu phí)", "10 USD (theo biểu phí)"},
		{"10 USD (20 USD/lần)", "10 USD (20 USD/lần)"},
		{"10 EUR (10 USD/lần)", "10 EUR (10 USD/lần)"},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_fee *fees;
		size_t merged = 0;
		assert_int_equal(import_fee_parse(&a, str_from(cases[i][0]), &fees, &merged), 1);
		assert_int_equal(fees[0].kind, IMPORT_FEE_FORMULA);
		assert_true(is(&a, fees[0].text, cases[i][1]));
		assert_true(str_eq(fees[0].currency, str_slice(str_from(cases[i][0]), 3, 6)));
	}
	arena_release(&a);
}

/* The first fee of a text. kind: A amount, F words, N none, U unknown, E empty. */
static void reads_one_fee(void **state)
{
	(void)state;
	static const char kinds[] = "AFNUE";
	static const struct {
		const char *in;
		char kind;
		int64_t amount;
		const char *text, *note, *currency;
		bool doubtful;
	} cases[] = {
		{"7000 VNĐ (mỗi bản)", 'A', 7000, "", "mỗi bản", "", false},
		{"500000 VNĐ ()", 'A', 500000, "", "", "", false},
		{"7000 VND (a)", 'A', 7000, "", "a", "", false},
		{"30000 VNĐ (30.000 đồng/hồ sơ (Thông tư số 64/2025/TT-BTC ngày 30/6/2025))", 'A',
		 30000, "", "30.000 đồng/hồ sơ (Thông tư số 64/2025/TT-BTC ngày 30/6/2025)", "",
		 false},
		{"14250000 VNĐ (14.250.000/lần/đơn vị)", 'A', 14250000, "",
		 "14.250.000/lần/đơn vị", "",
		 false},
		{"2000000 VNĐ (02 triệu đồng/giấy)", 'A', 2000000, "", "02 triệu đồng/giấy", "",
		 false},
		{"0 VNĐ ()", 'U', 0, "", "", "", false},
		{"0 VNĐ (0 đồng)", 'U', 0, "", "", "", false},
		{"0 VNĐ (Không)", 'N', 0, "Không", "", "", false},
		{"0 VNĐ ( Miễn phí )", 'N', 0, "Miễn phí", "", "", false},
		{"0 VNĐ (Không thu lệ phí (Thông tư số 47/2019/TT-BTC).)", 'N', 0,
		 "Không thu lệ phí (Thông tư số 47/2019/TT-BTC).", "", "", false},
		{"0 VNĐ (Miễn phí đối với trẻ em)", 'F', 0, "Miễn phí đối với trẻ em", "", "",
		 false},
		{"0 VNĐ (Miễn lệ phí. Bản sao: 8.000 đồng)", 'F', 0,
		 "Miễn lệ phí. Bản sao: 8.000 đồng",
		 "", "", false},
		{"0 VNĐ (Chưa quy định.)", 'F', 0, "Chưa quy định.", "", "", false},
		{"0 VNĐ (Theo quy định của Bộ Tài chính)", 'F', 0,
		 "Theo quy định của Bộ Tài chính", "",
		 "", false},
		{"20 VNĐ (20.000 vnđ /tờ khai)", 'F', 20, "20 VNĐ (20.000 vnđ /tờ khai)", "*", "",
		 true},
		{"25 VNĐ ()", 'F', 25, "25 VNĐ", "*", "", true},
		{"999 VNĐ ()", 'F', 999, "999 VNĐ", "*", "", true},
		{"1000 VNĐ ()", 'A', 1000, "", "", "", false},
		{"1500000 VNĐ (150.000 đồng/1 giấy.)", 'F', 1500000,
		 "1500000 VNĐ (150.000 đồng/1 giấy.)", "*", "", true},
		{"50000 VNĐ (Không thu phí)", 'F', 50000, "50000 VNĐ (Không thu phí)", "*", "",
		 true},
		/* the note names other money */
		{"800000 VNĐ ((từ 01/7/2025 là 400.000 đồng))", 'F', 800000,
		 "800.000 đồng (từ 01/7/2025 là 400.000 đồng)", "", "", false},
		{"50000 VNĐ (50.000đ/tem, trực tuyến 25.000đ)", 'F', 50000,
		 "50.000 đồng (50.000đ/tem, trực tuyến 25.000đ)", "", "", false},
		{"50000 VNĐ (Mức cụ thể do HĐND tỉnh quyết định)", 'F', 50000,
		 "50.000 đồng (Mức cụ thể do HĐND tỉnh quyết định)", "", "", false},
		{"50000 VNĐ (bằng 50% mức thu)", 'F', 50000, "50.000 đồng (bằng 50% mức thu)", "",
		 "",
		 false},
		{"50000 VNĐ (Nghị quyết 9/2025/NQ-HĐND)", 'A', 50000, "",
		 "Nghị quyết 9/2025/NQ-HĐND", "", false},
		/* other money */
		{"10 VNĐ (10USD/giấy)", 'F', 10, "10USD/giấy", "", "USD", false},
		{"25 VNĐ (+ Một lần: 25USD)", 'F', 25, "Một lần: 25USD", "", "USD", false},
		{"- Một\n- Hai", 'F', 0, "- Một\n- Hai", "", "", false},
		{"5 VNĐ (Nghỉ qua đêm: 05 USD/giấy)", 'F', 5, "Nghỉ qua đêm: 05 USD/giấy", "",
		 "USD",
		 false},
		{"150 VNĐ (10 USD/giấy)", 'F', 150, "150 VNĐ (10 USD/giấy)", "*", "", true},
		{"20000 VNĐ (20.000 đồng (01 USD))", 'A', 20000, "", "20.000 đồng (01 USD)", "",
		 false},
		{"70 CNY (a)", 'F', 70, "70 CNY (a)", "", "CNY", false},
		{"Không có thông tin", 'E', 0, "", "", "", false},
		{"", 'E', 0, "", "", "", false},
		{"Không quy định", 'N', 0, "Không quy định", "", "", false},
		{"Chi tiết tại biểu phí kèm theo", 'F', 0, "Chi tiết tại biểu phí kèm theo", "", "",
		 false},
		{"99999999999999999999 VNĐ (a)", 'F', 0, "99999999999999999999 VNĐ (a)", "", "",
		 false},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_fee *f;
		size_t merged = 0, count = import_fee_parse(&a, str_from(cases[i].in), &f, &merged);
		bool note =
			cases[i].note[0] == '*' ? f->note.n > 0 : is(&a, f->note, cases[i].note);
		if (count != 1 || kinds[f->kind] != cases[i].kind || f->amount != cases[i].amount ||
			!note || !is(&a, f->text, cases[i].text) ||
			!is(&a, f->currency, cases[i].currency) || f->doubtful != cases[i].doubtful)
			fail_msg("\"%s\" gives %zu: %c %lld \"%.*s\" note \"%.*s\" %d", cases[i].in,
			         count, kinds[f->kind], (long long)f->amount, STR_ARG(f->text),
			         STR_ARG(f->note), f->doubtful);
	}
	arena_release(&a);
}

static void cuts_lists_of_fees(void **state)
{
	(void)state;
	struct arena a = {0};
	struct import_fee *f;
	size_t merged = 0;
	assert_int_equal(import_fee_parse(&a,
	                                  STR("7000 VNĐ (x | y) | 5000 VNĐ (z) | 7000 VNĐ (x | y)"),
	                                  &f, &merged),
	                 2);
	assert_true(f[0].amount == 7000 && f[1].amount == 5000 && merged == 1);
	assert_true(str_eqz(f[0].note, "x | y"));
	assert_int_equal(import_fee_parse(&a, STR("Theo quy định | Theo quy định"), &f, &merged),
	                 1);
	assert_true(str_eqz(f[0].text, "Theo quy định"));
	assert_int_equal(import_fee_parse(&a, STR(" | "), &f, &merged), 1);
	assert_int_equal(f[0].kind, IMPORT_FEE_EMPTY);
	/* The same amount with another note is another fee. */
	assert_int_equal(import_fee_parse(&a, STR("7000 VNĐ (a) | 7000 VNĐ (b)"), &f, &merged), 2);
	arena_release(&a);
}

static void reads_legal_bases(void **state)
{
	(void)state;
	static const struct {
		const char *in, *number, *title, *issued;
	} cases[] = {
		{"Luật thử (60/2014/QH13)", "60/2014/QH13", "Luật thử", ""},
		{"Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ (123/2015/NĐ-CP)",
		 "123/2015/NĐ-CP", "Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ",
		 "2015-11-15"},
		{"Thông tư 1/2020/TT-BTP ngày 02 tháng 3 năm 2020 (1/2020/TT-BTP)", "1/2020/TT-BTP",
		 "Thông tư 1/2020/TT-BTP ngày 02 tháng 3 năm 2020", "2020-03-02"},
		/* The date of another document, or of another year, is not this one's. */
		{"Sửa đổi Nghị định số 1/2015/NĐ-CP ngày 15/11/2015 (2/2016/NĐ-CP)", "2/2016/NĐ-CP",
		 "Sửa đổi Nghị định số 1/2015/NĐ-CP ngày 15/11/2015", ""},
		{"Nghị định 2/2016/NĐ-CP ngày 15/11/2015 (2/2016/NĐ-CP)", "2/2016/NĐ-CP",
		 "Nghị định 2/2016/NĐ-CP ngày 15/11/2015", ""},
		{"Nghị định 2/2016/NĐ-CP ngày 31/02/2016 (2/2016/NĐ-CP)", "2/2016/NĐ-CP",
		 "Nghị định 2/2016/NĐ-CP ngày 31/02/2016", ""},
		{"Luật tín dụng (Luật số 32/2024/QH15)", "32/2024/QH15", "Luật tín dụng", ""},
		{"A (66.7/2025/NQ-CP)", "66.7/2025/NQ-CP", "A", ""},
		{"A (35 /2025/NQ-HĐND.)", "35/2025/NQ-HĐND", "A", ""},
		{"A (191/2005/TTLT/BQP-BTC)", "191/2005/TTLT/BQP-BTC", "A", ""},
		{"A (94/2025/QH15 ngày 27/6/2025)", "94/2025/QH15", "A", "2025-06-27"},
		{"(123/2015/NĐ-CP)", "123/2015/NĐ-CP", "", ""},
		{"47/2019/TT-BTC (Thông tư 47/2019/TT-BTC)", "47/2019/TT-BTC",
		 "Thông tư 47/2019/TT-BTC", ""},
		{"61/2025/TT-NHNN (số 61/2025/TT-NHNN)", "61/2025/TT-NHNN", "", ""},
		{"61/2025/TT-NHNN (61/2025/TT-NHNN)", "61/2025/TT-NHNN", "", ""},
		{"Luật số 78/2025/QH15 ngày 18/6/2025; (78/2025/QH15)", "78/2025/QH15",
		 "Luật số 78/2025/QH15 ngày 18/6/2025", "2025-06-18"},
		/* What is no number of a document stays in the title. */
		{"A (46/2020)", "", "A (46/2020)", ""},
		{"A (06)", "", "A (06)", ""},
		{"A (86/2018/nđ-cp)", "", "A (86/2018/nđ-cp)", ""},
		{"A (09/2017/QH1409/2017/QH14)", "", "A (09/2017/QH1409/2017/QH14)", ""},
		{"A (85/2025/QĐ-UBND (Đà Nẵng))", "", "A (85/2025/QĐ-UBND (Đà Nẵng))", ""},
		{"A (94/2025/QH15 ngày 27/6/2024)", "", "A (94/2025/QH15 ngày 27/6/2024)", ""},
		{"A", "", "A", ""},
		{"A )", "", "A )", ""},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_law l;
		import_law_parse(&a, str_from(cases[i].in), &l);
		if (!is(&a, l.number, cases[i].number) || !is(&a, l.title, cases[i].title) ||
			!is(&a, l.issued, cases[i].issued))
			fail_msg("\"%s\" gives \"%.*s\" \"%.*s\" \"%.*s\"", cases[i].in,
			         STR_ARG(l.number), STR_ARG(l.title), STR_ARG(l.issued));
	}
	arena_release(&a);
}

static void writes_markdown(void **state)
{
	(void)state;
	/* A line that begins with "!" is a title. */
	static const struct {
		const char *in, *out;
	} cases[] = {
		{"Một\nHai", "Một\n\nHai"},
		{"- a\n+ b\n+ c\n- d", "- a\n  - b\n  - c\n- d"},
		/* Below stands what comes below in the text, not every "+". */
		{"+ b\n+ c", "- b\n- c"},
		{"+ a.\n- b\n+ c\n- d", "- a.\n- b\n  - c\n- d"},
		{"+ a:\n- b\n- c\n+ d", "- a:\n  - b\n  - c\n- d"},
		{"- a\n+ b:\n• c\n+ d\n- e", "- a\n  - b:\n    - c\n  - d\n- e"},
		{"- a\n• b\n- c", "- a\n- b\n- c"},
		{"- Bước 1: Một\n- a\n+ Bước 2.\n- Bước đầu",
		 "Bước 1: Một\n\n- a\n\nBước 2.\n\n- Bước đầu"},
		/* Enumerated below an item that introduces it, when the list goes on. */
		{"+ a:\n(i) Một\n(ii) Hai\n+ b",
		 "- a:\n\n  (i) Một\n\n  (ii) Hai\n- b"},
		{"- a\n+ b:\n1. Một\n2. Hai", "- a\n  - b:\n\n    1\\. Một\n\n    2\\. Hai"},
		{"- a:\na) Một\nHai\n- b", "- a:\n\na) Một\n\nHai\n\n- b"},
		{"- a:\nb) Hai\n- b", "- a:\n\nb) Hai\n\n- b"},
		{"- a\na) Một\n- b", "- a\n\na) Một\n\n- b"},
		{"- a:\na) Một\n• b", "- a:\n\na) Một\n\n- b"},
		{"!* Nộp", "**Nộp**"},
		{"- a\nMột\n- b", "- a\n\nMột\n\n- b"},
		{"!Nộp hồ sơ\nMột", "**Nộp hồ sơ**\n\nMột"},
		{"1. Một\n2) Hai\n2026 năm\n1.1. Ba",
		 "1\\. Một\n\n2\\) Hai\n\n2026 năm\n\n1.1. Ba"},
		{"# a\n=== b\n> c", "\\# a\n\n\\=== b\n\n\\> c"},
		{"a_b *c* `d` [e](f) <g> h|i ~j \\k",
		 "a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\<g\\> h\\|i \\~j \\\\k"},
		{"R&D &lt; &#60; & x", "R&D \\&lt; \\&#60; & x"},
		{"-5 độ\n--- b\n+) c\n-Quyết định", "\\-5 độ\n\n\\--- b\n\n\\+) c\n\n- Quyết định"},
		{"• a\n– b", "- a\n- b"},
		{"- - a", "- \\- a"},
		{"-", "\\-"},
		{"* Lưu ý:", "\\* Lưu ý:"},
		{"a\n\n\nb\n", "a\n\nb"},
		{"", ""},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_md_line lines[20] = {{{0}, false}};
		size_t count = 0;
		for (struct str rest = str_from(cases[i].in); rest.p; count++) {
			struct str line = str_cut_line(&rest);
			lines[count].title = line.n && line.p[0] == '!';
			lines[count].text = lines[count].title ? str_slice(line, 1, line.n) : line;
		}
		struct buf out = {0};
		import_md_put(&out, lines, count);
		if (!str_eqz(buf_str(&out), cases[i].out))
			fail_msg("\"%s\" gives \"%.*s\"", cases[i].in, STR_ARG(buf_str(&out)));
		buf_release(&out);
	}
}

static void breaks_long_lines(void **state)
{
	(void)state;
	static const char head[] =
		"Đối với hồ sơ nộp tại nơi tiếp nhận thì thời hạn tính theo từng trường hợp và "
		"không kể thời gian người nộp bổ sung giấy tờ theo yêu cầu của nơi tiếp nhận";
	static const struct {
		const char *in, *out;
	} cases[] = {
		{": - Một; - hai", ":\n- Một;\n- hai"},
		{". a) Một; b.1) Hai; đ) Ba", ".\na) Một;\nb.1) Hai;\nđ) Ba"},
		{" - Một, điểm a) hai; - 5 độ; A) ba", " - Một, điểm a) hai; - 5 độ; A) ba"},
		{": - Một\nhai", ": - Một\nhai"},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str in = arena_printf(&a, "%s%s", head, cases[i].in);
		struct str out = arena_printf(&a, "%s%s", head, cases[i].out);
		if (!str_eq(import_break_lines(&a, in), out))
			fail_msg("%s", cases[i].in);
	}
	assert_true(is(&a, import_break_lines(&a, STR("a: - b; - c")), "a: - b; - c"));
	arena_release(&a);
}

static void cleans_characters(void **state)
{
	(void)state;
	static const struct {
		const char *in, *out;
		size_t mended, odd;
	} cases[] = {
		{"a\tb\xC2\xA0"
		 "c",
		 "a b c", 2, 0},
		{"  - a   b  \r\nc", "  - a b\nc", 0, 0},
		{"e\xCC\x82\xCC\x81", "\xE1\xBA\xBF", 0, 0}, /* composed */
		{"k\xE2\x80\x8E\xC3\xBD tr\xC2\xAD\x75", "k\xC3\xBD tru", 2, 0},
		{"\xEF\xBB\xBF"
		 "a",
		 "a", 1, 0},
		{"- \xEF\x83\xBC\tA", "- - A", 2, 0}, /* check mark in front: an item */
		{"A \xEF\x83\xBC B", "A ✓ B", 1, 0},
		{"A. \xEF\x81\xB6\tB", "A. - B", 2, 0},
		{"5 \xEF\x82\xB3 3", "5 ≥ 3", 1, 0},
		{"a\xEF\x80\x81"
		 "b",
		 "a□b", 0, 1}, /* no agreed meaning */
		{"a\x01"
		 "b",
		 "ab", 0, 1},
		{"- \xE2\x83\xB0 A", "- * A", 1, 0},
	};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_report report = {0};
		struct diag d = {0};
		struct place at = {STR("f"), 0, 0};
		struct str in = str_from(cases[i].in);
		struct str out = import_text_clean(&a, in, at, 0, &report, &d);
		size_t mended = report.counts[IMPORT_N_SPACES] + report.counts[IMPORT_N_INVISIBLE] +
		                report.counts[IMPORT_N_BULLETS];
		if (!str_eqz(out, cases[i].out) || mended != cases[i].mended ||
			report.counts[IMPORT_N_ODD_CHARACTERS] != cases[i].odd ||
			d.count != cases[i].odd)
			fail_msg("case %zu gives \"%.*s\", %zu mended, %zu odd", i, STR_ARG(out),
			         mended, report.counts[IMPORT_N_ODD_CHARACTERS]);
		diag_release(&d);
	}
	arena_release(&a);
}

/* A text on one line of a file: every message is of that line. */
static void places_characters(void **state)
{
	(void)state;
	static const struct {
		int given, line;
	} cases[] = {{0, 2}, {7, 7}};
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct import_report report = {0};
		struct diag d = {0};
		struct place at = {STR("f"), cases[i].given, 0};
		(void)import_text_clean(&a, STR("a\nb\x01"), at, 0, &report, &d);
		assert_int_equal(d.messages[0].at.line, cases[i].line);
		diag_release(&d);
	}
	arena_release(&a);
}

static void tells_what_says_the_same(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		bool text, list, words;
	} cases[] = {
		{"Cấp Xã", "cấp xã", true, true, true},
		{"- Tờ khai;", "Tờ khai", true, true, true},
		{"a\n\nb", "a b", true, true, true},
		{"Công an, Thuế", "Thuế, Công an", false, true, true},
		{"Công an, Thuế", "Công an", false, false, false},
		{"A, A", "A, B", false, false, false},
		{"", "a", false, false, false},
		{"", "", true, true, true},
		{"phí", "phi", false, false, false},
		{"1.5 ngày", "15 ngày", false, false, false},
		{"1.500", "1,500", false, false, true},
		{"10/2025", "10-2025", true, true, true},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str x = str_from(cases[i].a), y = str_from(cases[i].b);
		if (import_same_text(x, y) != cases[i].text ||
			import_same_list(x, y) != cases[i].list ||
			import_same_list(y, x) != cases[i].list ||
			(import_words_sum(x) == import_words_sum(y)) != cases[i].words)
			fail_msg("\"%s\" and \"%s\"", cases[i].a, cases[i].b);
	}
}

static void refuses_other_bytes(void **state)
{
	(void)state;
	struct arena a = {0};
	struct diag d = {0};
	assert_int_equal(import_text_check(&a, STR("a\nb\xFF"), STR("f"), &d), -1);
	assert_int_equal(d.count, 1);
	assert_true(str_eqz(d.messages[0].id, "I004"));
	assert_int_equal(d.messages[0].at.line, 2);
	diag_release(&d);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_time_limits), cmocka_unit_test(reads_one_fee),
		cmocka_unit_test(cuts_lists_of_fees), cmocka_unit_test(reads_legal_bases),
		cmocka_unit_test(writes_markdown), cmocka_unit_test(breaks_long_lines),
		cmocka_unit_test(cleans_characters),
		cmocka_unit_test(refuses_other_bytes),
		cmocka_unit_test(reads_fees_in_another_currency),
		cmocka_unit_test(places_characters),
		cmocka_unit_test(tells_what_says_the_same),
	};
	return cmocka_run_group_tests_name("import parsers", tests, NULL, NULL);
}
