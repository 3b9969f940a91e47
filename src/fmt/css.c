/* SPDX-License-Identifier: MIT
 * css - the addresses inside a style sheet */
#include "fmt/css.h"

struct scanner {
	struct str css;
	size_t at;      /* the next byte */
	size_t copied;  /* up to here the bytes are in `out` */
	struct str file;
	int line;       /* of `line_at` */
	size_t line_at;
	css_address address;
	void *user;
	struct buf *out;
	struct diag *d;
	bool failed;
};

static struct place place_of(struct scanner *s, size_t at)
{
	for (; s->line_at < at; s->line_at++)
		s->line += s->css.p[s->line_at] == '\n';
	return (struct place){.file = s->file, .line = s->line};
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_name_byte(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_' || c == '\\' || (unsigned char)c >= 0x80;
}

/* The word stands here, in any case. */
static bool stands(const struct scanner *s, const char *word)
{
	size_t at = s->at;
	for (; *word; word++, at++)
		if (at >= s->css.n || lower(s->css.p[at]) != *word)
			return false;
	return true;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_space(struct scanner *s)
{
	while (s->at < s->css.n && is_space(s->css.p[s->at]))
		s->at++;
}

/* What opened at `open` has no end: nothing behind it can be trusted. */
static void never_closed(struct scanner *s, size_t open)
{
	diag_add(s->d, DIAG_A007, place_of(s, open));
	s->failed = true;
	s->at = s->css.n;
}

static void skip_comment(struct scanner *s)
{
	size_t open = s->at;
	size_t end = str_find(s->css, STR("*/"), s->at + 2);
	if (end == s->css.n)
		never_closed(s, open);
	else
		s->at = end + 2;
}

/* From a quote to behind its fellow; the text between them. */
static struct str take_string(struct scanner *s)
{
	size_t open = s->at;
	char quote = s->css.p[s->at++];
	for (; s->at < s->css.n && s->css.p[s->at] != '\n'; s->at++) {
		if (s->css.p[s->at] == quote) {
			s->at++;
			return str_slice(s->css, open + 1, s->at - 1);
		}
		if (s->css.p[s->at] == '\\')
			s->at++;
	}
	never_closed(s, open);
	return (struct str){0};
}

/* Neither a string nor url() means such an address as it is written. */
static bool is_understood(struct str url)
{
	for (const char *odd = "\\\"\n\r\f"; *odd; odd++)
		if (str_find_byte(url, *odd, 0) < url.n)
			return false;
	return true;
}

/* Copies up to `from`, then the new address in quotes; goes on at s->at. */
static void put_address(struct scanner *s, struct str url, size_t from)
{
	struct place at = place_of(s, from);
	if (!is_understood(url)) {
		never_closed(s, from);
		return;
	}
	buf_put(s->out, str_slice(s->css, s->copied, from));
	buf_putc(s->out, '"');
	if (s->address(s->user, url, at, s->out, s->d) < 0)
		s->failed = true;
	buf_putc(s->out, '"');
	s->copied = s->at;
}

/* Behind "url(". */
static void take_url(struct scanner *s)
{
	size_t open = s->at;
	skip_space(s);
	size_t from = s->at;
	struct str url;
	if (s->at < s->css.n && (s->css.p[s->at] == '"' || s->css.p[s->at] == '\'')) {
		url = take_string(s);
	} else {
		s->at = str_find_byte(s->css, ')', s->at);
		url = str_trim_end(str_slice(s->css, from, s->at));
		s->at = from + url.n;
	}
	size_t behind = s->at;
	skip_space(s);
	if (!url.p || s->at >= s->css.n || s->css.p[s->at] != ')') {
		if (url.p)
			never_closed(s, open);
		return;
	}
	s->at = behind;
	put_address(s, url, from);
}

/* Behind "@import": a string is an address; url(...) is met later by itself. */
static void take_import(struct scanner *s)
{
	skip_space(s);
	while (stands(s, "/*")) {
		skip_comment(s);
		skip_space(s);
	}
	if (s->at >= s->css.n || (s->css.p[s->at] != '"' && s->css.p[s->at] != '\''))
		return;
	size_t from = s->at;
	struct str url = take_string(s);
	if (url.p)
		put_address(s, url, from);
}

int css_rewrite(struct str css, struct str file, css_address address, void *user, struct buf *out,
                struct diag *d)
{
	struct scanner s = {.css = css, .file = file, .line = 1, .address = address, .user = user,
	                    .out = out, .d = d};
	bool in_name = false; /* the byte before belongs to a word: "my-url(" is none of ours */
	while (s.at < css.n) {
		char c = css.p[s.at];
		if (stands(&s, "/*")) {
			skip_comment(&s);
		} else if (c == '"' || c == '\'') {
			take_string(&s);
		} else if (!in_name && stands(&s, "url(")) {
			s.at += 4;
			take_url(&s);
		} else if (stands(&s, "@import")) {
			s.at += 7;
			take_import(&s);
		} else {
			s.at++;
		}
		in_name = is_name_byte(c);
	}
	buf_put(out, str_slice(css, s.copied, css.n));
	return s.failed ? -1 : 0;
}
