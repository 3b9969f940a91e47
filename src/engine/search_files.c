/* SPDX-License-Identifier: MIT
 * search_files - the index of the office's procedures and pages, from its tables into the site */
#include "engine/search_files.h"

#include <assert.h>

#include "board/search.h"
#include "builtin.h"
#include "fmt/csv.h"

struct making {
	struct edition *edition;
	struct arena arena; /* of a file */
	search_file_fn put;
	void *user;
};

static struct str path_of(const struct making *m, struct arena *a, struct str name,
                          const char hash[SEARCH_HASH])
{
	return arena_printf(a, "assets/search/%.*s%.*s.%.*s.js",
	                    STR_ARG(m->edition->language.folder), STR_ARG(name), SEARCH_HASH, hash);
}

static int put_file(void *user, struct str name, struct str bytes, const char hash[SEARCH_HASH],
                    struct diag *d)
{
	struct making *m = user;
	struct str path = path_of(m, &m->arena, name, hash);
	struct asset file = {path, path, bytes, true};
	int status = m->put(m->user, &file, d);
	arena_reset(&m->arena);
	return status;
}

/* What everybody says; the program's own table, known to be right. */
static int say_everyday(struct search *s, struct diag *d)
{
	const struct builtin_file *file = builtin_find(STR("src/board/synonyms.csv"));
	assert(file);
	struct csv_reader *r = csv_open(file->bytes, str_from(file->path), ',');
	struct csv_record record;
	int status;
	while ((status = csv_next(r, &record, d)) == 1)
		if (record.line > 1 && record.count == 2)
			search_say(s, record.cells[0], record.cells[1]);
	csv_close(r);
	return status;
}

/* What the office's people say, and its abbreviations. */
static int say_own(struct search *s, struct db *db, struct diag *d)
{
	struct db_stmt *rows = db_must_prepare(
		db, "SELECT words, means FROM synonym_posted ORDER BY words, means");
	int status;
	while ((status = db_step(rows, d)) == 1)
		search_say(s, db_text(rows, 0), db_text(rows, 1));
	db_finish(rows);
	return status;
}

enum { CODE, VERSION, NATIONAL, NAME, FIELD, LEVEL, ONLINE, AGENCIES, FAVOUR, IS_GONE };
static const char entries_sql[] =
	"SELECT code, version, code_national, name, field_name, level_name, online_name, agencies,"
	" favour, is_gone FROM search_entry"
	" ORDER BY is_gone, field_name, level_name, online_name, agencies, name, code_national";
static const char texts_sql[] = "SELECT part, text FROM search_text"
                                " WHERE code = ?1 AND version = ?2 AND text IS NOT NULL";

static int add_texts(struct search *s, struct db_stmt *texts, const struct db_stmt *entry,
                     struct diag *d)
{
	int status;
	db_bind_column(texts, 0, entry, CODE);
	db_bind_column(texts, 1, entry, VERSION);
	while ((status = db_step(texts, d)) == 1)
		search_text(s, (enum search_part)db_int(texts, 0), db_text(texts, 1));
	db_reset(texts);
	return status;
}

static int add_entries(struct search *s, struct db *db, struct diag *d)
{
	struct db_stmt *rows = db_must_prepare(db, entries_sql);
	struct db_stmt *texts = db_must_prepare(db, texts_sql);
	int status;
	while ((status = db_step(rows, d)) == 1) {
		struct search_entry e = {
			.code = db_text(rows, NATIONAL),    .name = db_text(rows, NAME),
			.field = db_text(rows, FIELD),      .level = db_text(rows, LEVEL),
			.online = db_text(rows, ONLINE),    .agencies = db_text(rows, AGENCIES),
			.favour = (int)db_int(rows, FAVOUR), .is_gone = db_int(rows, IS_GONE) != 0,
		};
		status = search_begin(s, &e, d);
		if (status == 0) {
			search_text(s, SEARCH_AGENCY, e.agencies);
			status = add_texts(s, texts, rows, d);
		}
		if (status < 0)
			break;
	}
	db_finish(rows);
	db_finish(texts);
	return status;
}

/* Other pages: agencies, figures, notices. */
static int add_pages(struct search *s, struct db *db, struct diag *d)
{
	struct db_stmt *rows = db_must_prepare(
		db, "SELECT '../' || url, name, text, favour FROM search_page ORDER BY url");
	int status;
	while ((status = db_step(rows, d)) == 1) {
		struct search_entry e = {
			.code = db_text(rows, 0),
			.name = db_text(rows, 1),
			.favour = (int)db_int(rows, 3),
			.is_page = true,
		};
		if (search_begin(s, &e, d) < 0) {
			status = -1;
			break;
		}
		search_text(s, SEARCH_NAME, e.name);
		search_text(s, SEARCH_BODY, db_text(rows, 2));
	}
	db_finish(rows);
	return status;
}

static int make(struct project *p, struct making *m, struct db *scratch, struct diag *d)
{
	struct func_env env = {0};
	struct search *s = NULL;
	struct db *db = NULL;
	char hash[SEARCH_HASH];
	int status = project_connect_edition(p, m->edition, &env, &db, d);
	if (status == 0)
		status = search_open(&s, scratch, SEARCH_HELD, put_file, m, d);
	if (status == 0)
		status = say_own(s, db, d);
	if (status == 0)
		status = say_everyday(s, d);
	if (status == 0)
		status = add_entries(s, db, d);
	if (status == 0)
		status = add_pages(s, db, d);
	if (status == 0)
		status = search_finish(s, hash, d);
	if (status == 0)
		m->edition->search = path_of(m, &p->arena, STR("head"), hash);
	search_close(s);
	db_close(db);
	return status;
}

int search_files_make(struct project *p, struct db *scratch, search_file_fn put, void *user,
                      struct diag *d)
{
	struct making m = {.put = put, .user = user};
	int status = 0;
	for (size_t i = 0; status == 0 && i < p->edition_count; i++) {
		m.edition = &p->editions[i];
		status = make(p, &m, scratch, d);
	}
	arena_release(&m.arena);
	return status;
}
