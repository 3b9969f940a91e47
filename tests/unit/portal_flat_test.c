/* SPDX-License-Identifier: MIT
 * portal_flat, portal_page: flattened tables and pages cut again, one text at a time. A row is
 * written with its cells between bars. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "fmt/portal_flat.h"
#include "fmt/portal_page.h"

enum table { WAYS, PAPERS, LAWS, RESULTS };

static void put_papers(struct buf *out, const struct portal_record *r)
{
	for (size_t i = 0; i < r->paper_count; i++) {
		const struct portal_paper *p = &r->papers[i];
		if (p->kind == PORTAL_CASE)
			buf_printf(out, "[%.*s]", STR_ARG(p->name));
		else
			buf_printf(out, "%.*s|%.*s%s|%d|%d", STR_ARG(p->name), STR_ARG(p->form),
			           p->has_form_in_name ? "?" : "", (int)p->originals,
			           (int)p->copies);
		buf_putc(out, '\n');
	}
}

static void put_rows(struct buf *out, const struct portal_record *r)
{
	for (size_t i = 0; i < r->way_count; i++) {
		const struct portal_way *w = &r->ways[i];
		buf_printf(out, "%s%.*s|%.*s|%.*s|%.*s\n", w->is_stray ? "!" : "",
		           STR_ARG(w->channel), STR_ARG(w->limit), STR_ARG(w->fee),
		           STR_ARG(w->note));
	}
	put_papers(out, r);
	for (size_t i = 0; i < r->law_count; i++)
		buf_printf(out, "%.*s%s\n", STR_ARG(r->laws[i].text),
		           r->laws[i].may_hold_two ? "?" : "");
	for (size_t i = 0; i < r->result_count; i++)
		buf_printf(out, "%.*s|%.*s\n", STR_ARG(r->results[i].name),
		           STR_ARG(r->results[i].code));
}

struct flat_case {
	const char *in, *out;
};

static void run(enum table table, const struct flat_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena a = {0};
		struct buf got = {0};
		struct portal_record r = {0};
		struct portal_rows rows = {.arena = &a, .record = &r};
		struct str in = str_from(cases[i].in);
		if (table == WAYS)
			portal_flat_ways(&rows, in, 1);
		else if (table == PAPERS)
			portal_flat_papers(&rows, in, 1);
		else if (table == LAWS)
			portal_flat_laws(&rows, in);
		else
			portal_flat_results(&rows, in);
		put_rows(&got, &r);
		if (!str_eqz(buf_str(&got), cases[i].out))
			fail_msg("\"%s\" gives\n%.*s", cases[i].in, STR_ARG(buf_str(&got)));
		buf_release(&got);
		arena_release(&a);
	}
}

static void cuts_ways(void **state)
{
	(void)state;
	static const struct flat_case cases[] = {
		{"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việcMiễn phí",
		 "ONLINE|7 WORKING_DAY|0 VNĐ ()|\n"},
		{"Trực tiếp30 NgàyMiễn phí(Không)Dịch vụ bưu chính2 ThángKhông có thông tin",
		 "DIRECT|30 DAY|0 VNĐ (Không)|\nPOSTAL|2 MONTH|Không có thông tin|\n"},
		{"Trực tiếp8 Giờ1,500,000 Việt Nam Đồng(đồng/lần)Nộp tại quầy.\nNhận sau.",
		 "DIRECT|8 HOUR|1500000 VNĐ (đồng/lần)|Nộp tại quầy.\nNhận sau.\n"},
		/* No unit: the amount is glued to the number. */
		{"Trực tiếp1Miễn phí", "DIRECT|1 OTHER|0 VNĐ ()|\n"},
		{"Trực tiếp140,000 VNĐ", "DIRECT|1 OTHER|40000 VNĐ ()|\n"},
		{"Trực tiếp1100 VNĐTrực tuyến125 VNĐ",
		 "DIRECT|1 OTHER|100 VNĐ ()|\nONLINE|1 OTHER|25 VNĐ ()|\n"},
		{"Trực tiếp1.5 Ngày10 USD(10 USD/lần)", "DIRECT|1.5 DAY|10 USD (10 USD/lần)|\n"},
		{"Trực tiếpKhông có thông tin20,000 VNĐ", "DIRECT|OTHER|20000 VNĐ ()|\n"},
		{"Trực tuyếnKhông quy địnhMiễn phíTrực tiếpKhông quy định Không có thông tinx",
		 "ONLINE|Không quy định OTHER|0 VNĐ ()|\n"
		 "DIRECT|Không quy định OTHER|Không có thông tin|x\n"},
		/* Words that name a channel are no row. */
		{"Trực tiếp3 NgàyMiễn phí- Trực tuyến: qua Cổng. - Trực tiếp tại quầy 3 lần.",
		 "DIRECT|3 DAY|0 VNĐ ()|- Trực tuyến: qua Cổng. - Trực tiếp tại quầy 3 lần.\n"},
		/* Brackets too many and too few. */
		{"Trực tiếp3 NgàyMiễn phí(theo quy định))Ghi chú",
		 "DIRECT|3 DAY|0 VNĐ (theo quy định))|Ghi chú\n"},
		{"Trực tiếp3 Ngày5,000 VNĐ(lần (Miễn từ 1/7/2026)03 ngày làm việc.",
		 "DIRECT|3 DAY|5000 VNĐ (lần (Miễn từ 1/7/2026)|03 ngày làm việc.\n"},
		{"Trực tiếp3 NgàyMiễn phí((a) và (b) (c)) Nộp tại quầy.",
		 "DIRECT|3 DAY|0 VNĐ ((a) và (b) (c))|Nộp tại quầy.\n"},
		{"Trực tiếp3 NgàyMiễn phí(1) Nộp. (2) Nhận.",
		 "DIRECT|3 DAY|0 VNĐ ()|(1) Nộp. (2) Nhận.\n"},
		{"Trực tiếp3 NgàyMiễn phí(1) Nộp (tại quầy). 2) Nhận.",
		 "DIRECT|3 DAY|0 VNĐ ()|(1) Nộp (tại quầy). 2) Nhận.\n"},
		{"Trực tiếp3 NgàyMiễn phí(a) Mới (lần đầu): 5; b) Lại: 3.)Nộp tại quầy",
		 "DIRECT|3 DAY|0 VNĐ (a) Mới (lần đầu): 5; b) Lại: 3.)|Nộp tại quầy\n"},
		{"Trực tiếp3 NgàyMiễn phí(1) Một; 2) Hai)",
		 "DIRECT|3 DAY|0 VNĐ (1) Một; 2) Hai)|\n"},
		{"Trực tiếp3 NgàyMiễn phí(không đóng", "DIRECT|3 DAY|0 VNĐ (không đóng)|\n"},
		{"Gọi trước.Trực tiếp3 NgàyMiễn phí", "!|||Gọi trước.\nDIRECT|3 DAY|0 VNĐ ()|\n"},
		{"Nộp ở đâu cũng được", "!|||Nộp ở đâu cũng được\n"},
		{"Hình thức nộpThời gianPhí, lệ phíMô tả", ""},
		{"", ""},
	};
	run(WAYS, cases, countof(cases));
}

#define HEADS "Tên giấy tờMẫu đơn, tờ khaiSố lượng"

static void cuts_papers(void **state)
{
	(void)state;
	static const struct flat_case cases[] = {
		{"--" HEADS "Tờ khai1 bản chínhẢnh0 bản chính,2 bản sao",
		 "[]\nTờ khai||1|0\nẢnh||0|2\n"},
		{"Trường hợp A:" HEADS "Đơn1 bản chính,1 bản saoTrường hợp B" HEADS
		 "- Tờ trình2 bản chính",
		 "[Trường hợp A:]\nĐơn||1|1\n[Trường hợp B]\n- Tờ trình||2|0\n"},
		/* The last digit is the quantity; with a zero in front it is prose. */
		{HEADS "Đơn ngày 01/7/20251 bản chínhMẫu số 181 bản chính",
		 "[]\nĐơn ngày 01/7/2025||1|0\nMẫu số 18||1|0\n"},
		{HEADS "Đơn: 01 bản chính và 01 bản sao.1 bản chính",
		 "[]\nĐơn: 01 bản chính và 01 bản sao.||1|0\n"},
		{HEADS "Nộp 20 bản chính, kèm ảnh.1 bản chính01 bản chính Giấy phép1 bản chính",
		 "[]\nNộp 20 bản chính, kèm ảnh.||1|0\n01 bản chính Giấy phép||1|0\n"},
		{HEADS "Đơn 1 bản chính- Ảnh1 bản chính,10 bản sao", "[]\nĐơn||1|0\n- Ảnh||1|10\n"},
		{HEADS "1 bản chính", "[]\n||1|0\n"},
		/* Forms. */
		{HEADS "Tờ khai theo mẫu;Mẫu số 01.docx1 bản chính",
		 "[]\nTờ khai theo mẫu;|Mẫu số 01.docx|1|0\n"},
		{HEADS "Đơn theo Thông tư 1/2026/TT-BTPMau 2.docxMau 3.PDF1 bản chính",
		 "[]\nĐơn theo Thông tư 1/2026/TT-BTP|Mau 2.docx; Mau 3.PDF|1|0\n"},
		{HEADS "Đơn đăng ký1.000574.docx1 bản chính",
		 "[]\nĐơn đăng ký|1.000574.docx|1|0\n"},
		{HEADS "Đơn theo mẫu quy địnhbáo cáo.docx1 bản chính",
		 "[]\nĐơn theo mẫu quy địnhbáo cáo.docx|?|1|0\n"},
		{HEADS "Bản in của tệp a.docx kèm theo1 bản chính",
		 "[]\nBản in của tệp a.docx kèm theo||1|0\n"},
		/* What has no table of its own is a case without papers. */
		{HEADS "Đơn1 bản chính----Nộp qua mạng thì không cần",
		 "[]\nĐơn||1|0\n[Nộp qua mạng thì không cần]\n"},
		{"--", ""},
		{"", ""},
	};
	run(PAPERS, cases, countof(cases));
}

static void cuts_laws(void **state)
{
	(void)state;
	static const struct flat_case cases[] = {
		{"Tên văn bản pháp lýMã văn bảnLuật 37/2018/QH1437/2018/QH14",
		 "Luật 37/2018/QH14 (37/2018/QH14)\n"},
		{"Luật A60/2014/QH13Nghị định B5/2026/NĐ-CPQUY ĐỊNH C9/2025/TT-BCAQUY ĐỊNH D",
		 "Luật A (60/2014/QH13)\nNghị định B (5/2026/NĐ-CP)\n"
		 "QUY ĐỊNH C (9/2025/TT-BCA)\nQUY ĐỊNH D\n"},
		{"Nghị định sửa đổi Nghị định số 12/2020/NĐ-CP5/2026/NĐ-CP",
		 "Nghị định sửa đổi Nghị định số 12/2020/NĐ-CP (5/2026/NĐ-CP)\n"},
		{"Thông tư về phíThông tư số 9/2025/TT-BTCLuậtLuật 18/2017/QH14",
		 "Thông tư về phí (Thông tư số 9/2025/TT-BTC)\nLuật (Luật 18/2017/QH14)\n"},
		{"Luật28/2023/QH15Luật Thuế năm 202456/2024/QH15",
		 "Luật (28/2023/QH15)\nLuật Thuế năm 2024 (56/2024/QH15)\n"},
		{"47/2019/TT-BTCThông tư 47/2019/TT-BTCLuật B1/2020/QH14",
		 "47/2019/TT-BTC (Thông tư 47/2019/TT-BTC)\nLuật B (1/2020/QH14)\n"},
		{"Quyết định 92/2000/QĐ-NHNN792/2000/QĐ-NHNN7Luật B1/2020/QH14",
		 "Quyết định 92/2000/QĐ-NHNN7 (92/2000/QĐ-NHNN7)\nLuật B (1/2020/QH14)\n"},
		{"Pháp lệnh 28/2005/PL-UBTVQH1128/2005/PL-UBTVQH11Quyết định A3/2020/QĐ-TTg",
		 "Pháp lệnh 28/2005/PL-UBTVQH11 (28/2005/PL-UBTVQH11)\n"
		 "Quyết định A (3/2020/QĐ-TTg)\n"},
		{"Nghị quyết A.24/2026/NQ-CP Nghị định B.5/2026/NĐ-CP",
		 "Nghị quyết A. (24/2026/NQ-CP)\nNghị định B. (5/2026/NĐ-CP)\n"},
		{"Quy chế liên tịch A1/2014/QCLT-XYZQuy chế B",
		 "Quy chế liên tịch A (1/2014/QCLT-XYZ)\nQuy chế B\n"},
		/* Nobody can tell: in one piece, and said so. */
		{"BỘ LUẬT AxNghị định B5/2026/NĐ-CP", "BỘ LUẬT AxNghị định B (5/2026/NĐ-CP)?\n"},
		{"Luật Thi đua 202206Quy định B", "Luật Thi đua 202206Quy định B?\n"},
		{"Công ước quốc tế", "Công ước quốc tế\n"},
		{"", ""},
	};
	run(LAWS, cases, countof(cases));
}

static void cuts_results(void **state)
{
	(void)state;
	static const struct flat_case cases[] = {
		{"Giấy xác nhậnMã: KQ.G15.000001", "Giấy xác nhận|KQ.G15.000001\n"},
		{"Giấy AMã: KQ.G15.000001Văn bản BMã: 000.00.00.G15-KQ0002",
		 "Giấy A|KQ.G15.000001\nVăn bản B|000.00.00.G15-KQ0002\n"},
		{"Giấy AMã: KQ.G15.000001- Giấy BMã: KQ.G15.000002.văn bản CMã: hg6",
		 "Giấy A|KQ.G15.000001\n- Giấy B|KQ.G15.000002\n.văn bản C|hg6\n"},
		{"Giấy AMã: Chưa xác định", "Giấy A|Chưa xác định\n"},
		{"Giấy A", "Giấy A|\n"},
		{"Giấy AMã: ", "Giấy A|\n"},
		{"", ""},
	};
	run(RESULTS, cases, countof(cases));
}

#define PAGE_TO_STEPS \
	"Thủ tục ATên thủ tụcThủ tục AMã thủ tục1.999001Số quyết định1/QĐCấp thực hiệnCấp xã" \
	"Loại thủ tụcALĩnh vựcBĐối tượng thực hiệnCCơ quan có thẩm quyềnDĐịa chỉ tiếp nhận HS" \
	"Cơ quan được ủy quyềnCơ quan phối hợpThủ tục hành chính liên quanKhông có thông tin" \
	"Trình Tự Thực Hiện "
#define PAGE_TO_DOSSIER \
	"Cách Thức Thực HiệnHình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp1Miễn phí"
#define PAGE_FROM_LAWS \
	"Căn cứ pháp lýTên văn bản pháp lýMã văn bảnLuậtCơ quan thực hiệnEYêu cầu, điều kiện" \
	" thực hiệnF"

static void cuts_pages(void **state)
{
	(void)state;
	static const struct {
		const char *page, *steps, *dossier, *requirements, *result, *controls;
	} cases[] = {
		{PAGE_TO_STEPS "Nộp." PAGE_TO_DOSSIER "Thành phần hồ sơX" PAGE_FROM_LAWS
		 "Kết quả xử lýGTừ khóaHMô tảIChọn cơ quan thực hiệnTỉnh/ Thành phốNộp hồ sơ",
		 "Nộp.", "X", "F", "G", "Tỉnh/ Thành phốNộp hồ sơ"},
		/* Headings inside. */
		{PAGE_TO_STEPS "Lập theo mục Thành phần hồ sơ; nộp." PAGE_TO_DOSSIER
		 "xem mục\nThành phần hồ sơ: dưới.Thành phần hồ sơa) Thành phần hồ sơ:X"
		 PAGE_FROM_LAWS "Kết quả xử lýG",
		 "Lập theo mục Thành phần hồ sơ; nộp.", "a) Thành phần hồ sơ:X", "F", "G", NULL},
		{PAGE_TO_STEPS "x" PAGE_TO_DOSSIER "y Thành phần hồ sơ--Căn cứ pháp lý: Luật"
		 PAGE_FROM_LAWS "Từ khóaHMô tảI",
		 "x", "--Căn cứ pháp lý: Luật", "F", NULL, NULL},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str parts[PORTAL_PARTS], page = str_from(cases[i].page);
		int missing = -1;
		assert_true(portal_page_cut(page, parts, &missing));
		assert_true(str_eqz(parts[PORTAL_NAME], "Thủ tục A"));
		assert_true(str_eqz(parts[PORTAL_CODE], "1.999001"));
		assert_true(str_eqz(parts[PORTAL_STEPS], cases[i].steps));
		assert_true(str_eqz(parts[PORTAL_DOSSIER], cases[i].dossier));
		assert_true(str_eqz(parts[PORTAL_REQUIREMENTS], cases[i].requirements));
		assert_true(str_eq(parts[PORTAL_RESULT], str_from(cases[i].result)));
		assert_true(str_eq(parts[PORTAL_CONTROLS], str_from(cases[i].controls)));
		/* Put together and cut again it is the same. */
		struct buf again = {0};
		struct str parts_again[PORTAL_PARTS];
		portal_page_put(&again, parts);
		assert_true(portal_page_cut(buf_str(&again), parts_again, &missing));
		for (int p = 0; p < PORTAL_PARTS; p++)
			assert_true(str_eq(parts[p], parts_again[p]));
		buf_release(&again);
	}
}

static void names_the_missing_heading(void **state)
{
	(void)state;
	struct str parts[PORTAL_PARTS];
	int missing = -1;
	assert_false(portal_page_cut(STR(PAGE_TO_STEPS "x" PAGE_TO_DOSSIER PAGE_FROM_LAWS), parts,
	                             &missing));
	assert_int_equal(missing, PORTAL_DOSSIER);
	assert_false(portal_page_cut(STR(""), parts, &missing));
	assert_int_equal(missing, PORTAL_NAME);
}

/* A crawler that knows no heading behind the results has all of the end in them. */
static void gives_the_tail(void **state)
{
	(void)state;
	struct str parts[PORTAL_PARTS];
	struct str with = STR(PAGE_TO_STEPS "x" PAGE_TO_DOSSIER "Thành phần hồ sơX"
	                      PAGE_FROM_LAWS "Kết quả xử lýGTừ khóaHMô tảI");
	struct str without = STR(PAGE_TO_STEPS "x" PAGE_TO_DOSSIER "Thành phần hồ sơX"
	                         PAGE_FROM_LAWS "Từ khóaHMô tảI");
	int missing;
	assert_true(portal_page_cut(with, parts, &missing));
	assert_true(str_eqz(portal_page_tail(parts, PORTAL_RESULT, with), "GTừ khóaHMô tảI"));
	assert_true(str_eqz(portal_page_tail(parts, PORTAL_REQUIREMENTS, with), "F"));
	assert_true(portal_page_cut(without, parts, &missing));
	struct str tail = portal_page_tail(parts, PORTAL_REQUIREMENTS, without);
	assert_true(str_eqz(tail, "FTừ khóaHMô tảI"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_ways),     cmocka_unit_test(cuts_papers),
		cmocka_unit_test(cuts_laws),     cmocka_unit_test(cuts_results),
		cmocka_unit_test(cuts_pages),    cmocka_unit_test(names_the_missing_heading),
		cmocka_unit_test(gives_the_tail),
	};
	return cmocka_run_group_tests_name("portal pages", tests, NULL, NULL);
}
