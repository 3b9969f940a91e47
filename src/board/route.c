/* SPDX-License-Identifier: MIT
 * route - a .sql file of named queries, and what their rows give */
#include "board/route.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct query_file *file;
	size_t cap;
	int errors;
};

static bool is_name(struct str s)
{
	if (!s.n || s.n > LIMIT_NAME || s.p[0] < 'a' || s.p[0] > 'z')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
			return false;
	}
	return true;
}

/* "-- name: x": true and the rest of the line. */
static bool is_heading(struct str line, struct str *name)
{
	struct str rest = str_trim(line);
	if (!str_starts(rest, STR("--")))
		return false;
	rest = str_trim(str_slice(rest, 2, rest.n));
	if (!str_starts(rest, STR("name:")))
		return false;
	*name = str_trim(str_slice(rest, 5, rest.n));
	return true;
}

static void begin_query(struct reader *r, struct str name, struct place at)
{
	struct query_file *f = r->file;
	const struct query *same = route_find(f, name);
	if (!is_name(name)) {
		r->errors++;
		diag_add(r->diag, DIAG_R006, at, name);
	} else if (same) {
		r->errors++;
		diag_add(r->diag, DIAG_R007, at, name,
		         arena_printf(r->arena, "%d", same->at.line - 1));
	}
	f->queries = arena_grow(r->arena, f->queries, f->count, &r->cap, sizeof *f->queries);
	at.line++;
	f->queries[f->count++] = (struct query){.name = name, .at = at};
}

int route_parse(struct arena *a, struct str file, struct str text, struct query_file **out,
                struct diag *d)
{
	struct query_file *f = arena_new(a, struct query_file);
	f->file = file;
	struct reader r = {a, d, f, 0, 0};
	struct str rest = text, name;
	bool is_lost = false;
	for (int number = 1; rest.p; number++) {
		struct str line = str_cut_line(&rest);
		struct place at = {file, number};
		struct query *q = f->count ? &f->queries[f->count - 1] : NULL;
		if (is_heading(line, &name)) {
			begin_query(&r, name, at);
		} else if (!q && !is_lost && !str_blank(line) &&
		           !str_starts(str_trim(line), STR("--"))) {
			is_lost = true;
			r.errors++;
			diag_add(d, DIAG_R005, at);
		} else if (q) {
			const char *from = q->sql.p ? q->sql.p : line.p;
			q->sql = (struct str){from, (size_t)(line.p + line.n - from)};
		}
	}
	*out = f;
	return r.errors ? -1 : 0;
}

static int describe(struct query *q, struct arena *a, struct db *db, struct diag *d)
{
	struct db_stmt *s = NULL;
	q->is_broken = true;
	if (db_prepare(db, q->sql.p ? q->sql : STR(""), q->at, &s, d) < 0)
		return -1;
	q->column_count = (size_t)db_column_count(s);
	q->param_count = (size_t)db_param_count(s);
	q->columns = arena_array(a, q->column_count, sizeof *q->columns);
	q->params = arena_array(a, q->param_count, sizeof *q->params);
	for (size_t i = 0; i < q->column_count; i++)
		q->columns[i] = arena_str(a, db_column_name(s, (int)i));
	int errors = 0;
	for (size_t i = 0; i < q->param_count; i++) {
		q->params[i] = arena_str(a, db_param_name(s, (int)i));
		if (!is_name(q->params[i]))
			errors += diag_add(d, DIAG_R015, q->at, q->name);
	}
	db_finish(s);
	q->is_broken = errors != 0;
	return errors ? -1 : 0;
}

int route_describe(struct query_file *f, struct arena *a, struct db *db, struct diag *d)
{
	int status = 0;
	for (size_t i = 0; i < f->count; i++) {
		if (describe(&f->queries[i], a, db, d) < 0)
			status = -1;
	}
	return status;
}

const struct query *route_find(const struct query_file *f, struct str name)
{
	for (size_t i = 0; f && i < f->count; i++) {
		if (str_eq(f->queries[i].name, name))
			return &f->queries[i];
	}
	return NULL;
}

int query_column(const struct str *columns, size_t count, struct str name)
{
	int found = NO_COLUMN;
	for (size_t i = 0; i < count; i++) {
		if (!str_eq(columns[i], name))
			continue;
		if (found != NO_COLUMN)
			return TWO_COLUMNS;
		found = (int)i;
	}
	return found;
}
