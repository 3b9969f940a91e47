/* SPDX-License-Identifier: MIT
 * func_format - how a language writes numbers, days and periods: texts with parts to fill in */
#include "board/func_int.h"

#include <stdio.h>

struct str func_digits(char text[FUNC_DIGITS], int least, int64_t n)
{
	(void)!snprintf(text, FUNC_DIGITS, "%0*lld", least, (long long)n);
	return str_from(text);
}

static const struct func_part *find_part(const struct func_part *parts, size_t count,
                                         struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eqz(name, parts[i].name))
			return &parts[i];
	return NULL;
}

static void fill(struct buf *out, struct str format, const struct func_part *parts, size_t count)
{
	while (format.n) {
		size_t open = str_find_byte(format, '{', 0);
		size_t close = str_find_byte(format, '}', open);
		buf_put(out, str_slice(format, 0, open));
		const struct func_part *part =
		    close < format.n ? find_part(parts, count, str_slice(format, open + 1, close))
		                     : NULL;
		if (part)
			buf_put(out, part->value);
		else
			buf_put(out, str_slice(format, open, close + (close < format.n)));
		format = str_slice(format, close + (close < format.n), format.n);
	}
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
	fill(out, own.p ? own : str_from(f.vietnamese), parts, count);
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
