/* SPDX-License-Identifier: MIT
 * date: days read, counted, written */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"

static int32_t day(const char *iso)
{
	int32_t days = 0;
	if (!date_parse(str_from(iso), &days))
		fail_msg("%s is no day", iso);
	return days;
}

static void knows_fixed_days(void **state)
{
	(void)state;
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("1969-12-31"), -1);
	assert_int_equal(day("2000-02-29"), 11016);
	assert_int_equal(day("2026-11-21"), 20778);
	assert_int_equal(day("0001-01-01"), DATE_FIRST);
	assert_int_equal(day("9999-12-31"), DATE_LAST);
	assert_int_equal(date_weekday(day("2026-11-21")), 6);
	assert_int_equal(date_weekday(0), 4);
	assert_int_equal(date_weekday(DATE_FIRST), 1);
	assert_int_equal(date_weekday(DATE_LAST), 5);
}

/* Every day of the calendar follows the one before it, there and back. */
static void counts_every_day(void **state)
{
	(void)state;
	struct date_ymd expected = {1, 1, 1};
	int weekday = 1;
	for (int32_t days = DATE_FIRST; days <= DATE_LAST; days++) {
		struct date_ymd got = date_to_ymd(days);
		int32_t back = 0;
		if (got.year != expected.year || got.month != expected.month ||
		    got.day != expected.day || !date_from_ymd(got, &back) || back != days ||
		    date_weekday(days) != weekday)
			fail_msg("day %d is %d-%d-%d", days, got.year, got.month, got.day);
		weekday = weekday % 7 + 1;
		expected.day++;
		if (expected.day > date_month_length(expected.year, expected.month)) {
			expected.day = 1;
			expected.month = expected.month % 12 + 1;
			expected.year += expected.month == 1;
		}
	}
}

static void refuses_what_is_no_day(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
		"2026-4-01",
		"2026-04-1", "26-04-01", "2026/04/01", "2026-04-01 ", " 2026-04-01", "0000-01-01",
		"2026-04-01T10:00", "-026-04-01", "2026-04-00",
	};
	int32_t days = 5;
	for (size_t i = 0; i < countof(bad); i++)
		if (date_parse(str_from(bad[i]), &days))
			fail_msg("%s is read as a day", bad[i]);
	assert_int_equal(days, 5);
	assert_int_equal(day("2000-02-29") + 1, day("2000-03-01"));
}

static void reads_vietnamese(void **state)
{
	(void)state;
	static const struct {
		const char *text, *iso; /* NULL: refused */
	} cases[] = {
		{"27/8/2020", "2020-08-27"}, {"17/08/2020", "2020-08-17"},
		{"27-08-2020", "2020-08-27"},
		{"27.08.2020", "2020-08-27"}, {"ngày 27 tháng 08 năm 2020", "2020-08-27"},
		{"Ngày 2 tháng 3 năm 2023", "2023-03-02"}, {"17/8/2020", "2020-08-17"},
		{"02/3/2023", "2023-03-02"}, {"  1/1/2026 ", "2026-01-01"},
		{"ngày  02  tháng 12 năm 2026", "2026-12-02"},
		{"8/27/2020", NULL}, {"31/4/2020", NULL}, {"27/8/20", NULL}, {"27/8-2020", NULL},
		{"27/8/2020 10:00", NULL}, {"2020-08-27", NULL}, {"ngày 27 tháng 8", NULL},
		{"", NULL},
		{"ngày27 tháng 8 năm 2020", NULL}, {"27/8/20201", NULL}, {"027/8/2020", NULL},
		{"5", NULL},
		{"27 8 2020", NULL}, {"0/8/2020", NULL},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		int32_t days = 0;
		bool is_day = date_parse_vi(str_from(cases[i].text), &days);
		if (is_day != !!cases[i].iso || (is_day && days != day(cases[i].iso)))
			fail_msg("\"%s\" gives %d (%d)", cases[i].text, is_day, days);
	}
}

static void reads_times(void **state)
{
	(void)state;
	int minutes = -1;
	assert_true(date_parse_time(STR("07:30"), &minutes) && minutes == 450);
	assert_true(date_parse_time(STR("24:00"), &minutes) && minutes == 1440);
	assert_true(date_parse_time(STR("00:00"), &minutes) && minutes == 0);
	static const char *const bad[] = {"7:30", "07:60", "24:01", "25:00", "07-30", "07:30 ", ""};
	for (size_t i = 0; i < countof(bad); i++)
		assert_false(date_parse_time(str_from(bad[i]), &minutes));
}

static void writes(void **state)
{
	(void)state;
	static const struct {
		const char *iso, *table, *sentence;
	} cases[] = {
		{"2026-11-21", "21/11/2026", "ngày 21 tháng 11 năm 2026"},
		{"2026-02-02", "02/02/2026", "ngày 02 tháng 02 năm 2026"},
		{"2026-01-15", "15/01/2026", "ngày 15 tháng 01 năm 2026"},
		{"2023-03-22", "22/03/2023", "ngày 22 tháng 3 năm 2023"},
		{"2026-03-02", "02/03/2026", "ngày 02 tháng 3 năm 2026"},
		{"0987-09-09", "09/09/0987", "ngày 09 tháng 9 năm 987"},
	};
	struct buf out = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		buf_reset(&out);
		date_put_iso(&out, day(cases[i].iso));
		assert_string_equal(out.p, cases[i].iso);
		buf_reset(&out);
		date_put_vi(&out, day(cases[i].iso));
		assert_string_equal(out.p, cases[i].table);
		buf_reset(&out);
		date_put_long(&out, day(cases[i].iso));
		assert_string_equal(out.p, cases[i].sentence);
	}
	buf_release(&out);
}

static void adds_months(void **state)
{
	(void)state;
	static const struct {
		const char *from;
		int months;
		const char *to; /* NULL: outside the calendar */
	} cases[] = {
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"},
		{"2026-01-15", -1, "2025-12-15"}, {"2026-03-31", -13, "2025-02-28"},
		{"2026-12-15", 0, "2026-12-15"}, {"2026-05-31", 120, "2036-05-31"},
		{"9999-12-01", 1, NULL}, {"0001-01-31", -1, NULL},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		int32_t to = 0;
		bool inside = date_add_months(day(cases[i].from), cases[i].months, &to);
		assert_int_equal(inside, cases[i].to != NULL);
		if (inside)
			assert_int_equal(to, day(cases[i].to));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_fixed_days), cmocka_unit_test(counts_every_day),
		cmocka_unit_test(refuses_what_is_no_day), cmocka_unit_test(reads_vietnamese),
		cmocka_unit_test(reads_times), cmocka_unit_test(writes),
		cmocka_unit_test(adds_months),
	};
	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
