/* SPDX-License-Identifier: MIT
 * import_store - new rows are joined with those of data/ and written, all files or none */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "engine/import_int.h"
#include "fmt/csv.h"
#include "sys/fs.h"

/* One data file: what stands there and what will. */
struct sheet {
	const struct import_table_spec *spec;
	struct str *columns; /* of the file; then those of ours that it lacks */
	size_t column_count, column_cap;
	size_t place[IMPORT_COLUMNS_MAX]; /* of our columns in `columns`; SIZE_MAX: not there */
	size_t code, position, version;   /* columns; SIZE_MAX: not there */
	struct line {
		struct str *cells; /* column_count of them, or fewer */
		size_t cell_count;
		int64_t version, position;
		size_t number;     /* keeps the order of equal keys */
	} *lines;
	size_t count, cap;
	struct map old; /* key -> struct line *, of the rows that go */
	struct str before; /* bytes of the file; absent when it is not there */
	struct buf after;
	const char *file;  /* "data/procedures.csv" */
};

static size_t column_of(const struct sheet *s, struct str name)
{
	for (size_t i = 0; i < s->column_count; i++)
		if (str_eq(s->columns[i], name))
			return i;
	return SIZE_MAX;
}

static struct str cell(const struct line *l, size_t column)
{
	return column < l->cell_count && l->cells[column].n ? l->cells[column] : STR("");
}

static int64_t number_of(const struct line *l, size_t column, int64_t none)
{
	int64_t n;
	return column != SIZE_MAX && num_parse_int(cell(l, column), &n) == 0 ? n : none;
}

static struct str key_of(struct import *im, const struct sheet *s, const struct line *l)
{
	return s->spec->is_part ? arena_printf(&im->arena, "%.*s\n%lld", STR_ARG(cell(l, s->code)),
	                                       (long long)l->position)
	                        : cell(l, s->code);
}

static struct line *add_line(struct import *im, struct sheet *s, struct line l)
{
	s->lines = arena_grow(&im->arena, s->lines, s->count, &s->cap, sizeof *s->lines);
	l.number = s->count;
	s->lines[s->count] = l;
	return &s->lines[s->count++];
}

static void add_column(struct import *im, struct sheet *s, struct str name)
{
	s->columns = arena_grow(&im->arena, s->columns, s->column_count, &s->column_cap,
	                        sizeof *s->columns);
	s->columns[s->column_count++] = name;
}

/* A row of the file: stays, or is kept aside because its code is being imported. */
static void take_old(struct import *im, struct sheet *s, const struct csv_record *record)
{
	struct line l = {.cell_count = record->count};
	l.cells = arena_array(&im->arena, record->count + 1, sizeof *l.cells);
	for (size_t i = 0; i < record->count; i++)
		l.cells[i] = arena_str(&im->arena, record->cells[i]);
	l.version = number_of(&l, s->version, 1);
	l.position = number_of(&l, s->position, 0);
	bool is_field = s->spec == import_table_spec(IMPORT_T_FIELD);
	bool goes = !is_field && map_has(&im->codes, cell(&l, s->code));
	if (goes && l.version != 1) {
		struct place at = {str_from(s->file), record->line, 0};
		diag_add(im->d, DIAG_I016, at, cell(&l, s->code));
		goes = false;
	}
	if (!goes) {
		add_line(im, s, l);
		return;
	}
	struct line *kept = arena_new(&im->arena, struct line);
	*kept = l;
	map_put(&s->old, key_of(im, s, kept), kept);
}

static int read_old(struct import *im, struct sheet *s)
{
	const char *path = fs_join(&im->arena, im->o->dir, s->file);
	struct buf bytes = {.max = LIMIT_DATA_FILE};
	if (fs_stat(path).kind == FS_NONE)
		return 0;
	if (fs_read(path, &bytes, im->d) < 0)
		return -1;
	s->before = arena_str(&im->arena, buf_str(&bytes));
	buf_release(&bytes);
	struct csv_reader *r = csv_open(s->before, str_from(s->file), 0);
	struct csv_record record;
	int got = csv_next(r, &record, im->d);
	for (size_t i = 0; got > 0 && i < record.count; i++)
		add_column(im, s, arena_str(&im->arena, record.cells[i]));
	s->code = column_of(s, STR("code"));
	s->position = column_of(s, STR("position"));
	s->version = column_of(s, STR("version"));
	if (got > 0 && s->code == SIZE_MAX)
		got = diag_add(im->d, DIAG_D013, ((struct place){str_from(s->file), 1, 0}),
		               STR("code"));
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

/* Our columns get places: all of them in a new file, else those that are needed. */
static void place_columns(struct import *im, struct sheet *s, const struct import_rows *rows)
{
	bool is_new = s->column_count == 0;
	for (size_t i = 0; i < IMPORT_COLUMNS_MAX && s->spec->columns[i]; i++) {
		struct str name = str_from(s->spec->columns[i]);
		s->place[i] = column_of(s, name);
		if (s->place[i] == SIZE_MAX && (is_new || is_used(rows, i))) {
			s->place[i] = s->column_count;
			add_column(im, s, name);
		}
	}
	s->code = column_of(s, STR("code"));
	s->position = column_of(s, STR("position"));
}

static bool is_ours(const struct sheet *s, size_t column)
{
	for (size_t i = 0; i < IMPORT_COLUMNS_MAX && s->spec->columns[i]; i++)
		if (s->place[i] == column)
			return true;
	return column == s->version || (s->spec->is_part && column == s->position);
}

static bool same_in_ours(const struct sheet *s, const struct line *a, const struct line *b)
{
	for (size_t i = 0; i < IMPORT_COLUMNS_MAX && s->spec->columns[i]; i++)
		if (s->place[i] != SIZE_MAX && !str_eq(cell(a, s->place[i]), cell(b, s->place[i])))
			return false;
	return true;
}

/* What the source leaves open stays as the office has filled it in. A column that another
 * one decides is kept together with it. */
static void keep_known(const struct sheet *s, const struct line *old, struct line *now)
{
	static const char *const kept[][2] = {{"level", "level_text"},
	                                      {"field_code", NULL},
	                                      {"decision_no", NULL},
	                                      {"steps_md", NULL},
	                                      {"sets_qty", NULL},
	                                      {"executing_agency", NULL},
	                                      {"deciding_agency", NULL},
	                                      {"reception_address", NULL},
	                                      {"delegated_agency", NULL},
	                                      {"coordinating_agency", NULL},
	                                      {"requirements_md", "requirements_none"},
	                                      {"keywords", NULL},
	                                      {"description_md", NULL}};
	for (size_t i = 0; i < countof(kept); i++) {
		size_t first = column_of(s, str_from(kept[i][0]));
		size_t second = kept[i][1] ? column_of(s, str_from(kept[i][1])) : SIZE_MAX;
		bool open = (first == SIZE_MAX || !cell(now, first).n) &&
		            (second == SIZE_MAX || !cell(now, second).n);
		if (open && first != SIZE_MAX)
			now->cells[first] = cell(old, first);
		if (open && second != SIZE_MAX)
			now->cells[second] = cell(old, second);
	}
}

/* Most sources do not say what an amount is for each of: what the office has filled in stays
 * while the amount does. */
static void keep_unit(const struct sheet *s, const struct line *old, struct line *now)
{
	size_t unit = column_of(s, STR("unit")), amount = column_of(s, STR("amount_vnd"));
	if (unit != SIZE_MAX && amount != SIZE_MAX && !cell(now, unit).n && cell(now, amount).n &&
		str_eq(cell(now, amount), cell(old, amount)))
		now->cells[unit] = cell(old, unit);
}

/* Cells of columns that the source knows nothing about. A procedure keeps its own; a part
 * does when it is the same part still. Otherwise a message says what goes. */
static void carry_over(struct import *im, struct sheet *s, const struct line *old, struct line *now)
{
	if (now && s->spec == import_table_spec(IMPORT_T_FEE))
		keep_unit(s, old, now);
	bool keeps = !s->spec->is_part || (now && same_in_ours(s, old, now));
	for (size_t c = 0; c < old->cell_count; c++) {
		if (is_ours(s, c) || !cell(old, c).n)
			continue;
		if (now && keeps) {
			now->cells[c] = cell(old, c);
			continue;
		}
		struct str row = arena_printf(&im->arena, "%.*s/%lld", STR_ARG(cell(old, s->code)),
		                              (long long)old->position);
		struct str column = c < s->column_count ? s->columns[c] : STR("?");
		diag_add(im->d, DIAG_I012, ((struct place){str_from(s->file), 0, 0}),
		         cell(old, s->code), column, row);
	}
	if (now && s->version != SIZE_MAX)
		now->cells[s->version] = cell(old, s->version);
	if (now && !s->spec->is_part)
		keep_known(s, old, now);
}

static void add_new(struct import *im, struct sheet *s, const struct import_rows *rows)
{
	struct map seen = {.arena = &im->arena}, given = {.arena = &im->arena};
	/* Cases and papers are one part: papers alone say that there are no cases. */
	const struct import_rows *papers = &im->tables[IMPORT_T_COMPONENT];
	for (size_t i = 0; i < papers->count && s->spec == import_table_spec(IMPORT_T_CASE); i++)
		if (!map_has(&given, papers->rows[i].cells[0]))
			map_put(&given, papers->rows[i].cells[0], im);
	for (size_t i = 0; i < rows->count; i++) {
		struct line l = {.cell_count = s->column_count, .version = 1};
		l.cells = arena_array(&im->arena, s->column_count, sizeof *l.cells);
		for (size_t c = 0; c < IMPORT_COLUMNS_MAX && s->spec->columns[c]; c++)
			if (s->place[c] != SIZE_MAX)
				l.cells[s->place[c]] = rows->rows[i].cells[c];
		l.position = number_of(&l, s->position, 0);
		struct line *old = map_get(&s->old, key_of(im, s, &l));
		if (s->version != SIZE_MAX)
			l.cells[s->version] = STR("1");
		if (old) {
			carry_over(im, s, old, &l);
			map_put(&seen, key_of(im, s, &l), old);
		}
		if (!map_has(&given, rows->rows[i].cells[0]))
			map_put(&given, rows->rows[i].cells[0], im);
		add_line(im, s, l);
	}
	/* Where the source says nothing of a whole part, the office's rows stay: "0 VNĐ ()" must
	 * not delete a fee that somebody has looked up. */
	for (size_t i = 0; i < s->old.count; i++) {
		struct line *old = s->old.entries[i].value;
		if (map_has(&seen, s->old.entries[i].key))
			continue;
		if (map_has(&given, cell(old, s->code)))
			carry_over(im, s, old, NULL);
		else
			add_line(im, s, *old);
	}
}

/* Fields: the office's own come first; a name that it has already keeps its code. */
static void settle_fields(struct import *im, struct sheet *s)
{
	struct map known = {.arena = &im->arena}; /* slug of name, or code -> code */
	size_t name_column = column_of(s, STR("name"));
	for (size_t i = 0; i < s->count; i++) {
		struct str *code = arena_new(&im->arena, struct str);
		*code = cell(&s->lines[i], s->code);
		struct buf slug = {0};
		text_slug(&slug,
		          name_column == SIZE_MAX ? STR("") : cell(&s->lines[i], name_column));
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
	const struct line *x = a, *y = b;
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
static void sort_lines(struct import *im, struct sheet *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct line *l = &s->lines[i];
		struct str *cells = arena_array(&im->arena, l->cell_count + 1, sizeof *cells);
		cells[0] = cell(l, s->code);
		if (l->cell_count)
			memcpy(cells + 1, l->cells, l->cell_count * sizeof *cells);
		l->cells = cells;
	}
	if (s->count)
		qsort(s->lines, s->count, sizeof *s->lines, compare_lines);
	for (size_t i = 0; i < s->count; i++)
		s->lines[i].cells++;
}

static void write_sheet(struct import *im, struct sheet *s)
{
	struct str *cells = arena_array(&im->arena, s->column_count, sizeof *cells);
	csv_put_row(&s->after, s->columns, s->column_count);
	for (size_t i = 0; i < s->count; i++) {
		for (size_t c = 0; c < s->column_count; c++)
			cells[c] = cell(&s->lines[i], c);
		csv_put_row(&s->after, cells, s->column_count);
	}
}

static int make_sheet(struct import *im, enum import_table t, struct sheet *s)
{
	s->spec = import_table_spec(t);
	s->file = arena_printf(&im->arena, "data/%s.csv", s->spec->file).p;
	s->old.arena = &im->arena;
	s->code = s->position = s->version = SIZE_MAX;
	if (read_old(im, s) < 0)
		return -1;
	if (t == IMPORT_T_FIELD)
		settle_fields(im, s);
	place_columns(im, s, &im->tables[t]);
	add_new(im, s, &im->tables[t]);
	sort_lines(im, s);
	write_sheet(im, s);
	bool is_nothing = !s->before.p && !s->count;
	im->report->files[t] = (struct import_file){
		s->spec->file, s->count,
		!is_nothing && !(s->before.p && str_eq(s->before, buf_str(&s->after)))};
	return 0;
}

/* The files that are not as they were. */
static int write_all(struct import *im, struct sheet *sheets)
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
	struct sheet *sheets = arena_array(&im->arena, IMPORT_FILES, sizeof *sheets);
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
