/* SPDX-License-Identifier: MIT
 * workbook - all tables of data/ as one spreadsheet */
#include "engine/workbook.h"

#include "base/text.h"
#include "engine/workbook_words.h"
#include "fmt/csv.h"
#include "fmt/xlsx_write.h"
#include "sys/fs.h"

/* Rows below those that are there which a list still offers: what is added. */
enum { ROWS_TO_COME = 500 };

/* A table, and its file while that is read. */
struct table {
	const struct trial_table *shown;
	struct str file;     /* "data/fees.csv" */
	const char *path;
	size_t rows;
	struct buf bytes;
	struct csv_reader *reader; /* NULL: not open, or there is no file */
	size_t *places;      /* of the file's columns in the table; SIZE_MAX: nameless */
	size_t place_count;
	struct str *cells;   /* of the row, by the table's columns */
	struct arena row;
};
struct writing {
	const struct workbook_options *o;
	struct workbook_stats *stats;
	struct arena arena;
	struct trial *trial;
	struct words *words;
	struct table *tables;
	struct xlsx_write_sheet *sheets;
	size_t count;
	bool is_quiet; /* what is wrong with cells is said already */
	struct diag *d;
};

/* Files ------------------------------------------------------------------------------ */

static void close_file(struct table *t)
{
	csv_close(t->reader);
	t->reader = NULL;
	buf_release(&t->bytes);
	t->bytes = (struct buf){.max = LIMIT_DATA_FILE};
}

static int read_header(struct writing *w, struct table *t)
{
	struct csv_record r;
	int status = csv_next(t->reader, &r, w->d);
	if (status <= 0)
		return status;
	t->place_count = r.count;
	t->places = arena_array(&w->arena, r.count, sizeof *t->places);
	for (size_t i = 0; i < r.count; i++) {
		struct place at = {.file = t->file, .line = r.line};
		struct str name = str_trim(r.cells[i]);
		t->places[i] = SIZE_MAX;
		if (name.n && trial_column(w->trial, t->shown, name, at, &t->places[i]) < 0)
			status = -1;
	}
	return status < 0 ? -1 : 0;
}

static int open_file(struct writing *w, struct table *t)
{
	if (fs_stat(t->path).kind == FS_NONE)
		return 0;
	if (fs_read(t->path, &t->bytes, w->d) < 0 ||
	    cell_check_utf8(buf_str(&t->bytes), t->file, w->d) < 0)
		return -1;
	t->reader = csv_open(buf_str(&t->bytes), t->file, CSV_BY_HEAD);
	return read_header(w, t);
}

/* What a workbook holds of a cell: as loading would read it, when it can be read. */
static struct str shown_cell(struct writing *w, struct table *t, size_t column, struct str raw,
                             int line)
{
	const struct trial_column *c = &t->shown->columns[column];
	struct str text;
	uint32_t bad;
	if (!cell_clean(&t->row, raw, c->is_markdown, &text, &bad))
		text = raw;
	if (text.n <= XLSX_MOST_CELL || xlsx_cell_length(text) <= XLSX_MOST_CELL)
		return text;
	struct place at = {.file = t->file, .line = line};
	if (!w->is_quiet)
		diag_add(w->d, DIAG_I081, at, c->name, STR("32.767"));
	return WORKBOOK_TOO_LONG;
}

/* 1 a row, in t->cells; 0 no more, -1 error. */
static int next_row(struct writing *w, struct table *t)
{
	struct csv_record r;
	arena_reset(&t->row);
	for (;;) {
		int more = t->reader ? csv_next(t->reader, &r, w->d) : 0;
		if (more <= 0)
			return more;
		bool is_blank = true;
		for (size_t i = 0; i < t->shown->count; i++)
			t->cells[i] = (struct str){0};
		for (size_t i = 0; i < r.count; i++) {
			bool is_known = i < t->place_count && t->places[i] != SIZE_MAX;
			if (str_blank(r.cells[i]))
				continue;
			is_blank = false;
			if (!is_known)
				return diag_add(w->d, DIAG_D015,
				                ((struct place){.file = t->file, .line = r.line}),
				                arena_printf(&t->row, "%zu", r.count),
				                arena_printf(&t->row, "%zu", t->place_count));
			t->cells[t->places[i]] =
				shown_cell(w, t, t->places[i], r.cells[i], r.line);
		}
		if (!is_blank)
			return 1;
	}
}

/* Everything that can be wrong is looked for before anything is written. */
static int count_rows(struct writing *w, struct table *t)
{
	int more = open_file(w, t) < 0 ? -1 : 1;
	while (more > 0) {
		more = next_row(w, t);
		t->rows += more > 0;
	}
	close_file(t);
	if (more == 0 && t->rows >= XLSX_MOST_ROWS)
		more = diag_add(w->d, DIAG_I082, ((struct place){.file = t->file}),
		                arena_printf(&w->arena, "%zu", t->rows),
		                arena_printf(&w->arena, "%d", XLSX_MOST_ROWS - 1));
	w->stats->tables += t->rows > 0;
	w->stats->rows += t->rows;
	return more;
}

/* Sheets ----------------------------------------------------------------------------- */

static bool is_name_taken(const struct writing *w, struct str name)
{
	for (size_t i = 0; i < w->count; i++)
		if (str_eq(w->sheets[i].name, name))
			return true;
	return false;
}

/* The table's title, as far as a sheet may be called so. */
static struct str sheet_name(struct writing *w, struct str file)
{
	struct buf name = {0};
	struct str title = words_table(w->words, file);
	struct str refused = STR("[]:*?/\\");
	for (size_t i = 0; i < title.n; i++)
		if (str_find_byte(refused, title.p[i], 0) == refused.n)
			buf_putc(&name, title.p[i]);
	struct str cut = arena_str(&w->arena, text_cut_words(buf_str(&name), XLSX_MOST_NAME));
	buf_release(&name);
	return cut.n && !is_name_taken(w, cut) ? cut : file;
}

static size_t column_named(const struct trial_table *t, struct str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_eq(t->columns[i].name, name))
			return i;
	return SIZE_MAX;
}

/* The table that holds what a column refers to: fees.code is that of procedures. */
static const struct table *referred(const struct writing *w, const struct table *t, size_t column,
                                    size_t *found)
{
	const struct table *seen = NULL;
	for (size_t depth = 0; depth < LIMIT_DEPTH; depth++) {
		const struct trial_column *c = &t->shown->columns[column];
		struct str file = c->refers_file, name = c->refers_column;
		if (!file.p && !seen && !c->is_int)
			file = words_reference(w->words, t->shown->file, c->name);
		size_t i = 0;
		while (file.p && i < w->count && !str_eq(w->tables[i].shown->file, file))
			i++;
		if (!file.p || i == w->count || &w->tables[i] == seen)
			return seen;
		t = seen = &w->tables[i];
		column = *found = name.p ? column_named(t->shown, name) : t->shown->key[0];
	}
	return seen;
}

static struct str list_of_values(struct writing *w, const struct trial_column *c)
{
	struct buf list = {0};
	for (size_t i = 0; i < c->allowed_count; i++)
		buf_printf(&list, "%s%.*s", i ? "," : "\"", STR_ARG(c->allowed[i]));
	buf_putc(&list, '"');
	struct str text = arena_str(&w->arena, buf_str(&list));
	buf_release(&list);
	return text;
}

/* "'Cơ quan'!$A$2:$A$620" */
static struct str list_of_cells(struct writing *w, const struct table *t, size_t column)
{
	struct buf list = {0};
	size_t last = t->rows + 1 + ROWS_TO_COME;
	const struct xlsx_write_sheet *s = &w->sheets[t - w->tables];
	buf_printf(&list, "'%.*s'!$", STR_ARG(s->name));
	xlsx_put_column(&list, column);
	buf_putz(&list, "$2:$");
	xlsx_put_column(&list, column);
	buf_printf(&list, "$%zu", last < XLSX_MOST_ROWS ? last : XLSX_MOST_ROWS);
	struct str text = arena_str(&w->arena, buf_str(&list));
	buf_release(&list);
	return text;
}

static int width_of(const struct trial_column *c)
{
	enum { NARROW = 12, CODE = 20, WORDS = 32, LONG = 60 };
	if (c->domain == CELL_MARKDOWN)
		return LONG;
	if (c->domain == CELL_CODE || c->allowed_count)
		return CODE;
	return c->domain == CELL_TEXT ? WORDS : NARROW;
}

static struct xlsx_write_column column_of(struct writing *w, const struct table *t, size_t i)
{
	const struct trial_column *c = &t->shown->columns[i];
	struct str file = t->shown->file, title = words_title(w->words, file, c->name);
	struct xlsx_write_column out = {
		.title = title.n ? title : c->name,
		.name = arena_printf(&w->arena, "%.*s.%.*s", STR_ARG(file), STR_ARG(c->name)),
		.note = words_note(w->words, file, c),
		.is_required = c->required,
		.width = width_of(c),
	};
	size_t column = 0;
	const struct table *other = referred(w, t, i, &column);
	if (c->allowed_count) {
		out.list = list_of_values(w, c);
		out.is_list_all = true;
	} else if (other) {
		out.list = list_of_cells(w, other, column);
	}
	return out;
}

static void make_sheets(struct writing *w)
{
	for (size_t i = 0; i < w->count; i++)
		w->sheets[i].name = sheet_name(w, w->tables[i].shown->file);
	for (size_t i = 0; i < w->count; i++) {
		const struct table *t = &w->tables[i];
		struct xlsx_write_column *columns =
			arena_array(&w->arena, t->shown->count, sizeof *columns);
		for (size_t c = 0; c < t->shown->count; c++)
			columns[c] = column_of(w, t, c);
		w->sheets[i].columns = columns;
		w->sheets[i].count = t->shown->count;
	}
}

static int make_tables(struct writing *w)
{
	int status = 0;
	w->count = trial_count(w->trial);
	w->tables = arena_array(&w->arena, w->count, sizeof *w->tables);
	w->sheets = arena_array(&w->arena, w->count, sizeof *w->sheets);
	for (size_t i = 0; i < w->count; i++) {
		struct table *t = &w->tables[i];
		struct str file = trial_file(w->trial, i);
		*t = (struct table){.shown = trial_table(w->trial, file, NOWHERE)};
		t->file = arena_printf(&w->arena, "data/%.*s.csv", STR_ARG(file));
		t->path = fs_join(&w->arena, w->o->dir, t->file.p);
		t->cells = arena_array(&w->arena, t->shown->count, sizeof *t->cells);
		t->bytes.max = LIMIT_DATA_FILE;
		if (count_rows(w, t) < 0)
			status = -1;
	}
	return status;
}

static int give_row(void *user, size_t sheet, const struct str **cells)
{
	struct writing *w = user;
	struct table *t = &w->tables[sheet];
	if (!t->reader && open_file(w, t) < 0)
		return -1;
	int more = next_row(w, t);
	*cells = t->cells;
	if (more <= 0)
		close_file(t);
	return more;
}

static int write_book(struct writing *w)
{
	struct buf book = {0};
	w->is_quiet = true;
	int status = xlsx_write(w->sheets, w->count, give_row, w, &book);
	if (status == 0)
		status = fs_replace(w->o->path, buf_str(&book), w->d);
	buf_release(&book);
	return status;
}

int workbook_write(const struct workbook_options *o, struct workbook_stats *stats, struct diag *d)
{
	struct writing w = {.o = o, .stats = stats, .d = d};
	*stats = (struct workbook_stats){0};
	if (fs_stat(o->path).kind != FS_NONE)
		return diag_add(d, DIAG_I080, NOWHERE, str_from(o->path));
	int status = trial_open(&w.trial, d);
	if (status == 0) {
		w.words = words_open(&w.arena);
		status = make_tables(&w);
	}
	if (status == 0) {
		make_sheets(&w);
		status = write_book(&w);
	}
	for (size_t i = 0; i < w.count; i++) {
		close_file(&w.tables[i]);
		arena_release(&w.tables[i].row);
	}
	trial_close(w.trial);
	arena_release(&w.arena);
	return status;
}
