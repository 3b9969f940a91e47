/* SPDX-License-Identifier: MIT
 * import_store - new rows are joined with those of data/ and written, all files or none */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "engine/import_int.h"
#include "fmt/csv.h"
#include "sys/fs.h"

static size_t column_of(const struct import_sheet *s, struct str name)
{
	for (size_t i = 0; i < s->column_count; i++)
		if (str_eq(s->columns[i], name))
			return i;
	return SIZE_MAX;
}

struct str import_cell(const struct import_line *l, size_t column)
{
	return column < l->cell_count && l->cells[column].n ? l->cells[column] : STR("");
}

static int64_t number_of(const struct import_line *l, size_t column, int64_t none)
{
	int64_t n;
	return column != SIZE_MAX && num_parse_int(import_cell(l, column), &n) == 0 ? n : none;
}

void import_sheet_add(struct import *im, struct import_sheet *s, struct import_line l)
{
	s->lines = arena_grow(&im->arena, s->lines, s->count, &s->cap, sizeof *s->lines);
	l.number = s->count;
	s->lines[s->count++] = l;
}

static void add_column(struct import *im, struct import_sheet *s, struct str name)
{
	s->columns = arena_grow(&im->arena, s->columns, s->column_count, &s->column_cap,
	                        sizeof *s->columns);
	s->columns[s->column_count++] = name;
}

/* Keeps a row aside whose code is being imported. */
static void set_aside(struct import *im, struct import_sheet *s, struct import_line l)
{
	struct str code = import_cell(&l, s->key);
	struct import_part *part = map_get(&s->old, code);
	if (!part) {
		part = arena_new(&im->arena, struct import_part);
		map_put(&s->old, code, part);
	}
	part->lines = arena_grow(&im->arena, part->lines, part->count, &part->cap,
	                         sizeof *part->lines);
	part->lines[part->count++] = l;
}

static void take_old(struct import *im, struct import_sheet *s, const struct csv_record *record)
{
	struct import_line l = {.cell_count = record->count, .at = record->line};
	/* Room for columns that the file has not got yet. */
	l.cells = arena_array(&im->arena, record->count + IMPORT_COLUMNS_MAX + 1, sizeof *l.cells);
	for (size_t i = 0; i < record->count; i++)
		l.cells[i] = arena_str(&im->arena, record->cells[i]);
	l.version = number_of(&l, s->version, 1);
	l.position = number_of(&l, s->position, 0);
	bool is_imported = !s->spec->is_shared && map_has(&im->codes, import_cell(&l, s->key));
	if (is_imported && l.version == 1) {
		set_aside(im, s, l);
		return;
	}
	if (is_imported) {
		struct place at = {str_from(s->file), record->line, 0};
		diag_add(im->d, DIAG_I016, at, import_cell(&l, s->key));
	}
	import_sheet_add(im, s, l);
}

static int read_old(struct import *im, struct import_sheet *s)
{
	const char *path = fs_join(&im->arena, im->o->dir, s->file);
	if (fs_stat(path).kind == FS_NONE)
		return 0;
	if (fs_read_text(path, LIMIT_DATA_FILE, &im->arena, &s->before, im->d) < 0)
		return -1;
	struct csv_reader *r = csv_open(s->before, str_from(s->file), CSV_BY_HEAD);
	struct csv_record record;
	int got = csv_next(r, &record, im->d);
	for (size_t i = 0; got > 0 && i < record.count; i++)
		add_column(im, s, arena_str(&im->arena, record.cells[i]));
	struct str key = str_from(s->spec->columns[0]);
	s->key = column_of(s, key);
	s->position = column_of(s, STR("position"));
	s->version = column_of(s, STR("version"));
	if (got > 0 && s->key == SIZE_MAX)
		got = diag_add(im->d, DIAG_D013, ((struct place){str_from(s->file), 1, 0}), key);
	while (got > 0) {
		got = csv_next(r, &record, im->d);
		if (got > 0)
			take_old(im, s, &record);
	}
	csv_close(r);
	return got;
}

static bool is_used(const struct import_rows *rows, size_t column)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->rows[i].cells[column].n)
			return true;
	return false;
}

/* Our columns get places: in a new file those that every source knows, else those that are
 * needed. */
static void place_columns(struct import *im, struct import_sheet *s,
                          const struct import_rows *rows)
{
	bool is_new = s->column_count == 0;
	for (size_t i = 0; i < IMPORT_COLUMNS_MAX && s->spec->columns[i]; i++) {
		struct str name = str_from(s->spec->columns[i]);
		s->place[i] = column_of(s, name);
		bool is_needed = (is_new && i < s->spec->common) || is_used(rows, i);
		if (s->place[i] == SIZE_MAX && is_needed) {
			s->place[i] = s->column_count;
			add_column(im, s, name);
		}
	}
	s->key = column_of(s, str_from(s->spec->columns[0]));
	s->position = column_of(s, STR("position"));
	/* What stood there has the new columns too, empty. */
	for (size_t i = 0; i < s->old.count; i++) {
		struct import_part *part = s->old.entries[i].value;
		for (size_t k = 0; k < part->count; k++)
			if (part->lines[k].cell_count < s->column_count)
				part->lines[k].cell_count = s->column_count;
	}
}

/* Fields: the office's own come first; a name that it has already keeps its code. */
static void settle_fields(struct import *im, struct import_sheet *s)
{
	struct map known = {.arena = &im->arena}; /* slug of name, or code -> code */
	size_t name_column = column_of(s, STR("name"));
	for (size_t i = 0; i < s->count; i++) {
		struct str *code = arena_new(&im->arena, struct str);
		*code = import_cell(&s->lines[i], s->key);
		struct buf slug = {0};
		text_slug(&slug, import_cell(&s->lines[i], name_column));
		if (!map_has(&known, *code))
			map_put(&known, *code, code);
		if (slug.len && !map_has(&known, buf_str(&slug)))
			map_put(&known, arena_str(&im->arena, buf_str(&slug)), code);
		buf_release(&slug);
	}
	struct import_rows *procedures = &im->tables[IMPORT_T_PROCEDURE];
	for (size_t i = 0; i < procedures->count; i++) {
		struct str *field = &procedures->rows[i].cells[6];
		const struct str *code = field->n ? map_get(&known, *field) : NULL;
		*field = code ? *code : *field;
	}
	for (size_t i = 0; i < im->fields.count; i++) {
		const struct import_field_use *use = im->fields.entries[i].value;
		size_t best = 0;
		for (size_t k = 1; k < use->count; k++)
			if (use->spellings[k].count > use->spellings[best].count ||
				(use->spellings[k].count == use->spellings[best].count &&
				 str_cmp(use->spellings[k].name, use->spellings[best].name) < 0))
				best = k;
		if (!map_has(&known, use->code)) {
			struct import_row *row = import_row_add(im, IMPORT_T_FIELD);
			row->cells[0] = use->code;
			row->cells[1] = use->spellings[best].name;
		}
		if (use->count < 2)
			continue;
		struct buf all = {0};
		for (size_t k = 0; k < use->count; k++)
			buf_printf(&all, "%s“%.*s” (%zu)", k ? ", " : "",
			           STR_ARG(use->spellings[k].name), use->spellings[k].count);
		im->report->counts[IMPORT_N_FIELD_SPELLINGS]++;
		diag_add(im->d, DIAG_I010, NOWHERE, use->spellings[best].name, buf_str(&all));
		buf_release(&all);
	}
}

/* The sheet being sorted: its column of codes is the key's first part. */
static int compare_lines(const void *a, const void *b)
{
	const struct import_line *x = a, *y = b;
	int order = str_cmp(x->cells[0], y->cells[0]);
	if (order)
		return order;
	if (x->version != y->version)
		return x->version < y->version ? -1 : 1;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* qsort has no argument of its own, so the code is put in front of the cells for it. */
static void sort_lines(struct import *im, struct import_sheet *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct import_line *l = &s->lines[i];
		struct str *cells = arena_array(&im->arena, l->cell_count + 1, sizeof *cells);
		cells[0] = import_cell(l, s->key);
		if (l->cell_count)
			memcpy(cells + 1, l->cells, l->cell_count * sizeof *cells);
		l->cells = cells;
	}
	if (s->count)
		qsort(s->lines, s->count, sizeof *s->lines, compare_lines);
	for (size_t i = 0; i < s->count; i++)
		s->lines[i].cells++;
}

static void write_sheet(struct import *im, struct import_sheet *s)
{
	struct str *cells = arena_array(&im->arena, s->column_count, sizeof *cells);
	csv_put_row(&s->after, s->columns, s->column_count);
	for (size_t i = 0; i < s->count; i++) {
		for (size_t c = 0; c < s->column_count; c++)
			cells[c] = import_cell(&s->lines[i], c);
		csv_put_row(&s->after, cells, s->column_count);
	}
}

/* Procedures that still hold and that no record is of: whoever decides withdraws them. */
static void tell_gone(struct import *im, const struct import_sheet *s)
{
	size_t valid_to = column_of(s, STR("valid_to")), name = column_of(s, STR("name"));
	for (size_t i = 0; i < s->count; i++) {
		const struct import_line *l = &s->lines[i];
		struct str code = import_cell(l, s->key);
		if (!l->at || map_has(&im->codes, code) || import_cell(l, valid_to).n)
			continue;
		im->report->counts[IMPORT_N_GONE]++;
		diag_add(im->d, DIAG_I072, ((struct place){str_from(s->file), l->at, 0}), code,
		         import_cell(l, name));
	}
}

static int make_sheet(struct import *im, enum import_table t, struct import_sheet *s)
{
	s->spec = import_table_spec(t);
	s->table = t;
	s->file = arena_printf(&im->arena, "data/%s.csv", s->spec->file).p;
	s->old.arena = &im->arena;
	s->key = s->position = s->version = SIZE_MAX;
	if (read_old(im, s) < 0)
		return -1;
	if (t == IMPORT_T_FIELD)
		settle_fields(im, s);
	place_columns(im, s, &im->tables[t]);
	if (im->o->is_complete && t == IMPORT_T_PROCEDURE)
		tell_gone(im, s);
	import_merge(im, s);
	sort_lines(im, s);
	write_sheet(im, s);
	bool is_nothing = !s->before.p && !s->count;
	struct import_file *f = &im->report->files[t];
	f->name = s->spec->file;
	f->rows = s->count;
	f->changed = !is_nothing && !(s->before.p && str_eq(s->before, buf_str(&s->after)));
	return 0;
}

/* The files that are not as they were. */
static int write_all(struct import *im, struct import_sheet *sheets)
{
	struct import_output files[IMPORT_FILES];
	size_t count = 0;
	for (size_t t = 0; t < IMPORT_FILES; t++) {
		const struct import_file *f = &im->report->files[t];
		if (f->changed)
			files[count++] = (struct import_output){
				arena_printf(&im->arena, "%s.csv", f->name).p,
				buf_str(&sheets[t].after)};
	}
	return import_stage(&im->arena, im->o->dir, files, count, im->d);
}

int import_store(struct import *im)
{
	struct import_sheet *sheets = arena_array(&im->arena, IMPORT_FILES, sizeof *sheets);
	int status = 0;
	bool changed = false;
	for (size_t t = 0; t < IMPORT_FILES; t++) {
		if (make_sheet(im, (enum import_table)t, &sheets[t]) < 0)
			status = -1;
		changed = changed || im->report->files[t].changed;
	}
	if (status == 0 && changed && !im->o->dry_run)
		status = write_all(im, sheets);
	for (size_t t = 0; t < IMPORT_FILES; t++)
		buf_release(&sheets[t].after);
	return status;
}
