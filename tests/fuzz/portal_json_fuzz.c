/* SPDX-License-Identifier: MIT
 * portal_json_fuzz - any bytes as a crawled record, up to the rows it would give, and as each of
 * the flattened tables: what is cut off one row has to be in another */
#include <assert.h>
#include <string.h>

#include "fmt/portal_flat.h"
#include "fmt/portal_page.h"
#include "importing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t letters(struct str s)
{
	size_t count = 0;
	for (size_t i = 0; i < s.n; i++)
		count += !strchr(" \n-;(),.0123456789", s.p[i]);
	return count;
}

/* Rows hold the letters of the table, without its heads and the words of the quantities. */
static void look_at_papers(struct arena *a, struct str table)
{
	struct portal_record r = {0};
	struct portal_rows rows = {.arena = a, .record = &r};
	struct str heads = portal_flat_papers_heads();
	size_t got = 0, all = letters(table);
	portal_flat_papers(&rows, table, 1);
	for (size_t at = 0; (at = str_find(table, heads, at)) < table.n; at += heads.n)
		all -= letters(heads);
	for (size_t i = 0; i < r.paper_count; i++) {
		const struct portal_paper *p = &r.papers[i];
		assert(p->kind == PORTAL_CASE || (p->originals >= 0 && p->copies >= 0));
		got += letters(p->name) + letters(p->form);
		if (p->kind == PORTAL_PAPER)
			got += letters(STR("bản chính"));
	}
	size_t more = r.paper_count * letters(STR("bản sao"));
	assert(got <= all && got + more >= all);
}

static void look_at_laws(struct arena *a, struct str table)
{
	struct portal_record r = {0};
	struct portal_rows rows = {.arena = a, .record = &r};
	size_t got = 0, all = letters(table);
	portal_flat_laws(&rows, table);
	if (str_starts(table, portal_flat_laws_heads()))
		all -= letters(portal_flat_laws_heads());
	for (size_t i = 0; i < r.law_count; i++)
		got += letters(r.laws[i].text);
	assert(got == all);
}

static void look_at_tables(struct arena *a, struct str text)
{
	struct portal_record r = {0};
	struct portal_rows rows = {.arena = a, .record = &r};
	struct str parts[PORTAL_PARTS];
	int missing = -1;
	portal_flat_ways(&rows, text, 1);
	portal_flat_results(&rows, text);
	for (size_t i = 0; i < r.way_count; i++)
		assert(r.ways[i].is_stray || (r.ways[i].limit.n && r.ways[i].fee.n));
	look_at_papers(a, text);
	look_at_laws(a, text);
	if (portal_page_cut(text, parts, &missing))
		assert(parts[PORTAL_CODE].p &&
		       portal_page_tail(parts, PORTAL_RESULT, text).n <= text.n);
	else
		assert(portal_page_heading(missing).n > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct importing x;
	struct portal_record record;
	struct str text = {(const char *)data, size}, file = STR("a.json");
	importing_begin(&x);
	struct arena *a = &x.im.arena;
	if (import_text_check(a, text, file, &x.d) == 0) {
		struct place whole = {file, 0, 0};
		look_at_tables(a, import_text_clean(a, text, whole, 0, &x.report, &x.d));
		if (import_json_read(&x.im, text, file, &record) < 0 ||
		    import_record(&x.im, &record, file) < 0)
			assert(x.d.count > 0);
	}
	importing_end(&x);
	return 0;
}
