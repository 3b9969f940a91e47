/* SPDX-License-Identifier: MIT
 * html_fuzz - any bytes in every place: nothing that ends the place comes out */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fmt/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void has_none(struct str s, const char *bytes)
{
	for (; *bytes; bytes++)
		assert(str_find_byte(s, *bytes, 0) == s.n);
}

static void check_address(struct str s)
{
	has_none(s, "<>\"' \\`\n\r\t");
	for (size_t i = 0; i < s.n; i++)
		assert((unsigned char)s.p[i] > 0x20 && (unsigned char)s.p[i] < 0x7F);
}

static void check_json(struct str s)
{
	has_none(s, "<>&\n\r");
	for (size_t i = 0; i < s.n; i++) {
		assert((unsigned char)s.p[i] >= 0x20 && s.p[i] != '"');
		if (s.p[i] != '\\')
			continue;
		assert(i + 1 < s.n && strchr("\"\\nrtu", s.p[i + 1]));
		i++;
	}
	assert(text_is_utf8(s, NULL));
}

/* A spreadsheet runs no field of it, and reads it as one field. */
static void check_csv(struct str s)
{
	bool quoted = s.n > 0 && s.p[0] == '"';
	if (!quoted) {
		has_none(s, ",;\"\n\r\t");
	} else {
		assert(s.n >= 2 && s.p[s.n - 1] == '"');
		s = str_slice(s, 1, s.n - 1);
		for (size_t i = 0; i < s.n; i++)
			if (s.p[i] == '"')
				assert(i + 1 < s.n && s.p[++i] == '"');
	}
	if (s.n && strchr("=@", s.p[0]) && s.p[0])
		assert(false);
	if (s.n > 1 && strchr("+-", s.p[0]) && s.p[0])
		for (size_t i = 1; i < s.n; i++)
			assert(strchr("0123456789.,", s.p[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = {(const char *)data, size};
	struct buf out = {0};
	for (int place = HTML_TEXT; place <= HTML_PLAIN; place++) {
		buf_reset(&out);
		html_put(&out, in, (enum html_place)place);
		struct str s = buf_str(&out);
		switch ((enum html_place)place) {
		case HTML_TEXT: has_none(s, "<>\""); break;
		case HTML_WORDS: has_none(s, "<>\"\2\3\4\5"); break;
		case HTML_ATTR: has_none(s, "<>\"'\2\3\4\5"); break;
		case HTML_URL:
			check_address(s);
			assert(html_link_is_safe(s));
			break;
		case HTML_URL_PART:
			check_address(s);
			has_none(s, "/?#:&");
			break;
		case HTML_HREF: check_address(s); break;
		case HTML_XML:
			has_none(s, "<>\"'");
			assert(text_is_utf8(s, NULL));
			break;
		case HTML_JSON: check_json(s); break;
		case HTML_CSV: check_csv(s); break;
		case HTML_CSS: has_none(s, "{}();:/*\"'<>@\n"); break;
		case HTML_PLAIN: assert(str_eq(s, in)); break;
		}
	}
	buf_release(&out);
	return 0;
}
