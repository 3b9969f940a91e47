/* SPDX-License-Identifier: MIT
 * personal: what is data of a person in a text, and what only looks like it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "board/personal.h"

/* The finds of a text, each as its kind's letter and its key: "P0906229966 NBà Lê Thị". */
static void check(const char *text, const char *wanted)
{
	struct buf out = {0};
	struct personal found;
	size_t at = 0;
	while (personal_next(str_from(text), &at, &found)) {
		buf_printf(&out, "%s%c", buf_str(&out).n ? " " : "", "IPEN"[found.kind]);
		personal_put_key(&out, &found);
	}
	if (!str_eqz(buf_str(&out), wanted))
		fail_msg("\"%s\" gives \"%.*s\"", text, STR_ARG(buf_str(&out)));
	buf_release(&out);
}

static void finds_numbers(void **state)
{
	(void)state;
	check("CCCD 087123456789, CMND 331234567.", "I087123456789 I331234567");
	check("087 123 456 789", "I087123456789");
	check("gọi 0906229966 hoặc 0277 385 1234", "P0906229966 P02773851234");
	check("+84 906 229 966; (0906.229.966)", "P0906229966 P0906229966");
	check("ngày 05-11-2026 07 giờ, số 0912 345 678 gặp lúc 10 giờ", "P0912345678");
	check("15 0912345678; 0912 345 678 12", "P0912345678 P0912345678");
	/* codes, documents, sums, dates, short numbers */
	check("H20.031.01-261014-264266 000.00.14.H20-200703-0002 1.001193.000.00.00.H20", "");
	check("01779/QĐ-UBND 123456789/QĐ-UBND 0912345678-0001 A0912345678 912345678901a", "");
	check("150000000 đồng, 150.000.000 đồng, 150 000 000 đồng, 123456789012 VND", "");
	check("05.11.2026, 2026-11-05, 1022, 1900 1234, 12345678, 1234567890123", "");
	check("000 000 0000", "");
}

static void finds_addresses(void **state)
{
	(void)state;
	check("Gửi: Nguyen.Van+A@Example.com.vn.", "Enguyen.van+a@example.com.vn");
	check("a@b, @x.vn, x@, x@y.", "");
	check("(x@y.vn)", "Ex@y.vn");
}

static void finds_names(void **state)
{
	(void)state;
	check("hồ sơ của ông Nguyễn Văn Ân bị chậm", "Nông Nguyễn Văn Ân");
	check("bà Lan; Bà Lê Thị Đào", "Nbà Lan NBà Lê Thị Đào");
	check("ông (bà) Trần Hữu Đức", "Nbà) Trần Hữu Đức");
	check("ông, bà phải nộp; Ông Bà; ông bà Nội vụ", "Nbà Nội");
	check("bà Chủ tịch, ông Phó Giám đốc, tỉnh Bà Rịa - Vũng Tàu, phường Bà Rịa, ông", "");
	check("không ai, cái bàng Lớn, trông Nam", "");
}

static void finds_nothing_in_odd_bytes(void **state)
{
	(void)state;
	struct personal found;
	size_t at = 0;
	struct str odd = {"\0\xC2\xFF@\0.0\0bà", 12};
	assert_false(personal_next(odd, &at, &found));
	at = 0;
	assert_false(personal_next((struct str){0}, &at, &found));
	check("bà ", "");
	check("0", "");
	check("+", "");
}

static void knows_columns(void **state)
{
	(void)state;
	static const char *const always[] = {"cccd", "so_cccd", "Ngày sinh", "ngaySinh",
	                                     "CMND/CCCD"};
	static const char *const in_lists[] = {"ho_ten", "Họ và tên", "so_dien_thoai", "email",
	                                       "dia_chi_nguoi_nop", "HoTen", "Người nộp"};
	static const char *const never[] = {"agency_code", "recv_total", "nmae", "mau_sac", "due",
	                                    "hoan_thanh"};
	for (size_t i = 0; i < countof(always); i++)
		assert_true(personal_is_column(str_from(always[i]), false));
	for (size_t i = 0; i < countof(in_lists); i++) {
		assert_true(personal_is_column(str_from(in_lists[i]), true));
		assert_false(personal_is_column(str_from(in_lists[i]), false));
	}
	for (size_t i = 0; i < countof(never); i++)
		assert_false(personal_is_column(str_from(never[i]), true));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_numbers),
		cmocka_unit_test(finds_addresses),
		cmocka_unit_test(finds_names),
		cmocka_unit_test(finds_nothing_in_odd_bytes),
		cmocka_unit_test(knows_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
