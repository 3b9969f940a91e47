/* SPDX-License-Identifier: MIT
 * stated: the sums and the time limits of a text, and the numbers that are neither */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/text.h"
#include "board/stated.h"

/* "30000 10USD": all sums of a text. */
static void sums(const char *text, const char *wanted)
{
	struct buf out = {0};
	struct stated_sum sum;
	for (size_t at = 0; stated_next_sum(str_from(text), &at, &sum);)
		buf_printf(&out, out.len ? " %lld%s" : "%lld%s", (long long)sum.amount,
		           sum.currency ? sum.currency : "");
	buf_putc(&out, '\0');
	assert_string_equal(out.p, wanted);
	buf_release(&out);
}

static void limits(const char *text, const char *wanted)
{
	struct buf out = {0}, folded = {0};
	struct stated_limit limit;
	text_fold(&folded, str_from(text));
	for (size_t at = 0; stated_next_limit(buf_str(&folded), &at, &limit);) {
		buf_putz(&out, out.len ? " " : "");
		stated_put_number(&out, limit.value);
		buf_printf(&out, "/%s", limit.unit);
	}
	buf_putc(&out, '\0');
	assert_string_equal(out.p, wanted);
	buf_release(&folded);
	buf_release(&out);
}

static void money_is_found(void **state)
{
	(void)state;
	sums("30.000 đồng/bản; từ bản thứ ba 20 nghìn đồng, tối đa 1 triệu đồng",
	     "30000 20000 1000000");
	sums("10.250.000/lần", "10250000");
	sums("500 đ, 500đ.", "500 500");
	sums("200000", "200000");
	sums("10 USD hoặc 250.000 VNĐ", "10USD 250000");
}

static void other_numbers_are_no_money(void **state)
{
	(void)state;
	sums("Thông tư số 64/2025/TT-BTC ngày 30/6/2025, Điều 12", "");
	sums("5 đối tượng, 3 ngày, 9.999", "9999");
	sums("1,5.3 2,50", "");
	sums("99999999999999999999999999 đồng", "");
	sums("", "");
}

static void limits_are_found(void **state)
{
	(void)state;
	limits("Không quá 03 (ba) ngày làm việc kể từ ngày nhận đủ hồ sơ", "3/WORKING_DAY");
	limits("10 ngày; trường hợp phải xác minh: 1,50 tháng, 2.0 năm và 8 giờ",
	       "10/DAY 1.5/MONTH 2/YEAR 8/HOUR");
	limits("010 ngày", "10/DAY");
}

static void other_numbers_are_no_limits(void **state)
{
	(void)state;
	limits("Trong ngày; từ ngày 30/6/2026, Điều 3", "");
	limits("1/2 ngày, 0 ngày, 3-5 ngày", "");
	limits("5 ngayz, 3 (ba", "");
	limits("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(money_is_found),
	    cmocka_unit_test(other_numbers_are_no_money),
	    cmocka_unit_test(limits_are_found),
	    cmocka_unit_test(other_numbers_are_no_limits),
	};
	return cmocka_run_group_tests_name("stated", tests, NULL, NULL);
}
