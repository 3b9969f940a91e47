/* SPDX-License-Identifier: MIT
 * db - the door to SQLite */
#include "sys/db.h"

#include <assert.h>
#include <sqlite3.h>
#include <string.h>

struct on_close {
	void (*fn)(void *user);
	void *user;
	struct on_close *next;
};

struct db {
	sqlite3 *lite;
	int64_t step_limit; /* virtual machine steps, 0 is none */
	int64_t steps;      /* of the outermost statement, in units of STEP_UNIT */
	int depth;          /* of db_step inside db_step: a function that runs a statement */
	struct on_close *on_close;
	const char *foreign; /* somebody's file, which may be anything; else NULL */
};

struct db_stmt {
	sqlite3_stmt *lite;
	struct db *db;
	struct place at;
	bool counts_all; /* its steps are those of all its rows, not since the last one */
	int64_t steps;
};

struct db_call {
	sqlite3_context *lite;
	int count;
	sqlite3_value **values;
	void *state; /* of an aggregate's group */
};

enum { STEP_UNIT = 100000 };

static int tell_no_time(sqlite3_vfs *system, sqlite3_int64 *time)
{
	(void)system, (void)time;
	return SQLITE_ERROR;
}

/* SQLite without a clock: date('now') is NULL, as two builds of one data have the same bytes. */
static void stop_clock(void)
{
	sqlite3_vfs *system = sqlite3_vfs_find(NULL);
	sqlite3_vfs *timeless = sqlite3_malloc(sizeof *timeless);
	if (!timeless)
		return;
	*timeless = *system;
	timeless->zName = "timeless";
	timeless->xCurrentTimeInt64 = tell_no_time;
	sqlite3_vfs_register(timeless, true);
}

void db_global_init(void)
{
	/* The lock around the memory statistics is shared by all connections. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_initialize();
	stop_clock();
}

static struct str message_of(struct db *db)
{
	return str_from(sqlite3_errmsg(db->lite));
}

int db_open(struct db **out, const char *path, enum db_mode mode, struct diag *d)
{
	struct db *db = mem_resize(NULL, sizeof *db);
	*db = (struct db){0};
	int flags =
	    mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	int status = sqlite3_open_v2(path, &db->lite, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (status == SQLITE_OK && mode == DB_WRITE)
		status = sqlite3_exec(db->lite,
		                      "PRAGMA journal_mode=DELETE; PRAGMA foreign_keys=ON;"
		                      "PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;",
		                      NULL, NULL, NULL);
	if (status == SQLITE_OK && mode == DB_READ)
		status = sqlite3_exec(db->lite,
		                      "PRAGMA query_only=ON; PRAGMA cache_size=-16000;", NULL,
		                      NULL, NULL);
	if (status != SQLITE_OK) {
		diag_add(d, DIAG_R004, NOWHERE, str_from(path), message_of(db));
		db_close(db);
		return -1;
	}
	*out = db;
	return 0;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	while (db->on_close) {
		struct on_close *first = db->on_close;
		db->on_close = first->next;
		first->fn(first->user);
		mem_free(first);
	}
	int status = sqlite3_close(db->lite);
	assert(status == SQLITE_OK && "a statement is still open");
	(void)status;
	mem_free(db);
}

void db_on_close(struct db *db, void (*fn)(void *user), void *user)
{
	struct on_close *first = mem_resize(NULL, sizeof *first);
	*first = (struct on_close){fn, user, db->on_close};
	db->on_close = first;
}

/* Called by SQLite every STEP_UNIT virtual machine steps; non-zero stops the statement. */
static int count_steps(void *user)
{
	struct db *db = user;
	db->steps += STEP_UNIT;
	return db->step_limit && db->steps > db->step_limit;
}

/* What reaches out of the data, or says another thing each time. */
static bool is_refused(const char *function)
{
	static const char *const refused[] = {"load_extension", "fts3_tokenizer",
	                                      "random",         "randomblob",
	                                      "current_date",   "current_time",
	                                      "current_timestamp"};
	for (size_t i = 0; i < countof(refused); i++)
		if (sqlite3_stricmp(function, refused[i]) == 0)
			return true;
	return false;
}

static int allow_reading(void *user, int action, const char *a, const char *b, const char *c,
                         const char *e)
{
	(void)user, (void)a, (void)c, (void)e;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return is_refused(b) ? SQLITE_DENY : SQLITE_OK;
	default:
		return SQLITE_DENY;
	}
}

void db_guard(struct db *db, int64_t steps)
{
	/* Table functions come into being at their first use, by what looks like writing. */
	sqlite3_exec(db->lite, "SELECT 1 FROM json_each('[]'), json_tree('[]')", NULL, NULL, NULL);
	/* One transaction until db_close: otherwise each statement locks the file, looks for a
	 * journal beside it and reads the change counter, a fifth of a build. */
	sqlite3_exec(db->lite, "BEGIN", NULL, NULL, NULL);
	db->step_limit = steps;
	sqlite3_progress_handler(db->lite, STEP_UNIT, count_steps, db);
	sqlite3_set_authorizer(db->lite, allow_reading, NULL);
	if (sqlite3_limit(db->lite, SQLITE_LIMIT_LENGTH, -1) > LIMIT_PAGE * 64)
		sqlite3_limit(db->lite, SQLITE_LIMIT_LENGTH, LIMIT_PAGE * 64);
	sqlite3_limit(db->lite, SQLITE_LIMIT_SQL_LENGTH, LIMIT_CONFIG);
	sqlite3_limit(db->lite, SQLITE_LIMIT_ATTACHED, 0);
}

bool db_is_guarded(const struct db *db)
{
	return db->step_limit > 0;
}

int db_keep_view(struct db *db, const char *view, struct diag *d)
{
	assert(db_is_guarded(db));
	char *sql = sqlite3_mprintf("PRAGMA query_only=OFF; CREATE TEMP TABLE IF NOT EXISTS \"%w\""
	                            " AS SELECT * FROM main.\"%w\"",
	                            view, view);
	sqlite3_set_authorizer(db->lite, NULL, NULL);
	db->steps = 0;
	int status = db_exec(db, sql, d);
	sqlite3_exec(db->lite, "PRAGMA query_only=ON", NULL, NULL, NULL);
	sqlite3_set_authorizer(db->lite, allow_reading, NULL);
	sqlite3_free(sql);
	return status;
}

void db_quotes_are_names(struct db *db)
{
	sqlite3_db_config(db->lite, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
}

void db_count_all_steps(struct db_stmt *s)
{
	s->counts_all = true;
}

static struct str file_of(struct db *db)
{
	struct str name = str_from(sqlite3_db_filename(db->lite, "main"));
	return name.n ? name : STR("SQLite");
}

/* Told once, though every row after the first fails as well. */
static int disk_failed(struct db *db, struct diag *d)
{
	const char *id = diag_catalogue[DIAG_P002].id;
	if (d->count && str_eqz(d->messages[d->count - 1].id, id))
		return -1;
	return diag_add(d, DIAG_P002, NOWHERE, file_of(db), message_of(db));
}

static int report(struct db *db, int status, struct place at, struct diag *d)
{
	if (status == SQLITE_INTERRUPT)
		return diag_add(d, DIAG_R002, at);
	if (status == SQLITE_AUTH)
		return diag_add(d, DIAG_R003, at, message_of(db));
	int kind = status & 0xFF;
	if (db->foreign && kind != SQLITE_ERROR && kind != SQLITE_TOOBIG && kind != SQLITE_FULL)
		return diag_add(d, DIAG_I067, ((struct place){.file = str_from(db->foreign)}),
		                message_of(db));
	switch (kind) { /* without the details of the extended codes */
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		return disk_failed(db, d);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return diag_add(d, DIAG_R004, NOWHERE, file_of(db), message_of(db));
	}
	return diag_add(d, DIAG_R001, at, message_of(db));
}

int db_exec(struct db *db, const char *sql, struct diag *d)
{
	int status = sqlite3_exec(db->lite, sql, NULL, NULL, NULL);
	return status == SQLITE_OK ? 0 : report(db, status, NOWHERE, d);
}

/* The line on which SQLite found the mistake, counted from the statement's first. */
static int line_of_error(struct db *db, struct str sql)
{
	int offset = sqlite3_error_offset(db->lite);
	int line = 0;
	for (int i = 0; i < offset && (size_t)i < sql.n; i++)
		line += sql.p[i] == '\n';
	return line;
}

/* "file:a%3Fb?immutable=1": what a path and an address write differently. */
static struct str address_of(struct arena *a, const char *path)
{
	struct buf out = {0};
	buf_putz(&out, "file:");
	for (; *path; path++)
		buf_printf(&out, strchr("%?#", *path) ? "%%%02X" : "%c", (unsigned char)*path);
	buf_putz(&out, "?mode=ro&immutable=1");
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

int db_open_foreign(struct db **out, const char *path, const char *name, struct diag *d)
{
	struct db *db = mem_resize(NULL, sizeof *db);
	struct arena a = {0};
	*db = (struct db){.foreign = path};
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
	int status = sqlite3_open_v2("", &db->lite, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (status == SQLITE_OK) {
		sqlite3_db_config(db->lite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
		sqlite3_db_config(db->lite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
		sqlite3_db_config(db->lite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		sqlite3_limit(db->lite, SQLITE_LIMIT_LENGTH, LIMIT_FOREIGN_VALUE);
		status = sqlite3_exec(db->lite,
		                      "PRAGMA cell_size_check=ON; PRAGMA cache_size=-16000",
		                      NULL, NULL, NULL);
	}
	if (status != SQLITE_OK)
		diag_add(d, DIAG_R004, NOWHERE, str_from(path), message_of(db));
	if (status == SQLITE_OK && db_attach(db, address_of(&a, path).p, name, d) < 0)
		status = SQLITE_ERROR;
	arena_release(&a);
	if (status != SQLITE_OK) {
		db_close(db);
		return -1;
	}
	*out = db;
	return 0;
}

int db_attach(struct db *db, const char *path, const char *name, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(db, "ATTACH ?1 AS ?2");
	db_bind_text(s, 0, str_from(path));
	db_bind_text(s, 1, str_from(name));
	int status = db_run(s, NULL, NULL, d);
	db_finish(s);
	if (status == 0) { /* by itself it gets an eighth of what the first one has */
		char *cache = sqlite3_mprintf("PRAGMA \"%w\".cache_size=-16000", name);
		status = db_exec(db, cache, d);
		sqlite3_free(cache);
	}
	return status;
}

int db_prepare(struct db *db, struct str sql, struct place at, struct db_stmt **out, struct diag *d)
{
	sqlite3_stmt *lite = NULL;
	const char *tail = NULL;
	int status = sqlite3_prepare_v3(db->lite, sql.p, (int)sql.n, SQLITE_PREPARE_PERSISTENT,
	                                &lite, &tail);
	if (status != SQLITE_OK) {
		if (at.line)
			at.line += line_of_error(db, sql);
		return report(db, status, at, d);
	}
	struct str rest = str_slice(sql, (size_t)(tail - sql.p), sql.n);
	sqlite3_stmt *second = NULL;
	if (lite && !str_blank(rest) &&
	    (sqlite3_prepare_v2(db->lite, rest.p, (int)rest.n, &second, NULL) != SQLITE_OK ||
	     second)) {
		sqlite3_finalize(second);
		sqlite3_finalize(lite);
		return diag_add(d, DIAG_R001, at, STR("more than one statement"));
	}
	if (!lite)
		return diag_add(d, DIAG_R001, at, STR("empty statement"));
	if (db_is_guarded(db) && !sqlite3_stmt_readonly(lite)) { /* VACUUM asks nobody */
		sqlite3_finalize(lite);
		return diag_add(d, DIAG_R003, at, STR("not authorized"));
	}
	struct db_stmt *s = mem_resize(NULL, sizeof *s);
	*s = (struct db_stmt){.lite = lite, .db = db, .at = at};
	*out = s;
	return 0;
}

struct db_stmt *db_must_prepare(struct db *db, const char *sql)
{
	struct diag d = {0};
	struct db_stmt *s = NULL;
	if (db_prepare(db, str_from(sql), NOWHERE, &s, &d) < 0)
		diag_print(&d, stderr, DIAG_TEXT, false);
	assert(s && "a statement of ours must be right");
	diag_release(&d);
	return s;
}

void db_finish(struct db_stmt *s)
{
	if (!s)
		return;
	sqlite3_finalize(s->lite);
	mem_free(s);
}

int db_param_count(const struct db_stmt *s)
{
	return sqlite3_bind_parameter_count(s->lite);
}

struct str db_param_name(const struct db_stmt *s, int i)
{
	const char *name = sqlite3_bind_parameter_name(s->lite, i + 1);
	return name ? str_from(name + 1) : STR("");
}

void db_bind_text(struct db_stmt *s, int i, struct str value)
{
	if (!value.p)
		sqlite3_bind_null(s->lite, i + 1);
	else
		sqlite3_bind_text64(s->lite, i + 1, value.p, value.n, SQLITE_STATIC, SQLITE_UTF8);
}

void db_bind_int(struct db_stmt *s, int i, int64_t value)
{
	sqlite3_bind_int64(s->lite, i + 1, value);
}

void db_bind_real(struct db_stmt *s, int i, double value)
{
	sqlite3_bind_double(s->lite, i + 1, value);
}

void db_bind_null(struct db_stmt *s, int i)
{
	sqlite3_bind_null(s->lite, i + 1);
}

void db_bind_column(struct db_stmt *s, int i, const struct db_stmt *from, int col)
{
	sqlite3_bind_value(s->lite, i + 1, sqlite3_column_value(from->lite, col));
}

int db_step(struct db_stmt *s, struct diag *d)
{
	if (s->db->depth++ == 0)
		s->db->steps = s->counts_all ? s->steps : 0;
	int status = sqlite3_step(s->lite);
	if (--s->db->depth == 0)
		s->steps = s->db->steps;
	if (status == SQLITE_ROW)
		return 1;
	return status == SQLITE_DONE ? 0 : report(s->db, status, s->at, d);
}

void db_reset(struct db_stmt *s)
{
	sqlite3_reset(s->lite);
	sqlite3_clear_bindings(s->lite);
}

int db_run(struct db_stmt *s, struct arena *a, struct str *broken, struct diag *d)
{
	if (broken)
		*broken = (struct str){0};
	int status = sqlite3_step(s->lite);
	int result = 0;
	if ((status & 0xff) == SQLITE_CONSTRAINT && broken) {
		*broken = arena_str(a, message_of(s->db));
		result = -1;
	} else if (status != SQLITE_DONE && status != SQLITE_ROW) {
		result = report(s->db, status, s->at, d);
	}
	db_reset(s);
	return result;
}

int db_column_count(const struct db_stmt *s)
{
	return sqlite3_column_count(s->lite);
}

struct str db_column_name(const struct db_stmt *s, int i)
{
	return str_from(sqlite3_column_name(s->lite, i));
}

static enum db_type type_of(int lite)
{
	switch (lite) {
	case SQLITE_NULL:
		return DB_NULL;
	case SQLITE_INTEGER:
		return DB_INT;
	case SQLITE_FLOAT:
		return DB_REAL;
	default:
		return DB_TEXT;
	}
}

enum db_type db_column_type(const struct db_stmt *s, int i)
{
	return type_of(sqlite3_column_type(s->lite, i));
}

struct str db_text(const struct db_stmt *s, int i)
{
	const unsigned char *p = sqlite3_column_text(s->lite, i);
	return (struct str){(const char *)p, p ? (size_t)sqlite3_column_bytes(s->lite, i) : 0};
}

int64_t db_int(const struct db_stmt *s, int i)
{
	return sqlite3_column_int64(s->lite, i);
}

double db_real(const struct db_stmt *s, int i)
{
	return sqlite3_column_double(s->lite, i);
}

bool db_is_null(const struct db_stmt *s, int i)
{
	return sqlite3_column_type(s->lite, i) == SQLITE_NULL;
}

int64_t db_int_of(struct db *db, const char *sql, int64_t none)
{
	struct db_stmt *s = db_must_prepare(db, sql);
	int64_t value = sqlite3_step(s->lite) == SQLITE_ROW ? db_int(s, 0) : none;
	db_finish(s);
	return value;
}

int64_t db_data_version(struct db *db)
{
	return db_int_of(db, "PRAGMA data_version", 0);
}

int64_t db_last_id(struct db *db)
{
	return sqlite3_last_insert_rowid(db->lite);
}

struct function {
	void *user;
	db_fn fn;                      /* NULL: an aggregate */
	struct db_aggregate aggregate;
};

static void call_function(sqlite3_context *lite, int count, sqlite3_value **values)
{
	struct db_call call = {lite, count, values, NULL};
	const struct function *f = sqlite3_user_data(lite);
	f->fn(&call);
}

void db_add_function(struct db *db, const char *name, int args, bool pure, db_fn fn, void *user)
{
	struct function *f = mem_resize(NULL, sizeof *f);
	*f = (struct function){.user = user, .fn = fn};
	int flags = SQLITE_UTF8 | (pure ? SQLITE_DETERMINISTIC : 0);
	int status = sqlite3_create_function_v2(db->lite, name, args, flags, f, call_function, NULL,
	                                        NULL, mem_free);
	assert(status == SQLITE_OK);
	(void)status;
}

static void call_step(sqlite3_context *lite, int count, sqlite3_value **values)
{
	const struct function *f = sqlite3_user_data(lite);
	void **state = sqlite3_aggregate_context(lite, sizeof *state);
	if (!state) {
		sqlite3_result_error_nomem(lite);
		return;
	}
	if (!*state)
		*state = memset(mem_resize(NULL, f->aggregate.size), 0, f->aggregate.size);
	struct db_call call = {lite, count, values, *state};
	f->aggregate.step(&call);
}

/* SQLite calls this for every group that had a row, whatever became of the query. */
static void call_final(sqlite3_context *lite)
{
	const struct function *f = sqlite3_user_data(lite);
	void **state = sqlite3_aggregate_context(lite, 0);
	if (!state || !*state)
		return;
	struct db_call call = {lite, 0, NULL, *state};
	f->aggregate.final(&call);
	f->aggregate.release(*state);
	mem_free(*state);
}

void db_add_aggregate(struct db *db, const char *name, int args, const struct db_aggregate *a,
                      void *user)
{
	struct function *f = mem_resize(NULL, sizeof *f);
	*f = (struct function){.user = user, .aggregate = *a};
	int status = sqlite3_create_function_v2(db->lite, name, args, SQLITE_UTF8, f, NULL,
	                                        call_step, call_final, mem_free);
	assert(status == SQLITE_OK);
	(void)status;
}

void *db_call_state(struct db_call *c)
{
	return c->state;
}

void *db_call_user(struct db_call *c)
{
	const struct function *f = sqlite3_user_data(c->lite);
	return f->user;
}

int db_call_count(const struct db_call *c)
{
	return c->count;
}

enum db_type db_call_type(const struct db_call *c, int i)
{
	return type_of(sqlite3_value_type(c->values[i]));
}

struct str db_call_text(const struct db_call *c, int i)
{
	const unsigned char *p = sqlite3_value_text(c->values[i]);
	return (struct str){(const char *)p, p ? (size_t)sqlite3_value_bytes(c->values[i]) : 0};
}

int64_t db_call_int(const struct db_call *c, int i)
{
	return sqlite3_value_int64(c->values[i]);
}

double db_call_real(const struct db_call *c, int i)
{
	return sqlite3_value_double(c->values[i]);
}

void *db_call_kept(struct db_call *c, int i)
{
	return sqlite3_get_auxdata(c->lite, i);
}

void db_call_keep(struct db_call *c, int i, void *p, void (*release)(void *))
{
	sqlite3_set_auxdata(c->lite, i, p, release);
}

void db_result_text(struct db_call *c, struct str s)
{
	if (s.p)
		sqlite3_result_text64(c->lite, s.p, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void db_result_int(struct db_call *c, int64_t n)
{
	sqlite3_result_int64(c->lite, n);
}

void db_result_error(struct db_call *c, const char *message)
{
	sqlite3_result_error(c->lite, message, -1);
}

struct collation {
	db_collate_fn fn;
	void *user;
};

static int call_collation(void *user, int an, const void *a, int bn, const void *b)
{
	const struct collation *c = user;
	return c->fn(c->user, (struct str){a, (size_t)an}, (struct str){b, (size_t)bn});
}

void db_add_collation(struct db *db, const char *name, db_collate_fn fn, void *user)
{
	struct collation *c = mem_resize(NULL, sizeof *c);
	*c = (struct collation){fn, user};
	sqlite3_create_collation_v2(db->lite, name, SQLITE_UTF8, c, call_collation, mem_free);
}
