/* SPDX-License-Identifier: MIT
 * xlsx_value - numbers, days and escapes of a workbook as text */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "fmt/xlsx_int.h"

/* Text ------------------------------------------------------------------------------- */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* _xHHHH_ at `at`: its unit; -1 when none stands there. */
static int32_t escape_at(struct str s, size_t at)
{
	int32_t unit = 0;
	if (at + 7 > s.n || s.p[at] != '_' || s.p[at + 1] != 'x' || s.p[at + 6] != '_')
		return -1;
	for (size_t i = at + 2; i < at + 6; i++) {
		int digit = hex_digit(s.p[i]);
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

void xlsx_put_text(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		int32_t unit = escape_at(s, at);
		bool is_cr = s.p[at] == '\r' || unit == '\r';
		size_t after = at + (unit < 0 ? 1 : 7);
		bool is_crlf = is_cr && after < s.n &&
		               (s.p[after] == '\n' || escape_at(s, after) == '\n');
		if (is_cr && !is_crlf)
			buf_putc(out, '\n');
		else if (unit >= 0 && !is_cr)
			text_put_char(out, (uint32_t)unit);
		else if (!is_cr)
			buf_putc(out, s.p[at]);
		at = after;
	}
}

/* Formats ---------------------------------------------------------------------------- */

/* What a format code shows, by its letters: those in quotes, after \ _ * and in brackets are not
 * counted, but for [h], [m], [s]. */
struct letters {
	bool day, hour, month, length, percent, other;
	int before, after; /* zeros */
	bool has_point;
};

/* A bracket: elapsed time, or a colour, a language, a condition. */
static size_t skip_bracket(struct str code, size_t at, struct letters *l)
{
	size_t end = str_find_byte(code, ']', at);
	bool is_length = end > at + 1;
	for (size_t i = at + 1; i < end; i++)
		is_length = is_length && strchr("hHmMsS", code.p[i]);
	l->length = l->length || is_length;
	return end + 1;
}

static void see_letter(struct letters *l, char c)
{
	l->day = l->day || (strchr("dDyY", c) && c);
	l->hour = l->hour || (strchr("hHsS", c) && c);
	l->month = l->month || c == 'm' || c == 'M';
	l->percent = l->percent || c == '%';
	l->has_point = l->has_point || c == '.';
	if (c == '0')
		*(l->has_point ? &l->after : &l->before) += 1;
	else
		l->other = l->other || c != '.';
}

static struct letters read_letters(struct str code)
{
	struct letters l = {0};
	for (size_t at = 0; at < code.n && code.p[at] != ';';) {
		char c = code.p[at];
		if (c == '"')
			at = str_find_byte(code, '"', at + 1) + 1;
		else if (c == '\\' || c == '_' || c == '*')
			at += 2;
		else if (c == '[')
			at = skip_bracket(code, at, &l);
		else
			see_letter(&l, code.p[at++]);
	}
	return l;
}

enum { ZEROS_MOST = 30 };

static struct xlsx_format format_of_code(struct str code)
{
	struct letters l = read_letters(code);
	bool is_general = code.n == 7 && (code.p[0] == 'G' || code.p[0] == 'g') && !l.before;
	if (is_general)
		return (struct xlsx_format){XLSX_PLAIN};
	if (l.length)
		return (struct xlsx_format){XLSX_LENGTH};
	if (l.day || (l.month && !l.hour))
		return (struct xlsx_format){l.hour ? XLSX_DATE_TIME : XLSX_DATE};
	if (l.hour)
		return (struct xlsx_format){XLSX_TIME};
	bool is_zeros = !l.other && l.before && l.before + l.after <= ZEROS_MOST;
	return is_zeros ? (struct xlsx_format){XLSX_ZEROS, l.before, l.after}
	                : (struct xlsx_format){XLSX_PLAIN};
}

struct xlsx_format xlsx_format_of(size_t id, struct str code)
{
	if (code.p)
		return format_of_code(code);
	/* Built in (18.8.30); 27 to 36 and 50 to 58 are days of East Asia. */
	bool is_day = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
	bool is_time = (id >= 18 && id <= 21) || id == 45 || id == 47;
	return (struct xlsx_format){is_day     ? XLSX_DATE
	                            : is_time  ? XLSX_TIME
	                            : id == 22 ? XLSX_DATE_TIME
	                            : id == 46 ? XLSX_LENGTH
	                                       : XLSX_PLAIN};
}

/* Numbers ---------------------------------------------------------------------------- */

/* 0.digits times ten to the power of `point`. No digits: zero. */
enum { DIGITS_MOST = 40, DIGITS_SHOWN = 15, POWER_MOST = 40 };
struct decimal {
	bool is_negative;
	char digits[DIGITS_MOST + 1];
	int count, point;
};

/* "-1.25E-3" and the like. False: it is something else. */
static bool read_power(struct str s, int *out)
{
	bool is_negative = s.n && s.p[0] == '-';
	size_t at = s.n && (s.p[0] == '-' || s.p[0] == '+');
	*out = 0;
	for (size_t i = at; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || *out > 1000)
			return false;
		*out = *out * 10 + (s.p[i] - '0');
	}
	*out = is_negative ? -*out : *out;
	return at < s.n;
}

static bool read_decimal(struct str s, struct decimal *out)
{
	size_t e = 0;
	int power = 0, places = 0;
	bool had_point = false, had_digit = false;
	*out = (struct decimal){.is_negative = s.n && s.p[0] == '-'};
	s = str_slice(s, out->is_negative, s.n);
	while (e < s.n && s.p[e] != 'e' && s.p[e] != 'E')
		e++;
	if (e < s.n && !read_power(str_slice(s, e + 1, s.n), &power))
		return false;
	for (size_t i = 0; i < e; i++) {
		bool is_digit = s.p[i] >= '0' && s.p[i] <= '9';
		if ((!is_digit && s.p[i] != '.') || (!is_digit && had_point))
			return false;
		had_point = had_point || !is_digit;
		had_digit = had_digit || is_digit;
		bool is_leading = out->count == 0 && s.p[i] == '0';
		if (is_digit && !is_leading && out->count < DIGITS_MOST)
			out->digits[out->count++] = s.p[i];
		out->point += is_digit && !had_point && (out->count || !is_leading);
		places -= is_digit && had_point && is_leading;
	}
	out->point += places + power;
	return had_digit;
}

/* At most as many digits as Excel shows, half up; no zeros at the end. */
static void round_digits(struct decimal *n)
{
	bool up = n->count > DIGITS_SHOWN && n->digits[DIGITS_SHOWN] >= '5';
	n->count = n->count > DIGITS_SHOWN ? DIGITS_SHOWN : n->count;
	for (int i = n->count; up && i > 0;) {
		i--;
		up = n->digits[i] == '9';
		n->digits[i] = up ? '0' : (char)(n->digits[i] + 1);
	}
	if (up) {
		memmove(n->digits + 1, n->digits, (size_t)n->count);
		n->digits[0] = '1';
		n->count++;
		n->point++;
	}
	while (n->count && n->digits[n->count - 1] == '0')
		n->count--;
	if (!n->count)
		n->is_negative = false;
}

static char digit_at(const struct decimal *n, int i)
{
	return i >= 0 && i < n->count ? n->digits[i] : '0';
}

static void put_decimal(struct buf *out, const struct decimal *n, struct xlsx_format f)
{
	int whole = n->count && n->point > 0 ? n->point : 0, after = n->count - n->point;
	bool is_zeros = f.show == XLSX_ZEROS;
	buf_putz(out, n->is_negative ? "-" : "");
	for (int i = is_zeros && f.before > whole ? whole - f.before : 0; i < 0; i++)
		buf_putc(out, '0');
	for (int i = 0; i < whole; i++)
		buf_putc(out, digit_at(n, i));
	if (!whole && !(is_zeros && f.before))
		buf_putc(out, '0');
	if (!n->count || after <= 0)
		return;
	buf_putc(out, '.');
	for (int i = 0; i < after || (is_zeros && i < f.after); i++)
		buf_putc(out, digit_at(n, n->point + i));
}

/* Days ------------------------------------------------------------------------------- */

/* Days since 1970 of the day before the first one. */
enum { BASE_1900 = -25569, BASE_1904 = -24107, NO_DAY = 60, DAY_SECONDS = 86400 };

/* Days and seconds, to the nearest second. */
static void split_day(const struct decimal *n, int64_t *days, int *seconds)
{
	int64_t part = 0, whole = 0;
	for (int i = 0; i < n->point; i++)
		whole = whole * 10 + (digit_at(n, i) - '0');
	for (int i = 0; i < 12; i++)
		part = part * 10 + (digit_at(n, n->point + i) - '0');
	int64_t rounded = (part * DAY_SECONDS + 500000000000) / 1000000000000;
	*days = whole + rounded / DAY_SECONDS;
	*seconds = (int)(rounded % DAY_SECONDS);
}

static void put_clock(struct buf *out, int64_t hours, int seconds)
{
	buf_printf(out, "%02lld:%02d", (long long)hours, seconds / 60 % 60);
	if (seconds % 60)
		buf_printf(out, ":%02d", seconds % 60);
}

/* In workbooks that count from 1900 there is a 29 February 1900, day 60, that never was. */
static void put_day(struct buf *out, int64_t serial, bool is_1904)
{
	int64_t base = is_1904 ? BASE_1904 : serial < NO_DAY ? BASE_1900 + 1 : BASE_1900;
	if (!is_1904 && serial == NO_DAY)
		buf_putz(out, "1900-02-29");
	else
		date_put_iso(out, (int32_t)(serial + base));
}

enum { SERIAL_LAST = 2958465 }; /* 9999-12-31 */

static bool put_moment(struct buf *out, const struct decimal *n, enum xlsx_show show, bool is_1904)
{
	int64_t days;
	int seconds;
	bool is_zero = !n->count && show == XLSX_DATE && !is_1904;
	if (n->is_negative || n->point > 8 || is_zero)
		return false;
	split_day(n, &days, &seconds);
	if (show == XLSX_LENGTH) {
		put_clock(out, days * 24 + seconds / 3600, seconds);
		return true;
	}
	if (days > SERIAL_LAST - (is_1904 ? BASE_1904 - BASE_1900 : 0))
		return false;
	bool has_day = show != XLSX_TIME && (days > 0 || is_1904);
	if (has_day)
		put_day(out, days, is_1904);
	if (show != XLSX_DATE || !has_day) {
		buf_putz(out, has_day ? " " : "");
		put_clock(out, seconds / 3600, seconds);
	}
	return true;
}

void xlsx_put_number(struct buf *out, struct str v, struct xlsx_format f, bool is_1904)
{
	struct decimal n;
	if (!read_decimal(v, &n)) {
		buf_put(out, v);
		return;
	}
	round_digits(&n);
	bool is_far = n.count && (n.point > POWER_MOST || n.point < -POWER_MOST);
	if (is_far)
		buf_put(out, v);
	else if (f.show == XLSX_PLAIN || f.show == XLSX_ZEROS ||
	         !put_moment(out, &n, f.show, is_1904))
		put_decimal(out, &n, f);
}

void xlsx_put_iso(struct buf *out, struct str v)
{
	size_t t = str_find_byte(v, 'T', 0);
	struct str time = t < v.n ? str_slice(v, t + 1, v.n) : STR("");
	buf_put(out, str_slice(v, 0, t));
	if (time.n && !str_starts(time, STR("00:00:00")))
		buf_printf(out, " %.*s", STR_ARG(time));
}
