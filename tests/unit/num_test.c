/* SPDX-License-Identifier: MIT
 * num: integers read strictly, rates exactly */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/num.h"

enum { NO = -77 }; /* the text is refused */

struct reading {
	const char *text;
	int64_t value;
};

static void check_readings(int (*parse)(struct str, int64_t *), const struct reading *cases,
                           size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int64_t got = NO;
		int status = parse(str_from(cases[i].text), &got);
		if (got != cases[i].value || status != (cases[i].value == NO ? -1 : 0))
			fail_msg("\"%s\" gives %lld", cases[i].text, (long long)got);
	}
}

static void reads_integers(void **state)
{
	(void)state;
	static const struct reading cases[] = {
		{"0", 0}, {"-12", -12}, {"+5", 5}, {"007", 7}, {"9223372036854775807", INT64_MAX},
		{"-9223372036854775808", INT64_MIN}, {"9223372036854775808", NO},
		{"-9223372036854775809", NO}, {"99999999999999999999", NO}, {"", NO}, {"-", NO},
		{"+", NO},
		{" 1", NO}, {"1 ", NO}, {"1.0", NO}, {"1e3", NO}, {"0x1", NO}, {"--1", NO},
		{"١", NO},
	};
	check_readings(num_parse_int, cases, countof(cases));
}

static void reads_vietnamese(void **state)
{
	(void)state;
	static const struct reading whole[] = {
		{"1.506", 1506}, {"03", 3}, {" 1.234.567 ", 1234567}, {"250", 250}, {"1506", 1506},
		{"1,506", NO}, {"1.5", NO}, {"1.50", NO}, {"1.5066", NO}, {"0.506", NO},
		{"1506.000", NO},
		{"1.506,5", NO}, {"1 506", NO}, {".506", NO}, {"1.", NO}, {"-5", NO}, {"", NO},
		{"l506", NO},
		{"9.223.372.036.854.775.808", NO},
	};
	static const struct reading percent[] = {
		{"81,76%", 8176}, {"96 %", 9600}, {"100%", 10000}, {"0,5%", 50}, {"90,556%", NO},
		{"81,7612%", NO}, {"81.76%", NO}, {"1.506%", NO}, {"81,76", NO}, {"%", NO},
		{",5%", NO},
		{"12,00%", 1200}, {"81,%", NO},
	};
	static const struct reading dong[] = {
		{"30.000", 30000}, {"30.000 đồng", 30000}, {"30.000đ", 30000}, {"30000 VNĐ", 30000},
		{"10 triệu đồng", 10000000}, {"10 triệu", 10000000}, {"01 tỷ", 1000000000},
		{"1,5 tỷ đồng", 1500000000}, {"50 nghìn", 50000}, {"2,25 triệu", 2250000}, {"0", 0},
		{"30.000\xC2\xA0đồng", 30000}, {"0,5 triệu đồng", 500000},
		{"1,5", NO}, {"1,5 đồng", NO}, {"30,000", NO}, {"30,000 đồng", NO}, {"30.00", NO},
		{"1.000,5 triệu", 1000500000}, {"1,506 triệu", NO}, {"10 triệu rưỡi", NO},
		{"10 USD", NO},
		{"đồng", NO}, {"triệu", NO}, {"", NO}, {"30.000 đồng/bản", NO},
		{"10 triệuđồng", NO},
		{"9.999.999.999.999 tỷ", NO}, {"-5 đồng", NO},
	};
	check_readings(num_parse_vi, whole, countof(whole));
	check_readings(num_parse_percent, percent, countof(percent));
	check_readings(num_parse_dong, dong, countof(dong));
}

static void writes(void **state)
{
	(void)state;
	static const struct {
		int64_t n;
		const char *text;
	} cases[] = {
		{0, "0"}, {7, "7"}, {999, "999"}, {1000, "1.000"}, {1506, "1.506"},
		{30000, "30.000"},
		{1234567, "1.234.567"}, {-1506, "-1.506"}, {-100, "-100"},
		{INT64_MAX, "9.223.372.036.854.775.807"}, {INT64_MIN, "-9.223.372.036.854.775.808"},
	};
	struct buf out = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		buf_reset(&out);
		num_put_vi(&out, cases[i].n);
		assert_string_equal(out.p, cases[i].text);
	}
	buf_release(&out);
}

static void writes_decimals(void **state)
{
	(void)state;
	static const struct {
		const char *in, *out; /* NULL: refused */
	} cases[] = {
		{"1.5", "1,5"}, {"1234.5", "1.234,5"}, {"3.0", "3"}, {"3", "3"}, {"0.50", "0,5"},
		{"-2.25", "-2,25"}, {"-0.0", "0"}, {"007", "7"}, {"1.", NULL}, {".5", NULL},
		{"", NULL},
		{"-", NULL}, {"1e5", NULL}, {"1,5", NULL}, {"Inf", NULL}, {"1.2.3", NULL},
	};
	struct buf out = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		buf_reset(&out);
		int status = num_put_decimal_vi(&out, str_from(cases[i].in));
		assert_int_equal(status, cases[i].out ? 0 : -1);
		assert_string_equal(buf_str(&out).p, cases[i].out ? cases[i].out : "");
	}
	buf_release(&out);
}

static void rates(void **state)
{
	(void)state;
	static const struct {
		int64_t n, d;
		const char *text; /* NULL: refused */
	} cases[] = {
		{260, 318, "81,76%"}, {1506, 1663, "90,56%"}, {1766, 1981, "89,15%"},
		{4, 4, "100%"},
		{215, 220, "97,73%"}, {244, 250, "97,60%"}, {23999, 25000, "96,00%"},
		{0, 5, "0,00%"},
		{1, 20000, "0,01%"}, {1, 20001, "0,00%"}, /* a half goes up, less does not */
		{19999, 20000, "100%"},                  /* as printed; targets compare exactly */
		{5, 4, "125,00%"}, {100, 1, "10.000,00%"}, {0, 0, NULL}, {-1, 5, NULL},
		{1, -5, NULL},
		{INT64_MAX, 1, NULL}, {1, INT64_MAX, NULL},
		{400000000000000, 400000000000000, "100%"},
	};
	struct buf out = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		buf_reset(&out);
		int64_t hundredths = NO;
		int status = num_rate(cases[i].n, cases[i].d, &hundredths);
		assert_int_equal(status, cases[i].text ? 0 : -1);
		if (status == 0)
			num_put_percent(&out, hundredths);
		assert_string_equal(buf_str(&out).p, cases[i].text ? cases[i].text : "");
	}
	buf_reset(&out);
	num_put_percent(&out, -50);
	assert_string_equal(out.p, "-0,50%");
	buf_release(&out);
}

static void compares_exactly(void **state)
{
	(void)state;
	int order = NO;
	assert_int_equal(num_compare_rate(23999, 25000, 96, 1, &order), 0);
	assert_true(order < 0); /* prints 96,00% and does not reach 96 % */
	assert_int_equal(num_compare_rate(24000, 25000, 96, 1, &order), 0);
	assert_int_equal(order, 0);
	assert_int_equal(num_compare_rate(961, 1000, 192, 2, &order), 0);
	assert_true(order > 0);
	assert_int_equal(num_compare_rate(0, 0, 96, 1, &order), -1);
	assert_int_equal(num_compare_rate(1, 1, 96, 0, &order), -1);
	assert_int_equal(num_compare_rate(INT64_MAX, 1, 96, 1, &order), -1);
	assert_int_equal(num_compare_rate(1, INT64_MAX, 96, 1, &order), -1);
}

static void writes_fixed_places(void **state)
{
	(void)state;
	static const struct {
		const char *decimal;
		int places;
		const char *text; /* NULL: refused */
	} cases[] = {
		{"18.125", 2, "18,13"}, {"18.1249999", 2, "18,12"}, {"20", 2, "20,00"},
		{"0.5", 0, "1"}, {"1.995", 2, "2,00"}, {"1851.007462", 2, "1.851,01"},
		{"-0.004", 2, "0,00"},
		{"-2.5", 0, "-3"}, {"7.05", 1, "7,1"}, {"0.1", 9, "0,100000000"}, {"1e-5", 2, NULL},
		{"", 2, NULL}, {".5", 2, NULL}, {"1.2.3", 2, NULL}, {"1.234x", 2, NULL},
		{"1", 10, NULL},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = {0};
		int status = num_put_fixed_vi(&out, str_from(cases[i].decimal), cases[i].places);
		struct str want = cases[i].text ? str_from(cases[i].text) : (struct str){0};
		if (status != (cases[i].text ? 0 : -1) || !str_eq(buf_str(&out), want))
			fail_msg("\"%s\" gives \"%.*s\"", cases[i].decimal, STR_ARG(buf_str(&out)));
		buf_release(&out);
	}
}

static void takes_signs_of_other_languages(void **state)
{
	(void)state;
	static const struct {
		struct num_signs signs;
		const char *wanted;
	} cases[] = {
	    {{{0}, {0}}, "n: -1.234,5"},
	    {{{",", 1}, {".", 1}}, "n: -1,234.5"},
	    {{{"\u202F", 3}, {"", 0}}, "n: -1\u202F2345"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = {0};
		buf_putz(&out, "n: ");
		num_put_vi(&out, -1234);
		buf_putz(&out, ",5");
		num_set_signs(&out, 3, cases[i].signs);
		assert_string_equal(buf_str(&out).p, cases[i].wanted);
		buf_release(&out);
	}
}

static void gives_points(void **state)
{
	(void)state;
	static const struct {
		int64_t n, d;
		const char *max, *full;
		int64_t points;
	} cases[] = {
		{29, 32, "20", "100", 1813},         /* 18,125 exactly */
		{144625, 184513, "20", "100", 1568}, {0, 2, "20", "100", 0}, {1, 8, "1", "100", 13},
		{60, 100, "4", "80", 300}, {8176, 10000, "4", "80", 400},
		{79, 100, "4", "80.0", 395},
		{80, 100, "4", "80", 400}, {5, 4, "20", "100", 2000}, {1, 3, "9.5", "100", 317},
		{2, 3, "9.50", "66.67", 950}, {1, 1, "0", "100", 0}, {1, 0, "20", "100", NO},
		{-1, 2, "20", "100", NO}, {1, 2, "20", "0", NO}, {1, 2, "x", "100", NO},
		{INT64_MAX, INT64_MAX, "20", "100", NO},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		int64_t got = NO;
		int status = num_points(cases[i].n, cases[i].d, str_from(cases[i].max),
		                        str_from(cases[i].full), &got);
		if (got != cases[i].points || status != (cases[i].points == NO ? -1 : 0))
			fail_msg("case %zu gives %lld", i, (long long)got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_integers), cmocka_unit_test(reads_vietnamese),
		cmocka_unit_test(writes), cmocka_unit_test(writes_decimals),
		cmocka_unit_test(rates),
		cmocka_unit_test(compares_exactly),
		cmocka_unit_test(writes_fixed_places),
		cmocka_unit_test(takes_signs_of_other_languages), cmocka_unit_test(gives_points),
	};
	return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
