/* SPDX-License-Identifier: MIT
 * num - integers read strictly and written the Vietnamese way */
#include "base/num.h"

/* *n = *n * 10 + digit, or false when that does not fit. */
static bool append_digit(int64_t *n, char digit)
{
	return !__builtin_mul_overflow(*n, 10, n) && !__builtin_add_overflow(*n, digit - '0', n);
}

int num_parse_int(struct str s, int64_t *out)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	size_t begin = negative || (s.n > 0 && s.p[0] == '+');
	if (begin == s.n)
		return -1;
	int64_t n = 0;
	for (size_t i = begin; i < s.n; i++) {
		/* Counted downward, so that the least integer fits too. */
		if (!str_is_digit(s.p[i]) || __builtin_mul_overflow(n, 10, &n) ||
		    __builtin_sub_overflow(n, s.p[i] - '0', &n))
			return -1;
	}
	if (!negative && n == INT64_MIN)
		return -1;
	*out = negative ? n : -n;
	return 0;
}

/* Takes an integer off *s: digits, or groups of three with points between ("1.506"). A
 * single group "0.506" or "007.000" is no such number. */
static int take_grouped(struct str *s, int64_t *out)
{
	size_t head = str_skip_digits(*s, 0);
	int64_t n;
	if (head == 0 || num_parse_int(str_slice(*s, 0, head), &n) < 0)
		return -1;
	size_t at = head;
	while (at < s->n && s->p[at] == '.') {
		struct str group = str_slice(*s, at + 1, s->n);
		if (head > 3 || s->p[0] == '0' || str_skip_digits(group, 0) != 3)
			return -1;
		for (size_t i = 0; i < 3; i++)
			if (!append_digit(&n, group.p[i]))
				return -1;
		at += 4;
	}
	*s = str_slice(*s, at, s->n);
	*out = n;
	return 0;
}

/* Takes "," and digits off *s; *places is how many, 0 when there is no comma. Three digits
 * look like thousands the English way and are refused. */
static int take_fraction(struct str *s, int64_t *fraction, int *places)
{
	*fraction = 0;
	*places = 0;
	if (s->n == 0 || s->p[0] != ',')
		return 0;
	struct str rest = str_slice(*s, 1, s->n);
	size_t count = str_skip_digits(rest, 0);
	if (count == 0 || count == 3 || count > 9)
		return -1;
	for (size_t i = 0; i < count; i++)
		*fraction = *fraction * 10 + (rest.p[i] - '0');
	*places = (int)count;
	*s = str_slice(rest, count, rest.n);
	return 0;
}

int num_parse_vi(struct str s, int64_t *out)
{
	int64_t n;
	s = str_trim(s);
	if (take_grouped(&s, &n) < 0 || s.n > 0)
		return -1;
	*out = n;
	return 0;
}

/* (whole + fraction / 10^places) * scale, when that is an integer. */
static int scaled(int64_t whole, int64_t fraction, int places, int64_t scale, int64_t *out)
{
	int64_t parts = 1;
	for (int i = 0; i < places; i++)
		parts *= 10;
	int64_t product;
	if (__builtin_mul_overflow(fraction, scale, &product) || product % parts != 0)
		return -1;
	int64_t n;
	if (__builtin_mul_overflow(whole, scale, &n) ||
	    __builtin_add_overflow(n, product / parts, &n))
		return -1;
	*out = n;
	return 0;
}

int num_parse_percent(struct str s, int64_t *hundredths)
{
	int64_t whole, fraction;
	int places;
	s = str_trim(s);
	/* A point could be the English comma: "1.506%". */
	if (str_find_byte(s, '.', 0) < s.n || take_grouped(&s, &whole) < 0 ||
	    take_fraction(&s, &fraction, &places) < 0 || !str_eqz(str_trim(s), "%"))
		return -1;
	return scaled(whole, fraction, places, 100, hundredths);
}

static const struct {
	const char *word; /* NFC, lower case */
	int64_t scale;
} scales[] = {
	{"nghìn", 1000}, {"ngàn", 1000}, {"triệu", 1000000}, {"tỷ", 1000000000}, {"tỉ", 1000000000},
};
static const char *const dong_words[] = {"đồng", "đ", "vnđ", "vnd", "VNĐ", "VND", "Đồng"};

static bool take_word(struct str *s, const char *word)
{
	if (!str_starts(*s, str_from(word)))
		return false;
	struct str rest = str_slice(*s, str_from(word).n, s->n);
	if (rest.n > 0 && rest.p[0] != ' ' && (unsigned char)rest.p[0] != 0xC2)
		return false;
	*s = rest;
	return true;
}

/* Spaces and U+00A0. */
static struct str trim_wide(struct str s)
{
	static const struct str nbsp = {"\xC2\xA0", 2};
	for (struct str before = {0}; before.p != s.p;) {
		before = s;
		s = str_trim(s);
		if (str_starts(s, nbsp))
			s = str_slice(s, nbsp.n, s.n);
	}
	return s;
}

int num_parse_dong(struct str s, int64_t *out)
{
	int64_t whole, fraction, scale = 1;
	int places;
	s = trim_wide(s);
	if (take_grouped(&s, &whole) < 0 || take_fraction(&s, &fraction, &places) < 0)
		return -1;
	s = trim_wide(s);
	for (size_t i = 0; i < countof(scales); i++)
		if (take_word(&s, scales[i].word)) {
			scale = scales[i].scale;
			break;
		}
	if (places > 0 && scale == 1)
		return -1;
	s = trim_wide(s);
	for (size_t i = 0; i < countof(dong_words) && s.n > 0; i++)
		if (take_word(&s, dong_words[i]))
			break;
	if (trim_wide(s).n > 0)
		return -1;
	return scaled(whole, fraction, places, scale, out);
}

/* Points between groups of three. */
static void put_groups(struct buf *out, struct str d)
{
	for (size_t i = 0; i < d.n; i++) {
		if (i > 0 && (d.n - i) % 3 == 0)
			buf_putc(out, '.');
		buf_putc(out, d.p[i]);
	}
}

void num_put_vi(struct buf *out, int64_t n)
{
	char text[20];
	size_t at = sizeof text;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
	do {
		text[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (n < 0)
		buf_putc(out, '-');
	put_groups(out, (struct str){text + at, sizeof text - at});
}

int num_put_decimal_vi(struct buf *out, struct str decimal)
{
	bool negative = decimal.n > 0 && decimal.p[0] == '-';
	struct str s = str_slice(decimal, negative, decimal.n);
	struct str whole = str_slice(s, 0, str_skip_digits(s, 0));
	struct str fraction = {0};
	if (whole.n < s.n) {
		fraction = str_slice(s, whole.n + 1, s.n);
		if (s.p[whole.n] != '.' || fraction.n == 0 ||
		    str_skip_digits(fraction, 0) != fraction.n)
			return -1;
	}
	if (whole.n == 0)
		return -1;
	while (fraction.n > 0 && fraction.p[fraction.n - 1] == '0')
		fraction.n--;
	while (whole.n > 1 && whole.p[0] == '0')
		whole = str_slice(whole, 1, whole.n);
	if (negative && !(fraction.n == 0 && str_eqz(whole, "0")))
		buf_putc(out, '-');
	put_groups(out, whole);
	if (fraction.n > 0) {
		buf_putc(out, ',');
		buf_put(out, fraction);
	}
	return 0;
}

static int64_t power_of_ten(int places)
{
	int64_t power = 1;
	for (int i = 0; i < places; i++)
		power *= 10;
	return power;
}

/* A decimal without sign as whole / 10^places. Zeros at its end are left out. */
static int take_decimal(struct str s, int64_t *whole, int *places)
{
	size_t point = str_find_byte(s, '.', 0);
	struct str head = str_slice(s, 0, point), tail = str_slice(s, point + (point < s.n), s.n);
	while (tail.n > 0 && tail.p[tail.n - 1] == '0')
		tail.n--;
	if (head.n == 0 || str_skip_digits(head, 0) != head.n ||
	    str_skip_digits(tail, 0) != tail.n || tail.n > 9)
		return -1;
	int64_t n = 0;
	for (size_t i = 0; i < head.n + tail.n; i++)
		if (!append_digit(&n, i < head.n ? head.p[i] : tail.p[i - head.n]))
			return -1;
	*whole = n;
	*places = (int)tail.n;
	return 0;
}

int num_put_fixed_vi(struct buf *out, struct str decimal, int places)
{
	bool negative = decimal.n > 0 && decimal.p[0] == '-';
	struct str s = str_slice(decimal, negative, decimal.n);
	size_t point = str_find_byte(s, '.', 0), end = point + 1 + (size_t)places;
	struct str rest = end < s.n ? str_slice(s, end, s.n) : (struct str){0};
	int64_t n;
	int has;
	if (places < 0 || places > 9 || str_skip_digits(rest, 0) != rest.n ||
	    take_decimal(str_slice(s, 0, rest.n ? end : s.n), &n, &has) < 0)
		return -1;
	if (__builtin_mul_overflow(n, power_of_ten(places - has), &n) ||
	    __builtin_add_overflow(n, rest.n > 0 && rest.p[0] >= '5', &n))
		return -1;
	if (negative && n > 0)
		buf_putc(out, '-');
	num_put_vi(out, n / power_of_ten(places));
	if (places > 0)
		buf_printf(out, ",%0*d", places, (int)(n % power_of_ten(places)));
	return 0;
}

/* top / bottom, half up. */
static int divide(int64_t top, int64_t bottom, int64_t *out)
{
	int64_t twice, whole;
	if (__builtin_mul_overflow(top, 2, &twice) || __builtin_mul_overflow(bottom, 2, &whole) ||
	    __builtin_add_overflow(twice, bottom, &twice))
		return -1;
	*out = twice / whole;
	return 0;
}

int num_points(int64_t n, int64_t d, struct str max, struct str full, int64_t *hundredths)
{
	int64_t p, t, asked, reached, top, bottom;
	int p_places, t_places;
	if (n < 0 || d <= 0 || take_decimal(max, &p, &p_places) < 0 ||
	    take_decimal(full, &t, &t_places) < 0 || t == 0 ||
	    __builtin_mul_overflow(t, d, &asked) || __builtin_mul_overflow(n, 100, &reached) ||
	    __builtin_mul_overflow(reached, power_of_ten(t_places), &reached) ||
	    __builtin_mul_overflow(p, 100, &top))
		return -1;
	bottom = power_of_ten(p_places);
	if (reached < asked && (__builtin_mul_overflow(top, reached, &top) ||
	                        __builtin_mul_overflow(bottom, asked, &bottom)))
		return -1;
	return divide(top, bottom, hundredths);
}

void num_set_signs(struct buf *out, size_t from, struct num_signs signs)
{
	if (!signs.group.p || out->len <= from)
		return;
	struct buf number = {0};
	buf_put(&number, str_slice(buf_str(out), from, out->len));
	buf_truncate(out, from);
	for (size_t i = 0; i < number.len; i++) {
		if (number.p[i] == '.')
			buf_put(out, signs.group);
		else if (number.p[i] == ',')
			buf_put(out, signs.point);
		else
			buf_putc(out, number.p[i]);
	}
	buf_release(&number);
}

int num_rate(int64_t n, int64_t d, int64_t *hundredths)
{
	int64_t top, bottom;
	if (n < 0 || d <= 0 || __builtin_mul_overflow(n, 20000, &top) ||
	    __builtin_add_overflow(top, d, &top) || __builtin_mul_overflow(d, 2, &bottom))
		return -1;
	*hundredths = top / bottom;
	return 0;
}

void num_put_percent(struct buf *out, int64_t hundredths)
{
	if (hundredths == 10000) {
		buf_putz(out, "100%");
		return;
	}
	int64_t fraction = hundredths % 100;
	if (hundredths < 0 && hundredths > -100)
		buf_putc(out, '-');
	num_put_vi(out, hundredths / 100);
	buf_printf(out, ",%02d%%", (int)(fraction < 0 ? -fraction : fraction));
}

int num_compare_rate(int64_t n, int64_t d, int64_t t_num, int64_t t_den, int *order)
{
	int64_t reached, asked;
	if (n < 0 || d <= 0 || t_num < 0 || t_den <= 0)
		return -1;
	if (__builtin_mul_overflow(n, 100, &reached) || __builtin_mul_overflow(t_num, d, &asked) ||
	    __builtin_mul_overflow(reached, t_den, &reached))
		return -1;
	*order = (reached > asked) - (reached < asked);
	return 0;
}
