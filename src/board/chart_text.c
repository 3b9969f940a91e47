/* SPDX-License-Identifier: MIT
 * chart_text - sizes of words, line breaks, numbers and paths of a drawing
 *
 * The fonts of a reader are not known here, so a width is that of the widest font which is
 * common on phones and desks: per character the most of Noto Sans, its bold and DejaVu Sans
 * (as wide as Verdana); Segoe UI, Roboto and Arial are narrower. Marks on Vietnamese letters
 * take no room, so a letter counts as its base letter; only the horn of Ơ and Ư does. */
#include "board/chart_int.h"

#include "base/text.h"
#include "fmt/html.h"
#include "fmt/original.h"

/* Hundredths of the type size, from the space to the tilde. */
static const unsigned char widths[] = {
	32, 41, 48, 84, 64, 95, 78, 28, 39, 39, 56, 84, 32, 37, 32, 42, 64, 64, 64,
	64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64,
	58, 78, 77, 39, 34, 67, 57, 95, 82, 80, 63, 80, 70, 64, 62, 76, 69, 99, 69,
	63, 69, 39, 42, 39, 84, 50, 50, 62, 64, 55, 64, 62, 39, 64, 66, 31, 31, 62,
	31, 99, 66, 62, 64, 64, 46, 53, 44, 66, 60, 86, 60, 60, 53, 64, 56, 64, 84,
};

/* Letters with marks: from, to, and the base letters of an even and an odd code point. */
static const struct {
	unsigned from, to;
	char even, odd;
} bases[] = {
	{0xC0, 0xC3, 'A', 'A'}, {0xC8, 0xCA, 'E', 'E'}, {0xCC, 0xCD, 'I', 'I'},
	{0xD2, 0xD5, 'O', 'O'}, {0xD9, 0xDA, 'U', 'U'}, {0xDD, 0xDD, 'Y', 'Y'},
	{0xE0, 0xE3, 'a', 'a'}, {0xE8, 0xEA, 'e', 'e'}, {0xEC, 0xED, 'i', 'i'},
	{0xF2, 0xF5, 'o', 'o'}, {0xF9, 0xFA, 'u', 'u'}, {0xFD, 0xFD, 'y', 'y'},
	{0x102, 0x103, 'A', 'a'}, {0x110, 0x111, 'D', 'd'}, {0x128, 0x129, 'I', 'i'},
	{0x168, 0x169, 'U', 'u'}, {0x1EA0, 0x1EB7, 'A', 'a'}, {0x1EB8, 0x1EC7, 'E', 'e'},
	{0x1EC8, 0x1ECB, 'I', 'i'}, {0x1ECC, 0x1ED9, 'O', 'o'}, {0x1EE4, 0x1EE7, 'U', 'u'},
	{0x1EF2, 0x1EF9, 'Y', 'y'},
	/* With a horn, as wide as: */
	{0x1A0, 0x1A1, '&', 'd'}, {0x1EDA, 0x1EE3, '&', 'd'},
	{0x1AF, 0x1B0, 'm', 'A'}, {0x1EE8, 0x1EF1, 'm', 'A'},
	/* Signs */
	{0xA0, 0xA0, ' ', ' '}, {0xB7, 0xB7, '.', '.'}, {0x2013, 0x2013, 'c', 'c'},
	{0x2018, 0x2019, ',', ','}, {0x201C, 0x201D, '"', '"'}, {0xD7, 0xD7, '+', '+'},
	{0x2212, 0x2212, '+', '+'}, {0x2264, 0x2265, '+', '+'},
};

static int width_of(uint32_t c)
{
	enum { OTHER = 100 };
	for (size_t i = 0; i < countof(bases) && c > '~'; i++)
		if (c >= bases[i].from && c <= bases[i].to)
			return widths[(c % 2 ? bases[i].odd : bases[i].even) - ' '];
	if (c < ' ') /* a mark of fmt/original */
		return 0;
	return c <= '~' ? widths[c - ' '] : OTHER;
}

double chart_width(struct str s, bool strong)
{
	int sum = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at = text_next(s, at, &c);
		sum += width_of(c);
	}
	return sum * CHART_FONT / 100.0 * (strong ? 1.08 : 1);
}

/* How much of `s` fits: whole words, or as many characters as there is room for. */
static size_t fitting(struct str s, double width, bool strong)
{
	size_t fits = 0, broken = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at = text_next(s, at, &c);
		if (chart_width(str_slice(s, 0, at), strong) > width && broken > 0)
			return fits ? fits : broken;
		broken = at;
		if (at == s.n || s.p[at] == ' ')
			fits = at;
	}
	return s.n;
}

/* Marks around all of a text stand around each of its lines. */
static void mark_lines(struct arena *a, struct chart_lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		l->lines[i] = original_marked(a, original_bare(a, l->lines[i]));
}

struct chart_lines chart_wrap(struct arena *a, struct str s, double width, bool strong)
{
	bool is_original = s.n && s.p[0] == ORIGINAL_BEGIN;
	struct chart_lines l = {0};
	size_t cap = 0;
	s = str_trim(s);
	do {
		size_t end = fitting(s, width, strong);
		struct str line = str_trim_end(str_slice(s, 0, end));
		l.lines = arena_grow(a, l.lines, l.count, &cap, sizeof *l.lines);
		l.lines[l.count++] = line;
		double w = chart_width(line, strong);
		l.width = w > l.width ? w : l.width;
		s = str_trim(str_slice(s, end, s.n));
	} while (s.n > 0);
	if (is_original)
		mark_lines(a, &l);
	return l;
}

size_t chart_line_count(struct str s, double ems)
{
	struct arena a = {0};
	size_t n = 0;
	while (s.n) {
		struct str line = str_trim(str_cut_line(&s));
		n += line.n ? chart_wrap(&a, line, ems * CHART_FONT, true).count : 0;
	}
	arena_release(&a);
	return n;
}

static void put_tenths(struct buf *out, int n)
{
	unsigned size = n < 0 ? 0u - (unsigned)n : (unsigned)n;
	if (n < 0)
		buf_putc(out, '-');
	if (size >= 10 || size % 10 == 0)
		buf_printf(out, "%u", size / 10);
	if (size % 10)
		buf_printf(out, ".%u", size % 10);
}

static int tenths(double n)
{
	return (int)(n * 10 + (n < 0 ? -0.5 : 0.5));
}

void chart_put_num(struct buf *out, double n)
{
	put_tenths(out, tenths(n));
}

void chart_put_text(const struct drawing *d, struct chart_text t)
{
	static const char *const anchors[] = {
		[CHART_START] = "", [CHART_CENTER] = " text-anchor=\"middle\"",
		[CHART_END] = " text-anchor=\"end\"",
	};
	struct buf *out = &d->texts[t.voice];
	int x = (int)(t.x + 0.5), y = (int)(t.y + 0.5);
	buf_putz(out, "<text");
	if (x != 0)
		buf_printf(out, " x=\"%d\"", x);
	buf_printf(out, " y=\"%d\"%s>", y, anchors[t.anchor]);
	html_put(out, t.s, HTML_TEXT);
	buf_putz(out, "</text>");
}

void chart_put_texts(struct buf *out, struct buf *texts)
{
	static const char *const classes[CHART_VOICES] = {
		[CHART_SOFT] = "ny-chart__soft", [CHART_STRONG] = "ny-chart__strong",
		[CHART_AIM] = "ny-chart__aim", [CHART_ON] = "ny-chart__on",
		[CHART_IN] = "ny-chart__in",
	};
	for (int v = 0; v < CHART_VOICES; v++) {
		if (texts[v].len && classes[v])
			buf_printf(out, "<g class=\"%s\">", classes[v]);
		buf_put(out, buf_str(&texts[v]));
		if (texts[v].len && classes[v])
			buf_putz(out, "</g>");
		buf_release(&texts[v]);
	}
}

/* Paths. */

static void put_pair(struct chart_path *p, char command, int x, int y)
{
	bool goes_on = p->last == command && command == 'l';
	if (!goes_on)
		buf_putc(&p->data, command);
	else if (x >= 0)
		buf_putc(&p->data, ' ');
	put_tenths(&p->data, x);
	if (y >= 0)
		buf_putc(&p->data, ' ');
	put_tenths(&p->data, y);
	p->last = command;
}

/* Relative after the first, which is shorter; z has moved the point back to its start. */
void chart_move(struct chart_path *p, double x, double y)
{
	int to_x = tenths(x), to_y = tenths(y);
	if (p->data.len > 0 && p->last != 'z')
		put_pair(p, 'm', to_x - p->x, to_y - p->y);
	else
		put_pair(p, 'M', to_x, to_y);
	p->x = to_x;
	p->y = to_y;
}

void chart_line_to(struct chart_path *p, double x, double y)
{
	int to_x = tenths(x), to_y = tenths(y);
	if (to_y == p->y || to_x == p->x) {
		p->last = to_y == p->y ? 'h' : 'v';
		buf_putc(&p->data, p->last);
		put_tenths(&p->data, to_y == p->y ? to_x - p->x : to_y - p->y);
	} else {
		put_pair(p, 'l', to_x - p->x, to_y - p->y);
	}
	p->x = to_x;
	p->y = to_y;
}

void chart_close(struct chart_path *p)
{
	buf_putc(&p->data, 'z');
	p->last = 'z';
}

void chart_rect(struct chart_path *p, double x, double y, double width, double height)
{
	chart_move(p, x, y);
	chart_line_to(p, x + width, y);
	chart_line_to(p, x + width, y + height);
	chart_line_to(p, x, y + height);
	chart_close(p);
}

void chart_put_path(struct buf *out, const char *css_class, struct chart_path *p)
{
	if (p->data.len) {
		buf_printf(out, "<path class=\"%s\" d=\"", css_class);
		buf_put(out, buf_str(&p->data));
		buf_putz(out, "\"/>");
	}
	buf_release(&p->data);
}
