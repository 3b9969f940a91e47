/* SPDX-License-Identifier: MIT
 * func_format - how a language writes numbers, days and periods: texts with parts to fill in */
#include "board/func_int.h"

#include <stdio.h>

#include "base/fill.h"

struct str func_digits(char text[FUNC_DIGITS], int least, int64_t n)
{
	(void)!snprintf(text, FUNC_DIGITS, "%0*lld", least, (long long)n);
	return str_from(text);
}

static struct str find_part(const struct func_part *parts, size_t count, struct fill_piece p)
{
	for (size_t i = 0; i < count; i++)
		if (str_eqz(p.name, parts[i].name))
			return parts[i].value;
	return p.braces;
}

/* The text under format.NAME, or under format.NAME_N where N is not 0; absent: none. */
static struct str find_format(const struct func_state *s, const char *name, int n)
{
	char key[48];
	int len = n ? snprintf(key, sizeof key, "format.%s_%d", name, n)
	            : snprintf(key, sizeof key, "format.%s", name);
	const struct str *found = func_text(s, (struct str){key, (size_t)len});
	return found ? *found : (struct str){0};
}

void func_put_format(const struct func_state *s, struct buf *out, struct func_format f,
                     const struct func_part *parts, size_t count)
{
	struct str own = find_format(s, f.name, f.n);
	struct str pattern = own.p ? own : str_from(f.vietnamese);
	struct fill_piece p;
	while (fill_next(&pattern, &p)) {
		buf_put(out, p.text);
		buf_put(out, find_part(parts, count, p));
	}
}

struct str func_month(const struct func_state *s, int month)
{
	return find_format(s, "month", month);
}

static void put_day(const struct func_state *s, struct buf *out, int32_t days,
                    struct func_format f)
{
	struct date_ymd ymd = date_to_ymd(days);
	char d[FUNC_DIGITS], dd[FUNC_DIGITS], m[FUNC_DIGITS], mm[FUNC_DIGITS];
	char y[FUNC_DIGITS], yyyy[FUNC_DIGITS];
	const struct func_part parts[] = {
		{"d", func_digits(d, 1, ymd.day)}, {"dd", func_digits(dd, 2, ymd.day)},
		{"m", func_digits(m, 1, ymd.month)}, {"mm", func_digits(mm, 2, ymd.month)},
		{"y", func_digits(y, 1, ymd.year)}, {"yyyy", func_digits(yyyy, 4, ymd.year)},
		/* Official documents write a zero before these two months only. */
		{"mo", str_from(ymd.month < 3 ? mm : m)},
		{"month", func_month(s, ymd.month)},
	};
	func_put_format(s, out, f, parts, countof(parts));
}

void func_put_day(const struct func_state *s, struct buf *out, int32_t days)
{
	put_day(s, out, days, (struct func_format){"day", 0, "{dd}/{mm}/{yyyy}"});
}

void func_put_long_day(const struct func_state *s, struct buf *out, int32_t days)
{
	put_day(s, out, days,
	        (struct func_format){"day_long", 0, "ngày {dd} tháng {mo} năm {y}"});
}
