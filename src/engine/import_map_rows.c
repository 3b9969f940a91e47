/* SPDX-License-Identifier: MIT
 * import_map_rows - values and rows, worked out of a source by a map */
#include <string.h>

#include "base/text.h"
#include "engine/import_map_int.h"

struct applying {
	struct import_job *j;
	const struct import_map *m;
	const struct import_source *s;
	struct import_map_source *shown; /* the source's part of the report */
};

/* Values ----------------------------------------------------------------------------- */

static struct str names_of(struct applying *p)
{
	struct buf list = {0};
	buf_putz(&list, ":file");
	for (size_t i = 0; i < p->shown->value_count; i++)
		buf_printf(&list, ", :%.*s", STR_ARG(p->shown->values[i].name));
	struct str text = arena_str(&p->j->arena, buf_str(&list));
	buf_release(&list);
	return text;
}

/* Where the map writes :name; `at` when that is in its FROM. */
static struct place place_of_param(struct applying *p, const struct import_map_table *t,
                                   struct str name, struct place at)
{
	struct str written = arena_printf(&p->j->arena, ":%.*s", STR_ARG(name));
	for (size_t i = 0; t && i < t->count; i++)
		if (str_find(t->columns[i].value.text, written, 0) < t->columns[i].value.text.n)
			return t->columns[i].value.at;
	return at;
}

/* :file and the values so far. */
static int bind(struct applying *p, const struct import_map_table *t, struct db_stmt *s,
                struct place at)
{
	for (int i = 0; i < db_param_count(s); i++) {
		struct str name = db_param_name(s, i);
		const struct import_map_value *found = NULL;
		for (size_t k = 0; k < p->shown->value_count; k++)
			if (str_eq(p->shown->values[k].name, name))
				found = &p->shown->values[k];
		if (str_eqz(name, "file"))
			db_bind_text(s, i, p->s->base);
		else if (found)
			db_bind_text(s, i, found->value);
		else
			return diag_add(p->j->d, DIAG_I043, place_of_param(p, t, name, at), name,
			                names_of(p));
	}
	return 0;
}

/* One value over document: *out is absent for NULL. */
static int work_out(struct applying *p, const struct import_sql *sql, struct str *out)
{
	struct import_job *j = p->j;
	struct db_stmt *s = NULL;
	struct str text =
		arena_printf(&j->arena, "SELECT (%.*s\n) FROM document", STR_ARG(sql->text));
	*out = (struct str){0};
	if (db_prepare(p->s->db, text, sql->at, &s, j->d) < 0)
		return -1;
	int status = bind(p, NULL, s, sql->at);
	if (status == 0)
		status = db_step(s, j->d);
	if (status > 0 && db_text(s, 0).p)
		*out = arena_str(&j->arena, db_text(s, 0));
	db_finish(s);
	return status < 0 ? -1 : 0;
}

/* What --set gives for the name; absent when it gives nothing. The last one counts. */
static struct str given_value(const struct import_job *j, struct str name)
{
	for (size_t i = j->o->set_count; i-- > 0;) {
		struct str set = str_from(j->o->sets[i]);
		size_t equals = str_find_byte(set, '=', 0);
		if (str_eq(str_slice(set, 0, equals), name))
			return str_slice(set, equals + 1, set.n);
	}
	return (struct str){0};
}

/* It is there, and as the map wants it. */
static int is_usable(struct applying *p, const struct import_map_set *set, struct str value)
{
	struct str holds;
	if (!value.n || !set->check.text.p)
		return value.n > 0;
	if (work_out(p, &set->check, &holds) < 0)
		return -1;
	return holds.n && !str_eqz(holds, "0");
}

static int take_value(struct applying *p, const struct import_map_set *set)
{
	struct import_job *j = p->j;
	struct arena *a = &j->report->arena;
	struct str value = given_value(j, set->name);
	bool given = value.p != NULL;
	if (!given && set->value.text.p && work_out(p, &set->value, &value) < 0)
		return -1;
	struct import_map_value *v = &p->shown->values[p->shown->value_count++];
	*v = (struct import_map_value){arena_str(a, set->name), arena_str(a, value), given};
	int usable = is_usable(p, set, value);
	if (usable)
		return usable < 0 ? -1 : 0;
	struct str hint = j->d->lang == DIAG_EN ? set->hint.en : set->hint.vi;
	return diag_add(j->d, DIAG_I035, ((struct place){.file = p->s->file}), set->name,
	                value.n ? value : STR("–"), hint);
}

/* --set that names nothing here would be a misspelt word that nobody hears of. */
static int check_given(struct applying *p)
{
	int status = 0;
	for (size_t i = 0; i < p->j->o->set_count; i++) {
		struct str set = str_from(p->j->o->sets[i]);
		struct str name = str_slice(set, 0, str_find_byte(set, '=', 0));
		struct buf list = {0};
		bool known = false;
		for (size_t k = 0; k < p->m->set_count; k++) {
			known = known || str_eq(p->m->sets[k].name, name);
			buf_printf(&list, "%s%.*s", k ? ", " : "", STR_ARG(p->m->sets[k].name));
		}
		if (!known)
			status = diag_add(p->j->d, DIAG_I036, ((struct place){.file = p->s->file}),
			                  name, p->m->name, list.len ? buf_str(&list) : STR("–"));
		buf_release(&list);
	}
	return status;
}

static int take_values(struct applying *p)
{
	if (check_given(p) < 0)
		return -1;
	int status = 0;
	p->shown->values = arena_array(&p->j->report->arena, p->m->set_count + 1,
	                               sizeof *p->shown->values);
	for (size_t i = 0; i < p->m->set_count; i++)
		if (take_value(p, &p->m->sets[i]) < 0)
			status = -1;
	return status;
}

/* Rows ------------------------------------------------------------------------------- */

static bool has_lines(struct applying *p, const struct import_map_table *t)
{
	if (p->s->format != IMPORT_CSV)
		return false;
	struct diag quiet = {0};
	struct db_stmt *s = NULL;
	struct str from = t->from.text;
	struct str sql = arena_printf(&p->j->arena, "SELECT _line FROM %.*s", STR_ARG(from));
	bool has = db_prepare(p->s->db, sql, NOWHERE, &s, &quiet) == 0;
	db_finish(s);
	diag_release(&quiet);
	return has;
}

/* The whole statement is wrong: which piece of it is? */
static int name_mistake(struct applying *p, const struct import_map_table *t)
{
	struct import_job *j = p->j;
	struct db_stmt *s = NULL;
	const struct import_sql *from = &t->from;
	struct str sql = arena_printf(&j->arena, "SELECT 1 FROM %.*s", STR_ARG(from->text));
	int status = db_prepare(p->s->db, sql, from->at, &s, j->d);
	db_finish(s);
	for (size_t i = 0; i <= t->count * 2 && status == 0; i++) {
		const struct import_map_column *c = &t->columns[i / 2];
		const struct import_sql *value = i == t->count * 2 ? &t->dated
		                                 : i % 2           ? &c->over
		                                                   : &c->value;
		if (!value->text.p)
			continue;
		s = NULL;
		sql = arena_printf(&j->arena, "SELECT (%.*s\n) FROM %.*s", STR_ARG(value->text),
		                   STR_ARG(from->text));
		status = db_prepare(p->s->db, sql, value->at, &s, j->d);
		db_finish(s);
	}
	return status;
}

/* SELECT value, ..., line, dated, over, ... FROM ... */
static int prepare(struct applying *p, const struct import_map_table *t, bool lines,
                   struct db_stmt **out)
{
	struct import_job *j = p->j;
	struct buf sql = {0};
	buf_putz(&sql, "SELECT ");
	for (size_t i = 0; i < t->count; i++)
		buf_printf(&sql, "(%.*s\n), ", STR_ARG(t->columns[i].value.text));
	buf_putz(&sql, lines ? "_line" : "0");
	if (t->dated.text.p)
		buf_printf(&sql, ", (%.*s\n)", STR_ARG(t->dated.text));
	for (size_t i = 0; i < t->count; i++)
		if (t->columns[i].over.text.p)
			buf_printf(&sql, ", (%.*s\n)", STR_ARG(t->columns[i].over.text));
	buf_printf(&sql, " FROM %.*s", STR_ARG(t->from.text));
	struct diag heard = {.lang = j->d->lang};
	int status = db_prepare(p->s->db, buf_str(&sql), t->from.at, out, &heard);
	buf_release(&sql);
	if (status < 0 && name_mistake(p, t) == 0)
		diag_join(j->d, &heard);
	diag_release(&heard);
	return status < 0 ? -1 : bind(p, t, *out, t->from.at);
}

/* Who reads the message finds the row by its line or, where there is none, by its key. */
static void name_row(struct applying *p, const struct import_map_table *t, struct db_stmt *s,
                     struct place at)
{
	struct arena *a = &p->j->arena;
	struct str *raw = arena_array(a, t->table->count, sizeof *raw);
	for (size_t i = 0; i < t->count; i++)
		raw[t->columns[i].column] = db_text(s, (int)i);
	diag_add(p->j->d, DIAG_I040, at, import_batch_name(a, t->table, raw));
}

/* The column of the source that the expression reads, when it is one: by its name in quotes, or
 * the whole expression. SIZE_MAX: none, or several. */
static size_t column_read(struct applying *p, struct str sql)
{
	size_t found = SIZE_MAX;
	struct str whole = str_trim(sql);
	for (size_t i = 0; i < p->s->name_count; i++) {
		struct str name = p->s->names[i];
		struct arena a = {0};
		struct str quoted = arena_printf(&a, "\"%.*s\"", STR_ARG(name));
		bool reads = str_eq(whole, name) || str_find(sql, quoted, 0) < sql.n;
		arena_release(&a);
		if (reads && found != SIZE_MAX)
			return SIZE_MAX;
		found = reads ? i : found;
	}
	return found;
}

/* Messages about a cell of a sheet name it: "Sheet1!C17". */
static void name_cell(struct applying *p, const struct import_map_column *c, int line, size_t from)
{
	size_t column = p->s->sheet.p ? column_read(p, c->value.text) : SIZE_MAX;
	struct diag *d = p->j->d;
	for (size_t i = from; i < d->count && column != SIZE_MAX; i++)
		d->messages[i].at = import_source_cell(&d->arena, p->s, line, column);
}

static int check_key(struct applying *p, const struct import_map_table *t,
                     const struct import_batch_row *row, int line)
{
	for (size_t i = 0; i < t->table->key_count; i++) {
		size_t column = t->table->key[i], said = p->j->d->count;
		const struct trial_column *c = &t->table->columns[column];
		if (!c->required || row->cells[column].n)
			continue;
		diag_add(p->j->d, DIAG_D020, row->at, c->name);
		for (size_t k = 0; k < t->count; k++)
			if (t->columns[k].column == column)
				name_cell(p, &t->columns[k], line, said);
		return -1;
	}
	return 0;
}

/* Cells as they are to be written. -1: at least one is wrong, all of which are said. */
static int read_cells(struct applying *p, const struct import_map_table *t, struct db_stmt *s,
                      struct import_batch *b, struct import_batch_row *row)
{
	struct import_job *j = p->j;
	int status = 0, line = (int)db_int(s, (int)t->count);
	int over = (int)t->count + 1 + (t->dated.text.p != NULL);
	for (size_t i = 0; i < t->count; i++) {
		const struct import_map_column *c = &t->columns[i];
		struct str raw = db_text(s, (int)i), *cell = &row->cells[c->column];
		struct import_map_cells *shown = &b->sheet->columns[c->column];
		size_t said = j->d->count;
		row->weak[c->column] = c->keep;
		if (c->over.text.p)
			row->over[c->column] = arena_str(&j->arena, db_text(s, over++));
		const struct trial_column *column = &t->table->columns[c->column];
		int got = 0;
		if (p->s->format == IMPORT_SQLITE && raw.p && !text_is_utf8(raw, NULL))
			got = diag_add(j->d, DIAG_I069, row->at, column->name);
		else if (raw.p)
			got = trial_cell(j->trial, t->table, c->column, raw, row->at, &j->arena,
			                 cell);
		size_t *count = got < 0            ? &shown->refused
		                : !cell->n         ? &shown->empty
		                : column->is_words ? &shown->text
		                                   : &shown->parsed;
		++*count;
		if (got < 0)
			name_cell(p, c, line, said);
		else if (raw.p && !cell->p)
			*cell = STR(""); /* empty, and said to be so */
		status = got < 0 ? -1 : status;
	}
	return status < 0 ? -1 : check_key(p, t, row, line);
}

static bool has_over(const struct import_map_table *t)
{
	bool has = false;
	for (size_t i = 0; i < t->count; i++)
		has = has || t->columns[i].over.text.p;
	return has;
}

/* A day; what is none says nothing. */
static struct str day_of(struct arena *a, struct str text)
{
	struct str day = str_slice(str_trim(text), 0, 10);
	bool is_day = day.n == 10;
	for (size_t i = 0; i < day.n; i++)
		is_day = is_day && (i == 4 || i == 7 ? day.p[i] == '-'
		                                     : day.p[i] >= '0' && day.p[i] <= '9');
	return is_day ? arena_str(a, day) : (struct str){0};
}

static void take_row(struct applying *p, const struct import_map_table *t, struct db_stmt *s,
                     struct import_batch *b)
{
	struct arena *a = &p->j->arena;
	struct import_batch_row *row = arena_new(a, struct import_batch_row);
	row->cells = arena_array(a, t->table->count, sizeof *row->cells);
	row->weak = arena_array(a, t->table->count, sizeof *row->weak);
	if (has_over(t))
		row->over = arena_array(a, t->table->count, sizeof *row->over);
	row->keep = t->keep;
	if (t->dated.text.p)
		row->dated = day_of(a, db_text(s, (int)t->count + 1));
	row->at = import_source_place(a, p->s, (int)db_int(s, (int)t->count));
	b->sheet->read++;
	if (read_cells(p, t, s, b, row) == 0) {
		import_batch_add(p->j, b, row);
		return;
	}
	import_batch_end(p->j, b, row->cells, row->at, IMPORT_MAP_REFUSED);
	if (!db_int(s, (int)t->count))
		name_row(p, t, s, row->at);
}

static int refuse_rows(struct applying *p)
{
	return diag_add(p->j->d, DIAG_I068, ((struct place){.file = p->s->file}),
	                arena_printf(&p->j->arena, "%d", LIMIT_FOREIGN_ROWS));
}

static int take_rows(struct applying *p, const struct import_map_table *t)
{
	struct import_batch *b = import_batch_of(p->j, t->table);
	struct db_stmt *s = NULL;
	int more = prepare(p, t, has_lines(p, t), &s);
	/* A view in somebody's file may have rows without end. */
	bool is_foreign = p->s->format == IMPORT_SQLITE;
	if (more == 0 && is_foreign)
		db_count_all_steps(s);
	for (size_t rows = 0; more >= 0; rows++) {
		more = db_step(s, p->j->d);
		if (more <= 0)
			break;
		if (is_foreign && rows == LIMIT_FOREIGN_ROWS)
			more = refuse_rows(p);
		else
			take_row(p, t, s, b);
	}
	db_finish(s);
	return more;
}

/* What is left out on purpose. */
static int count_skips(struct applying *p)
{
	struct import_map_source *shown = p->shown;
	struct arena *a = &p->j->report->arena;
	shown->left = arena_array(a, p->m->skip_count + 1, sizeof *shown->left);
	for (size_t i = 0; i < p->m->skip_count; i++) {
		const struct import_map_skip *skip = &p->m->skips[i];
		struct str count, list = {0};
		if (work_out(p, &skip->count, &count) < 0 ||
		    (skip->list.text.p && work_out(p, &skip->list, &list) < 0))
			return -1;
		struct import_map_left *left = &shown->left[shown->left_count++];
		left->text = (struct import_map_text){arena_str(a, skip->text.vi),
		                                      arena_str(a, skip->text.en)};
		left->list = list.p ? arena_str(a, list) : list;
		for (size_t k = 0; k < count.n && count.p[k] >= '0' && count.p[k] <= '9'; k++)
			left->count = left->count * 10 + (count.p[k] - '0');
	}
	return 0;
}

static void show_guess(struct arena *a, const struct import_map_guessed *from,
                       struct import_map_guessed *to)
{
	*to = *from;
	to->columns = arena_array(a, from->count + 1, sizeof *to->columns);
	for (size_t i = 0; i < from->count; i++) {
		to->columns[i] = from->columns[i];
		to->columns[i].column = arena_str(a, from->columns[i].column);
		to->columns[i].into = from->columns[i].into.p
		                              ? arena_str(a, from->columns[i].into)
		                              : (struct str){0};
	}
}

struct import_map_source *import_map_show(struct import_job *j, const struct import_map *m,
                                          const struct import_source *s)
{
	struct import_map_report *r = j->report;
	r->sources = arena_grow(&r->arena, r->sources, r->source_count, &r->source_cap,
	                        sizeof *r->sources);
	struct import_map_source *shown = &r->sources[r->source_count++];
	*shown = (struct import_map_source){
		.file = arena_str(&r->arena, s->file), .how = s->how, .rows = s->rows,
		.refused = s->refused};
	shown->how.first_merged = arena_str(&r->arena, s->how.first_merged);
	show_guess(&r->arena, &s->guessed, &shown->guessed);
	if (m) {
		shown->map = arena_str(&r->arena, m->name);
		shown->title.vi = arena_str(&r->arena, m->title.vi);
		shown->title.en = arena_str(&r->arena, m->title.en);
	}
	return shown;
}

int import_map_apply(struct import_job *j, const struct import_map *m,
                     const struct import_source *s)
{
	struct applying p = {j, m, s, import_map_show(j, m, s)};
	if (take_values(&p) < 0)
		return -1;
	int status = 0;
	for (size_t i = 0; i < m->table_count && status == 0; i++)
		status = take_rows(&p, &m->tables[i]);
	if (status == 0)
		status = count_skips(&p);
	if (status < 0)
		diag_add(j->d, DIAG_I039, ((struct place){.file = s->file}), m->name);
	return status;
}
