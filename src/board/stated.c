/* SPDX-License-Identifier: MIT
 * stated - the sums of money and the time limits that a text states */
#include "board/stated.h"

#include <string.h>

#include "base/base.h"

/* A point or comma at byte `at` with a digit behind it. */
static bool is_separator(struct str s, size_t at)
{
	return at + 1 < s.n && (s.p[at] == '.' || s.p[at] == ',') && str_is_digit(s.p[at + 1]);
}

/* Money -------------------------------------------------------------------------------- */

static bool is_foreign(struct str s, const char **code)
{
	static const char *const words[][2] = {
		{"USD", "USD"}, {"đô la Mỹ", "USD"}, {"EUR", "EUR"}, {"CNY", "CNY"}, {"NDT", "CNY"},
		{"LAK", "LAK"}, {"KHR", "KHR"}, {"GBP", "GBP"}, {"CHF", "CHF"}, {"JPY", "JPY"}};
	for (size_t i = 0; i < countof(words); i++)
		if (str_starts(s, str_from(words[i][0]))) {
			*code = words[i][1];
			return true;
		}
	return false;
}

/* The unit of a number: behind it, after spaces. 1 đồng, 1000 nghìn ..., 0 none, -1 other
 * currency. */
static int64_t unit_behind(struct str s, const char **currency)
{
	static const struct {
		const char *word;
		int64_t factor;
	} words[] = {{"nghìn", 1000}, {"ngàn", 1000}, {"triệu", 1000000}, {"tỷ", 1000000000},
	             {"tỉ", 1000000000}, {"đồng", 1}, {"Đồng", 1}, {"đ", 1}, {"Đ", 1},
	             {"VNĐ", 1}, {"VND", 1}, {"vnđ", 1}, {"vnd", 1}};
	s = str_trim(s);
	if (is_foreign(s, currency))
		return -1;
	for (size_t i = 0; i < countof(words); i++) {
		struct str w = str_from(words[i].word);
		if (!str_starts(s, w))
			continue;
		/* "đ" has to end there: "đối với" is no unit. */
		unsigned char after = s.n > w.n ? (unsigned char)s.p[w.n] : ' ';
		if (after < 0x80 && !(after >= 'a' && after <= 'z') &&
			!(after >= 'A' && after <= 'Z'))
			return words[i].factor;
	}
	return 0;
}

/* The number at byte `at`: its value without points and commas, *grouped when it has them
 * in threes. Returns its end; 0 when it is no such number. */
static size_t read_number(struct str s, size_t at, int64_t *value, bool *grouped)
{
	size_t i = at, run = 0, groups = 0;
	bool fine = true;
	*value = 0;
	while (i < s.n && *value < INT64_MAX / 100) {
		if (str_is_digit(s.p[i])) {
			*value = *value * 10 + (s.p[i] - '0');
			run++;
		} else if (is_separator(s, i)) {
			fine = fine && run > 0 && (groups ? run == 3 : run <= 3);
			groups++;
			run = 0;
		} else {
			break;
		}
		i++;
	}
	bool too_long = i < s.n && str_is_digit(s.p[i]);
	*grouped = groups && fine && run == 3;
	return too_long || (groups && !*grouped) ? 0 : i;
}

/* The number at [at, end) as money; false when it is none. */
static bool is_sum(struct str s, size_t at, size_t end, int64_t value, bool grouped,
                   struct stated_sum *out)
{
	*out = (struct stated_sum){.amount = value};
	int64_t factor = unit_behind(str_slice(s, end, s.n), &out->currency);
	if (factor < 0)
		return true;
	/* 64/2025/TT-BTC and 30/6/2025 are no money; 10.250.000/lần is. */
	bool numbers_paper = end < s.n && s.p[end] == '/' && !grouped;
	bool in_paper = at > 0 && (s.p[at - 1] == '/' || s.p[at - 1] == '-') && !grouped;
	if (!factor && (numbers_paper || in_paper || (!grouped && value < 10000)))
		return false;
	out->amount *= factor > 1 && value < INT64_MAX / 1000000000 ? factor : 1;
	return true;
}

bool stated_next_sum(struct str s, size_t *at, struct stated_sum *out)
{
	for (size_t i = *at; i < s.n;) {
		if (!str_is_digit(s.p[i])) {
			i++;
			continue;
		}
		int64_t value;
		bool grouped;
		size_t from = i, end = read_number(s, i, &value, &grouped);
		while (i < s.n && (str_is_digit(s.p[i]) || is_separator(s, i)))
			i++;
		*at = i;
		if (end && is_sum(s, from, end, value, grouped, out))
			return true;
	}
	return false;
}

/* Time limits -------------------------------------------------------------------------- */

struct str stated_take_number(struct str *s)
{
	size_t n = str_skip_digits(*s, 0), from = 0;
	if (!n)
		return (struct str){0};
	if (is_separator(*s, n))
		n = str_skip_digits(*s, n + 1);
	while (from + 1 < n && s->p[from] == '0' && str_is_digit(s->p[from + 1]))
		from++;
	struct str number = str_slice(*s, from, n);
	*s = str_slice(*s, n, s->n);
	return number;
}

bool stated_is_zero(struct str number)
{
	for (size_t i = 0; i < number.n; i++)
		if (!strchr("0.,", number.p[i]))
			return false;
	return true;
}

void stated_put_number(struct buf *out, struct str number)
{
	size_t point = str_skip_digits(number, 0);
	while (number.n > point && strchr("0.,", number.p[number.n - 1]))
		number.n--;
	buf_put(out, str_slice(number, 0, point));
	if (number.n > point)
		buf_printf(out, ".%.*s", STR_ARG(str_slice(number, point + 1, number.n)));
}

/* "(ba)" after the digits. */
static void skip_words_in_brackets(struct str *s)
{
	*s = str_trim(*s);
	if (!s->n || s->p[0] != '(')
		return;
	size_t end = str_find_byte(*s, ')', 0);
	if (end < s->n && end < 40)
		*s = str_trim(str_slice(*s, end + 1, s->n));
}

/* A unit in words at the beginning of the folded *s: taken off; NULL for none. */
static const char *take_unit(struct str *s)
{
	static const struct {
		const char *words; /* longer before shorter */
		const char *unit;
	} units[] = {
	    {"ngay lam viec", "WORKING_DAY"}, {"ngay", "DAY"}, {"gio", "HOUR"},
	    {"thang", "MONTH"}, {"nam", "YEAR"},
	};
	for (size_t i = 0; i < countof(units); i++) {
		struct str words = str_from(units[i].words);
		if (!str_starts(*s, words))
			continue;
		if (s->n > words.n && s->p[words.n] >= 'a' && s->p[words.n] <= 'z')
			continue;
		*s = str_slice(*s, words.n, s->n);
		return units[i].unit;
	}
	return NULL;
}

bool stated_take_limit(struct str *s, struct stated_limit *out)
{
	out->value = stated_take_number(s);
	skip_words_in_brackets(s);
	out->unit = out->value.n && !stated_is_zero(out->value) ? take_unit(s) : NULL;
	return out->unit != NULL;
}

bool stated_next_limit(struct str folded, size_t *at, struct stated_limit *out)
{
	for (size_t i = *at; i < folded.n;) {
		if (!str_is_digit(folded.p[i])) {
			i++;
			continue;
		}
		struct str rest = str_slice(folded, i, folded.n);
		bool inside = i > 0 && strchr("/,.-", folded.p[i - 1]);
		bool found = stated_take_limit(&rest, out) && !inside;
		while (i < folded.n && (str_is_digit(folded.p[i]) || is_separator(folded, i)))
			i++;
		*at = found ? folded.n - rest.n : i;
		if (found)
			return true;
	}
	return false;
}
