/* SPDX-License-Identifier: MIT
 * load_csv - data/NAME.csv into its table */
#include "board/load_int.h"
#include "board/personal.h"
#include "fmt/csv.h"

#include <stdio.h>
#include <string.h>

/* After so many mistakes in one file the rest would say nothing new. */
enum { MOST_MISTAKES = 1000 };

struct sheet {
	struct loader *l;
	struct table *table;
	struct csv_reader *reader;
	int64_t source_id;
	struct str *names;       /* of the header, cleaned */
	struct column **columns; /* what they stand for; NULL: no such column */
	size_t count;
	struct cell *cells;      /* one for each column of the table */
	size_t mistakes;
};

static struct place place_of(const struct sheet *s, int line)
{
	return (struct place){.file = s->table->file, .line = line};
}

static struct str number(struct arena *a, size_t n)
{
	return arena_printf(a, "%zu", n);
}

static struct str clean_name(struct sheet *s, struct str raw)
{
	uint32_t bad;
	struct str name;
	return cell_clean(&s->l->arena, raw, false, &name, &bad) ? arena_str(&s->l->arena, name)
	                                                         : arena_str(&s->l->arena, raw);
}

static void take_names(struct sheet *s, const struct csv_record *r)
{
	s->count = r->count;
	s->names = arena_array(&s->l->arena, s->count, sizeof *s->names);
	s->columns = arena_array(&s->l->arena, s->count, sizeof *s->columns);
	for (size_t i = 0; i < s->count; i++) {
		s->names[i] = clean_name(s, r->cells[i]);
		s->columns[i] = map_get(&s->table->by_name, s->names[i]);
	}
	while (s->count > 0 && s->names[s->count - 1].n == 0)
		s->count--; /* columns that a spreadsheet added */
}

static size_t known_names(const struct sheet *s, const struct csv_record *r)
{
	size_t known = 0;
	for (size_t i = 0; i < r->count; i++)
		known += map_has(&s->table->by_name, str_trim(r->cells[i]));
	return known;
}

/* A title or a Vietnamese header above the real one: the first line has no name of ours,
 * one of the next has. Its line, else 0. */
static int find_real_header(struct sheet *s)
{
	struct csv_record r;
	struct diag quiet = {0};
	int line = 0;
	for (int i = 0; i < 5 && !line && csv_next(s->reader, &r, &quiet) == 1; i++)
		if (known_names(s, &r) >= 2 || known_names(s, &r) == r.count)
			line = r.line;
	diag_release(&quiet);
	return line;
}

/* Lists are public: who brings a column of people's names is told so, and not offered the
 * nearest name. Lists of offices, fees and places have such names for other things. */
static bool is_personal(struct sheet *s, struct str name)
{
	const struct map *columns = &s->table->by_name;
	return personal_is_column(name, map_has(columns, STR("dossier_code")) ||
	                                map_has(columns, STR("recv_total")) ||
	                                map_has(columns, STR("received")));
}

static void refuse_unknown(struct sheet *s, struct str name, struct place at)
{
	if (is_personal(s, name)) {
		diag_add(s->l->d, DIAG_D017, at, name);
		return;
	}
	table_refuse_column(s->l, s->table, name, at);
}

static bool stands_before(const struct sheet *s, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (str_eq(s->names[i], s->names[at]))
			return true;
	return false;
}

/* What is wrong with the name of column `i`. False when rows cannot be read without it. */
static bool check_name(struct sheet *s, size_t i, struct place at)
{
	struct diag *d = s->l->d;
	if (s->names[i].n == 0) {
		diag_add(d, DIAG_D009, at, number(&s->l->row, i + 1));
	} else if (stands_before(s, i)) {
		diag_add(d, DIAG_D012, at, s->names[i]);
		return false;
	} else if (!s->columns[i]) {
		refuse_unknown(s, s->names[i], at);
	} else if (s->columns[i]->ours) {
		diag_add(d, DIAG_D014, at, s->names[i]);
		s->columns[i] = NULL;
	}
	return true;
}

static bool header_gives(const struct sheet *s, const struct column *c)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->columns[i] == c)
			return true;
	return false;
}

/* Reads and checks the header. -1 when the rows cannot be read; mistakes that leave them
 * readable are only recorded. */
static int read_header(struct sheet *s)
{
	struct csv_record r;
	int status = csv_next(s->reader, &r, s->l->d);
	if (status == 0)
		return diag_add(s->l->d, DIAG_D006, place_of(s, 1),
		                table_column_list(s->l, s->table));
	if (status < 0)
		return -1;
	struct place at = place_of(s, r.line);
	if (known_names(s, &r) == 0) {
		take_names(s, &r);
		int line = find_real_header(s);
		if (line)
			return diag_add(s->l->d, DIAG_D007, at, number(&s->l->row, (size_t)line));
	} else {
		take_names(s, &r);
	}
	for (size_t i = 0; i < s->count; i++)
		if (!check_name(s, i, at))
			status = -1;
	for (size_t i = 0; i < s->table->count; i++) {
		const struct column *c = &s->table->columns[i];
		if (c->required && !header_gives(s, c))
			status = diag_add(s->l->d, DIAG_D013, at, c->name);
	}
	return status < 0 ? -1 : 0;
}

static bool is_blank(const struct csv_record *r, size_t from)
{
	for (size_t i = from; i < r->count; i++)
		if (!str_blank(r->cells[i]))
			return false;
	return true;
}

static bool is_header(const struct sheet *s, const struct csv_record *r)
{
	for (size_t i = 0; i < s->count; i++)
		if (!str_eq(str_trim(r->cells[i]), s->names[i]))
			return false;
	return true;
}

static int check_count(struct sheet *s, const struct csv_record *r, struct place at)
{
	struct arena *a = &s->l->row;
	if (r->count < s->count)
		return diag_add(s->l->d, DIAG_D016, at, number(a, r->count), number(a, s->count));
	if (!is_blank(r, s->count))
		return diag_add(s->l->d, DIAG_D015, at, number(a, r->count), number(a, s->count));
	return is_header(s, r) ? diag_add(s->l->d, DIAG_D008, at) : 0;
}

static int read_cells(struct sheet *s, const struct csv_record *r, struct place at)
{
	int status = 0;
	memset(s->cells, 0, s->table->count * sizeof *s->cells);
	for (size_t i = 0; i < s->count; i++) {
		const struct column *c = s->columns[i];
		if (!c)
			continue;
		struct cell *cell = &s->cells[c - s->table->columns];
		if (table_read_cell(s->l, c, r->cells[i], at, cell) < 0)
			status = -1;
		else if (c->required && !cell->text.p)
			status = diag_add(s->l->d, DIAG_D020, at, c->name);
	}
	return status;
}

static int read_row(struct sheet *s, const struct csv_record *r)
{
	struct place at = place_of(s, r->line);
	arena_reset(&s->l->row);
	if (is_blank(r, 0))
		return 0;
	if (check_count(s, r, at) < 0 || read_cells(s, r, at) < 0)
		return -1;
	return table_insert(s->l, s->table, s->cells, s->source_id, at);
}

static int read_rows(struct sheet *s)
{
	struct csv_record r;
	int more;
	while ((more = csv_next(s->reader, &r, s->l->d)) > 0) {
		s->mistakes += read_row(s, &r) < 0;
		if (s->mistakes == MOST_MISTAKES)
			break;
	}
	return more < 0 || s->mistakes ? -1 : 0;
}

int load_csv(struct loader *l, struct table *t, struct str text, int64_t source_id)
{
	if (cell_check_utf8(text, t->file, l->d) < 0)
		return -1;
	struct sheet s = {.l = l, .table = t, .source_id = source_id};
	s.cells = arena_array(&l->arena, t->count, sizeof *s.cells);
	s.reader = csv_open(text, t->file, CSV_BY_HEAD);
	size_t before = l->d->by_level[DIAG_ERROR];
	int status = read_header(&s);
	if (status == 0)
		status = read_rows(&s);
	csv_close(s.reader);
	return status < 0 || l->d->by_level[DIAG_ERROR] > before ? -1 : 0;
}
