/* SPDX-License-Identifier: MIT
 * date - days: read, counted, written the Vietnamese way
 *
 * Days and dates are turned into each other by counting years from 1 March of the year 0:
 * the leap day is then the last of its year, and 400 years are one round of 146097 days.
 * (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".) */
#include "base/date.h"

#include <assert.h>

enum { ROUND_DAYS = 146097, ROUND_YEARS = 400, EPOCH = 719468 /* 1970-01-01 from 0000-03-01 */ };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_length(int year, int month)
{
	static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	assert(month >= 1 && month <= 12);
	return lengths[month - 1] + (month == 2 && is_leap(year));
}

bool date_from_ymd(struct date_ymd ymd, int32_t *days)
{
	if (ymd.year < 1 || ymd.year > 9999 || ymd.month < 1 || ymd.month > 12 || ymd.day < 1 ||
	    ymd.day > date_month_length(ymd.year, ymd.month))
		return false;
	int year = ymd.month <= 2 ? ymd.year - 1 : ymd.year;
	int round = year / ROUND_YEARS;
	int year_of_round = year % ROUND_YEARS;
	int month = (ymd.month + 9) % 12; /* March is 0 */
	int day_of_year = (153 * month + 2) / 5 + ymd.day - 1;
	int leap_days = year_of_round / 4 - year_of_round / 100;
	int day_of_round = year_of_round * 365 + leap_days + day_of_year;
	*days = round * ROUND_DAYS + day_of_round - EPOCH;
	return true;
}

struct date_ymd date_to_ymd(int32_t days)
{
	assert(days >= DATE_FIRST && days <= DATE_LAST);
	int from_start = days + EPOCH;
	int round = from_start / ROUND_DAYS;
	int day_of_round = from_start % ROUND_DAYS;
	int leap_days = day_of_round / 1460 - day_of_round / 36524 + day_of_round / 146096;
	int year = (day_of_round - leap_days) / 365;
	int day_of_year = day_of_round - (365 * year + year / 4 - year / 100);
	int month = (5 * day_of_year + 2) / 153; /* March is 0 */
	struct date_ymd ymd = {
		.year = year + round * ROUND_YEARS + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1,
	};
	return ymd;
}

bool date_add_months(int32_t days, int months, int32_t *out)
{
	struct date_ymd ymd = date_to_ymd(days);
	int64_t count = (int64_t)ymd.year * 12 + ymd.month - 1 + months;
	if (count < 12 || count >= 10000 * 12)
		return false;
	ymd.year = (int)(count / 12);
	ymd.month = (int)(count % 12) + 1;
	int length = date_month_length(ymd.year, ymd.month);
	if (ymd.day > length)
		ymd.day = length;
	return date_from_ymd(ymd, out);
}

int date_weekday(int32_t days)
{
	/* 1970-01-01 was a Thursday; DATE_FIRST, a Monday, keeps the remainder positive. */
	return (int)(((int64_t)days - DATE_FIRST) % 7) + 1;
}

/* Takes `least` to `most` digits off *s. */
static bool take_number(struct str *s, size_t least, size_t most, int *out)
{
	size_t n = 0;
	int value = 0;
	while (n < s->n && n < most && s->p[n] >= '0' && s->p[n] <= '9')
		value = value * 10 + (s->p[n++] - '0');
	if (n < least)
		return false;
	*s = str_slice(*s, n, s->n);
	*out = value;
	return true;
}

static bool take(struct str *s, const char *word)
{
	struct str prefix = str_from(word);
	if (!str_starts(*s, prefix))
		return false;
	*s = str_slice(*s, prefix.n, s->n);
	return true;
}

/* At least one space; then the word. */
static bool take_spaced(struct str *s, const char *word)
{
	struct str rest = str_trim(*s);
	if (rest.p == s->p || !take(&rest, word))
		return false;
	*s = rest;
	return true;
}

static bool take_spaced_number(struct str *s, size_t least, size_t most, int *out)
{
	struct str rest = str_trim(*s);
	if (rest.p == s->p || !take_number(&rest, least, most, out))
		return false;
	*s = rest;
	return true;
}

bool date_parse(struct str iso, int32_t *days)
{
	struct date_ymd ymd;
	return iso.n == 10 && take_number(&iso, 4, 4, &ymd.year) && take(&iso, "-") &&
	       take_number(&iso, 2, 2, &ymd.month) && take(&iso, "-") &&
	       take_number(&iso, 2, 2, &ymd.day) && date_from_ymd(ymd, days);
}

bool date_parse_vi(struct str s, int32_t *days)
{
	struct date_ymd ymd;
	s = str_trim(s);
	if (take(&s, "ngày") || take(&s, "Ngày"))
		return take_spaced_number(&s, 1, 2, &ymd.day) && take_spaced(&s, "tháng") &&
		       take_spaced_number(&s, 1, 2, &ymd.month) && take_spaced(&s, "năm") &&
		       take_spaced_number(&s, 4, 4, &ymd.year) && s.n == 0 &&
		       date_from_ymd(ymd, days);
	if (!take_number(&s, 1, 2, &ymd.day) || s.n == 0)
		return false;
	const char sep[2] = {s.p[0], '\0'};
	if (sep[0] != '/' && sep[0] != '-' && sep[0] != '.')
		return false;
	return take(&s, sep) && take_number(&s, 1, 2, &ymd.month) && take(&s, sep) &&
	       take_number(&s, 4, 4, &ymd.year) && s.n == 0 && date_from_ymd(ymd, days);
}

bool date_parse_time(struct str s, int *minutes)
{
	int hour, minute;
	if (s.n != 5 || !take_number(&s, 2, 2, &hour) || !take(&s, ":") ||
	    !take_number(&s, 2, 2, &minute) || minute > 59 || hour * 60 + minute > 24 * 60)
		return false;
	*minutes = hour * 60 + minute;
	return true;
}

void date_put_iso(struct buf *out, int32_t days)
{
	struct date_ymd ymd = date_to_ymd(days);
	buf_printf(out, "%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
}

void date_put_vi(struct buf *out, int32_t days)
{
	struct date_ymd ymd = date_to_ymd(days);
	buf_printf(out, "%02d/%02d/%04d", ymd.day, ymd.month, ymd.year);
}

void date_put_long(struct buf *out, int32_t days)
{
	struct date_ymd ymd = date_to_ymd(days);
	buf_printf(out, ymd.month < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
	           ymd.day, ymd.month, ymd.year);
}
