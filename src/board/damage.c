/* SPDX-License-Identifier: MIT
 * damage - what a spreadsheet program makes of a cell when it opens a CSV file by itself */
#include "board/damage.h"

#include <string.h>

bool damage_is_mark(struct str cell)
{
	static const char *const errors[] = {"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A",
	                                     "#NUM!", "#NULL!"};
	size_t i = 0;
	while (i < cell.n && cell.p[i] == '#')
		i++;
	if (i == cell.n)
		return i >= 3;
	for (size_t k = 0; k < countof(errors); k++)
		if (str_eqz(cell, errors[k]))
			return true;
	return str_starts(cell, STR("Err:5")) && cell.n == 7 && str_skip_digits(cell, 4) == cell.n;
}

bool damage_is_shortened(struct str cell)
{
	size_t at = cell.n && cell.p[0] == '-', from = at;
	at = str_skip_digits(cell, at);
	if (at != from + 1)
		return false;
	if (at < cell.n && (cell.p[at] == '.' || cell.p[at] == ','))
		at = str_skip_digits(cell, at + 1);
	if (at + 4 > cell.n || cell.p[at] != 'E' ||
	    (cell.p[at + 1] != '+' && cell.p[at + 1] != '-'))
		return false;
	return str_skip_digits(cell, at + 2) == cell.n;
}

/* The digits of a number without the zeros that say nothing, and how many stand before the point;
 * false when it is none. */
struct digits {
	char p[32];
	size_t n, before;
	bool has_point;
};

static bool read_digits(struct str s, struct digits *d)
{
	*d = (struct digits){.n = 0};
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && !d->has_point && i > 0 && i + 1 < s.n) {
			d->has_point = true;
			continue;
		}
		if (!str_is_digit(s.p[i]) || d->n == sizeof d->p)
			return false;
		d->before += !d->has_point && (d->n || s.p[i] != '0');
		if (d->n || s.p[i] != '0' || d->has_point)
			d->p[d->n++] = s.p[i];
	}
	while (d->has_point && d->n > d->before && d->p[d->n - 1] == '0')
		d->n--;
	return s.n > 0;
}

/* The text without its point is the other. */
static bool is_without_point(struct str whole, struct str other)
{
	size_t at = str_find_byte(whole, '.', 0);
	return at < whole.n && other.n + 1 == whole.n &&
	       str_eq(str_slice(whole, 0, at), str_slice(other, 0, at)) &&
	       str_eq(str_slice(whole, at + 1, whole.n), str_slice(other, at, other.n));
}

bool damage_is_same(struct str a, struct str b)
{
	struct digits x, y;
	if (str_eq(a, b) || !read_digits(a, &x) || !read_digits(b, &y))
		return false;
	if (is_without_point(a, b) || is_without_point(b, a))
		return true;
	return x.before == y.before && x.n == y.n && memcmp(x.p, y.p, x.n) == 0;
}

bool damage_whole_code(struct str code, char whole[9])
{
	enum { DIGITS = 6 };
	bool has_point = code.n > 1 && code.p[1] == '.';
	struct str rest = str_slice(code, has_point ? 2 : 1, code.n);
	if (!code.n || code.p[0] < '1' || code.p[0] > '6' || str_skip_digits(rest, 0) != rest.n)
		return false;
	if (has_point ? rest.n == 0 || rest.n >= DIGITS : rest.n != DIGITS)
		return false;
	memcpy(whole, "0.000000", 9);
	whole[0] = code.p[0];
	memcpy(whole + 2, rest.p, rest.n);
	return true;
}
