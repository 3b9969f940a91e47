/* SPDX-License-Identifier: MIT
 * func_date - SQL functions of days: forms, working days, opening hours */
#include "board/func_int.h"

static void put_day(struct func_call *c,
                    void (*put)(const struct func_state *s, struct buf *out, int32_t days))
{
	int32_t days;
	if (!func_arg_day(c, 0, &days))
		return;
	struct buf out = {0};
	put(c->state, &out, days);
	func_result(c, &out);
}

static void do_date_vi(struct func_call *c)
{
	put_day(c, func_put_day);
}

static void do_date_long(struct func_call *c)
{
	put_day(c, func_put_long_day);
}

static void do_build_date(struct func_call *c)
{
	db_result_text(c->sql, c->state->env->date);
}

/* The first day up to and with which there are `count` working days; DATE_LAST + 1 when the
 * calendar has fewer. */
static int64_t day_of_count(const struct func_state *s, int64_t count)
{
	int64_t low = DATE_FIRST, high = (int64_t)DATE_LAST + 1;
	while (low < high) {
		int64_t mid = low + (high - low) / 2;
		if (func_working_days_until(s, mid) >= count)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

/* Forward the day itself does not count, nor does it backward: what is received today and
 * takes one working day is due on the next. */
static void do_working_days_add(struct func_call *c)
{
	int32_t day;
	int64_t n;
	if (!func_arg_day(c, 0, &day) || !func_arg_int(c, 1, &n))
		return;
	if (n > DATE_LAST - (int64_t)DATE_FIRST || n < DATE_FIRST - (int64_t)DATE_LAST) {
		func_fail(c, FUNC_NO_DAY_LEFT, STR(""), STR(""));
		return;
	}
	const struct func_state *s = c->state;
	int64_t result = day;
	if (n > 0)
		result = day_of_count(s, func_working_days_until(s, day) + n);
	if (n < 0) {
		int64_t count = func_working_days_until(s, (int64_t)day - 1) + n + 1;
		result = count > 0 ? day_of_count(s, count) : (int64_t)DATE_FIRST - 1;
	}
	func_result_day(c, result);
}

/* So that working_days_between(a, working_days_add(a, n)) is n, for negative n too. */
static void do_working_days_between(struct func_call *c)
{
	int32_t a, b;
	if (!func_arg_day(c, 0, &a) || !func_arg_day(c, 1, &b))
		return;
	const struct func_state *s = c->state;
	int64_t before = b < a; /* backward the later day is the one that does not count */
	db_result_int(c->sql, func_working_days_until(s, b - before) -
	                              func_working_days_until(s, a - before));
}

/* False and the call has failed when the argument is no time; minutes since midnight. */
static bool arg_time(struct func_call *c, int i, int *minutes)
{
	struct str time = func_arg_text(c, i);
	return date_parse_time(time, minutes) || func_fail(c, FUNC_NO_TIME, time, STR(""));
}

/* What is handed in after the hour is passed on at the start of the next working day:
 * Nghị định 61/2018/NĐ-CP, Điều 18 khoản 2; Nghị định 309/2026/NĐ-CP, Điều 18 khoản 2. */
static void do_reception_day(struct func_call *c)
{
	int32_t day;
	int time, until;
	if (!func_arg_day(c, 0, &day) || !arg_time(c, 1, &time) || !arg_time(c, 2, &until))
		return;
	int64_t before = (int64_t)day - (time <= until); /* the last day that cannot count */
	func_result_day(c, day_of_count(c->state, func_working_days_until(c->state, before) + 1));
}

static bool put_weekday(struct func_call *c, struct buf *out, int weekday)
{
	char key[] = "weekday.0";
	key[sizeof key - 2] = (char)('0' + weekday);
	return func_put_text(c, out, (struct str){key, sizeof key - 1});
}

/* Days that follow each other, three or more, are said as a range. */
static bool put_weekdays(struct func_call *c, struct buf *out, const bool has[9])
{
	for (int from = 1, to; from <= 7; from = to + 1) {
		to = from;
		if (!has[from])
			continue;
		while (has[to + 1])
			to++;
		if (to - from < 2)
			to = from;
		if (out->len)
			buf_putz(out, ", ");
		if (!put_weekday(c, out, from))
			return false;
		if (to > from) {
			buf_putz(out, " – ");
			if (!put_weekday(c, out, to))
				return false;
		}
	}
	return true;
}

static void do_weekdays_vi(struct func_call *c)
{
	struct str s = func_arg_text(c, 0);
	bool has[9] = {false};
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '1' || s.p[i] > '7') {
			func_fail(c, FUNC_NOT_AMONG, s, STR("1234567"));
			return;
		}
		has[s.p[i] - '0'] = true;
	}
	struct buf out = {0};
	if (put_weekdays(c, &out, has))
		func_result(c, &out);
	buf_release(&out);
}

static void do_hours_vi(struct func_call *c)
{
	struct str from = func_arg_text(c, 0), to = func_arg_text(c, 1);
	int minutes;
	if (!arg_time(c, 0, &minutes) || !arg_time(c, 1, &minutes))
		return;
	struct buf out = {0};
	buf_printf(&out, "%.*s–%.*s", STR_ARG(from), STR_ARG(to));
	func_result(c, &out);
}

const struct func_entry func_date_entries[] = {
	{"build_date", "build_date()", 0, 0, FUNC_ENV, false, do_build_date,
	 "The day of the build, YYYY-MM-DD: the only \"today\" that a query knows."},
	{"date_vi", "date_vi(iso)", 1, 1, FUNC_TEXT, false, do_date_vi,
	 "A day as tables have it: dd/mm/yyyy."},
	{"date_long", "date_long(iso)", 1, 1, FUNC_TEXT, false, do_date_long,
	 "A day as official documents have it in their sentences."},
	{"working_days_add", "working_days_add(iso, n)", 2, 2, FUNC_CALENDAR, false,
	 do_working_days_add,
	 "The day n working days after another, or before it when n is negative."},
	{"working_days_between", "working_days_between(a, b)", 2, 2, FUNC_CALENDAR, false,
	 do_working_days_between,
	 "How many working days b is after a; negative when it is before."},
	{"reception_day", "reception_day(iso, time, until)", 3, 3, FUNC_CALENDAR, false,
	 do_reception_day,
	 "The working day on which a dossier handed in at that time counts as received."},
	{"weekdays_vi", "weekdays_vi(days)", 1, 1, FUNC_TEXT, false, do_weekdays_vi,
	 "Days of the week in words, three or more in a row as a range."},
	{"hours_vi", "hours_vi(from, to)", 2, 2, FUNC_PURE, false, do_hours_vi,
	 "Opening hours from one time to another."},
	{0},
};
