/* SPDX-License-Identifier: MIT
 * md_fuzz - any bytes as Markdown: what becomes of a page's text has only our own tags and
 * attributes, each closed in its turn, and no address but safe ones */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fmt/html.h"
#include "fmt/md.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool listed(struct str word, const char *list)
{
	struct str rest = str_from(list);
	while (rest.p)
		if (str_eq(str_cut(&rest, ' '), word))
			return true;
	return false;
}

static const char tags[] = "a blockquote br code div em h1 h2 h3 h4 h5 h6 hr img li ol p pre"
                           " span strong table tbody td th thead tr ul";
static const char lone[] = "br hr img";
static const char attributes[] = "alt aria-label class href id role scope src start tabindex title";

static void take_attribute(struct str *s)
{
	size_t eq = str_find_byte(*s, '=', 0);
	struct str name = str_slice(*s, 1, eq);
	assert(s->p[0] == ' ' && eq + 1 < s->n && s->p[eq + 1] == '"');
	assert(listed(name, attributes));
	size_t end = str_find_byte(*s, '"', eq + 2);
	struct str value = str_slice(*s, eq + 2, end);
	assert(end < s->n && str_find_byte(value, '<', 0) == value.n);
	if (listed(name, "href src"))
		assert(html_link_is_safe(value));
	*s = str_slice(*s, end + 1, s->n);
}

/* The page's markup, tag by tag. */
static void check_page(struct str s)
{
	struct str open[4 * LIMIT_DEPTH];
	size_t depth = 0;
	for (;;) {
		size_t lt = str_find_byte(s, '<', 0);
		if (lt == s.n)
			break;
		bool close = lt + 1 < s.n && s.p[lt + 1] == '/';
		s = str_slice(s, lt + 1 + close, s.n);
		size_t n = 0;
		while (n < s.n && s.p[n] != ' ' && s.p[n] != '>')
			n++;
		struct str name = str_slice(s, 0, n);
		assert(listed(name, tags));
		s = str_slice(s, n, s.n);
		while (!close && s.n && s.p[0] == ' ')
			take_attribute(&s);
		assert(s.n && s.p[0] == '>');
		if (close)
			assert(depth > 0 && str_eq(open[--depth], name));
		else if (!listed(name, lone))
			open[depth++] = name;
		assert(depth < countof(open));
	}
	assert(depth == 0);
}

static int link(void *user, struct str url, struct place at, struct buf *out, struct diag *d)
{
	(void)user;
	(void)at;
	(void)d;
	buf_put(out, url);
	return 0;
}

static int block(void *user, struct str word, struct str text, struct place at, struct buf *out,
                 struct diag *d)
{
	struct md_options *o = user;
	if (!str_eqz(word, "table"))
		return 0;
	struct md_options inner = {.at = at, .root = o->root};
	return md_render(&inner, text, out, d) < 0 ? -1 : 1;
}

static int span(void *user, struct str text, struct place at, struct str *value, struct diag *d)
{
	(void)user;
	(void)at;
	(void)d;
	if (text.n % 3 == 0)
		*value = text;
	return text.n % 3 < 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	for (int mode = MD_PAGE; mode <= MD_TEXT; mode++) {
		struct md_options o = {.mode = (enum md_mode)mode, .heading_shift = 1};
		o.root = STR("../");
		struct diag d = {0};
		struct buf out = {0};
		o.user = &o;
		o.link = size % 2 ? link : NULL;
		o.block = block;
		o.span = size % 3 ? span : NULL;
		int status = md_render(&o, text, &out, &d);
		assert((status < 0) == diag_has_errors(&d));
		if (status == 0 && mode == MD_PAGE)
			check_page(buf_str(&out));
		if (mode == MD_PAGE || mode == MD_TEXT)
			assert(str_find_byte(buf_str(&out), MARKUP_MARK, 0) == out.len);
		assert(!text_is_utf8(text, NULL) || text_is_utf8(buf_str(&out), NULL));
		buf_release(&out);
		diag_release(&d);
	}
	return 0;
}
