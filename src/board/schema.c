/* SPDX-License-Identifier: MIT
 * schema - tables and views of the database beside the project */
#include "board/schema.h"

#include "builtin.h"
#include "sys/seal.h"

#include <assert.h>
#include <stdio.h>

/* From an empty database, in order; number 1 first. */
static const char *const migrations[SCHEMA_VERSION] = {
	"src/board/schema.sql",
};
static const char views_path[] = "src/board/views.sql";

static struct str builtin_text(const char *path)
{
	const struct builtin_file *f = builtin_find(str_from(path));
	return f ? f->bytes : STR("");
}

/* A name that may have quotes in it, inside an SQL text. */
static void put_name(struct buf *sql, struct str name)
{
	buf_putc(sql, '"');
	for (struct str rest = name; rest.p;) {
		buf_put(sql, str_cut(&rest, '"'));
		if (rest.p)
			buf_putz(sql, "\"\"");
	}
	buf_putc(sql, '"');
}

/* "DROP VIEW a; DROP VIEW b;" for all objects of the type. */
static int drop_all(struct db *db, const char *type, struct diag *d)
{
	struct buf sql = {0};
	struct db_stmt *names = db_must_prepare(
		db, "SELECT name FROM sqlite_schema"
		    " WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name");
	db_bind_text(names, 0, str_from(type));
	int status;
	while ((status = db_step(names, d)) > 0) {
		buf_printf(&sql, "DROP %s IF EXISTS ", type);
		put_name(&sql, db_text(names, 0));
		buf_putz(&sql, ";");
	}
	db_finish(names);
	if (status == 0 && sql.len)
		status = db_exec(db, sql.p, d);
	buf_release(&sql);
	return status;
}

static int make_tables(struct db *db, struct diag *d)
{
	char version[48];
	snprintf(version, sizeof version, "PRAGMA user_version = %d", SCHEMA_VERSION);
	if (drop_all(db, "view", d) < 0 || drop_all(db, "table", d) < 0)
		return -1;
	for (size_t i = 0; i < countof(migrations); i++)
		if (schema_run(db, migrations[i], d) < 0)
			return -1;
	return db_exec(db, version, d);
}

/* The view `words`: every text of the office that a translation may take the place of. Which
 * columns these are, their declared types say. */
static int make_words_view(struct db *db, struct diag *d)
{
	struct buf sql = {0};
	struct db_stmt *s = db_must_prepare(
		db, "SELECT m.name, x.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) x"
		    " JOIN pragma_table_xinfo(m.name) o ON o.name = 'source_line'"
		    " WHERE m.type = 'table' AND x.type IN ('WORD_TEXT', 'MD_TEXT')"
		    " AND m.name NOT IN ('translation', 'article_translation')"
		    " ORDER BY m.name, x.cid");
	int status;
	while ((status = db_step(s, d)) > 0)
		buf_printf(&sql, "%s %.*s AS text FROM %.*s", sql.len ? " UNION ALL SELECT" :
		           "CREATE VIEW words AS SELECT", STR_ARG(db_text(s, 1)),
		           STR_ARG(db_text(s, 0)));
	db_finish(s);
	if (status == 0 && sql.len)
		status = db_exec(db, sql.p, d);
	buf_release(&sql);
	return status;
}

static int make_views(struct db *db, struct diag *d)
{
	if (drop_all(db, "view", d) < 0)
		return -1;
	if (!builtin_text(views_path).n)
		return 0;
	return schema_run(db, views_path, d) < 0 ? -1 : make_words_view(db, d);
}

static bool tables_are_ours(struct db *db)
{
	if (db_int_of(db, "PRAGMA user_version", 0) != SCHEMA_VERSION)
		return false;
	for (size_t i = 0; i < countof(migrations); i++)
		if (!schema_has_run(db, migrations[i]))
			return false;
	return true;
}

static bool views_are_ours(struct db *db)
{
	return builtin_text(views_path).n == 0 || schema_has_run(db, views_path);
}

static int refuse_newer(int64_t version, struct diag *d)
{
	char theirs[24], ours[24];
	snprintf(theirs, sizeof theirs, "%lld", (long long)version);
	snprintf(ours, sizeof ours, "%d", SCHEMA_VERSION);
	return diag_add(d, DIAG_D090, NOWHERE, str_from(theirs), str_from(ours));
}

/* Ends the transaction: keeps it or, after an error, forgets it. */
static int end(struct db *db, int status, struct diag *d)
{
	if (status == 0)
		status = db_exec(db, "COMMIT", d);
	if (status < 0) {
		struct diag quiet = {0};
		(void)!db_exec(db, "ROLLBACK", &quiet);
		diag_release(&quiet);
	}
	return status;
}

int schema_apply(struct db *db, struct diag *d)
{
	int64_t version = db_int_of(db, "PRAGMA user_version", 0);
	if (version > SCHEMA_VERSION)
		return refuse_newer(version, d);
	bool tables = tables_are_ours(db);
	if (tables && views_are_ours(db))
		return 0;
	/* Dropping a table would otherwise look for the rows that refer to it. */
	if (db_exec(db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", d) < 0)
		return -1;
	int status = tables ? 0 : make_tables(db, d);
	if (status == 0)
		status = make_views(db, d);
	status = end(db, status, d);
	return db_exec(db, "PRAGMA foreign_keys = ON", d) < 0 ? -1 : status;
}

static void put_key(struct buf *out, struct str path)
{
	buf_putz(out, "builtin:");
	buf_put(out, path);
}

bool schema_remembers(struct db *db, struct str path, struct str bytes)
{
	if (db_int_of(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'source'", 0) == 0)
		return false;
	char hex[SEAL_HEX];
	seal_sha256(bytes, hex);
	struct buf key = {0};
	put_key(&key, path);
	struct db_stmt *s =
		db_must_prepare(db, "SELECT 1 FROM source WHERE path = ? AND sha256 = ?");
	db_bind_text(s, 0, buf_str(&key));
	db_bind_text(s, 1, (struct str){hex, SEAL_HEX});
	struct diag quiet = {0};
	bool same = db_step(s, &quiet) == 1;
	diag_release(&quiet);
	db_finish(s);
	buf_release(&key);
	return same;
}

int schema_remember(struct db *db, struct str path, struct str bytes, struct diag *d)
{
	char hex[SEAL_HEX];
	seal_sha256(bytes, hex);
	struct buf key = {0};
	put_key(&key, path);
	struct db_stmt *s = db_must_prepare(
		db, "INSERT INTO source(path, size, ctime_ns, inode, sha256) VALUES (?, ?, 0, 0, ?)"
		    " ON CONFLICT (path) DO UPDATE"
		    " SET size = excluded.size, sha256 = excluded.sha256");
	db_bind_text(s, 0, buf_str(&key));
	db_bind_int(s, 1, (int64_t)bytes.n);
	db_bind_text(s, 2, (struct str){hex, SEAL_HEX});
	int status = db_run(s, NULL, NULL, d);
	db_finish(s);
	buf_release(&key);
	return status;
}

bool schema_has_run(struct db *db, const char *path)
{
	return schema_remembers(db, str_from(path), builtin_text(path));
}

/* The bytes of a builtin end in NUL. */
int schema_run(struct db *db, const char *path, struct diag *d)
{
	struct str text = builtin_text(path);
	assert(text.n > 0 && text.p[text.n] == '\0');
	return db_exec(db, text.p, d) < 0 ? -1 : schema_remember(db, str_from(path), text, d);
}
