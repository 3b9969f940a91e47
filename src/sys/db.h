/* SPDX-License-Identifier: MIT
 *
 * db - the door to SQLite: connections, statements, rows as views, functions
 *
 * Owns     a connection owns its statements' memory, yet each statement is closed by
 *          the one who prepared it, before the connection
 * Lives    text of a row: until the next db_step, db_reset or db_finish of its statement
 * Fails    -1 and a message (R001 to R004) in the struct diag given; what SQLite says is
 *          part of the message
 * Threads  a connection and all its statements belong to one thread at a time
 */
#ifndef NIEMYET_SYS_DB_H
#define NIEMYET_SYS_DB_H

#include "base/diag.h"

struct db;
struct db_stmt;

enum db_mode {
	DB_WRITE, /* made when it is not there; rollback journal, foreign keys on */
	DB_READ,  /* the file must exist */
};
enum db_type { DB_NULL, DB_INT, DB_REAL, DB_TEXT };

/* Before the first db_open, while there is one thread. From here on SQLite has no clock: 'now'
 * is NULL. */
void db_global_init(void);

must_use int db_open(struct db **out, const char *path, enum db_mode mode, struct diag *d);
void db_close(struct db *db); /* NULL is allowed */

/* Runs fn(user) in db_close, before the connection goes: for what functions and collations
 * rest on. The last one added runs first. */
void db_on_close(struct db *db, void (*fn)(void *user), void *user);

/* Its tables can be read beside the connection's own, as those of `name` where both have one
 * of a name. Before db_guard. */
must_use int db_attach(struct db *db, const char *path, const char *name, struct diag *d);

/* An empty connection beside which the tables and views of somebody's file can be read as those of
 * `name`: never written to, no file made beside it, nothing in its schema believed. The file may
 * not change meanwhile, and what stands in a journal beside it is not seen. What is wrong with it
 * is I067, then and later. `path` is borrowed. */
must_use int db_open_foreign(struct db **out, const char *path, const char *name, struct diag *d);

/* Everything prepared from here on may only read tables and call functions, but for those that
 * say another thing each time (random(), CURRENT_DATE). A statement that takes more than `steps`
 * virtual machine steps between two rows is stopped (R002). From the first row read until
 * db_close nobody can write the file. */
void db_guard(struct db *db, int64_t steps);
bool db_is_guarded(const struct db *db);

/* For a view that many statements will read: its rows of now stand, until the connection
 * is closed, in a table of that name, which what is prepared from here on finds first. On a
 * guarded connection; what is much goes into a nameless file of SQLite's. */
must_use int db_keep_view(struct db *db, const char *view, struct diag *d);

/* From here on "x" is the name of a column and nothing else; by itself SQLite takes it for a
 * text where there is no such column. */
void db_quotes_are_names(struct db *db);

/* The steps of a statement that is read to its end count over all its rows, not between two:
 * so the guard also stops one whose rows never end. Before its first db_step. */
void db_count_all_steps(struct db_stmt *s);

/* Runs one or more statements without parameters. */
must_use int db_exec(struct db *db, const char *sql, struct diag *d);

/* One statement. `at` is where its text begins, for messages. A second statement in the
 * text is an error. */
must_use int db_prepare(struct db *db, struct str sql, struct place at, struct db_stmt **out,
                        struct diag *d);
/* For statements of our own that are known to be right: asserts instead of reporting. */
struct db_stmt *db_must_prepare(struct db *db, const char *sql);
void db_finish(struct db_stmt *s); /* NULL is allowed */

/* Parameters count from 0; names come without their colon. Bound text is borrowed until
 * the next db_reset; pass an absent text for NULL. */
int db_param_count(const struct db_stmt *s);
struct str db_param_name(const struct db_stmt *s, int i);
void db_bind_text(struct db_stmt *s, int i, struct str value);
void db_bind_int(struct db_stmt *s, int i, int64_t value);
void db_bind_real(struct db_stmt *s, int i, double value);
void db_bind_null(struct db_stmt *s, int i);
/* Column `col` of the row that `from` stands on, with its type; text is copied. */
void db_bind_column(struct db_stmt *s, int i, const struct db_stmt *from, int col);

/* 1 there is a row, 0 no more, -1 error (recorded). The steps of a statement run by a
 * function of another one count for that one. */
must_use int db_step(struct db_stmt *s, struct diag *d);
void db_reset(struct db_stmt *s); /* also forgets what was bound */
/* A statement without rows, from its bound values: step and reset. -1 on error; when the
 * error is a broken constraint and `broken` is not NULL, nothing is recorded and *broken
 * becomes SQLite's text (in the arena); otherwise *broken is absent. */
must_use int db_run(struct db_stmt *s, struct arena *a, struct str *broken, struct diag *d);

int db_column_count(const struct db_stmt *s);
struct str db_column_name(const struct db_stmt *s, int i);
enum db_type db_column_type(const struct db_stmt *s, int i); /* of the current row */
struct str db_text(const struct db_stmt *s, int i);          /* absent for NULL */
int64_t db_int(const struct db_stmt *s, int i);              /* 0 for NULL */
double db_real(const struct db_stmt *s, int i);              /* 0 for NULL */
bool db_is_null(const struct db_stmt *s, int i);

/* One value by one statement of ours: `sql` with its parameters bound as text, in order
 * (absent ends the list early); the first column of the first row, or `none`. */
int64_t db_int_of(struct db *db, const char *sql, int64_t none);

/* The file's change counter: moves when anyone else writes (PRAGMA data_version). Of DB_WRITE. */
int64_t db_data_version(struct db *db);
int64_t db_last_id(struct db *db);

/* SQL functions. The callback reads its arguments and sets one result; without one the
 * result is NULL. */
struct db_call;
typedef void (*db_fn)(struct db_call *call);
enum db_arity { DB_ANY_ARGS = -1 };
/* `args` is the number of arguments. A `pure` function depends on nothing but them and
 * `user`, which must outlive the connection. */
void db_add_function(struct db *db, const char *name, int args, bool pure, db_fn fn, void *user);

/* An aggregate: `step` sees the rows of a group one by one, then `final` sets the result; it
 * is not called for a group without rows, whose result is NULL. Both find the group's state,
 * `size` bytes of zeros at first, by db_call_state. `release` frees what the state holds: once
 * for each group, after `final`, and also when the query fails or is stopped midway. */
struct db_aggregate {
	size_t size;
	db_fn step, final;
	void (*release)(void *state);
};
void db_add_aggregate(struct db *db, const char *name, int args, const struct db_aggregate *a,
                      void *user);

void *db_call_state(struct db_call *c); /* of an aggregate only */
void *db_call_user(struct db_call *c);
int db_call_count(const struct db_call *c);
enum db_type db_call_type(const struct db_call *c, int i);
struct str db_call_text(const struct db_call *c, int i); /* absent for NULL; borrowed */
int64_t db_call_int(const struct db_call *c, int i);
double db_call_real(const struct db_call *c, int i);
/* What a function has made of argument `i`: kept for the statement's next rows while that
 * argument is the same text in the query itself; NULL when there is nothing. db_call_keep
 * takes `p` over and may release it at once. */
void *db_call_kept(struct db_call *c, int i);
void db_call_keep(struct db_call *c, int i, void *p, void (*release)(void *));
void db_result_text(struct db_call *c, struct str s);    /* copied */
void db_result_int(struct db_call *c, int64_t n);
void db_result_error(struct db_call *c, const char *message);

/* A collation: <0, 0, >0. */
typedef int (*db_collate_fn)(void *user, struct str a, struct str b);
void db_add_collation(struct db *db, const char *name, db_collate_fn fn, void *user);

#endif
