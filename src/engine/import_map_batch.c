/* SPDX-License-Identifier: MIT
 * import_map_batch - the rows of all sources of an import, one for each key */
#include <string.h>

#include "base/num.h"
#include "engine/import_map_int.h"

struct import_batch *import_batch_of(struct import_job *j, const struct trial_table *table)
{
	struct import_map_report *r = j->report;
	for (size_t i = 0; i < r->sheet_count; i++)
		if (j->batches[i]->table == table)
			return j->batches[i];
	struct import_batch *b = arena_new(&j->arena, struct import_batch);
	struct import_map_sheet *sheet = arena_new(&r->arena, struct import_map_sheet);
	sheet->file = arena_str(&r->arena, table->file);
	sheet->columns = arena_array(&r->arena, table->count + 1, sizeof *sheet->columns);
	sheet->column_count = table->count;
	for (size_t c = 0; c < table->count; c++)
		sheet->columns[c].column = arena_str(&r->arena, table->columns[c].name);
	*b = (struct import_batch){.table = table, .sheet = sheet, .by_key = {.arena = &j->arena}};
	size_t cap = r->sheet_cap;
	j->batches = arena_grow(&j->arena, j->batches, r->sheet_count, &cap, sizeof(void *));
	r->sheets = arena_grow(&r->arena, r->sheets, r->sheet_count, &r->sheet_cap, sizeof(void *));
	j->batches[r->sheet_count] = b;
	r->sheets[r->sheet_count++] = sheet;
	return b;
}

struct str import_batch_cell(const struct trial_table *table, const struct str *cells, size_t c)
{
	if (cells[c].n)
		return cells[c];
	struct str fallback = table->columns[c].fallback;
	return fallback.p ? fallback : STR("");
}

/* The table's key; a table without one has all its columns for it. */
static size_t key_column(const struct trial_table *table, size_t i)
{
	return table->key_count ? table->key[i] : i;
}

static size_t key_count(const struct trial_table *table)
{
	return table->key_count ? table->key_count : table->count;
}

struct str import_batch_key(struct arena *a, const struct trial_table *table,
                            const struct str *cells)
{
	enum { BETWEEN = 0x1F }; /* no cell has control characters */
	struct buf key = {0};
	for (size_t i = 0; i < key_count(table); i++) {
		size_t c = key_column(table, i);
		struct str cell = import_batch_cell(table, cells, c);
		int64_t n;
		if (table->columns[c].is_int && num_parse_int(cell, &n) == 0)
			buf_printf(&key, "%lld", (long long)n);
		else
			buf_put(&key, cell);
		buf_putc(&key, BETWEEN);
	}
	struct str text = arena_str(a, buf_str(&key));
	buf_release(&key);
	return text;
}

static int compare_cells(const struct trial_column *c, struct str a, struct str b)
{
	int64_t x, y;
	if (c->is_int && num_parse_int(a, &x) == 0 && num_parse_int(b, &y) == 0)
		return (x > y) - (x < y);
	return str_cmp(a, b);
}

int import_batch_compare(const struct trial_table *table, const struct str *a,
                         const struct str *b)
{
	for (size_t i = 0; i < key_count(table); i++) {
		size_t c = key_column(table, i);
		int order = compare_cells(&table->columns[c], import_batch_cell(table, a, c),
		                          import_batch_cell(table, b, c));
		if (order)
			return order;
	}
	return 0;
}

struct str import_batch_name(struct arena *a, const struct trial_table *table,
                             const struct str *cells)
{
	struct buf name = {0};
	for (size_t i = 0; i < key_count(table); i++) {
		size_t c = key_column(table, i);
		if (cells[c].n)
			buf_printf(&name, "%s%.*s %.*s", name.len ? ", " : "",
			           STR_ARG(table->columns[c].name), STR_ARG(cells[c]));
	}
	struct str text = arena_str(a, buf_str(&name));
	buf_release(&name);
	return text;
}

void import_batch_end(struct import_job *j, struct import_batch *b, const struct str *cells,
                      struct place at, enum import_map_end end)
{
	struct import_map_sheet *sheet = b->sheet;
	size_t *const counts[] = {[IMPORT_MAP_NEW] = &sheet->added,
	                          [IMPORT_MAP_CHANGED] = &sheet->changed,
	                          [IMPORT_MAP_SAME] = &sheet->same,
	                          [IMPORT_MAP_REFUSED] = &sheet->refused};
	++*counts[end];
	if (!j->o->wants_origins)
		return;
	struct arena *a = &j->report->arena;
	at.file = arena_str(a, at.file);
	sheet->origins = arena_grow(a, sheet->origins, sheet->origin_count, &sheet->origin_cap,
	                            sizeof *sheet->origins);
	sheet->origins[sheet->origin_count++] =
		(struct import_map_origin){import_batch_name(a, b->table, cells), at, end};
}

static struct place keep_place(struct arena *a, struct place at)
{
	at.file = arena_str(a, at.file);
	return at;
}

static void add_conflict(struct import_job *j, const struct import_batch *b, size_t c,
                         const struct import_batch_row *kept,
                         const struct import_batch_row *dropped)
{
	struct import_map_report *r = j->report;
	struct arena *a = &r->arena;
	if (!r->conflicts)
		r->conflicts = arena_array(a, IMPORT_MAP_CONFLICTS, sizeof *r->conflicts);
	if (r->conflict_count++ >= IMPORT_MAP_CONFLICTS)
		return;
	r->conflicts[r->conflict_count - 1] = (struct import_map_conflict){
		b->sheet->file, import_batch_name(a, b->table, kept->cells),
		arena_str(a, b->table->columns[c].name), arena_str(a, kept->cells[c]),
		arena_str(a, dropped->cells[c]), keep_place(a, kept->at),
		keep_place(a, dropped->at)};
}

static struct str place_text(struct arena *a, struct place at)
{
	return at.line ? arena_printf(a, "%.*s:%d", STR_ARG(at.file), at.line) : at.file;
}

/* The next column from `c` on of which both say something, and not the same. */
static size_t contradiction(const struct import_batch *b, const struct import_batch_row *old,
                            const struct import_batch_row *row, size_t c)
{
	for (; c < b->table->count; c++)
		if (old->cells[c].p && row->cells[c].p && !old->weak[c] && !row->weak[c] &&
			!str_eq(old->cells[c], row->cells[c]))
			return c;
	return SIZE_MAX;
}

static void join(struct arena *a, const struct import_batch *b, struct import_batch_row *old,
                 const struct import_batch_row *row)
{
	if (row->over && !old->over)
		old->over = arena_array(a, b->table->count, sizeof *old->over);
	for (size_t c = 0; c < b->table->count; c++) {
		bool better = !old->cells[c].p || (old->weak[c] && !row->weak[c]);
		if (!row->cells[c].p || !better)
			continue;
		old->cells[c] = row->cells[c];
		old->weak[c] = row->weak[c];
		if (old->over)
			old->over[c] = row->over ? row->over[c] : (struct str){0};
	}
}

static struct str name_column(struct import_job *j, const struct import_batch *b,
                              const struct import_batch_row *row, size_t c)
{
	struct str name = import_batch_name(&j->arena, b->table, row->cells);
	return arena_printf(&j->arena, "%.*s: %.*s", STR_ARG(name),
	                    STR_ARG(b->table->columns[c].name));
}

/* Two rows contradict each other, in column `c` first. 0: *old is the one that counts, and the
 * other has nothing against it any more. -1: nobody knows; *row is refused. */
static int settle(struct import_job *j, struct import_batch *b,
                  struct import_batch_row *old, struct import_batch_row *row, size_t c)
{
	int order = old->dated.p && row->dated.p ? str_cmp(old->dated, row->dated) : 0;
	bool is_settled = order || j->o->first_wins;
	if (order < 0) {
		struct import_batch_row newer = *row;
		*row = *old;
		*old = newer;
	}
	diag_add(j->d, is_settled ? DIAG_I071 : DIAG_I038, row->at, name_column(j, b, row, c),
	         row->cells[c], old->cells[c], place_text(&j->arena, old->at));
	for (; c != SIZE_MAX; c = contradiction(b, old, row, c + 1)) {
		add_conflict(j, b, c, old, row);
		if (is_settled)
			row->cells[c] = (struct str){0};
	}
	if (is_settled)
		return 0;
	import_batch_end(j, b, row->cells, row->at, IMPORT_MAP_REFUSED);
	return -1;
}

void import_batch_add(struct import_job *j, struct import_batch *b, struct import_batch_row *row)
{
	row->key = import_batch_key(&j->arena, b->table, row->cells);
	struct import_batch_row *old = map_get(&b->by_key, row->key);
	if (!old) {
		b->rows = arena_grow(&j->arena, b->rows, b->count, &b->cap, sizeof *b->rows);
		b->rows[b->count++] = row;
		map_put(&b->by_key, row->key, row);
		return;
	}
	size_t c = old->keep || row->keep ? SIZE_MAX : contradiction(b, old, row, 0);
	if (c != SIZE_MAX && settle(j, b, old, row, c) < 0)
		return;
	b->sheet->repeated++;
	if (old->keep && !row->keep)
		*old = *row;
	else if (old->keep == row->keep)
		join(&j->arena, b, old, row);
}
