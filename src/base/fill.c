/* SPDX-License-Identifier: MIT
 * fill - texts with parts in braces to fill in */
#include "base/fill.h"

bool fill_next(struct str *pattern, struct fill_piece *p)
{
	struct str s = *pattern;
	size_t open = s.n, at = 0;
	for (; at < s.n && !(s.p[at] == '}' && open < s.n); at++)
		if (s.p[at] == '{')
			open = at;
	bool is_closed = at < s.n;
	size_t from = is_closed ? open : s.n, to = is_closed ? at + 1 : s.n;
	*p = (struct fill_piece){.text = str_slice(s, 0, from), .braces = str_slice(s, from, to)};
	if (is_closed)
		p->name = str_slice(s, open + 1, at);
	*pattern = str_slice(s, to, s.n);
	return s.n > 0;
}

bool fill_put(struct buf *out, struct str pattern, const struct str *values, size_t count)
{
	bool is_whole = true;
	struct fill_piece p;
	while (fill_next(&pattern, &p)) {
		size_t i = p.name.n == 1 ? (size_t)(unsigned char)p.name.p[0] - '1' : count;
		buf_put(out, p.text);
		buf_put(out, i < count ? values[i] : p.braces);
		is_whole = is_whole && (i >= count || values[i].p);
	}
	return is_whole;
}
