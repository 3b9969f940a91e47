/* SPDX-License-Identifier: MIT
 * original - marks around a text that a page shows in another language than its own */
#include "fmt/original.h"

#include <string.h>

#include "fmt/html.h"

bool original_is_mark(char c)
{
	return c >= ORIGINAL_BEGIN && c <= ORIGINAL_BLOCK_END;
}

bool original_is_in(struct str s)
{
	return s.n && (memchr(s.p, ORIGINAL_BEGIN, s.n) || memchr(s.p, ORIGINAL_BLOCK, s.n));
}

void original_put(struct buf *out, struct str s)
{
	buf_putc(out, ORIGINAL_BEGIN);
	buf_put(out, s);
	buf_putc(out, ORIGINAL_END);
}

struct str original_marked(struct arena *a, struct str s)
{
	return arena_printf(a, "%c%.*s%c", ORIGINAL_BEGIN, STR_ARG(s), ORIGINAL_END);
}

struct str original_bare(struct arena *a, struct str s)
{
	char *bare = NULL;
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool is_mark = original_is_mark(s.p[i]);
		if (is_mark && !bare) {
			bare = arena_strz(a, s);
			n = i;
		}
		if (bare && !is_mark)
			bare[n++] = s.p[i];
	}
	if (!bare)
		return s;
	bare[n] = '\0';
	return (struct str){bare, n};
}

struct finisher {
	struct buf *out;
	struct str lang;
	bool is_in_svg;
	const char *open; /* the element around words; NULL: none is open */
};

static void put_open(struct finisher *f, const char *element)
{
	buf_printf(f->out, "<%s lang=\"%.*s\">", element, STR_ARG(f->lang));
}

static void close_span(struct finisher *f)
{
	if (f->open)
		buf_printf(f->out, "</%s>", f->open);
	f->open = NULL;
}

static void put_mark(struct finisher *f, char mark)
{
	close_span(f);
	switch (mark) {
	case ORIGINAL_BEGIN:
		f->open = f->is_in_svg ? "tspan" : "span";
		put_open(f, f->open);
		break;
	case ORIGINAL_BLOCK:
		put_open(f, "div");
		break;
	case ORIGINAL_BLOCK_END:
		buf_putz(f->out, "</div>");
		break;
	}
}

static void see_tag(struct finisher *f, struct str tag)
{
	if (str_starts(tag, STR("<svg")))
		f->is_in_svg = true;
	else if (str_starts(tag, STR("</svg")))
		f->is_in_svg = false;
}

/* A piece of the page. Its values are escaped, so a tag is one of the template's, and no span
 * reaches over it. */
static void put_piece(struct finisher *f, struct str s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool is_tag = s.p[i] == '<';
		if (is_tag)
			see_tag(f, str_slice(s, i, s.n));
		if (!(is_tag && f->open) && !original_is_mark(s.p[i]))
			continue;
		buf_put(f->out, str_slice(s, from, i));
		from = i + !is_tag;
		if (is_tag)
			close_span(f);
		else
			put_mark(f, s.p[i]);
	}
	buf_put(f->out, str_slice(s, from, s.n));
}

/* The beginning of the next <h1> or <h2>, or s.n. */
static size_t next_heading(struct str s, size_t from)
{
	for (size_t at = from; (at = str_find(s, STR("<h"), at)) < s.n; at += 2)
		if (at + 3 < s.n && (s.p[at + 2] == '1' || s.p[at + 2] == '2') &&
		    (s.p[at + 3] == '>' || s.p[at + 3] == ' '))
			return at;
	return s.n;
}

/* Whether at least half of the block's bytes between tags stand between marks. */
static bool is_mostly_original(struct str s)
{
	size_t words = 0, all = 0;
	bool is_tag = false, is_marked = false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (original_is_mark(c))
			is_marked = c == ORIGINAL_BEGIN || c == ORIGINAL_BLOCK;
		else if (c == '<' || c == '>')
			is_tag = c == '<';
		else if (!is_tag && c != ' ' && c != '\n')
			words += is_marked, all++;
	}
	return 2 * words >= all;
}

void original_finish(struct buf *out, struct str page, const struct original_words *w)
{
	struct finisher f = {.out = out, .lang = w->lang};
	size_t at = next_heading(page, 0);
	put_piece(&f, str_slice(page, 0, at));
	while (at < page.n) {
		size_t end = next_heading(page, at + 2);
		struct str block = str_slice(page, at, end);
		size_t close = str_find(block, STR("</h"), 0);
		put_piece(&f, str_slice(block, 0, close));
		if (original_is_in(block)) {
			close_span(&f);
			buf_putz(out, " <span class=\"ny-original\">");
			struct str rest = str_slice(block, close, block.n);
			html_put(out, is_mostly_original(rest) ? w->whole : w->part, HTML_TEXT);
			buf_putz(out, "</span>");
		}
		put_piece(&f, str_slice(block, close, block.n));
		at = end;
	}
	close_span(&f);
}
