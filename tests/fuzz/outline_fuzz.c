/* SPDX-License-Identifier: MIT
 * outline_fuzz - any bytes as a page: the walk ends, its events lie in the page in order, and
 * the outline holds what it says it holds */
#include <assert.h>

#include "fmt/markup.h"
#include "fmt/outline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void inside(struct str part, struct str whole, size_t from)
{
	assert(part.p >= whole.p + from && part.p + part.n <= whole.p + whole.n);
}

static size_t walk(struct str html)
{
	struct markup m = markup_of(html);
	size_t events = 0, before = 0;
	for (enum markup_kind kind; (kind = markup_next(&m)) != MARKUP_END; events++) {
		inside(kind == MARKUP_TEXT ? m.text : m.name, html, before);
		assert(m.at > before && (kind != MARKUP_TEXT || m.text.n > 0));
		before = m.at;
		if (kind != MARKUP_OPEN)
			continue;
		struct str rest = m.attributes, name, value;
		for (size_t left = rest.n; markup_attribute(&rest, &name, &value); left = rest.n) {
			inside(name, m.attributes, 0);
			assert(rest.n < left);
		}
	}
	return events;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str html = {(const char *)data, size};
	struct arena a = {0};
	struct buf text = {0};
	size_t events = walk(html);
	const struct outline *o = outline_read(&a, html, &text);
	assert(o->link_count + o->heading_count + o->image_count + o->table_count <= events);
	for (size_t i = 0; i < o->heading_count; i++)
		assert(o->headings[i].level >= 1 && o->headings[i].level <= 6 &&
		       o->headings[i].text.p);
	for (size_t i = 0; i < o->link_count; i++)
		assert(o->links[i].href.p && o->links[i].text.p);
	for (size_t i = 0; i < o->id_count; i++)
		assert(o->ids[i].n > 0);
	for (size_t i = 0; i < o->table_count; i++)
		assert(o->tables[i].unscoped >= 0 && o->tables[i].unscoped <= o->tables[i].heads &&
		       o->tables[i].spanning >= 0 && o->tables[i].spanning <= o->tables[i].heads);
	assert((o->unnamed > 0) == (o->first_unnamed.p != NULL));
	buf_release(&text);
	arena_release(&a);
	return 0;
}
