/* SPDX-License-Identifier: MIT
 * import_md - lines of plain text become Markdown
 *
 * The source's own structure is its lines: "- x" and "+ x" are items, everything else
 * ("Bước 1: ...", "a) ...", "(i) ...", "1. ...") is a paragraph of its own. A line is never
 * joined with another, never renumbered, and no sign in it is markup. */
#include "engine/import_int.h"

#include <string.h>

enum line_kind { PARAGRAPH, ITEM, SUBITEM, TITLE };

/* A sign that stands for itself wherever it is. */
static bool is_special(struct str s, size_t i)
{
	char c = s.p[i];
	if (strchr("\\`*_[]<>|~", c))
		return true;
	if (c != '&')
		return false;
	/* "&lt;" would become "<". */
	size_t j = i + 1;
	while (j < s.n && j < i + 40 &&
	       ((s.p[j] >= 'a' && s.p[j] <= 'z') || (s.p[j] >= 'A' && s.p[j] <= 'Z') ||
			(s.p[j] >= '0' && s.p[j] <= '9') || s.p[j] == '#'))
		j++;
	return j > i + 1 && j < s.n && s.p[j] == ';';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Where in front of a line a backslash is needed: before "#", "-", "+", "=", before the
 * point or bracket of "1." and "1)"; s.n when nowhere. */
static size_t special_in_front(struct str s)
{
	size_t i = 0;
	if (s.n && strchr("#-+=", s.p[0]))
		return 0;
	while (i < s.n && is_digit(s.p[i]))
		i++;
	bool numbers = i > 0 && i < 10 && i < s.n && (s.p[i] == '.' || s.p[i] == ')') &&
	               (i + 1 == s.n || s.p[i + 1] == ' ');
	return numbers ? i : s.n;
}

static void put_escaped(struct buf *out, struct str s)
{
	size_t front = special_in_front(s);
	for (size_t i = 0; i < s.n; i++) {
		if (i == front || is_special(s, i))
			buf_putc(out, '\\');
		buf_putc(out, s.p[i]);
	}
}

/* What the line is; *text is what is shown of it. */
static enum line_kind look_at(struct str line, bool title, struct str *text)
{
	static const char *const bullets[] = {"-", "+", "•", "●", "▪", "◦", "–"};
	*text = str_trim(line);
	if (title)
		return TITLE;
	for (size_t i = 0; i < countof(bullets); i++) {
		struct str b = str_from(bullets[i]);
		if (!str_starts(*text, b))
			continue;
		struct str rest = str_slice(*text, b.n, text->n);
		/* "-5 độ", "--", "+)" are no items; "-Quyết định" is one. */
		if (!rest.n || strchr("-+)=0123456789.,", rest.p[0]) || str_blank(rest))
			return PARAGRAPH;
		*text = str_trim(rest);
		return i == 1 ? SUBITEM : ITEM;
	}
	return PARAGRAPH;
}

void import_md_put(struct buf *out, const struct import_md_line *lines, size_t count)
{
	bool in_list = false, after_blank = false, any = false;
	for (size_t i = 0; i < count; i++) {
		struct str text;
		enum line_kind kind = look_at(lines[i].text, lines[i].title, &text);
		if (!text.n) {
			after_blank = true;
			continue;
		}
		bool is_item = kind == ITEM || kind == SUBITEM;
		bool is_under = kind == SUBITEM && in_list && !after_blank;
		if (any)
			buf_putz(out, is_item && in_list && !after_blank ? "\n" : "\n\n");
		if (is_item)
			buf_putz(out, is_under ? "  - " : "- ");
		if (kind == TITLE)
			buf_putz(out, "**");
		put_escaped(out, text);
		if (kind == TITLE)
			buf_putz(out, "**");
		in_list = is_item;
		after_blank = false;
		any = true;
	}
}
