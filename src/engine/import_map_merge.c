/* SPDX-License-Identifier: MIT
 * import_map_merge - the rows of an import joined with those of data/NAME.csv */
#include <stdlib.h>
#include <string.h>

#include "board/cell.h"
#include "engine/import_map_int.h"
#include "fmt/csv.h"
#include "sys/fs.h"

/* A row of the file as it stands, or as it will. */
struct line {
	struct str *cells; /* by the file's columns, as written */
	struct str *known; /* by the table's columns, clean */
	size_t number;     /* keeps the order of equal keys */
	int at;            /* its line in the file */
	bool is_replaced;  /* a row that differs will be tried */
	bool is_met;       /* the source has it */
	const struct trial_table *table;
};

struct sheet {
	struct import_job *j;
	struct import_batch *batch;
	const struct trial_table *table;
	struct str file;   /* "data/fees.csv" */
	struct str *names; /* columns of the file; then those that it lacks */
	size_t count, cap;
	size_t *place;     /* of the table's columns in `names`; SIZE_MAX: not there */
	struct line **lines;
	size_t line_count, line_cap;
	size_t old_count;  /* of the lines: those that stood in the file */
	struct map by_key; /* key to struct line */
	bool is_sorted, is_changed;
	struct str *known; /* for the next row that is joined; NULL: to be made */
	struct str *nothing; /* the cells of a row that is not there yet */
};

/* The file as it stands -------------------------------------------------------------- */

static void add_name(struct sheet *s, struct str name)
{
	s->names = arena_grow(&s->j->arena, s->names, s->count, &s->cap, sizeof *s->names);
	s->names[s->count++] = name;
}

static void place_columns(struct sheet *s)
{
	s->place = arena_array(&s->j->arena, s->table->count, sizeof *s->place);
	for (size_t c = 0; c < s->table->count; c++) {
		s->place[c] = SIZE_MAX;
		for (size_t i = 0; i < s->count && s->place[c] == SIZE_MAX; i++)
			if (str_eq(s->names[i], s->table->columns[c].name))
				s->place[c] = i;
	}
}

static void add_line(struct sheet *s, struct line *l)
{
	s->lines = arena_grow(&s->j->arena, s->lines, s->line_count, &s->line_cap,
	                      sizeof *s->lines);
	l->number = s->line_count;
	l->table = s->table;
	s->lines[s->line_count++] = l;
}

/* A cell of the file as loading would read it; as it is, when that is not possible. */
static struct str clean(struct sheet *s, size_t column, struct str raw)
{
	struct str text;
	uint32_t bad;
	bool markdown = s->table->columns[column].is_markdown;
	return cell_clean(&s->j->arena, raw, markdown, &text, &bad) ? text : raw;
}

static bool is_blank(const struct csv_record *r, size_t from)
{
	for (size_t i = from; i < r->count; i++)
		if (!str_blank(r->cells[i]))
			return false;
	return true;
}

/* -1: the row has more than we could write again. */
static int take_old(struct sheet *s, const struct csv_record *r)
{
	struct arena *a = &s->j->arena;
	struct place at = {.file = s->file, .line = r->line};
	if (is_blank(r, 0))
		return 0;
	if (!is_blank(r, s->count))
		return diag_add(s->j->d, DIAG_D015, at, arena_printf(a, "%zu", r->count),
		                arena_printf(a, "%zu", s->count));
	struct line *l = arena_new(a, struct line);
	l->at = r->line;
	l->cells = arena_array(a, s->count + 1, sizeof *l->cells);
	l->known = arena_array(a, s->table->count + 1, sizeof *l->known);
	for (size_t i = 0; i < s->count; i++)
		l->cells[i] = i < r->count ? arena_str(a, r->cells[i]) : STR("");
	for (size_t c = 0; c < s->table->count; c++)
		if (s->place[c] != SIZE_MAX)
			l->known[c] = clean(s, c, l->cells[s->place[c]]);
	if (s->line_count && import_batch_compare(s->table, s->lines[s->line_count - 1]->known,
	                                          l->known) > 0)
		s->is_sorted = false;
	struct str key = import_batch_key(a, s->table, l->known);
	if (!map_has(&s->by_key, key))
		map_put(&s->by_key, key, l);
	add_line(s, l);
	return 0;
}

static int take_names(struct sheet *s, const struct csv_record *r)
{
	size_t count = r->count;
	while (count > 0 && str_blank(r->cells[count - 1]))
		count--;
	for (size_t i = 0; i < count; i++)
		add_name(s, arena_str(&s->j->arena, str_trim(r->cells[i])));
	place_columns(s);
	int status = 0;
	for (size_t i = 0; i < s->table->key_count; i++) {
		const struct trial_column *c = &s->table->columns[s->table->key[i]];
		if (c->required && s->place[s->table->key[i]] == SIZE_MAX)
			status = diag_add(s->j->d, DIAG_D013, ((struct place){s->file, r->line, 0}),
			                  c->name);
	}
	return status;
}

static int read_text(struct sheet *s, struct str text)
{
	struct diag *d = s->j->d;
	struct csv_record r;
	if (cell_check_utf8(text, s->file, d) < 0)
		return -1;
	struct csv_reader *reader = csv_open(text, s->file, CSV_BY_HEAD);
	int more = csv_next(reader, &r, d);
	if (more > 0 && take_names(s, &r) < 0)
		more = -1;
	while (more > 0) {
		more = csv_next(reader, &r, d);
		if (more > 0 && take_old(s, &r) < 0)
			more = -1;
	}
	csv_close(reader);
	return more;
}

static int read_old(struct sheet *s)
{
	struct import_job *j = s->j;
	const char *path = fs_join(&j->arena, j->o->dir, s->file.p);
	struct buf bytes = {.max = LIMIT_DATA_FILE};
	place_columns(s);
	if (fs_stat(path).kind == FS_NONE)
		return 0;
	int status = fs_read(path, &bytes, j->d);
	if (status == 0)
		status = read_text(s, buf_str(&bytes));
	buf_release(&bytes);
	s->old_count = s->line_count;
	return status;
}

/* Joining ---------------------------------------------------------------------------- */

/* A new file has all columns that are given; a file that is there gets those that it lacks
 * when one of the rows has something in them. */
static void add_columns(struct sheet *s)
{
	const struct import_batch *b = s->batch;
	size_t before = s->count;
	for (size_t c = 0; c < s->table->count; c++) {
		bool needed = false;
		for (size_t i = 0; i < b->count && !needed; i++)
			needed = b->rows[i]->cells[c].n > 0 ||
			         (before == 0 && b->rows[i]->cells[c].p);
		if (!needed || s->place[c] != SIZE_MAX)
			continue;
		s->place[c] = s->count;
		add_name(s, s->table->columns[c].name);
	}
	for (size_t i = 0; i < s->line_count && s->count > before; i++) {
		struct str *cells = arena_array(&s->j->arena, s->count, sizeof *cells);
		memcpy(cells, s->lines[i]->cells, before * sizeof *cells);
		s->lines[i]->cells = cells;
	}
}

/* What the row makes of a line: `known` with the row's cells over it. False: nothing new. */
static bool join(struct sheet *s, const struct line *old, const struct import_batch_row *row,
                 struct str *known)
{
	bool differs = false;
	for (size_t c = 0; c < s->table->count; c++) {
		struct str before = old->known[c].n ? old->known[c] : STR("");
		struct str now = row->cells[c];
		known[c] = before;
		struct str over = row->over ? row->over[c] : (struct str){0};
		bool holds = before.n && !(over.n && str_eq(before, over));
		if (!now.p || (row->weak[c] && holds))
			continue;
		/* What an empty cell stands for may as well be left empty. */
		if (str_eq(now, before) || str_eq(now, import_batch_cell(s->table, known, c)))
			continue;
		known[c] = now;
		differs = true;
	}
	return differs;
}

/* The line that was there keeps what is not ours to say. */
static void set_line(struct sheet *s, struct line *l, struct str *known)
{
	for (size_t c = 0; c < s->table->count; c++) {
		struct str before = l->known[c].p ? l->known[c] : STR("");
		if (before.n && !str_eq(before, known[c]))
			s->batch->sheet->columns[c].replaced++;
		if (s->place[c] != SIZE_MAX && !str_eq(before, known[c]))
			l->cells[s->place[c]] = known[c];
	}
	l->known = known;
	s->is_changed = true;
}

/* What the row makes of the file's; NULL when that stays as it is. Many rows are new, and hold
 * their cells already. */
static struct str *joined(struct sheet *s, struct line *old, const struct import_batch_row *row)
{
	for (size_t c = 0; c < s->table->count && !old; c++)
		if (!row->cells[c].p)
			row->cells[c] = STR("");
	if (!old)
		return row->cells;
	old->is_met = true;
	if (row->keep)
		return NULL;
	if (!s->known)
		s->known = arena_array(&s->j->arena, s->table->count, sizeof *s->known);
	struct str *known = s->known;
	old->is_replaced = join(s, old, row, known);
	if (!old->is_replaced)
		return NULL;
	s->known = NULL;
	return known;
}

static void seed(struct sheet *s, const struct line *l)
{
	struct place at = {.file = s->file, .line = l->at};
	if (s->table->is_social)
		trial_seed(s->j->trial, s->table, l->known, at);
}

static void refuse_row(struct sheet *s, const struct line *old, const struct import_batch_row *row)
{
	struct import_job *j = s->j;
	import_batch_end(j, s->batch, row->cells, row->at, IMPORT_MAP_REFUSED);
	if (!row->at.line)
		diag_add(j->d, DIAG_I040, row->at,
		         import_batch_name(&j->arena, s->table, row->cells));
	if (old)
		seed(s, old);
}

static void take_new(struct sheet *s, const struct import_batch_row *row, struct str *known)
{
	struct import_job *j = s->j;
	struct line *old = map_get(&s->by_key, row->key);
	if (!known) {
		import_batch_end(j, s->batch, row->cells, row->at, IMPORT_MAP_SAME);
		return;
	}
	if (trial_row(j->trial, s->table, known, row->at) < 0) {
		refuse_row(s, old, row);
		return;
	}
	if (old) {
		import_batch_end(j, s->batch, row->cells, row->at, IMPORT_MAP_CHANGED);
		set_line(s, old, known);
		return;
	}
	struct line *l = arena_new(&j->arena, struct line);
	l->cells = arena_array(&j->arena, s->count + 1, sizeof *l->cells);
	l->known = s->nothing;
	set_line(s, l, known);
	import_batch_end(j, s->batch, row->cells, row->at, IMPORT_MAP_NEW);
	add_line(s, l);
}

/* Of a table of which the source is all. */
static void drop_others(struct sheet *s)
{
	size_t kept = 0;
	for (size_t i = 0; i < s->line_count; i++)
		if (s->lines[i]->is_met)
			s->lines[kept++] = s->lines[i];
	s->batch->sheet->removed = s->line_count - kept;
	s->is_changed = s->is_changed || kept < s->line_count;
	s->line_count = s->old_count = kept;
}

/* Rows that stay are there before those that are tried. */
static void take_all(struct sheet *s)
{
	const struct import_batch *b = s->batch;
	struct str **known = arena_array(&s->j->arena, b->count + 1, sizeof *known);
	for (size_t i = 0; i < b->count; i++)
		known[i] = joined(s, map_get(&s->by_key, b->rows[i]->key), b->rows[i]);
	if (b->is_whole)
		drop_others(s);
	for (size_t i = 0; i < s->old_count; i++)
		if (!s->lines[i]->is_replaced)
			seed(s, s->lines[i]);
	for (size_t i = 0; i < b->count; i++)
		take_new(s, b->rows[i], known[i]);
}

static int compare_lines(const void *a, const void *b)
{
	const struct line *x = *(struct line *const *)a, *y = *(struct line *const *)b;
	int order = import_batch_compare(x->table, x->known, y->known);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* A file in order stays in order; otherwise what is new stands at its end, in order. */
static void sort_lines(struct sheet *s)
{
	size_t from = s->is_sorted ? 0 : s->old_count;
	if (s->line_count > from)
		qsort(s->lines + from, s->line_count - from, sizeof *s->lines, compare_lines);
}

static void write_sheet(const struct sheet *s, struct buf *after)
{
	csv_put_row(after, s->names, s->count);
	for (size_t i = 0; i < s->line_count; i++)
		csv_put_row(after, s->lines[i]->cells, s->count);
}

static size_t column_named(const struct trial_table *table, const char *name)
{
	size_t c = 0;
	while (!str_eqz(table->columns[c].name, name))
		c++;
	return c;
}

/* Procedures that still hold and that no source has any more: whoever decides withdraws them. */
static void tell_gone(struct sheet *s)
{
	size_t code = column_named(s->table, "code"), name = column_named(s->table, "name");
	size_t valid_to = column_named(s->table, "valid_to");
	for (size_t i = 0; i < s->old_count; i++) {
		const struct line *l = s->lines[i];
		struct str key = import_batch_key(&s->j->arena, s->table, l->known);
		if (map_has(&s->batch->by_key, key) || l->known[valid_to].n)
			continue;
		s->j->report->gone++;
		diag_add(s->j->d, DIAG_I072, ((struct place){.file = s->file, .line = l->at}),
		         l->known[code], l->known[name]);
	}
}

int import_map_merge(struct import_job *j, struct import_batch *b, struct buf *after)
{
	struct sheet s = {.j = j, .batch = b, .table = b->table, .is_sorted = true};
	s.by_key.arena = &j->arena;
	s.file = arena_printf(&j->arena, "data/%.*s.csv", STR_ARG(b->table->file));
	if (read_old(&s) < 0)
		return -1;
	add_columns(&s);
	s.nothing = arena_array(&j->arena, s.table->count + 1, sizeof *s.nothing);
	if (j->o->is_complete && str_eqz(b->table->file, "procedures"))
		tell_gone(&s);
	take_all(&s);
	sort_lines(&s);
	b->sheet->rows = s.line_count;
	b->sheet->is_written = s.is_changed;
	if (s.is_changed)
		write_sheet(&s, after);
	return 0;
}
