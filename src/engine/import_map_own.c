/* SPDX-License-Identifier: MIT
 * import_map_own - the office's own workbook becomes the rows of its tables */
#include "board/cell.h"
#include "engine/import_map_int.h"
#include "engine/workbook.h"
#include "fmt/xlsx.h"
#include "fmt/xlsx_write.h"
#include "sys/fs.h"

/* A sheet whose head names columns of a table. */
struct sheet {
	size_t number;
	struct str name, place;
	const struct trial_table *table; /* NULL: none of ours */
	int header_line;
	size_t *columns; /* of the table, by the sheet's; SIZE_MAX: none */
	size_t count;
	bool *has;       /* by the table's columns: the sheet has it */
};
struct taking {
	struct import_job *j;
	struct xlsx *x;
	struct sheet *sheets;
	size_t count;
	struct buf address; /* of the cell being read */
	struct arena row;   /* what is needed of it no longer than that */
};

/* Until the next call. */
static struct place cell_place(struct taking *t, const struct sheet *s, size_t column, int line)
{
	buf_reset(&t->address);
	buf_printf(&t->address, "%.*s!", STR_ARG(s->place));
	xlsx_put_column(&t->address, column);
	buf_printf(&t->address, "%d", line);
	return (struct place){.file = buf_str(&t->address)};
}

/* Heads ------------------------------------------------------------------------------ */

/* "Mức thu\nfees.amount_vnd": the last line that is not blank. */
static struct str head_name(struct str head)
{
	struct str name = {0};
	for (struct str rest = head; rest.p;) {
		struct str line = str_trim(str_cut_line(&rest));
		name = line.n ? line : name;
	}
	return name;
}

/* "fees" of "fees.amount_vnd", when there is such a table. */
static struct str table_name(const struct import_job *j, struct str name)
{
	struct str file = str_slice(name, 0, str_find_byte(name, '.', 0));
	for (size_t i = 0; file.n < name.n && i < trial_count(j->trial); i++)
		if (str_eq(trial_file(j->trial, i), file))
			return file;
	return (struct str){0};
}

static size_t column_of(const struct trial_table *table, struct str name)
{
	size_t i = 0;
	while (i < table->count && !str_eq(table->columns[i].name, name))
		i++;
	return i < table->count ? i : SIZE_MAX;
}

/* The columns of a row that is a head: two of them name columns of one table, or all do. */
static void see_head(struct taking *t, struct sheet *s, const struct xlsx_row *r)
{
	struct import_job *j = t->j;
	struct arena *a = &j->arena;
	size_t known = 0, cells = 0;
	struct str file = {0};
	for (size_t i = 0; i < r->count && !file.p; i++)
		file = table_name(j, head_name(r->cells[i]));
	if (!file.p)
		return;
	const struct trial_table *table = trial_table(j->trial, file, NOWHERE);
	size_t *columns = arena_array(a, r->count, sizeof *columns);
	for (size_t i = 0; i < r->count; i++) {
		struct str name = head_name(r->cells[i]);
		bool is_of_it = str_eq(table_name(j, name), table->file);
		columns[i] = is_of_it ? column_of(table, str_slice(name, file.n + 1, name.n))
		                      : SIZE_MAX;
		known += columns[i] != SIZE_MAX;
		cells += name.n > 0;
	}
	if (!known || (known == 1 && cells > 1))
		return;
	s->table = table;
	s->columns = columns;
	s->count = r->count;
	s->header_line = r->line;
}

/* The head stands in the first rows: a title may have been put above it. */
static int find_head(struct taking *t, struct sheet *s)
{
	enum { ROWS = 10 };
	struct xlsx_row r;
	struct diag quiet = {.lang = t->j->d->lang};
	int more = xlsx_begin(t->x, s->number, &quiet);
	for (int i = 0; i < ROWS && more >= 0 && !s->table; i++) {
		more = xlsx_next(t->x, &r, &quiet);
		if (more <= 0)
			break;
		see_head(t, s, &r);
	}
	diag_release(&quiet);
	return more < 0 ? -1 : 0;
}

static struct str sheet_of_table(const struct taking *t, const struct sheet *s)
{
	for (const struct sheet *o = t->sheets; o < s; o++)
		if (o->table == s->table)
			return o->name;
	return (struct str){0};
}

/* What a person may have made of the head: a column twice, one of their own. */
static int check_head(struct taking *t, struct sheet *s, const struct xlsx_row *r)
{
	struct import_job *j = t->j;
	const struct trial_table *table = s->table;
	struct str *first = arena_array(&j->arena, table->count, sizeof *first);
	int status = 0;
	s->has = arena_array(&j->arena, table->count, sizeof *s->has);
	for (size_t i = 0; i < s->count; i++) {
		struct str name = head_name(r->cells[i]);
		struct place at = cell_place(t, s, i, r->line);
		size_t c = s->columns[i];
		if (c == SIZE_MAX && name.n)
			status = diag_add(j->d, DIAG_I085, at, name,
			                  arena_printf(&j->arena, "%.*s.%.*s", STR_ARG(table->file),
			                               STR_ARG(table->columns[0].name)));
		if (c == SIZE_MAX)
			continue;
		if (s->has[c])
			status = diag_add(j->d, DIAG_I084, at, table->columns[c].name,
			                  first[c]);
		s->has[c] = true;
		first[c] = arena_str(&j->arena, at.file);
	}
	return status;
}

/* Columns that are not there stay as they are, but a row cannot be known without its key. */
static int check_lacking(struct taking *t, const struct sheet *s)
{
	struct import_job *j = t->j;
	struct place at = {.file = s->place};
	struct buf lacking = {0};
	int status = 0;
	for (size_t c = 0; c < s->table->count; c++) {
		const struct trial_column *column = &s->table->columns[c];
		bool is_key = s->table->key_count == 0;
		for (size_t k = 0; k < s->table->key_count; k++)
			is_key = is_key || s->table->key[k] == c;
		if (s->has[c])
			continue;
		if (is_key || column->required)
			status = diag_add(j->d, DIAG_D013, at, column->name);
		buf_printf(&lacking, "%s%.*s", lacking.len ? ", " : "", STR_ARG(column->name));
	}
	if (lacking.len && status == 0)
		diag_add(j->d, DIAG_I086, at, buf_str(&lacking));
	buf_release(&lacking);
	return status;
}

/* Rows ------------------------------------------------------------------------------- */

static bool is_blank(const struct xlsx_row *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!str_blank(r->cells[i]))
			return false;
	return true;
}

/* A cell as it is to be written: checked as loading would, else as it was typed. */
static int take_cell(struct taking *t, const struct sheet *s, size_t column, struct str raw,
                     struct place at, struct str *cell)
{
	struct import_job *j = t->j;
	const struct trial_column *c = &s->table->columns[column];
	struct str value;
	uint32_t bad;
	*cell = (struct str){0};
	if (str_eq(str_trim(raw), WORKBOOK_TOO_LONG))
		return 0;
	if (trial_cell(j->trial, s->table, column, raw, at, &t->row, &value) < 0)
		return -1;
	if (cell_clean(&t->row, raw, c->is_markdown, &value, &bad))
		*cell = value.n ? arena_str(&j->arena, value) : STR("");
	if (c->required && !cell->n)
		return diag_add(j->d, DIAG_D020, at, c->name);
	return 0;
}

static int take_row(struct taking *t, const struct sheet *s, struct import_batch *b,
                    const struct xlsx_row *r)
{
	struct import_job *j = t->j;
	struct import_batch_row *row = arena_new(&j->arena, struct import_batch_row);
	row->cells = arena_array(&j->arena, s->table->count, sizeof *row->cells);
	row->weak = arena_array(&j->arena, s->table->count, sizeof *row->weak);
	row->over = arena_array(&j->arena, s->table->count, sizeof *row->over);
	row->at.file = arena_str(&j->arena, cell_place(t, s, 0, r->line).file);
	arena_reset(&t->row);
	b->sheet->read++;
	int status = 0;
	for (size_t i = 0; i < s->count || i < r->count; i++) {
		struct str raw = i < r->count ? r->cells[i] : STR("");
		size_t c = i < s->count ? s->columns[i] : SIZE_MAX;
		struct place at = cell_place(t, s, i, r->line);
		if (c == SIZE_MAX && !str_blank(raw))
			status = diag_add(j->d, DIAG_I085, at, STR(""), s->table->file);
		else if (c != SIZE_MAX && take_cell(t, s, c, raw, at, &row->cells[c]) < 0)
			status = -1;
	}
	if (status < 0)
		import_batch_end(j, b, row->cells, row->at, IMPORT_MAP_REFUSED);
	else
		import_batch_add(j, b, row);
	return status;
}

static int take_rows(struct taking *t, struct sheet *s)
{
	struct import_job *j = t->j;
	struct import_batch *b = import_batch_of(j, s->table);
	struct xlsx_row r;
	int status = 0, more = xlsx_begin(t->x, s->number, j->d);
	b->is_whole = true;
	for (bool is_below = false; more >= 0;) {
		more = xlsx_next(t->x, &r, j->d);
		if (more <= 0)
			break;
		if (is_below && !is_blank(&r) && take_row(t, s, b, &r) < 0)
			status = -1;
		if (r.line == s->header_line) {
			is_below = true;
			if (check_head(t, s, &r) < 0 || check_lacking(t, s) < 0)
				return -1;
		}
	}
	return more < 0 ? -1 : status;
}

static int take_sheet(struct taking *t, struct sheet *s)
{
	struct import_job *j = t->j;
	struct import_source source = import_source_of(s->place.p, IMPORT_CSV);
	struct str other = s->table ? sheet_of_table(t, s) : (struct str){0};
	source.file = s->place;
	if (other.p)
		return diag_add(j->d, DIAG_I083, ((struct place){.file = s->place}), other, s->name,
		                s->table->file);
	if (!s->table)
		import_map_show(j, NULL, &source)->fate = IMPORT_MAP_NO_MAP;
	return s->table ? take_rows(t, s) : 0;
}

/* Files that there are and no sheet is for. */
static void say_lacking(struct taking *t, struct str file)
{
	struct import_job *j = t->j;
	for (size_t i = 0; i < trial_count(j->trial); i++) {
		struct str name = trial_file(j->trial, i);
		struct str path = arena_printf(&j->arena, "data/%.*s.csv", STR_ARG(name));
		size_t k = 0;
		while (k < t->count && !(t->sheets[k].table &&
		                         str_eq(t->sheets[k].table->file, name)))
			k++;
		if (k == t->count &&
		    fs_stat(fs_join(&j->arena, j->o->dir, path.p)).kind == FS_FILE)
			diag_add(j->d, DIAG_I087, ((struct place){.file = file}), path);
	}
}

/* False: no sheet is ours. */
static bool find_heads(struct taking *t)
{
	struct import_job *j = t->j;
	bool is_own = false;
	t->sheets = arena_array(&j->arena, t->count + 1, sizeof *t->sheets);
	for (size_t i = 0; i < t->count; i++) {
		struct sheet *s = &t->sheets[i];
		s->number = i;
		s->name = arena_str(&j->arena, xlsx_sheet_name(t->x, i));
		s->place = arena_str(&j->arena, xlsx_sheet_place(t->x, i));
		if (find_head(t, s) < 0)
			return false; /* who reads it otherwise will say what is wrong */
		is_own = is_own || s->table;
	}
	return is_own;
}

static int take_sheets(struct taking *t, struct str file)
{
	struct import_source source =
		import_source_of(arena_strz(&t->j->arena, file), IMPORT_CSV);
	int status = 0;
	import_map_show(t->j, NULL, &source)->fate = IMPORT_MAP_OWN;
	for (size_t i = 0; i < t->count; i++)
		if (take_sheet(t, &t->sheets[i]) < 0)
			status = -1;
	if (status == 0)
		say_lacking(t, file);
	return status < 0 ? -1 : 1;
}

int import_map_own(struct import_job *j, struct xlsx *x, struct str file)
{
	struct taking t = {.j = j, .x = x, .count = xlsx_sheet_count(x)};
	int status = find_heads(&t) ? take_sheets(&t, file) : 0;
	buf_release(&t.address);
	arena_release(&t.row);
	return status;
}
