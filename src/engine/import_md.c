/* SPDX-License-Identifier: MIT
 * import_md - lines of plain text become Markdown
 *
 * The source's own structure is its lines: "- x" and "+ x" are items, everything else
 * ("Bước 1: ...", "a) ...", "(i) ...", "1. ...") is a paragraph of its own, below the item
 * that introduces it when the list goes on behind it. "* x" is an item below a line that ends
 * in ":", and a paragraph elsewhere: most are headings. A line is never joined with another,
 * never renumbered, and no sign in it is markup. */
#include "engine/import_int.h"

#include <string.h>

enum line_kind { PARAGRAPH, ITEM, TITLE };
enum marker { DASH, PLUS, DOT, STAR }; /* what stands in front of an item */
enum { LEVELS = 3 };

/* The list that is open: which marker each of its levels has. */
struct list {
	enum marker markers[LEVELS];
	size_t depth;    /* 0: no list is open */
	bool introduces; /* the last item ends in ":" */
};

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

/* Where in front of a line a backslash is needed: before "#", "-", "+", "=", before the
 * point or bracket of "1." and "1)"; s.n when nowhere. */
static size_t special_in_front(struct str s)
{
	if (s.n && strchr("#-+=", s.p[0]))
		return 0;
	size_t i = str_skip_digits(s, 0);
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

static bool is_step_name(struct str s)
{
	struct str word = STR("Bước ");
	return str_starts(s, word) && s.n > word.n && str_is_digit(s.p[word.n]);
}

/* What the line is; *text is what is shown of it. */
static enum line_kind look_at(struct import_md_line line, struct str *text, enum marker *marker)
{
	static const struct {
		const char *sign;
		enum marker is;
	} bullets[] = {{"-", DASH}, {"–", DASH}, {"+", PLUS}, {"•", DOT},
	               {"●", DOT},  {"▪", DOT},  {"◦", DOT}};
	*text = str_trim(line.text);
	if (line.title) {
		*text = import_skip_bullets(*text);
		return TITLE;
	}
	for (size_t i = 0; i < countof(bullets); i++) {
		struct str b = str_from(bullets[i].sign);
		if (!str_starts(*text, b))
			continue;
		struct str rest = str_slice(*text, b.n, text->n);
		/* "-5 độ", "--", "+)" are no items; "-Quyết định" is one. */
		if (!rest.n || strchr("-+)=0123456789.,", rest.p[0]) || str_blank(rest))
			return PARAGRAPH;
		*text = str_trim(rest);
		*marker = bullets[i].is;
		/* "- Bước 1: ...": what follows is below the step, not beside it. */
		return is_step_name(*text) ? PARAGRAPH : ITEM;
	}
	return PARAGRAPH;
}

/* "* x" that is no heading: *text becomes x. */
static bool take_star(struct str *text)
{
	if (text->n < 2 || text->p[0] != '*' || strchr("*)", text->p[1]) ||
		str_ends(*text, STR(":")))
		return false;
	*text = str_trim(str_slice(*text, 1, text->n));
	return true;
}

static bool has_level(const struct list *list, enum marker marker)
{
	for (size_t i = 0; i < list->depth; i++)
		if (list->markers[i] == marker)
			return true;
	return false;
}

/* The level of an item with this marker, which then is open. A marker that the list knows
 * goes back to its level; a new one goes below when it is "+" under "-", or when the item
 * before introduces it. */
static size_t open_level(struct list *list, enum marker marker)
{
	for (size_t i = 0; i < list->depth; i++) {
		if (list->markers[i] == marker) {
			list->depth = i + 1;
			return i;
		}
	}
	bool below = list->depth > 0 && list->depth < LEVELS &&
	             (list->introduces ||
	              (marker == PLUS && list->markers[list->depth - 1] == DASH));
	if (!list->depth || below)
		list->depth++;
	list->markers[list->depth - 1] = marker;
	return list->depth - 1;
}

/* "a)", "(ii)", "1." and a space: its letters or digits; empty when it is none. */
static struct str enumerator(struct str s, char *closing)
{
	size_t from = s.n && s.p[0] == '(', n = from;
	while (n < s.n && n - from < 4 &&
	       (str_is_digit(s.p[n]) || (s.p[n] >= 'a' && s.p[n] <= 'z')))
		n++;
	if (str_starts(str_slice(s, from, s.n), STR("đ")))
		n = from + strlen("đ");
	if (n == from || n + 1 >= s.n || (s.p[n] != ')' && (from || s.p[n] != '.')) ||
		s.p[n + 1] != ' ')
		return (struct str){0};
	*closing = from ? '(' : s.p[n];
	return str_slice(s, from, n);
}

/* How many lines from `at` are "a) ...", "b) ..." under an item that introduces them. Only
 * when the list goes on behind them, or the text ends there: else nobody can tell. */
static size_t enumerated_below(const struct import_md_line *lines, size_t at, size_t count,
                               const struct list *list)
{
	size_t i = at;
	char first = 0, closing = 0;
	for (; i < count && !lines[i].title; i++) {
		struct str mark = enumerator(str_trim(lines[i].text), &closing);
		if (i == at ? !str_eqz(mark, "a") && !str_eqz(mark, "i") && !str_eqz(mark, "1")
		            : !mark.n || closing != first)
			break;
		first = closing;
	}
	size_t found = i - at;
	while (i < count && str_blank(lines[i].text))
		i++;
	if (i == count || lines[i].title)
		return found;
	struct str text;
	enum marker marker;
	return look_at(lines[i], &text, &marker) == ITEM && has_level(list, marker) ? found : 0;
}

static void put_indent(struct buf *out, size_t level)
{
	for (size_t i = 0; i < level; i++)
		buf_putz(out, "  ");
}

/* The item, and what is enumerated under it; returns how many lines that were. */
static size_t put_item(struct buf *out, const struct import_md_line *lines, size_t at, size_t count,
                       struct str text, size_t level, struct list *list)
{
	put_indent(out, level);
	buf_putz(out, "- ");
	put_escaped(out, text);
	list->introduces = str_ends(text, STR(":"));
	size_t below = list->introduces ? enumerated_below(lines, at + 1, count, list) : 0;
	for (size_t i = 0; i < below; i++) {
		buf_putz(out, "\n\n");
		put_indent(out, level + 1);
		put_escaped(out, str_trim(lines[at + 1 + i].text));
	}
	return below;
}

void import_md_put(struct buf *out, const struct import_md_line *lines, size_t count)
{
	struct list list = {.depth = 0};
	bool after_blank = false, introduced = false, after_star = false;
	for (size_t i = 0; i < count; i++) {
		struct str text;
		enum marker marker = DASH;
		enum line_kind kind = look_at(lines[i], &text, &marker);
		if (!text.n) {
			after_blank = true;
			continue;
		}
		bool starred = introduced || after_star || has_level(&list, STAR);
		if (kind == PARAGRAPH && starred && take_star(&text)) {
			kind = ITEM;
			marker = STAR;
		}
		after_star = kind == ITEM && marker == STAR;
		introduced = str_ends(text, STR(":"));
		if (kind != ITEM || after_blank)
			list.depth = 0;
		if (out->len)
			buf_putz(out, list.depth ? "\n" : "\n\n");
		after_blank = false;
		if (kind == ITEM) {
			size_t level = open_level(&list, marker);
			i += put_item(out, lines, i, count, text, level, &list);
			continue;
		}
		if (kind == TITLE)
			buf_putz(out, "**");
		put_escaped(out, text);
		if (kind == TITLE)
			buf_putz(out, "**");
	}
}
