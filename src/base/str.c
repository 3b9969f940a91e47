/* SPDX-License-Identifier: MIT
 * str - views of text: compare, cut, trim, find */
#include "base/str.h"

#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_from(const char *z)
{
	return (struct str){z, z ? strlen(z) : 0};
}

struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){s.p ? s.p + from : NULL, to - from};
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_eqz(struct str a, const char *z)
{
	return str_eq(a, str_from(z));
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

bool str_blank(struct str s)
{
	return str_trim(s).n == 0;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (needle.n == 0)
		return from < s.n ? from : s.n;
	while (from + needle.n <= s.n) {
		const char *hit = memchr(s.p + from, needle.p[0], s.n - from - needle.n + 1);
		if (!hit)
			return s.n;
		from = (size_t)(hit - s.p);
		if (memcmp(hit, needle.p, needle.n) == 0)
			return from;
		from++;
	}
	return s.n;
}

size_t str_find_byte(struct str s, char c, size_t from)
{
	if (from >= s.n)
		return s.n;
	const char *hit = memchr(s.p + from, c, s.n - from);
	return hit ? (size_t)(hit - s.p) : s.n;
}

bool str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t str_skip_digits(struct str s, size_t at)
{
	while (at < s.n && str_is_digit(s.p[at]))
		at++;
	return at;
}

struct str str_trim_end(struct str s)
{
	while (s.n > 0 && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_trim(struct str s)
{
	s = str_trim_end(s);
	while (s.n > 0 && is_space(s.p[0])) {
		s.p++;
		s.n--;
	}
	return s;
}

struct str str_cut(struct str *rest, char sep)
{
	size_t at = str_find_byte(*rest, sep, 0);
	struct str part = str_slice(*rest, 0, at);
	*rest = at < rest->n ? str_slice(*rest, at + 1, rest->n) : (struct str){0};
	return part;
}

struct str str_cut_line(struct str *rest)
{
	struct str line = str_cut(rest, '\n');
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* Optimal string alignment over three rows of the usual table; names are short, so
 * what does not fit in the rows counts as far away. */
size_t str_distance(struct str a, struct str b, size_t most)
{
	enum { WIDE = LIMIT_NAME + 1 };
	size_t rows[3][WIDE];
	if (a.n >= WIDE || b.n >= WIDE)
		return SIZE_MAX;
	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t *now = rows[i % 3], *up = rows[(i + 2) % 3], *upper = rows[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t best = up[j - 1] + (a.p[i - 1] != b.p[j - 1]);
			if (up[j] + 1 < best)
				best = up[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1] && upper[j - 2] + 1 < best)
				best = upper[j - 2] + 1;
			now[j] = best;
		}
	}
	size_t far = rows[a.n % 3][b.n];
	return far <= most ? far : SIZE_MAX;
}
