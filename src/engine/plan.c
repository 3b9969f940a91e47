/* SPDX-License-Identifier: MIT
 * plan - every file there will be, and what is posted now */
#include "engine/plan.h"

#include <string.h>

#include "sys/db.h"
#include "sys/fs.h"

static const char schema[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-8000;"
    "CREATE TABLE file (path TEXT PRIMARY KEY COLLATE NOCASE, maker TEXT NOT NULL,"
    "  hash TEXT, size INT, kept INT) WITHOUT ROWID;"
    "CREATE TABLE posted (path TEXT PRIMARY KEY, hash TEXT NOT NULL, left INT NOT NULL)"
    "  WITHOUT ROWID;"
    "CREATE TABLE link (target TEXT NOT NULL, file TEXT NOT NULL, line INT NOT NULL, col INT NOT "
    "NULL,"
    "  PRIMARY KEY (file, line, col, target)) WITHOUT ROWID;";

enum { ADD, FINISH, POSTED, POST, LINK, MAKER, BELOW, STATEMENTS };
static const char *const statements[STATEMENTS] = {
    [ADD] = "INSERT INTO file(path, maker) VALUES (?1, ?2)",
    [FINISH] = "UPDATE file SET hash = ?2, size = ?3, kept = ?4 WHERE path = ?1",
    [POSTED] = "SELECT hash FROM posted WHERE path = ?1",
    [POST] = "INSERT OR REPLACE INTO posted(path, hash, left) VALUES (?1, ?2, ?3)",
    [LINK] = "INSERT OR IGNORE INTO link(target, file, line, col) VALUES (?1, ?2, ?3, ?4)",
    [MAKER] = "SELECT maker FROM file WHERE path = ?1",
    /* Paths that begin with the path and a slash: '0' is the character after it. */
    [BELOW] =
        "SELECT maker FROM file WHERE path > ?1 || '/' AND path < ?1 || '0' LIMIT 1",
};

/* Of what is posted, what the new site has not; what was only left over does not count. The
 * index knows a path in any case, the second comparison in this one. */
#define GONE \
	" FROM posted WHERE NOT left AND NOT EXISTS" \
	" (SELECT 1 FROM file WHERE file.path = posted.path COLLATE NOCASE" \
	" AND file.path = posted.path COLLATE BINARY)"

struct plan {
	struct db *db;
	struct arena arena;
	struct db_stmt *run[STATEMENTS];
};

int plan_open(struct plan **out, const char *db_path, struct diag *d)
{
	struct db *db = NULL;
	if (fs_remove_tree(db_path, d) < 0 || db_open(&db, db_path, DB_WRITE, d) < 0)
		return -1;
	if (db_exec(db, schema, d) < 0) {
		db_close(db);
		return -1;
	}
	struct plan *p = mem_resize(NULL, sizeof *p);
	*p = (struct plan){.db = db};
	for (int i = 0; i < STATEMENTS; i++)
		p->run[i] = db_must_prepare(db, statements[i]);
	*out = p;
	return 0;
}

void plan_close(struct plan *p)
{
	if (!p)
		return;
	for (int i = 0; i < STATEMENTS; i++)
		db_finish(p->run[i]);
	db_close(p->db);
	arena_release(&p->arena);
	mem_free(p);
}

struct db *plan_db(struct plan *p)
{
	return p->db;
}

int plan_begin(struct plan *p, struct diag *d)
{
	return db_exec(p->db, "BEGIN", d);
}

int plan_commit(struct plan *p, struct diag *d)
{
	return db_exec(p->db, "COMMIT", d);
}

static bool is_hash(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789abcdef", s.p[i]))
			return false;
	return s.n == SEAL_HEX;
}

bool manifest_cut_left(struct str *line)
{
	bool left = line->n > 0 && line->p[0] == '#';
	*line = str_slice(*line, left, line->n);
	return left;
}

int plan_read_manifest(struct plan *p, struct str manifest, struct diag *d)
{
	while (manifest.p) {
		struct str line = str_cut_line(&manifest);
		bool left = manifest_cut_left(&line);
		struct str hash = str_slice(line, 0, SEAL_HEX);
		struct str path = str_slice(line, SEAL_HEX + 2, line.n);
		if (!is_hash(hash) || !fs_name_is_safe(path))
			continue;
		db_bind_text(p->run[POST], 0, path);
		db_bind_text(p->run[POST], 1, hash);
		db_bind_int(p->run[POST], 2, left);
		if (db_run(p->run[POST], &p->arena, NULL, d) < 0)
			return -1;
	}
	return 0;
}

bool plan_posted_hash(struct plan *p, struct str path, char hex[SEAL_HEX])
{
	struct diag unheard = {0};
	db_bind_text(p->run[POSTED], 0, path);
	bool found = db_step(p->run[POSTED], &unheard) == 1;
	if (found)
		memcpy(hex, db_text(p->run[POSTED], 0).p, SEAL_HEX);
	db_reset(p->run[POSTED]);
	diag_release(&unheard);
	return found;
}

/* A message when the statement finds who makes something at the path, or below it. */
static int report_clash(struct plan *p, int statement, struct str path, struct str maker,
                        struct diag *d)
{
	struct db_stmt *s = p->run[statement];
	db_bind_text(s, 0, path);
	int status = db_step(s, d);
	if (status == 1)
		status = diag_add(d, DIAG_P006, NOWHERE, path, db_text(s, 0), maker);
	db_reset(s);
	return status;
}

/* No page may be where another one needs a folder. */
static int check_folders(struct plan *p, struct str path, struct str maker, struct diag *d)
{
	int status = report_clash(p, BELOW, path, maker, d);
	for (size_t at = 0; status == 0 && at < path.n; at++)
		if (path.p[at] == '/')
			status = report_clash(p, MAKER, str_slice(path, 0, at), maker, d);
	return status;
}

int plan_add(struct plan *p, struct str path, struct str maker, struct diag *d)
{
	struct str broken;
	if (!fs_name_is_safe(path))
		return diag_add(d, DIAG_P004, (struct place){maker}, path);
	db_bind_text(p->run[ADD], 0, path);
	db_bind_text(p->run[ADD], 1, maker);
	if (db_run(p->run[ADD], &p->arena, &broken, d) == 0)
		return check_folders(p, path, maker, d);
	return broken.p ? report_clash(p, MAKER, path, maker, d) : -1;
}

int plan_finish(struct plan *p, const struct plan_file *f, struct diag *d)
{
	struct db_stmt *s = p->run[FINISH];
	db_bind_text(s, 0, f->path);
	db_bind_text(s, 1, f->hash);
	db_bind_int(s, 2, f->size);
	db_bind_int(s, 3, f->kept);
	return db_run(s, &p->arena, NULL, d);
}

int plan_link(struct plan *p, struct str target, struct place at, struct diag *d)
{
	struct db_stmt *s = p->run[LINK];
	db_bind_text(s, 0, target);
	db_bind_text(s, 1, at.file.p ? at.file : STR(""));
	db_bind_int(s, 2, at.line);
	db_bind_int(s, 3, at.col);
	return db_run(s, &p->arena, NULL, d);
}

static int each_of(struct plan *p, const char *query, plan_each_fn each, void *user,
                   struct diag *d)
{
	struct db_stmt *s = db_must_prepare(p->db, query);
	int status;
	while ((status = db_step(s, d)) == 1) {
		struct plan_file f = {db_text(s, 0), db_text(s, 1), db_int(s, 2),
		                      db_int(s, 3) != 0};
		status = each(user, &f);
		if (status < 0)
			break;
	}
	db_finish(s);
	return status;
}

int plan_each(struct plan *p, plan_each_fn each, void *user, struct diag *d)
{
	return each_of(p, "SELECT path, hash, size, kept FROM file ORDER BY path COLLATE BINARY",
	               each, user, d);
}

int plan_each_gone(struct plan *p, plan_each_fn each, void *user, struct diag *d)
{
	return each_of(p, "SELECT path, hash, 0, 1" GONE " ORDER BY path", each, user, d);
}

int plan_check_links(struct plan *p, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(
	    p->db, "SELECT target, file, line, col FROM link"
	           " WHERE target NOT IN (SELECT path FROM file) ORDER BY file, line, col, target");
	int status, broken = 0;
	while ((status = db_step(s, d)) == 1) {
		struct place at = {db_text(s, 1), (int)db_int(s, 2), (int)db_int(s, 3)};
		broken = diag_add(d, DIAG_P010, at, db_text(s, 0));
	}
	db_finish(s);
	return status < 0 ? status : broken;
}

struct plan_counts plan_count(struct plan *p)
{
	return (struct plan_counts){
	    .files = db_int_of(p->db, "SELECT count(*) FROM file", 0),
	    .bytes = db_int_of(p->db, "SELECT sum(size) FROM file", 0),
	    .written = db_int_of(p->db, "SELECT count(*) FROM file WHERE NOT kept", 0),
	    .removed = db_int_of(p->db, "SELECT count(*)" GONE, 0),
	};
}
