/* SPDX-License-Identifier: MIT
 * json - whether a text is JSON, and if not, where the mistake is */
#include "fmt/json.h"

#include <string.h>

struct scan {
	struct str text;
	size_t at; /* where a reader stops that does not go on: the mistake */
};

static int peek(const struct scan *s)
{
	return s->at < s->text.n ? (unsigned char)s->text.p[s->at] : -1;
}

static bool take(struct scan *s, char c)
{
	if (peek(s) != c)
		return false;
	s->at++;
	return true;
}

static void skip_space(struct scan *s)
{
	while (peek(s) == ' ' || peek(s) == '\t' || peek(s) == '\n' || peek(s) == '\r')
		s->at++;
}

static bool take_digits(struct scan *s)
{
	size_t from = s->at;
	while (peek(s) >= '0' && peek(s) <= '9')
		s->at++;
	return s->at > from;
}

static bool take_number(struct scan *s)
{
	(void)take(s, '-');
	if (!take(s, '0') && !take_digits(s))
		return false;
	if (take(s, '.') && !take_digits(s))
		return false;
	if (!take(s, 'e') && !take(s, 'E'))
		return true;
	if (!take(s, '+'))
		(void)take(s, '-');
	return take_digits(s);
}

static bool take_escape(struct scan *s)
{
	if (!take(s, 'u')) {
		bool known = peek(s) > 0 && strchr("\"\\/bfnrt", peek(s));
		s->at += known;
		return known;
	}
	for (int i = 0; i < 4; i++, s->at++)
		if (peek(s) <= 0 || !strchr("0123456789abcdefABCDEF", peek(s)))
			return false;
	return true;
}

static bool take_string(struct scan *s)
{
	if (!take(s, '"'))
		return false;
	while (peek(s) >= ' ') {
		if (take(s, '"'))
			return true;
		if (take(s, '\\')) {
			if (!take_escape(s))
				return false;
		} else {
			s->at++;
		}
	}
	return false;
}

static bool take_word(struct scan *s, struct str word)
{
	bool is_it = str_starts(str_slice(s->text, s->at, s->text.n), word);
	s->at += is_it ? word.n : 0;
	return is_it;
}

static bool take_value(struct scan *s, int depth);

/* What stands between the brackets; the first is taken already. */
static bool take_members(struct scan *s, char end, int depth)
{
	skip_space(s);
	if (take(s, end))
		return true;
	do {
		skip_space(s);
		if (end == '}') {
			if (!take_string(s))
				return false;
			skip_space(s);
			if (!take(s, ':'))
				return false;
		}
		if (!take_value(s, depth + 1))
			return false;
		skip_space(s);
	} while (take(s, ','));
	return take(s, end);
}

static bool take_value(struct scan *s, int depth)
{
	skip_space(s);
	if (depth > LIMIT_DEPTH)
		return false;
	switch (peek(s)) {
	case '{':
	case '[':
		s->at++;
		return take_members(s, s->text.p[s->at - 1] == '{' ? '}' : ']', depth);
	case '"':
		return take_string(s);
	case 't':
		return take_word(s, STR("true"));
	case 'f':
		return take_word(s, STR("false"));
	case 'n':
		return take_word(s, STR("null"));
	default:
		return take_number(s);
	}
}

bool json_is_valid(struct str text, size_t *bad_at)
{
	struct scan s = {.text = text};
	bool fine = take_value(&s, 0);
	if (fine) {
		skip_space(&s);
		fine = s.at == text.n;
	}
	*bad_at = s.at;
	return fine;
}

size_t json_find_nul(struct str text)
{
	for (size_t i = 0; i + 1 < text.n; i++) {
		if (text.p[i] != '\\')
			continue;
		if (str_starts(str_slice(text, i, text.n), STR("\\u0000")))
			return i;
		i++; /* what is escaped is no backslash that escapes */
	}
	return text.n;
}

size_t json_find_member(struct str text, struct str key)
{
	struct scan s = {.text = text};
	skip_space(&s);
	if (!take(&s, '{'))
		return text.n;
	do {
		skip_space(&s);
		size_t from = s.at + 1;
		if (!take_string(&s))
			return text.n;
		struct str name = str_slice(text, from, s.at - 1);
		skip_space(&s);
		(void)take(&s, ':');
		skip_space(&s);
		if (str_eq(name, key))
			return s.at;
		if (!take_value(&s, 1))
			return text.n;
		skip_space(&s);
	} while (take(&s, ','));
	return text.n;
}

void json_put_string(struct buf *out, struct str s)
{
	buf_putc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < ' ')
			buf_printf(out, "\\u%04x", c);
		else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else
			buf_putc(out, s.p[i]);
	}
	buf_putc(out, '"');
}
