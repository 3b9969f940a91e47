/* SPDX-License-Identifier: MIT
 * func_number - SQL functions of figures: money, counts, rates, targets, time limits */
#include "board/func_int.h"

#define NBSP "\xC2\xA0"
#define DASH "–" /* nothing occurred, so there is no rate */

static void do_num(struct func_call *c)
{
	struct buf out = {0};
	enum db_type type = db_call_type(c->sql, 0);
	struct str s = func_arg_text(c, 0);
	int64_t places = 0;
	bool fixed = func_arg_count(c) > 1;
	if (fixed && !func_arg_int(c, 1, &places))
		return;
	if (places < 0 || places > 9)
		func_fail(c, FUNC_NOT_AMONG, func_arg_text(c, 1), STR("0 1 2 3 4 5 6 7 8 9"));
	else if ((type != DB_INT && type != DB_REAL) ||
	         (fixed ? num_put_fixed_vi(&out, s, (int)places) : num_put_decimal_vi(&out, s)) < 0)
		func_fail(c, FUNC_NO_NUMBER, s, STR(""));
	num_set_signs(&out, 0, c->state->signs);
	if (out.len)
		func_result(c, &out);
	buf_release(&out);
}

static void do_vnd(struct func_call *c)
{
	int64_t n;
	if (!func_arg_int(c, 0, &n))
		return;
	struct buf number = {0}, out = {0};
	num_put_vi(&number, n);
	num_set_signs(&number, 0, c->state->signs);
	const struct func_part parts[] = {{"n", buf_str(&number)}, {"_", STR(NBSP)}};
	const struct func_format format = {"money", 0, "{n}{_}đồng"};
	func_put_format(c->state, &out, format, parts, countof(parts));
	buf_release(&number);
	func_result(c, &out);
}

/* n and d of a rate: integers, not negative. */
static bool fraction(struct func_call *c, int64_t *n, int64_t *d)
{
	if (!func_arg_int(c, 0, n) || !func_arg_int(c, 1, d))
		return false;
	if (*n < 0)
		return func_fail(c, FUNC_NEGATIVE, func_arg_text(c, 0), STR(""));
	if (*d < 0)
		return func_fail(c, FUNC_NEGATIVE, func_arg_text(c, 1), STR(""));
	return true;
}

static void do_pct(struct func_call *c)
{
	int64_t n, d, hundredths;
	if (!fraction(c, &n, &d))
		return;
	if (d == 0) {
		db_result_text(c->sql, STR(DASH));
		return;
	}
	if (num_rate(n, d, &hundredths) < 0) {
		func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
		return;
	}
	struct buf out = {0};
	num_put_percent(&out, hundredths);
	num_set_signs(&out, 0, c->state->signs);
	func_result(c, &out);
}

static void do_rate(struct func_call *c)
{
	int64_t n, d, hundredths;
	if (!fraction(c, &n, &d) || d == 0)
		return;
	if (num_rate(n, d, &hundredths) < 0)
		func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
	else
		db_result_int(c->sql, hundredths);
}

/* A decimal argument that is not negative; `fallback` where there is none. */
static bool arg_decimal(struct func_call *c, int i, const char *fallback, struct str *out)
{
	*out = func_arg_is_null(c, i) ? str_from(fallback) : func_arg_text(c, i);
	if (!func_arg_is_null(c, i) && db_call_type(c->sql, i) == DB_TEXT)
		return func_fail(c, FUNC_NO_NUMBER, *out, STR(""));
	return out->p[0] != '-' || func_fail(c, FUNC_NEGATIVE, *out, STR(""));
}

static void do_points(struct func_call *c)
{
	int64_t n, d, hundredths;
	struct str max, full;
	if (func_arg_is_null(c, 0) || func_arg_is_null(c, 1) || func_arg_is_null(c, 2))
		return;
	if (!fraction(c, &n, &d) || d == 0 || !arg_decimal(c, 2, "0", &max) ||
	    !arg_decimal(c, 3, "100", &full))
		return;
	if (num_points(n, d, max, full, &hundredths) < 0)
		func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
	else
		db_result_int(c->sql, hundredths);
}

static void do_meets(struct func_call *c)
{
	int64_t n, d, t_num, t_den;
	int order = 0;
	if (!fraction(c, &n, &d) || !func_arg_int(c, 3, &t_num) || !func_arg_int(c, 4, &t_den))
		return;
	struct str op = func_arg_text(c, 2);
	bool above = str_eqz(op, ">="), below = str_eqz(op, "<=");
	if (!above && !below && !str_eqz(op, "=")) {
		func_fail(c, FUNC_NOT_AMONG, op, STR(">= <= ="));
		return;
	}
	if (t_num < 0 || t_den <= 0) {
		func_fail(c, FUNC_NO_TARGET, func_arg_text(c, 3), func_arg_text(c, 4));
		return;
	}
	if (d == 0)
		return;
	if (num_compare_rate(n, d, t_num, t_den, &order) < 0)
		func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
	else
		db_result_int(c->sql, order == 0 || (order > 0 && above) || (order < 0 && below));
}

/* "3 ngày làm việc"; the words of the source where number and unit do not say it. */
static void do_time_limit_vi(struct func_call *c)
{
	static const char *const units[] = {"WORKING_DAY", "DAY", "HOUR", "MONTH", "YEAR"};
	struct str unit = func_arg_text(c, 1);
	if (func_arg_is_null(c, 0) || !unit.p || str_eqz(unit, "OTHER")) {
		db_result_text(c->sql, func_arg_marked(c, 2));
		return;
	}
	bool known = false;
	for (size_t i = 0; i < countof(units); i++)
		known = known || str_eqz(unit, units[i]);
	if (!known) {
		func_fail(c, FUNC_NOT_AMONG, unit, STR("WORKING_DAY DAY HOUR MONTH YEAR OTHER"));
		return;
	}
	struct buf out = {0}, key = {0};
	buf_printf(&key, "unit.%.*s", STR_ARG(unit));
	if (num_put_decimal_vi(&out, func_arg_text(c, 0)) < 0) {
		func_fail(c, FUNC_NO_NUMBER, func_arg_text(c, 0), STR(""));
	} else {
		num_set_signs(&out, 0, c->state->signs);
		buf_putz(&out, NBSP);
		if (func_put_text(c, &out, buf_str(&key)))
			func_result(c, &out);
	}
	buf_release(&out);
	buf_release(&key);
}

const struct func_entry func_number_entries[] = {
	{"num", "num(n [, places])", 1, 2, FUNC_TEXT, false, do_num,
	 "A number the Vietnamese way: points between thousands, a comma before the fraction."},
	{"vnd", "vnd(n)", 1, 1, FUNC_TEXT, false, do_vnd,
	 "An amount of money in đồng, with a space that does not break."},
	{"pct", "pct(n, d)", 2, 2, FUNC_TEXT, false, do_pct,
	 "The rate n / d in percent with two digits after the comma; – when d is 0."},
	{"rate", "rate(n, d)", 2, 2, FUNC_PURE, false, do_rate,
	 "The rate n / d as an integer: hundredths of a percent; NULL when d is 0."},
	{"points", "points(n, d, max [, full])", 3, 4, FUNC_PURE, true, do_points,
	 "The points that the rate n / d gives, as an integer of hundredths; NULL when d is 0."},
	{"meets_target", "meets_target(n, d, op, t_num, t_den)", 5, 5, FUNC_PURE, false, do_meets,
	 "1 when the rate n / d is op the target of t_num / t_den percent, 0 when it is not."},
	{"time_limit_vi", "time_limit_vi(value, unit, text)", 3, 3, FUNC_TEXT, true,
	 do_time_limit_vi,
	 "A time limit in words: number and unit, or the text where there are none."},
	{0},
};
