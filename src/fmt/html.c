/* SPDX-License-Identifier: MIT
 * html - escaping for every place that text can land in */
#include "fmt/html.h"

#include "fmt/original.h"

/* What a byte is replaced by in one place. Bytes without an entry pass as they are. */
struct escapes {
	const char *of[256];
};

static const struct escapes text_escapes = {{
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;",
}};
#define NO_MARKS                                                                                   \
	[ORIGINAL_BEGIN] = "", [ORIGINAL_END] = "", [ORIGINAL_BLOCK] = "", [ORIGINAL_BLOCK_END] = ""
static const struct escapes words_escapes = {{
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", NO_MARKS,
}};
static const struct escapes attr_escapes = {{
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
	NO_MARKS,
}};

/* Finds the next special byte and puts the run before it whole. */
static void put_escaped(struct buf *out, struct str s, const struct escapes *e)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		const char *instead = e->of[(unsigned char)s.p[i]];
		if (!instead)
			continue;
		buf_put(out, str_slice(s, from, i));
		buf_putz(out, instead);
		from = i + 1;
	}
	buf_put(out, str_slice(s, from, s.n));
}

static bool is_alpha(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* Addresses. */

static void put_percent(struct buf *out, unsigned char c)
{
	static const char hex[] = "0123456789ABCDEF";
	const char bytes[3] = {'%', hex[c >> 4], hex[c & 15]};
	buf_put(out, (struct str){bytes, 3});
}

static bool among(unsigned char c, const char *set)
{
	for (; *set; set++)
		if (c == (unsigned char)*set)
			return true;
	return false;
}

/* May stand in an address, reserved characters included. */
static bool is_url_byte(unsigned char c)
{
	return is_alpha(c) || is_digit(c) || among(c, "-_.+!*(),%#@?=;:/$~");
}

/* Says nothing in any part of an address. */
static bool is_unreserved(unsigned char c)
{
	return is_alpha(c) || is_digit(c) || among(c, "-_.~");
}

static void put_href(struct buf *out, struct str s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (is_url_byte(c))
			continue;
		buf_put(out, str_slice(s, from, i));
		if (c == '&')
			buf_putz(out, "&amp;");
		else if (c == '\'')
			buf_putz(out, "&#x27;");
		else if (!original_is_mark(s.p[i]))
			put_percent(out, c);
		from = i + 1;
	}
	buf_put(out, str_slice(s, from, s.n));
}

static void put_component(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (is_unreserved(c))
			buf_putc(out, (char)c);
		else if (!original_is_mark(s.p[i]))
			put_percent(out, c);
	}
}

static unsigned char lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

/* Browsers drop control characters and spaces in front of an address, and tabs and line
 * ends anywhere, before they look for a scheme; so do we. What is no scheme by its
 * grammar, or too long for one that we allow, is told apart: the first is a path. */
bool html_link_is_safe(struct str url)
{
	static const char *const allowed[] = {"http", "https", "mailto", "tel"};
	char scheme[16];
	size_t n = 0;
	bool plain = true;
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];
		if (c < 0x20 || c == 0x7f || (c == ' ' && n == 0))
			continue;
		if (among(c, "/?#\\"))
			return true;
		if (c == ':') {
			if (n == 0 || !plain)
				return true;
			for (size_t k = 0; k < countof(allowed); k++)
				if (str_eqz((struct str){scheme, n}, allowed[k]))
					return true;
			return false;
		}
		plain = plain && (is_alpha(c) || (n > 0 && (is_digit(c) || among(c, "+-."))));
		if (n < sizeof scheme)
			scheme[n++] = (char)lower(c);
	}
	return true;
}

static void put_url(struct buf *out, struct str s)
{
	while (s.n > 0 && (unsigned char)s.p[0] <= 0x20)
		s = str_slice(s, 1, s.n);
	while (s.n > 0 && (unsigned char)s.p[s.n - 1] <= 0x20)
		s.n--;
	if (html_link_is_safe(s))
		put_href(out, s);
	else
		buf_putc(out, '#');
}

/* XML and JSON: both look at whole characters. */

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_tail(struct str s, size_t i)
{
	return i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80;
}

/* Length of the UTF-8 character at `i` and its code; 0 when there is none. */
static size_t char_at(struct str s, size_t i, uint32_t *code)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char c = (unsigned char)s.p[i];
	size_t n = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
	if ((c >= 0x80 && c < 0xC2) || c > 0xF4)
		return 0;
	uint32_t u = n == 1 ? c : c & (0x7Fu >> n);
	for (size_t k = 1; k < n; k++) {
		if (!is_tail(s, i + k))
			return 0;
		u = u << 6 | ((unsigned char)s.p[i + k] & 0x3Fu);
	}
	if (u < least[n] || u > 0x10FFFF || (u >= 0xD800 && u <= 0xDFFF))
		return 0;
	*code = u;
	return n;
}

/* CR would be read back as LF, so it is written by number. */
static const char *xml_escape(uint32_t u)
{
	if (u == '\r')
		return "&#13;";
	if (u < 0x20 && u != '\t' && u != '\n')
		return original_is_mark((char)u) ? "" : REPLACEMENT;
	if (u == 0xFFFE || u == 0xFFFF)
		return REPLACEMENT;
	return u < 0x80 ? attr_escapes.of[u] : NULL;
}

static const char *json_escape(uint32_t u)
{
	switch (u) {
	case '"': return "\\\"";
	case '\\': return "\\\\";
	case '\n': return "\\n";
	case '\r': return "\\r";
	case '\t': return "\\t";
	case '<': return "\\u003c";
	case '>': return "\\u003e";
	case '&': return "\\u0026";
	case 0x2028: return "\\u2028";
	case 0x2029: return "\\u2029";
	default: return u < 0x20 && original_is_mark((char)u) ? "" : NULL;
	}
}

static void put_chars(struct buf *out, struct str s, const char *(*escape)(uint32_t))
{
	size_t from = 0;
	for (size_t i = 0, n; i < s.n; i += n) {
		uint32_t u = 0;
		n = char_at(s, i, &u);
		const char *instead = n ? escape(u) : REPLACEMENT;
		bool control = escape == json_escape && n && u < 0x20 && !instead;
		n = n ? n : 1;
		if (!instead && !control)
			continue;
		buf_put(out, str_slice(s, from, i));
		if (control)
			buf_printf(out, "\\u%04x", (unsigned)u);
		else
			buf_putz(out, instead);
		from = i + n;
	}
	buf_put(out, str_slice(s, from, s.n));
}

/* CSV. */

/* A sign, digits, at most one point or comma with digits after it. */
static bool is_number(struct str s)
{
	size_t i = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+');
	size_t digits = 0, points = 0;
	for (; i < s.n; i++) {
		if (is_digit((unsigned char)s.p[i]))
			digits++;
		else if ((s.p[i] == '.' || s.p[i] == ',') && digits > 0 && i + 1 < s.n)
			points++;
		else
			return false;
	}
	return digits > 0 && points <= 1;
}

static void put_csv(struct buf *out, struct str s)
{
	bool guard = s.n > 0 && among((unsigned char)s.p[0], "=+-@\t\r\n") && !is_number(s);
	bool quote = s.n > 0 && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
	for (size_t i = 0; i < s.n && !quote; i++)
		quote = among((unsigned char)s.p[i], ",;\"\r\n\t");
	static const struct escapes doubled = {{['"'] = "\"\""}};
	buf_putz(out, quote ? "\"" : "");
	buf_putz(out, guard ? "'" : "");
	put_escaped(out, s, &doubled);
	buf_putz(out, quote ? "\"" : "");
}

/* CSS. */

/* A byte that is no UTF-8, and NUL, which may not be written by number, become U+FFFD. */
static void put_css(struct buf *out, struct str s)
{
	for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
		uint32_t u = 0;
		unsigned char c = (unsigned char)s.p[i];
		n = char_at(s, i, &u);
		if (is_alpha(c) || is_digit(c) || among(c, "._%-"))
			buf_put(out, str_slice(s, i, i + 1));
		else
			buf_printf(out, "\\%x ", n && u ? (unsigned)u : 0xFFFDu);
	}
}

void html_put(struct buf *out, struct str s, enum html_place place)
{
	switch (place) {
	case HTML_TEXT: put_escaped(out, s, &text_escapes); break;
	case HTML_WORDS: put_escaped(out, s, &words_escapes); break;
	case HTML_ATTR: put_escaped(out, s, &attr_escapes); break;
	case HTML_URL: put_url(out, s); break;
	case HTML_URL_PART: put_component(out, s); break;
	case HTML_HREF: put_href(out, s); break;
	case HTML_XML: put_chars(out, s, xml_escape); break;
	case HTML_JSON: put_chars(out, s, json_escape); break;
	case HTML_CSV: put_csv(out, s); break;
	case HTML_CSS: put_css(out, s); break;
	case HTML_PLAIN: buf_put(out, s); break;
	}
}

void html_put_json(struct buf *out, struct str s)
{
	buf_putc(out, '"');
	html_put(out, s, HTML_JSON);
	buf_putc(out, '"');
}
