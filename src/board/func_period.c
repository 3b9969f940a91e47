/* SPDX-License-Identifier: MIT
 * func_period - SQL functions of reporting periods
 *
 * A period of reports ends the day before the cut-off day (15) of its last month and begins
 * on that day of the month before its first: the month of February 2026 is 15 January to 14
 * February. CALENDAR_ kinds run from the first day of a month to the last of one. */
#include "board/func_int.h"

struct period_kind {
	const char *name;
	int months, count;     /* how long; how many in a year that may be asked for */
	bool calendar;
	/* Its texts under format., numbered where there are several of it in a year; in Vietnamese;
	 * what says that its days are the calendar's. */
	const char *format;
	const char *const *vietnamese;
	const char *calendar_format, *calendar_vietnamese;
};

static const char *const months[] = {"tháng {mm}/{y}"};
static const char *const quarters[] = {"quý I/{y}", "quý II/{y}", "quý III/{y}", "quý IV/{y}"};
static const char *const halves[] = {"6 tháng đầu năm {y}", "6 tháng cuối năm {y}"};
static const char *const nine_months[] = {"9 tháng đầu năm {y}"};
static const char *const years[] = {"năm {y}"};

static const struct period_kind kinds[] = {
	{"MONTH", 1, 12, false, "month", months, NULL, NULL},
	{"QUARTER", 3, 4, false, "quarter", quarters, NULL, NULL},
	{"HALF", 6, 2, false, "half", halves, NULL, NULL},
	{"NINE_MONTHS", 9, 1, false, "nine_months", nine_months, NULL, NULL},
	{"YEAR", 12, 1, false, "year", years, NULL, NULL},
	{"CALENDAR_MONTH", 1, 12, true, "month", months, "calendar_month", "tháng dương lịch"},
	{"CALENDAR_QUARTER", 3, 4, true, "quarter", quarters, "calendar_quarter", "quý dương lịch"},
	{"CALENDAR_YEAR", 12, 1, true, "year", years, "calendar_year", "năm dương lịch"},
};
#define KIND_NAMES                                                                               \
	"MONTH QUARTER HALF NINE_MONTHS YEAR CALENDAR_MONTH CALENDAR_QUARTER CALENDAR_YEAR"

struct period {
	const struct period_kind *kind;
	int64_t year, n;
	int32_t from, to; /* both days belong to it */
};

static const struct period_kind *find_kind(struct str name)
{
	for (size_t i = 0; i < countof(kinds); i++)
		if (str_eqz(name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

/* Both days, by the cut-off day; a cut on the 1st is the calendar's own. */
static bool find_days(struct period *p, int cut_day)
{
	struct date_ymd first = {(int)p->year, (int)(p->n - 1) * p->kind->months + 1, 1};
	int32_t begin, end;
	if (!date_from_ymd(first, &begin) || !date_add_months(begin, p->kind->months, &end))
		return false;
	if (p->kind->calendar || cut_day == 1) {
		p->from = begin;
		p->to = end - 1;
		return true;
	}
	if (!date_add_months(begin, -1, &p->from) || !date_add_months(end, -1, &p->to))
		return false;
	p->from += cut_day - 1;
	p->to += cut_day - 2;
	return true;
}

/* The arguments kind, year, n. False and the call has failed. */
static bool arg_period(struct func_call *c, struct period *p)
{
	struct str name = func_arg_text(c, 0);
	p->kind = find_kind(name);
	if (!p->kind)
		return func_fail(c, FUNC_NOT_AMONG, name, STR(KIND_NAMES));
	if (!func_arg_int(c, 1, &p->year) || !func_arg_int(c, 2, &p->n))
		return false;
	if (p->n < 1 || p->n > p->kind->count)
		return func_fail(c, FUNC_NO_PERIOD, name, func_arg_text(c, 2));
	if (p->year < 1 || p->year > 9999 || !find_days(p, c->state->cut_day))
		return func_fail(c, FUNC_NO_DAY_LEFT, STR(""), STR(""));
	return true;
}

static void do_period_from(struct func_call *c)
{
	struct period p;
	if (arg_period(c, &p))
		func_result_day(c, p.from);
}

static void do_period_to(struct func_call *c)
{
	struct period p;
	if (arg_period(c, &p))
		func_result_day(c, p.to);
}

/* "tháng 02/2026": months are told apart by their number, quarters and halves by a text each. */
static void put_label(const struct func_state *s, struct buf *out, const struct period *p)
{
	char mm[FUNC_DIGITS], y[FUNC_DIGITS];
	bool has_number = p->kind->months == 3 || p->kind->months == 6;
	const struct func_format format = {p->kind->format, has_number ? (int)p->n : 0,
	                                   p->kind->vietnamese[has_number ? p->n - 1 : 0]};
	const struct func_part parts[] = {
		{"mm", func_digits(mm, 2, p->n)}, {"y", func_digits(y, 1, p->year)},
		{"month", func_month(s, (int)p->n)},
	};
	func_put_format(s, out, format, parts, countof(parts));
}

static void do_period_vi(struct func_call *c)
{
	struct period p;
	if (!arg_period(c, &p))
		return;
	struct buf out = {0};
	put_label(c->state, &out, &p);
	buf_putz(&out, " (");
	if (p.kind->calendar_format) {
		const struct func_format format = {p.kind->calendar_format, 0,
		                                   p.kind->calendar_vietnamese};
		func_put_format(c->state, &out, format, NULL, 0);
		buf_putz(&out, ", ");
	}
	func_put_day(c->state, &out, p.from);
	buf_putz(&out, "–");
	func_put_day(c->state, &out, p.to);
	buf_putc(&out, ')');
	func_result(c, &out);
}

/* The word of a period's address; cell_is_period reads it. */
static void do_period_key(struct func_call *c)
{
	struct period p;
	if (!arg_period(c, &p))
		return;
	struct buf out = {0};
	buf_printf(&out, "%d", (int)p.year);
	switch (p.kind->months) {
	case 1:
		buf_printf(&out, "-%02d", (int)p.n);
		break;
	case 3:
		buf_printf(&out, "-q%d", (int)p.n);
		break;
	case 6:
		buf_putz(&out, p.n == 1 ? "-6-thang-dau" : "-6-thang-cuoi");
		break;
	case 9:
		buf_putz(&out, "-9-thang");
		break;
	}
	buf_putz(&out, p.kind->calendar ? "-duong-lich" : "");
	func_result(c, &out);
}

const struct func_entry func_period_entries[] = {
	{"period_vi", "period_vi(kind, year, n)", 3, 3, FUNC_SETTING | FUNC_TEXT, false,
	 do_period_vi,
	 "A reporting period in words, with its first and last day."},
	{"period_from", "period_from(kind, year, n)", 3, 3, FUNC_SETTING, false, do_period_from,
	 "The first day of a reporting period."},
	{"period_to", "period_to(kind, year, n)", 3, 3, FUNC_SETTING, false, do_period_to,
	 "The last day of a reporting period, which belongs to it."},
	{"period_key", "period_key(kind, year, n)", 3, 3, FUNC_SETTING, false, do_period_key,
	 "The word of a reporting period in addresses."},
	{0},
};
