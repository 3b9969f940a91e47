/* SPDX-License-Identifier: MIT
 * load_trial - would these rows load? The tables of the schema in memory */
#include "board/load_trial.h"

#include "board/damage.h"
#include "board/load_int.h"

#include <string.h>

struct trial {
	struct loader loader;
	struct map sources; /* file to its id in `source` (int64_t) */
	struct map tables;  /* "index-scores" to struct tried */
};

/* `shown` is first: what the outside holds is the whole. */
struct tried {
	struct trial_table shown;
	struct table *table;
	size_t *places;     /* of the columns shown in the table's */
	struct cell *cells; /* of the row being tried */
};

static const struct tried *tried_of(const struct trial_table *table)
{
	return (const struct tried *)table;
}

static struct str value_of(struct trial *t, struct str sql)
{
	struct str text = arena_printf(&t->loader.row, "SELECT %.*s", STR_ARG(sql));
	struct db_stmt *s = db_must_prepare(t->loader.db, text.p);
	struct str value = {0};
	if (db_step(s, t->loader.d) == 1)
		value = arena_str(&t->loader.arena, db_text(s, 0));
	db_finish(s);
	return value;
}

static void show_allowed(struct trial *t, const struct column *c, struct trial_column *shown)
{
	static const struct str yes_or_no[] = {{"0", 1}, {"1", 1}};
	size_t count = c->allowed.count;
	if (c->domain == CELL_BOOL) {
		shown->allowed = yes_or_no;
		shown->allowed_count = countof(yes_or_no);
		return;
	}
	struct str *values = arena_array(&t->loader.arena, count + 1, sizeof *values);
	for (size_t i = 0; i < count; i++)
		values[i] = c->allowed.entries[i].key;
	shown->allowed = values;
	shown->allowed_count = count;
}

/* "data/agencies.csv" of a table; absent when no file fills it. */
static struct str file_of_table(const struct trial *t, struct str name)
{
	const struct loader *l = &t->loader;
	for (size_t i = 0; i < l->table_count; i++)
		if (str_eq(l->tables[i].name, name))
			return l->by_file.entries[i].key;
	return (struct str){0};
}

/* A table that no file fills is a list of the schema's own: its values are those allowed. */
static void allow_list(struct trial *t, struct trial_column *c, struct str table, struct str column)
{
	struct arena *a = &t->loader.arena;
	struct str sql = arena_printf(a, "SELECT \"%.*s\" FROM \"%.*s\" ORDER BY position",
	                              STR_ARG(column), STR_ARG(table));
	struct db_stmt *s = db_must_prepare(t->loader.db, sql.p);
	struct str *values = NULL;
	size_t cap = 0;
	while (db_step(s, t->loader.d) == 1) {
		values = arena_grow(a, values, c->allowed_count, &cap, sizeof *values);
		values[c->allowed_count++] = arena_str(a, db_text(s, 0));
	}
	db_finish(s);
	c->allowed = values;
}

static void show_references(struct trial *t, const struct tried *tried, struct trial_column *shown)
{
	struct arena *a = &t->loader.arena;
	struct db_stmt *s = db_must_prepare(
		t->loader.db, "SELECT f.\"from\", f.\"table\", coalesce(f.\"to\", (SELECT name"
		" FROM pragma_table_xinfo(f.\"table\") WHERE pk = 1))"
		" FROM pragma_foreign_key_list(?) f WHERE f.seq = 0 AND f.\"table\" <> 'source'"
		" ORDER BY f.id");
	db_bind_text(s, 0, tried->table->name);
	while (db_step(s, t->loader.d) == 1) {
		size_t i = 0;
		while (i < tried->shown.count && !str_eq(shown[i].name, db_text(s, 0)))
			i++;
		if (i == tried->shown.count)
			continue;
		shown[i].refers_file = file_of_table(t, db_text(s, 1));
		shown[i].refers_column = arena_str(a, db_text(s, 2));
		if (!shown[i].refers_file.p)
			allow_list(t, &shown[i], arena_str(a, db_text(s, 1)),
			           shown[i].refers_column);
	}
	db_finish(s);
}

static void show_columns(struct trial *t, struct tried *tried)
{
	struct arena *a = &t->loader.arena;
	const struct table *table = tried->table;
	struct trial_column *columns = arena_array(a, table->count, sizeof *columns);
	tried->places = arena_array(a, table->count, sizeof *tried->places);
	tried->cells = arena_array(a, table->count, sizeof *tried->cells);
	size_t n = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct column *c = &table->columns[i];
		if (c->ours)
			continue;
		enum cell_domain d = c->domain;
		columns[n] = (struct trial_column){
			.name = c->name,
			.is_int = d == CELL_INT || d == CELL_VND || d == CELL_BOOL,
			.is_markdown = d == CELL_MARKDOWN,
			.is_words = (d == CELL_TEXT && !c->allowed.count) || d == CELL_MARKDOWN,
			.required = c->required,
			.fallback = c->fallback.p ? value_of(t, c->fallback) : (struct str){0},
			.domain = d,
		};
		show_allowed(t, c, &columns[n]);
		tried->places[n++] = i;
	}
	tried->shown.columns = columns;
	tried->shown.count = n;
	show_references(t, tried, columns);
}

static size_t shown_column(const struct trial_table *table, struct str name)
{
	for (size_t i = 0; i < table->count; i++)
		if (str_eq(table->columns[i].name, name))
			return i;
	return SIZE_MAX;
}

/* The primary key; without one, the first that is unique. */
static void show_key(struct trial *t, struct tried *tried)
{
	const struct table *table = tried->table;
	struct str names = {0};
	struct db_stmt *s = db_must_prepare(
		t->loader.db, "SELECT group_concat(name) FROM"
		" (SELECT name FROM pragma_table_xinfo(?) WHERE pk ORDER BY pk)");
	db_bind_text(s, 0, table->name);
	if (db_step(s, t->loader.d) == 1)
		names = arena_str(&t->loader.row, db_text(s, 0));
	db_finish(s);
	if (!names.n && table->key_count)
		names = table->keys[0];
	size_t *key = arena_array(&t->loader.arena, table->count, sizeof *key);
	size_t n = 0;
	for (struct str rest = names; rest.p && names.n;)
		key[n++] = shown_column(&tried->shown, str_cut(&rest, ','));
	tried->shown.is_social = table->overlap.p || table->key_count > 1;
	tried->shown.key = key;
	tried->shown.key_count = n;
}

int trial_open(struct trial **out, struct diag *d)
{
	struct trial *t = mem_resize(NULL, sizeof *t);
	*t = (struct trial){.loader = {.d = d}};
	t->sources.arena = t->tables.arena = &t->loader.arena;
	if (db_open(&t->loader.db, ":memory:", DB_WRITE, d) < 0 ||
	    schema_run(t->loader.db, "src/board/schema.sql", d) < 0 ||
	    db_exec(t->loader.db, "PRAGMA foreign_keys = OFF; BEGIN", d) < 0) {
		trial_close(t);
		return -1;
	}
	load_open_tables(&t->loader);
	*out = t;
	return 0;
}

void trial_close(struct trial *t)
{
	if (!t)
		return;
	load_close_tables(&t->loader);
	db_close(t->loader.db);
	arena_release(&t->loader.arena);
	arena_release(&t->loader.row);
	mem_free(t);
}

size_t trial_count(const struct trial *t)
{
	return t->loader.table_count;
}

struct str trial_file(const struct trial *t, size_t i)
{
	return t->loader.by_file.entries[i].key;
}

const struct trial_table *trial_table(struct trial *t, struct str file, struct place at)
{
	struct tried *known = map_get(&t->tables, file);
	struct table *table = map_get(&t->loader.by_file, file);
	if (known)
		return &known->shown;
	if (!table) {
		load_refuse_name(&t->loader, file, at);
		return NULL;
	}
	known = arena_new(&t->loader.arena, struct tried);
	known->table = table;
	known->shown.file = arena_str(&t->loader.arena, file);
	show_columns(t, known);
	show_key(t, known);
	arena_reset(&t->loader.row);
	map_put(&t->tables, known->shown.file, known);
	return &known->shown;
}

int trial_column(struct trial *t, const struct trial_table *table, struct str name,
                 struct place at, size_t *out)
{
	*out = shown_column(table, name);
	if (*out != SIZE_MAX)
		return 0;
	table_refuse_column(&t->loader, tried_of(table)->table, name, at);
	arena_reset(&t->loader.row);
	return -1;
}

int trial_cell(struct trial *t, const struct trial_table *table, size_t column, struct str raw,
               struct place at, struct arena *a, struct str *out)
{
	const struct tried *tried = tried_of(table);
	const struct column *c = &tried->table->columns[tried->places[column]];
	struct cell cell;
	int status = table_read_cell(&t->loader, c, raw, at, &cell);
	if (status == 0 && cell.is_int)
		*out = arena_printf(a, "%lld", (long long)cell.number);
	else if (status == 0)
		*out = arena_str(a, cell.text);
	arena_reset(&t->loader.row);
	char whole[9];
	bool is_code = str_eqz(table->file, "procedures") && str_eqz(c->name, "code");
	if (status == 0 && is_code && damage_whole_code(*out, whole))
		diag_add(t->loader.d, DIAG_D054, at, c->name, *out, str_from(whole));
	return status;
}

/* The file's id; one that is new gets a row. 0: that failed. */
static int64_t source_of(struct trial *t, struct str file)
{
	int64_t *known = map_get(&t->sources, file);
	if (known)
		return *known;
	struct db_stmt *s = db_must_prepare(
		t->loader.db, "INSERT INTO source(path, size, ctime_ns, inode, sha256)"
		" VALUES (?, 0, 0, 0, '') ON CONFLICT DO NOTHING");
	db_bind_text(s, 0, file);
	int status = db_run(s, NULL, NULL, t->loader.d);
	db_finish(s);
	if (status < 0)
		return 0;
	known = arena_new(&t->loader.arena, int64_t);
	*known = db_last_id(t->loader.db);
	map_put(&t->sources, arena_str(&t->loader.arena, file), known);
	return *known;
}

void trial_seed(struct trial *t, const struct trial_table *table, const struct str *cells,
                struct place at)
{
	struct diag quiet = {0}, *heard = t->loader.d;
	t->loader.d = &quiet;
	(void)!trial_row(t, table, cells, at);
	t->loader.d = heard;
	diag_release(&quiet);
}

int trial_row(struct trial *t, const struct trial_table *table, const struct str *cells,
              struct place at)
{
	const struct tried *tried = tried_of(table);
	memset(tried->cells, 0, tried->table->count * sizeof *tried->cells);
	for (size_t i = 0; i < table->count; i++) {
		/* Numbers go in as text: a column's affinity makes them what they are. */
		if (cells[i].n)
			tried->cells[tried->places[i]].text = cells[i];
		else if (table->columns[i].required)
			return diag_add(t->loader.d, DIAG_D020, at, table->columns[i].name);
	}
	int64_t source = source_of(t, at.file.p ? at.file : STR("-"));
	int status = source ? table_insert(&t->loader, tried->table, tried->cells, source, at) : -1;
	arena_reset(&t->loader.row);
	return status;
}
