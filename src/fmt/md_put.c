/* SPDX-License-Identifier: MIT
 * md_put - how the parts of a text look in a page, and what is said about them; knows
 * nothing of cmark's tree */
#include "fmt/md_int.h"

#include "base/text.h"
#include "fmt/html.h"

/* Brackets between two blank lines: cmark 0.30.2 takes time by their square. */
enum { MOST_BRACKETS = 20000 };

#define REPLACEMENT "\xEF\xBF\xBD"
#define NOTHING ((struct str){0})

/* Messages. */

struct place md_place(const struct md_writer *w, int line)
{
	struct place at = w->o->at;
	at.line = (at.line > 0 ? at.line : 1) + (line > 0 ? line - 1 : 0);
	at.col = 0;
	return at;
}

void md_say(struct md_writer *w, enum diag_id id, int line, struct str a, struct str b)
{
	if (diag_catalogue[id].level == DIAG_ERROR)
		w->failed = true;
	else if (!w->page)
		return;
	if (w->said++ < LIMIT_MESSAGES)
		(void)diag_add(w->d, id, md_place(w, line), a, b);
}

struct str md_number(struct md_writer *w, int n)
{
	return arena_printf(&w->keep, "%d", n);
}

void md_say_miss(struct md_writer *w, struct md_mismatch *miss)
{
	if (miss->line == 0)
		return;
	if (miss->header == miss->delimiter)
		md_say(w, DIAG_M004, miss->line, md_number(w, LIMIT_COLUMNS),
		       md_number(w, miss->header));
	else
		md_say(w, DIAG_M014, miss->line, md_number(w, miss->header),
		       md_number(w, miss->delimiter));
	miss->line = 0;
}

/* The first line of a text, or as much of it as a message can show. */
static struct str excerpt(struct str s)
{
	s = str_trim(s);
	size_t n = str_find_byte(s, '\n', 0);
	if (n > 60)
		for (n = 60; n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80;)
			n--;
	return str_slice(s, 0, n);
}

/* The source. */

int md_check(struct md_writer *w, struct str text)
{
	struct str rest = text;
	int line = 0;
	size_t brackets = 0;
	if (text.n > LIMIT_MARKDOWN) {
		md_say(w, DIAG_M001, 1, md_number(w, LIMIT_MARKDOWN), NOTHING);
		return -1;
	}
	while (rest.n > 0) {
		struct str one = str_cut_line(&rest);
		line++;
		if (str_blank(one))
			brackets = 0;
		for (size_t at = 0; (at = str_find_byte(one, '[', at)) < one.n; at++)
			brackets++;
		if (brackets > MOST_BRACKETS) {
			md_say(w, DIAG_M016, line, md_number(w, MOST_BRACKETS), NOTHING);
			return -1;
		}
	}
	return 0;
}

struct str md_clean(struct md_writer *w, struct str text)
{
	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_slice(text, 3, text.n);
	if (str_find_byte(text, '\0', 0) == text.n)
		return text;
	struct buf clean = {0};
	while (text.p) {
		buf_put(&clean, str_cut(&text, '\0'));
		if (text.p)
			buf_putz(&clean, REPLACEMENT);
	}
	text = arena_str(&w->keep, buf_str(&clean));
	buf_release(&clean);
	return text;
}

/* Words. */

void md_put_text(struct md_writer *w, struct str s)
{
	enum html_place place = w->o->mode == MD_TEXT ? HTML_PLAIN : HTML_TEXT;
	size_t from = 0;
	for (size_t i = 0; (w->page || place == HTML_PLAIN) && i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t')
			continue;
		html_put(w->out, str_slice(s, from, i), place);
		buf_putz(w->out, REPLACEMENT);
		from = i + 1;
	}
	html_put(w->out, str_slice(s, from, s.n), place);
}

void md_putz(struct md_writer *w, const char *z)
{
	buf_putz(w->out, z);
}

void md_fresh_line(struct md_writer *w)
{
	if (w->out->len > w->start && w->out->p[w->out->len - 1] != '\n')
		buf_putc(w->out, '\n');
}

bool md_too_long(const struct md_writer *w)
{
	return w->out->full || w->out->len - w->start > LIMIT_PAGE;
}

/* Headings. */

struct id_count {
	int most;
};

/* "ho-tich", then "ho-tich-2", passing over names that headings have by themselves. */
static struct str new_id(struct md_writer *w, struct str words)
{
	struct buf slug = {0};
	text_slug(&slug, words);
	struct str base = arena_printf(&w->keep, "%.*s%s", STR_ARG(w->o->id_prefix),
	                               slug.len ? slug.p : "muc");
	buf_release(&slug);
	struct str id = base;
	struct id_count *used = map_get(&w->ids, base);
	while (used && map_has(&w->ids, id))
		id = arena_printf(&w->keep, "%.*s-%d", STR_ARG(base), ++used->most);
	struct id_count *count = arena_new(&w->keep, struct id_count);
	count->most = 1;
	map_put(&w->ids, id, count);
	return id;
}

void md_open_heading(struct md_writer *w, int level, struct str words, int line)
{
	if (level > w->heading_last + 1)
		md_say(w, DIAG_M009, line, md_number(w, level), md_number(w, w->heading_last + 1));
	w->heading_last = level;
	struct str id = new_id(w, words);
	buf_printf(w->out, "<h%d id=\"%.*s\">", level, STR_ARG(id));
}

/* Addresses. */

/* "/x" is x in the site's top folder, wherever the site stands. */
static void put_page_address(struct md_writer *w, struct str url)
{
	if (w->o->root.p && str_starts(url, STR("/")) && !str_starts(url, STR("//"))) {
		html_put(w->out, w->o->root, HTML_HREF);
		url = str_slice(url, 1, url.n);
	}
	html_put(w->out, url, HTML_HREF);
}

/* The callback's word on an address, which is written behind `tag`. */
static bool put_checked_address(struct md_writer *w, const char *tag, struct str url, int line)
{
	struct buf now = {0};
	const md_link_check check = w->o->link;
	bool good = check(w->o->user, url, md_place(w, line), &now, w->d) == 0;
	if (good) {
		md_putz(w, tag);
		html_put(w->out, buf_str(&now), HTML_URL);
	}
	w->failed = w->failed || !good;
	buf_release(&now);
	return good;
}

bool md_put_address(struct md_writer *w, const char *tag, struct str url, int line)
{
	if (w->page && str_blank(url)) {
		md_say(w, DIAG_M013, line, NOTHING, NOTHING);
		return false;
	}
	if (w->page && !html_link_is_safe(url)) {
		md_say(w, DIAG_M007, line, excerpt(url), NOTHING);
		return false;
	}
	if (w->page && w->o->link)
		return put_checked_address(w, tag, url, line);
	md_putz(w, tag);
	if (w->page)
		put_page_address(w, url);
	else
		html_put(w->out, url, HTML_HREF);
	return true;
}

void md_put_title(struct md_writer *w, struct str title)
{
	if (title.n == 0)
		return;
	md_putz(w, "\" title=\"");
	md_put_text(w, title);
}

/* Raw HTML and code. */

static bool is_comment(struct str s)
{
	s = str_trim(s);
	return s.n >= 7 && str_starts(s, STR("<!--")) && str_find(s, STR("-->"), 4) == s.n - 3;
}

bool md_is_break(struct str s)
{
	return str_eqz(s, "<br>") || str_eqz(s, "<br/>") || str_eqz(s, "<br />");
}

void md_put_raw(struct md_writer *w, struct str html, bool is_block, int line)
{
	if (!w->page) {
		buf_put(w->out, html);
	} else if (is_comment(html)) {
		md_say(w, DIAG_M006, line, excerpt(html), NOTHING);
	} else if (md_is_break(html)) {
		md_putz(w, "<br>");
	} else {
		if (is_block || !str_starts(html, STR("</"))) /* the opening tag was named */
			md_say(w, DIAG_M005, line, excerpt(html), NOTHING);
		md_putz(w, is_block ? "<p>" : "");
		md_put_text(w, is_block ? str_trim(html) : html);
		md_putz(w, is_block ? "</p>" : "");
	}
}

/* True when the callback took the block, or said why it could not. */
static bool put_live(struct md_writer *w, struct str info, struct str text, int line)
{
	if (!w->page || !w->o->block || info.n == 0)
		return false;
	int took = w->o->block(w->o->user, info, text, md_place(w, line), w->out, w->d);
	w->failed = w->failed || took < 0;
	return took != 0;
}

void md_put_code(struct md_writer *w, struct str info, struct str text, int line)
{
	md_fresh_line(w);
	if (put_live(w, str_trim(info), text, line)) {
		md_fresh_line(w);
		return;
	}
	size_t n = 0;
	while (n < info.n && info.p[n] != ' ' && (info.p[n] < '\t' || info.p[n] > '\r'))
		n++;
	md_putz(w, "<pre><code");
	if (info.n > 0) {
		md_putz(w, " class=\"language-");
		md_put_text(w, str_slice(info, 0, n));
		md_putz(w, "\"");
	}
	md_putz(w, ">");
	md_put_text(w, text);
	md_putz(w, "</code></pre>\n");
}

/* Tables. */

void md_open_table(struct md_writer *w, struct str label)
{
	md_fresh_line(w);
	if (w->page) {
		md_putz(w, "<div class=\"ny-table-scroll\" tabindex=\"0\"");
		if (!str_blank(label)) {
			md_putz(w, " role=\"group\" aria-label=\"");
			md_put_text(w, label);
			md_putz(w, "\"");
		}
		md_putz(w, ">\n");
	}
	md_putz(w, "<table>\n<thead>\n");
}

void md_close_table(struct md_writer *w, bool has_body)
{
	md_putz(w, has_body ? "</tbody>\n</table>\n" : "</table>\n");
	md_putz(w, w->page ? "</div>\n" : "");
}

const char *md_open_cell(struct md_writer *w, bool in_header, bool empty, enum md_align align)
{
	static const char *const plain[] = {"", " align=\"left\"", " align=\"center\"",
	                                    " align=\"right\""};
	static const char *const page[] = {"", "", " class=\"ny-center\"", " class=\"ny-right\""};
	const char *tag = in_header && !(w->page && empty) ? "th" : "td";
	buf_printf(w->out, "<%s%s%s>", tag, w->page && tag[1] == 'h' ? " scope=\"col\"" : "",
	           w->page ? page[align] : plain[align]);
	return tag;
}

void md_check_link(struct md_writer *w, struct str words, struct str url, bool is_image, int line)
{
	if (w->page && str_blank(words))
		md_say(w, is_image ? DIAG_M008 : DIAG_M011, line, excerpt(url), NOTHING);
}
