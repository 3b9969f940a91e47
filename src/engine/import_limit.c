/* SPDX-License-Identifier: MIT
 * import_limit - "7 WORKING_DAY" becomes number and unit
 *
 * Two forms are certain: a number and the portal's word for the unit, and a sentence that
 * is one number with its unit, an opening such as "không quá" before it and the moment
 * from which it counts after it. All else is kept as it stands. */
#include "base/num.h"
#include "base/text.h"
#include "board/stated.h"
#include "engine/import_int.h"

#include <string.h>

static struct str number_text(struct arena *a, struct str number)
{
	struct buf out = {0};
	stated_put_number(&out, number);
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

/* "15 WORKING_DAY", "30 ngày", nothing else. */
static bool is_plain(struct arena *a, struct str s, struct import_limit *out)
{
	static const char *const portal[] = {"WORKING_DAY", "DAY",  "HOUR",
	                                     "MONTH",       "YEAR", "OTHER"};
	struct str rest = s, value = stated_take_number(&rest);
	if (!value.n || !rest.n || rest.p[0] != ' ')
		return false;
	rest = str_trim(rest);
	struct str unit = {0};
	for (size_t i = 0; i < countof(portal) && !unit.p; i++)
		if (str_eqz(rest, portal[i]))
			unit = str_from(portal[i]);
	if (str_eqz(rest, "ngày"))
		unit = STR("DAY");
	if (!unit.p)
		return false;
	bool other = str_eqz(unit, "OTHER");
	if (!stated_is_zero(value))
		out->value = number_text(a, value);
	else if (!other)
		return false; /* zero days: certainly not what was meant */
	out->unit = unit;
	out->parsed = !other;
	return true;
}

/* Takes one of the openings off. */
static void skip_opening(struct str *s)
{
	static const char *const openings[] = {
		"- ",         "trong thoi han ", "trong thoi gian ",      "trong vong ",
		"khong qua ", "toi da ",         "thoi han giai quyet: ", "la ",
		"cham nhat "};
	bool again = true;
	while (again) {
		again = false;
		for (size_t i = 0; i < countof(openings); i++) {
			struct str o = str_from(openings[i]);
			if (!str_starts(*s, o))
				continue;
			*s = str_slice(*s, o.n, s->n);
			again = true;
		}
	}
}

static bool says_from_when(struct str s)
{
	while (s.n && strchr(" ,;(", s.p[0]))
		s = str_slice(s, 1, s.n);
	if (str_blank(s) || str_eqz(s, "."))
		return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return false;
	/* "kể từ ngày nhận hồ sơ. Trường hợp ..." says more than one thing. */
	size_t stop = str_find(s, STR(". "), 0);
	if (stop < s.n || str_find_byte(s, ';', 0) < s.n || str_find(s, STR("truong hop"), 0) < s.n)
		return false;
	return str_starts(s, STR("ke tu")) || str_starts(s, STR("tinh tu")) ||
	       str_starts(s, STR("sau khi")) || str_starts(s, STR("tu ngay"));
}

/* A sentence that is one limit. */
static bool is_sentence(struct arena *a, struct str s, struct import_limit *out)
{
	struct buf folded = {0};
	text_fold(&folded, s);
	struct str rest = str_trim(buf_str(&folded));
	skip_opening(&rest);
	struct stated_limit limit;
	bool is = stated_take_limit(&rest, &limit) && says_from_when(rest);
	if (is) {
		out->value = number_text(a, limit.value);
		out->unit = str_from(limit.unit);
		out->parsed = true;
	}
	buf_release(&folded);
	return is;
}

void import_limit_parse(struct arena *a, struct str s, struct import_limit *out)
{
	*out = (struct import_limit){0};
	s = str_trim(s);
	if (import_is_sentinel(s) || is_plain(a, s, out))
		return;
	struct str other = STR("OTHER");
	bool tagged = str_eq(s, other) || str_ends(s, STR(" OTHER"));
	if (tagged) {
		out->unit = other;
		s = str_trim(str_slice(s, 0, s.n - other.n));
		if (import_is_sentinel(s))
			return;
	}
	is_sentence(a, s, out);
	out->text = import_break_lines(a, s);
}

struct str import_limit_words(struct arena *a, const struct import_limit *l)
{
	static const char *const words[][2] = {{"WORKING_DAY", "ngày làm việc"},
	                                       {"DAY", "ngày"},
	                                       {"HOUR", "giờ"},
	                                       {"MONTH", "tháng"},
	                                       {"YEAR", "năm"}};
	if (!l->parsed)
		return (struct str){0};
	struct buf value = {0};
	struct str text = {0};
	if (num_put_decimal_vi(&value, l->value) == 0)
		for (size_t i = 0; i < countof(words); i++)
			if (str_eqz(l->unit, words[i][0]))
				text = arena_printf(a, "%.*s %s", STR_ARG(buf_str(&value)),
				                    words[i][1]);
	buf_release(&value);
	return text;
}
