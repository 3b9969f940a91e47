/* SPDX-License-Identifier: MIT
 * against - an export of the national database laid beside the office's tables */
#include "engine/against.h"

#include "board/schema.h"
#include "engine/import_files.h"
#include "sys/fs.h"

/* What the loader wants of every folder. */
static const char site[] = "title: \"–\"\n";

/* Errors with the notes that explain them. What stands in the scratch folder is named so that
 * nobody looks for it in the office's. */
static void pass_errors(struct project *p, const struct diag *heard, struct diag *d)
{
	bool passes = false;
	for (size_t i = 0; i < heard->count; i++) {
		struct diag_message m = heard->messages[i];
		passes = m.level == DIAG_ERROR || (passes && m.level == DIAG_NOTE);
		if (!passes)
			continue;
		if (str_starts(m.at.file, STR("data/")))
			m.at.file = arena_printf(&p->arena, ".niemyet/against/%.*s",
			                         STR_ARG(m.at.file));
		diag_add_rule(d, m);
	}
}

static int import(const struct against *a, const char *const *paths, size_t count,
                  struct map *places, struct diag *heard)
{
	struct import_files_options o = {.dir = a->dir, .maps_dir = a->project->dir,
	                                 .date = a->project->date, .paths = paths,
	                                 .path_count = count, .places = places};
	struct buf unread = {0};
	int status = import_files(&o, &unread, heard);
	buf_release(&unread);
	return status;
}

static int put_places(struct db *db, const struct map *places, struct diag *d)
{
	if (db_exec(db, "CREATE TABLE place (code TEXT PRIMARY KEY, at TEXT NOT NULL)", d) < 0)
		return -1;
	struct db_stmt *s = db_must_prepare(
		db, "INSERT INTO place(code, at) VALUES (?1, ?2 || coalesce(':' || ?3, ''))");
	int status = 0;
	for (size_t i = 0; i < places->count && status == 0; i++) {
		const struct place *at = places->entries[i].value;
		db_bind_text(s, 0, places->entries[i].key);
		db_bind_text(s, 1, at->file);
		if (at->line)
			db_bind_int(s, 2, at->line);
		else
			db_bind_null(s, 2);
		status = db_run(s, NULL, NULL, d);
	}
	db_finish(s);
	return status;
}

/* What src/board/against.sql could not know: how many records were refused. */
static int put_refused(struct db *db, size_t refused, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(db, "UPDATE export SET refused = ?1");
	db_bind_int(s, 0, (int64_t)refused);
	int status = db_run(s, NULL, NULL, d);
	db_finish(s);
	return status;
}

/* `db` has the tables of the export. */
static int lay_beside(struct against *a, struct db *db, const struct map *places, size_t refused,
                      struct diag *d)
{
	if (db_attach(db, a->project->db_path, "office", d) < 0 || put_places(db, places, d) < 0 ||
	    schema_run(db, "src/board/against.sql", d) < 0 || put_refused(db, refused, d) < 0)
		return -1;
	a->counts.records = db_int_of(db, "SELECT records FROM export", 0);
	a->counts.posted = db_int_of(db, "SELECT posted FROM export", 0);
	a->counts.both = db_int_of(db, "SELECT both FROM export", 0);
	return 0;
}

static int load(struct against *a, const struct map *places, struct diag *heard)
{
	const size_t refused = heard->by_level[DIAG_ERROR];
	struct load_stats loaded;
	struct func_env env = {.date = a->project->date, .d = heard};
	struct db *db = NULL;
	int status = db_open(&db, a->db_path, DB_WRITE, heard);
	if (status == 0)
		status = schema_apply(db, heard);
	if (status == 0)
		status = load_project(a->dir, db, &loaded, heard);
	if (status == 0) {
		func_register(db, &env);
		status = lay_beside(a, db, places, refused, heard);
	}
	db_close(db);
	return status;
}

int against_open(struct against *a, struct project *p, const char *const *paths, size_t count,
                 struct diag *d)
{
	*a = (struct against){.project = p};
	a->dir = fs_join(&p->arena, p->dir, ".niemyet/against");
	a->db_path = fs_join(&p->arena, a->dir, "export.db");
	struct diag heard = {.lang = d->lang};
	struct map places = {.arena = &p->arena};
	int status = fs_remove_tree(a->dir, &heard);
	if (status == 0)
		status = fs_write(fs_join(&p->arena, a->dir, "site.yml"), str_from(site), &heard);
	if (status == 0)
		status = import(a, paths, count, &places, &heard);
	if (status == 0)
		status = load(a, &places, &heard);
	pass_errors(p, &heard, d);
	diag_release(&heard);
	if (status < 0)
		return diag_add(d, DIAG_I060, NOWHERE, str_from(paths[0]));
	if (!a->counts.records)
		return diag_add(d, DIAG_I061, NOWHERE, str_from(paths[0]));
	if (!a->counts.both)
		diag_add(d, DIAG_I062, NOWHERE, str_from(paths[0]));
	return 0;
}

void against_close(struct against *a, struct diag *d)
{
	if (a->dir)
		(void)!fs_remove_tree(a->dir, d); /* what is wrong is recorded */
	*a = (struct against){0};
}
