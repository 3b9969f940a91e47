/* SPDX-License-Identifier: MIT
 * load_table - what the schema says of a table; one row into it, or why not */
#include "board/damage.h"
#include "board/load_int.h"

#include <stdio.h>
#include <string.h>

/* The literals of "CHECK (name IN ('A', 'B'))" in the table's own text, so that the schema
 * stays the one place that lists them. */
static void find_allowed(struct loader *l, struct str sql, struct column *c)
{
	struct str head = arena_printf(&l->row, "CHECK (%.*s IN ('", STR_ARG(c->name));
	size_t at = str_find(sql, head, 0);
	c->allowed.arena = &l->arena;
	if (at == sql.n)
		return;
	size_t from = at + head.n - 1;
	struct str rest = str_slice(sql, from, str_find_byte(sql, ')', from));
	while (rest.p) {
		str_cut(&rest, '\'');
		if (!rest.p)
			break;
		map_put(&c->allowed, arena_str(&l->arena, str_cut(&rest, '\'')), c);
	}
}

static struct str own_text(struct loader *l, const char *query, struct str name)
{
	struct db_stmt *s = db_must_prepare(l->db, query);
	db_bind_text(s, 0, name);
	struct str text = {0};
	if (db_step(s, l->d) == 1)
		text = arena_str(&l->arena, db_text(s, 0));
	db_finish(s);
	return text;
}

static void read_columns(struct loader *l, struct table *t)
{
	struct str sql = own_text(l, "SELECT sql FROM sqlite_schema WHERE name = ?", t->name);
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT name, type, \"notnull\" OR pk, dflt_value, hidden"
		       " FROM pragma_table_xinfo(?)");
	size_t cap = 0;
	db_bind_text(s, 0, t->name);
	while (db_step(s, l->d) == 1) {
		t->columns = arena_grow(&l->arena, t->columns, t->count, &cap, sizeof *t->columns);
		struct column *c = &t->columns[t->count++];
		*c = (struct column){
			.name = arena_str(&l->arena, db_text(s, 0)),
			.domain = cell_domain_of(db_text(s, 1)),
		};
		if (!db_is_null(s, 3))
			c->fallback = arena_str(&l->arena, db_text(s, 3));
		c->generated = db_int(s, 4) != 0;
		c->ours = c->generated || str_eqz(c->name, "source_id") ||
		          str_eqz(c->name, "source_line");
		c->required = db_int(s, 2) && !c->fallback.p && !c->ours;
		find_allowed(l, sql, c);
	}
	db_finish(s);
	for (size_t i = 0; i < t->count; i++)
		map_put(&t->by_name, t->columns[i].name, &t->columns[i]);
}

static void read_keys(struct loader *l, struct table *t)
{
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT (SELECT group_concat(name) FROM pragma_index_info(i.name))"
		       " FROM pragma_index_list(?) i WHERE i.\"unique\" ORDER BY i.seq");
	size_t cap = 0;
	db_bind_text(s, 0, t->name);
	while (db_step(s, l->d) == 1) {
		t->keys = arena_grow(&l->arena, t->keys, t->key_count, &cap, sizeof *t->keys);
		t->keys[t->key_count++] = arena_str(&l->arena, db_text(s, 0));
	}
	db_finish(s);
}

static void put_replaced(struct buf *out, struct str s, struct str old, const char *new)
{
	for (;;) {
		size_t at = str_find(s, old, 0);
		buf_put(out, str_slice(s, 0, at));
		if (at == s.n)
			return;
		buf_putz(out, new);
		s = str_slice(s, at + old.n, s.n);
	}
}

/* The trigger that refuses crossing intervals holds the query for the row they cross:
 *
 *     ... WHERE EXISTS (SELECT 1 FROM posting p WHERE ... NEW.code ...);
 *
 * What is in the EXISTS, with NEW.x as the parameter :x, finds its line. */
static void read_overlap(struct loader *l, struct table *t)
{
	struct str sql = own_text(
		l, "SELECT sql FROM sqlite_schema"
		   " WHERE type = 'trigger' AND name = ? || '_overlap'", t->name);
	if (!sql.p)
		return;
	struct str head = STR("EXISTS (");
	size_t from = str_find(sql, head, 0) + head.n, to = sql.n;
	while (to > from && sql.p[to - 1] != ')')
		to--;
	struct buf named = {0}, query = {0};
	put_replaced(&named, str_slice(sql, from, to - 1), STR("NEW."), ":");
	put_replaced(&query, buf_str(&named), STR("SELECT 1 FROM"),
	             "SELECT (SELECT path FROM source s WHERE s.id = p.source_id)"
	             " || ':' || p.source_line FROM");
	t->overlap = arena_str(&l->arena, buf_str(&query));
	buf_release(&named);
	buf_release(&query);
}

void table_open(struct loader *l, struct table *t, struct str name)
{
	*t = (struct table){.name = arena_str(&l->arena, name), .by_name = {.arena = &l->arena}};
	read_columns(l, t);
	read_keys(l, t);
	read_overlap(l, t);
}

void table_close(struct table *t)
{
	db_finish(t->insert);
	t->insert = NULL;
}

static struct str kept(struct arena *a, struct buf *b)
{
	struct str text = arena_str(a, buf_str(b));
	buf_release(b);
	return text;
}

struct str table_column_list(struct loader *l, const struct table *t)
{
	struct buf out = {0};
	for (size_t i = 0; i < t->count; i++) {
		if (t->columns[i].ours)
			continue;
		buf_putz(&out, out.len ? ", " : "");
		buf_put(&out, t->columns[i].name);
	}
	return kept(&l->row, &out);
}

void table_refuse_column(struct loader *l, const struct table *t, struct str name,
                         struct place at)
{
	struct map names = {.arena = &l->row};
	for (size_t i = 0; i < t->count; i++)
		if (!t->columns[i].ours)
			map_put(&names, t->columns[i].name, l);
	struct str near = map_nearest(&names, name);
	if (near.p)
		diag_add(l->d, DIAG_D010, at, name, near);
	else
		diag_add(l->d, DIAG_D011, at, name, table_column_list(l, t));
}

/* "?2", or "coalesce(?2, 1)" for a column with a default. */
static void put_value(struct buf *sql, const struct column *c, size_t number)
{
	if (c->fallback.p)
		buf_printf(sql, "coalesce(?%zu, %.*s)", number, STR_ARG(c->fallback));
	else
		buf_printf(sql, "?%zu", number);
}

/* INSERT INTO t(a, b, source_id, source_line) VALUES (?1, coalesce(?2, 1), ?3, ?4): the
 * parameter's number is that of the column. */
static void prepare_insert(struct loader *l, struct table *t)
{
	struct buf sql = {0}, values = {0};
	buf_printf(&sql, "INSERT INTO %.*s(", STR_ARG(t->name));
	for (size_t i = 0; i < t->count; i++) {
		const struct column *c = &t->columns[i];
		if (c->generated)
			continue;
		buf_printf(&sql, "%s\"%.*s\"", values.len ? ", " : "", STR_ARG(c->name));
		buf_putz(&values, values.len ? ", " : "");
		put_value(&values, c, i + 1);
	}
	buf_printf(&sql, ") VALUES (%s)", values.p);
	t->insert = db_must_prepare(l->db, sql.p);
	buf_release(&sql);
	buf_release(&values);
}

static void bind_cell(struct db_stmt *s, int i, const struct cell *c)
{
	if (c->is_int)
		db_bind_int(s, i, c->number);
	else
		db_bind_text(s, i, c->text);
}

static struct column *find_column(const struct table *t, struct str name)
{
	return map_get(&t->by_name, name);
}

/* "data/fees.csv:12" of the row with the same values in the columns of `key`. */
static struct str find_same(struct loader *l, const struct table *t, struct str key,
                            const struct cell *cells)
{
	struct buf sql = {0};
	buf_printf(&sql, "SELECT s.path || ':' || t.source_line FROM %.*s t"
	           " JOIN source s ON s.id = t.source_id WHERE 1", STR_ARG(t->name));
	for (struct str rest = key; rest.p;) {
		const struct column *c = find_column(t, str_cut(&rest, ','));
		size_t number = (size_t)(c - t->columns) + 1;
		buf_printf(&sql, " AND t.\"%.*s\" IS ", STR_ARG(c->name));
		put_value(&sql, c, number);
	}
	struct db_stmt *s = db_must_prepare(l->db, sql.p);
	for (int i = 0; i < db_param_count(s); i++)
		bind_cell(s, i, &cells[i]);
	struct str found = {0};
	if (db_step(s, l->d) == 1)
		found = arena_str(&l->row, db_text(s, 0));
	db_finish(s);
	buf_release(&sql);
	return found;
}

/* The columns of a key that the row gives, as "code, version" and "1.001193, 2". */
static int report_same(struct loader *l, const struct table *t, struct str key,
                       const struct cell *cells, struct str found, struct place at)
{
	struct buf names = {0}, values = {0};
	for (struct str rest = key; rest.p;) {
		const struct column *c = find_column(t, str_cut(&rest, ','));
		struct str value = cells[c - t->columns].text;
		if (!value.p)
			continue;
		buf_printf(&names, "%s%.*s", names.len ? ", " : "", STR_ARG(c->name));
		buf_printf(&values, "%s%.*s", values.len ? ", " : "", STR_ARG(value));
	}
	return diag_add(l->d, DIAG_D031, at, kept(&l->row, &names), kept(&l->row, &values), found);
}

/* True when the row is there already, by any key; that is then reported. */
static bool is_duplicate(struct loader *l, const struct table *t, const struct cell *cells,
                         struct place at)
{
	for (size_t i = t->key_count; i-- > 0;) {
		struct str found = find_same(l, t, t->keys[i], cells);
		if (!found.p)
			continue;
		report_same(l, t, t->keys[i], cells, found, at);
		return true;
	}
	return false;
}

static int report_overlap(struct loader *l, const struct table *t, const struct cell *cells,
                          struct place at)
{
	struct db_stmt *s = db_must_prepare(l->db, t->overlap.p);
	for (int i = 0; i < db_param_count(s); i++)
		bind_cell(s, i, &cells[find_column(t, db_param_name(s, i)) - t->columns]);
	struct str found = STR("?");
	if (db_step(s, l->d) == 1)
		found = arena_str(&l->row, db_text(s, 0));
	db_finish(s);
	return map_has(&t->by_name, STR("time_from")) ? diag_add(l->d, DIAG_D047, at, found)
	                                              : diag_add(l->d, DIAG_D032, at, found);
}

/* The conditions of the schema that have words of their own, by a part of their text. */
static const struct known_check {
	const char *part;
	enum diag_id id;
	const char *a, *b;
} known_checks[] = {
	{"none_reason IS NOT NULL", DIAG_D035, NULL, NULL},
	{"valid_from < valid_to", DIAG_D036, "valid_from", "valid_to"},
	{"posted_from < posted_to", DIAG_D036, "posted_from", "posted_to"},
	{"time_from < time_to", DIAG_D036, "time_from", "time_to"},
	{"from_vnd < to_vnd", DIAG_D036, "from_vnd", "to_vnd"},
	{"time_limit_unit IS NOT NULL", DIAG_D038, NULL, NULL},
	{"level <> 'HUYEN'", DIAG_D039, NULL, NULL},
	{"number IS NOT NULL OR title IS NOT NULL", DIAG_D044, NULL, NULL},
};

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || c == '_';
}

/* The only column that a condition names, or NULL when it names several. */
static const struct column *only_column(const struct table *t, struct str check)
{
	const struct column *only = NULL;
	for (size_t i = 0; i < check.n;) {
		size_t from = i;
		while (i < check.n && is_word_byte(check.p[i]))
			i++;
		const struct column *c = find_column(t, str_slice(check, from, i));
		if (c && only && c != only)
			return NULL;
		only = c ? c : only;
		i += i == from;
	}
	return only;
}

static int report_check(struct loader *l, const struct table *t, struct str check,
                        const struct cell *cells, struct place at)
{
	for (size_t i = 0; i < countof(known_checks); i++) {
		const struct known_check *k = &known_checks[i];
		if (str_find(check, str_from(k->part), 0) < check.n)
			return diag_add(l->d, k->id, at, str_from(k->a), str_from(k->b));
	}
	const struct column *c = only_column(t, check);
	if (!c)
		return diag_add(l->d, DIAG_D034, at, check);
	struct str value = cells[c - t->columns].text;
	if (str_ends(check, STR(" >= 0")) && str_starts(value, STR("-")))
		return diag_add(l->d, DIAG_D046, at, c->name, value);
	if (str_find(check, STR("NOT GLOB '*[^A-Za-z"), 0) < check.n)
		return diag_add(l->d, DIAG_D037, at, c->name, value);
	return diag_add(l->d, DIAG_D045, at, c->name, value, check);
}

/* `broken` is SQLite's text of the constraint. */
static int explain(struct loader *l, const struct table *t, struct str broken,
                   const struct cell *cells, struct place at)
{
	struct str check = STR("CHECK constraint failed: ");
	if (str_starts(broken, check))
		return report_check(l, t, str_slice(broken, check.n, broken.n), cells, at);
	if (is_duplicate(l, t, cells, at))
		return -1;
	if (str_eqz(broken, "overlap"))
		return report_overlap(l, t, cells, at);
	return diag_add(l->d, DIAG_D034, at, broken);
}

int table_insert(struct loader *l, struct table *t, const struct cell *cells, int64_t source_id,
                 struct place at)
{
	if (!t->insert)
		prepare_insert(l, t);
	for (size_t i = 0; i < t->count; i++) {
		const struct column *c = &t->columns[i];
		if (!c->ours)
			bind_cell(t->insert, (int)i, &cells[i]);
		else if (str_eqz(c->name, "source_id"))
			db_bind_int(t->insert, (int)i, source_id);
		else if (str_eqz(c->name, "source_line"))
			db_bind_int(t->insert, (int)i, at.line);
	}
	struct str broken;
	if (db_run(t->insert, &l->row, &broken, l->d) == 0)
		return 0;
	return broken.p ? explain(l, t, broken, cells, at) : -1;
}

static struct str allowed_list(struct loader *l, const struct column *c)
{
	struct buf out = {0};
	for (size_t i = 0; i < c->allowed.count; i++)
		buf_printf(&out, "%s%.*s", i ? ", " : "", STR_ARG(c->allowed.entries[i].key));
	return kept(&l->row, &out);
}

int table_read_cell(struct loader *l, const struct column *c, struct str raw, struct place at,
                    struct cell *out)
{
	if (cell_read(&l->row, c->domain, raw, c->name, at, out, l->d) < 0)
		return -1;
	if (!out->text.p || c->allowed.count == 0 || map_has(&c->allowed, out->text))
		return 0;
	return diag_add(l->d, DIAG_D029, at, c->name, out->text, allowed_list(l, c));
}

/* What stands in the other table in place of `value`, if a spreadsheet program has made a number of
 * one of the two. */
static struct str find_damaged(struct loader *l, const struct table *parent, struct str column,
                               struct str value)
{
	struct str found = {0};
	if (!value.n || value.p[0] < '0' || value.p[0] > '9')
		return found;
	struct str sql = arena_printf(&l->row, "SELECT DISTINCT \"%.*s\" FROM %.*s ORDER BY 1",
	                              STR_ARG(column), STR_ARG(parent->name));
	struct db_stmt *s = db_must_prepare(l->db, sql.p);
	while (!found.p && db_step(s, l->d) == 1)
		if (damage_is_same(value, db_text(s, 0)))
			found = arena_str(&l->row, db_text(s, 0));
	db_finish(s);
	return found;
}

/* A row of `PRAGMA foreign_key_check`: its columns of the key, their values, its place. */
static void report_reference(struct loader *l, struct str table, int64_t row, int64_t key,
                             const struct table *parent)
{
	struct str columns = {0}, aim = {0};
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT group_concat('\"' || \"from\" || '\"', ' || '', '' || ')"
		       " || ', ''' || group_concat(\"from\", ', ') || '''' || ', t.\"'"
		       " || max(iif(seq = 0, \"from\", '')) || '\"', max(aim) FROM"
		       " (SELECT seq, \"from\", iif(seq = 0, coalesce(\"to\", (SELECT name"
		       " FROM pragma_table_xinfo(f.\"table\") WHERE pk = 1)), '') AS aim"
		       " FROM pragma_foreign_key_list(?) f WHERE id = ? ORDER BY seq)");
	db_bind_text(s, 0, table);
	db_bind_int(s, 1, key);
	if (db_step(s, l->d) == 1) {
		columns = arena_str(&l->row, db_text(s, 0));
		aim = arena_str(&l->row, db_text(s, 1));
	}
	db_finish(s);
	struct str sql = arena_printf(
		&l->row, "SELECT path, source_line, %.*s FROM %.*s t"
		         " JOIN source s ON s.id = t.source_id WHERE t.rowid = ?",
		STR_ARG(columns), STR_ARG(table));
	s = db_must_prepare(l->db, sql.p);
	db_bind_int(s, 0, row);
	if (db_step(s, l->d) == 1) {
		struct place at = {.file = db_text(s, 0), .line = (int)db_int(s, 1)};
		struct str other = find_damaged(l, parent, aim, db_text(s, 4));
		if (other.p)
			diag_add(l->d, DIAG_D052, at, db_text(s, 3), db_text(s, 2), parent->file,
			         other);
		else
			diag_add(l->d, DIAG_D033, at, db_text(s, 3), db_text(s, 2), parent->file);
	}
	db_finish(s);
}

static const struct table *table_named(const struct loader *l, struct str name)
{
	for (size_t i = 0; i < l->table_count; i++)
		if (str_eq(l->tables[i].name, name))
			return &l->tables[i];
	return NULL;
}

void table_check_references(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(l->db, "PRAGMA foreign_key_check");
	for (int shown = 0; shown < LIMIT_MESSAGES && db_step(s, l->d) == 1;) {
		const struct table *parent = table_named(l, db_text(s, 2));
		/* Rows that a mistake kept out would all be missed here again. */
		if (!parent || parent->broken)
			continue;
		report_reference(l, db_text(s, 0), db_int(s, 1), db_int(s, 3), parent);
		arena_reset(&l->row);
		shown++;
	}
	db_finish(s);
}
