/* SPDX-License-Identifier: MIT
 * markup - a walk through the tags and texts of an HTML page */
#include "fmt/markup.h"

#include <string.h>

struct markup markup_of(struct str html)
{
	return (struct markup){.html = html};
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool markup_is(struct str name, struct str small)
{
	if (name.n != small.n)
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (lower(name.p[i]) != small.p[i])
			return false;
	return true;
}

/* Elements whose content a browser does not read as markup. */
static struct str raw_element(struct str name)
{
	static const struct str elements[] = {
	    {"script", 6}, {"style", 5},  {"title", 5},   {"textarea", 8},
	    {"xmp", 3},    {"iframe", 6}, {"noembed", 7}, {"noframes", 8},
	};
	for (size_t i = 0; i < countof(elements); i++)
		if (markup_is(name, elements[i]))
			return elements[i];
	return (struct str){0};
}

/* The end of the tag whose name ends at `at`: the position of its ">", or html.n. A ">" in a
 * quoted value is none; a quote counts behind "=" only. */
static size_t end_of_tag(struct str html, size_t at)
{
	while (at < html.n && html.p[at] != '>') {
		if (html.p[at] != '=') {
			at++;
			continue;
		}
		do
			at++;
		while (at < html.n && is_space(html.p[at]));
		if (at < html.n && (html.p[at] == '"' || html.p[at] == '\'')) {
			at = str_find_byte(html, html.p[at], at + 1);
			at += at < html.n;
		}
	}
	return at;
}

static size_t end_of_name(struct str html, size_t at)
{
	while (at < html.n && !is_space(html.p[at]) && html.p[at] != '/' && html.p[at] != '>')
		at++;
	return at;
}

/* Behind a comment or a declaration that begins at `at`. */
static size_t skip_declaration(struct str html, size_t at)
{
	if (!str_starts(str_slice(html, at, html.n), STR("<!--"))) {
		at = str_find_byte(html, '>', at);
		return at + (at < html.n);
	}
	if (str_starts(str_slice(html, at + 4, html.n), STR(">")))
		return at + 5;
	size_t end = str_find(html, STR("-->"), at + 2);
	return end < html.n ? end + 3 : html.n;
}

/* A tag at `at`, which is its "<": reads it and moves behind it. */
static enum markup_kind take_tag(struct markup *m, size_t at)
{
	bool closes = m->html.p[at + 1] == '/';
	size_t from = at + 1 + closes, to = end_of_name(m->html, from);
	size_t end = end_of_tag(m->html, to);
	if (end >= m->html.n) { /* cut off */
		m->at = m->html.n;
		return MARKUP_END;
	}
	m->name = str_slice(m->html, from, to);
	m->attributes = str_slice(m->html, to, end);
	m->at = end + 1;
	if (!closes)
		m->raw_until = raw_element(m->name);
	return closes ? MARKUP_CLOSE : MARKUP_OPEN;
}

/* The content of a raw element: up to its end tag. */
static size_t end_of_raw(const struct markup *m)
{
	size_t at = m->at;
	for (;; at++) {
		at = str_find_byte(m->html, '<', at);
		if (at >= m->html.n)
			return m->html.n;
		size_t to = at + 2 + m->raw_until.n;
		if (to < m->html.n && m->html.p[at + 1] == '/' &&
		    markup_is(str_slice(m->html, at + 2, to), m->raw_until) &&
		    end_of_name(m->html, to) == to)
			return at;
	}
}

enum markup_kind markup_next(struct markup *m)
{
	const struct str html = m->html;
	size_t from = m->at;
	if (m->raw_until.p) {
		size_t end = end_of_raw(m);
		m->raw_until = (struct str){0};
		m->at = end;
		m->text = str_slice(html, from, end);
		if (end > from)
			return MARKUP_TEXT;
	}
	for (size_t at = from; at < html.n;) {
		size_t open = str_find_byte(html, '<', at);
		char next = open + 1 < html.n ? html.p[open + 1] : '\0';
		bool is_tag = is_letter(next) ||
		              (next == '/' && open + 2 < html.n && is_letter(html.p[open + 2]));
		bool is_other = next == '!' || next == '?' || next == '/';
		if (open < html.n && !is_tag && !is_other) { /* a bare "<" is text */
			at = open + 1;
			continue;
		}
		if (open > from) {
			m->text = str_slice(html, from, open);
			m->at = open;
			return MARKUP_TEXT;
		}
		if (is_tag)
			return take_tag(m, open);
		from = at = skip_declaration(html, open);
		m->at = at;
	}
	m->at = html.n;
	m->text = str_slice(html, from, html.n);
	return from < html.n ? MARKUP_TEXT : MARKUP_END;
}

bool markup_attribute(struct str *rest, struct str *name, struct str *value)
{
	struct str s = *rest;
	size_t at = 0;
	while (at < s.n && (is_space(s.p[at]) || s.p[at] == '/'))
		at++;
	size_t from = at;
	at += at < s.n; /* a name may begin with "=" */
	while (at < s.n && !is_space(s.p[at]) && s.p[at] != '/' && s.p[at] != '=')
		at++;
	*name = str_slice(s, from, at);
	*value = (struct str){0};
	size_t equals = at;
	while (equals < s.n && is_space(s.p[equals]))
		equals++;
	if (equals < s.n && s.p[equals] == '=') {
		at = equals + 1;
		while (at < s.n && is_space(s.p[at]))
			at++;
		from = at;
		if (at < s.n && (s.p[at] == '"' || s.p[at] == '\'')) {
			at = str_find_byte(s, s.p[from], from + 1);
			*value = str_slice(s, from + 1, at);
			at += at < s.n;
		} else {
			while (at < s.n && !is_space(s.p[at]))
				at++;
			*value = str_slice(s, from, at);
		}
	}
	*rest = str_slice(s, at, s.n);
	return name->n > 0;
}

/* --- character references -------------------------------------------------------------- */

static void put_code_point(struct buf *out, uint32_t c)
{
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		buf_putc(out, (char)c);
		return;
	}
	int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
	buf_putc(out, (char)(lead[more] | (c >> (6 * more))));
	while (more-- > 0)
		buf_putc(out, (char)(0x80 | ((c >> (6 * more)) & 0x3F)));
}

static int digit_of(char c, int base)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = lower(c);
	return base == 16 && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "#39" or "#x27" without the "&" and ";": the number, or -1. */
static int64_t number_of(struct str name)
{
	bool hex = name.n > 1 && lower(name.p[1]) == 'x';
	int64_t n = 0;
	if (name.n < (hex ? 3u : 2u) || name.n > 10)
		return -1;
	for (size_t i = hex ? 2 : 1; i < name.n; i++) {
		int digit = digit_of(name.p[i], hex ? 16 : 10);
		if (digit < 0)
			return -1;
		n = n * (hex ? 16 : 10) + digit;
	}
	return n;
}

/* Puts what "&name;" stands for; false when it is not known. */
static bool put_reference(struct buf *out, struct str name)
{
	static const struct {
		struct str name;
		const char *text;
	} known[] = {
	    {{"amp", 3}, "&"},   {{"lt", 2}, "<"},   {{"gt", 2}, ">"},
	    {{"quot", 4}, "\""}, {{"apos", 4}, "'"}, {{"nbsp", 4}, "\xC2\xA0"},
	};
	if (name.n && name.p[0] == '#') {
		int64_t n = number_of(name);
		if (n >= 0)
			put_code_point(out, n > 0x10FFFF ? 0 : (uint32_t)n);
		return n >= 0;
	}
	for (size_t i = 0; i < countof(known); i++) {
		if (str_eq(name, known[i].name)) {
			buf_putz(out, known[i].text);
			return true;
		}
	}
	return false;
}

void markup_put_plain(struct buf *out, struct str raw)
{
	while (raw.n) {
		size_t at = str_find_byte(raw, '&', 0);
		buf_put(out, str_slice(raw, 0, at));
		if (at == raw.n)
			return;
		struct str near = str_slice(raw, at + 1, at + 12 < raw.n ? at + 12 : raw.n);
		size_t end = str_find_byte(near, ';', 0);
		if (end < near.n && put_reference(out, str_slice(near, 0, end))) {
			raw = str_slice(raw, at + end + 2, raw.n);
		} else {
			buf_putc(out, '&');
			raw = str_slice(raw, at + 1, raw.n);
		}
	}
}
