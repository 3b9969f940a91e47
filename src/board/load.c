/* SPDX-License-Identifier: MIT
 * load - which files of a project there are, which changed, and the one transaction */
#include "board/load_int.h"
#include "board/ledger.h"
#include "sys/seal.h"

#include <string.h>

/* A row of the table of that name. */
struct source {
	int64_t id;
	struct fs_info info;
	struct str sha256;
	bool seen;
};

int load_read(struct loader *l, struct str path, size_t max, struct buf *out)
{
	out->max = max;
	return fs_read(fs_join(&l->arena, l->dir, path.p), out, l->d);
}

/* What the database knows */

static void read_sources(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT path, id, size, ctime_ns, inode, sha256 FROM source"
		       " WHERE path NOT LIKE 'builtin:%' ORDER BY id");
	l->sources.arena = &l->arena;
	while (db_step(s, l->d) == 1) {
		struct source *known = arena_new(&l->arena, struct source);
		known->id = db_int(s, 1);
		known->info = (struct fs_info){
			.kind = FS_FILE, .size = db_int(s, 2), .ctime_ns = db_int(s, 3),
			.inode = (uint64_t)db_int(s, 4),
		};
		known->sha256 = arena_str(&l->arena, db_text(s, 5));
		map_put(&l->sources, arena_str(&l->arena, db_text(s, 0)), known);
	}
	db_finish(s);
}

void load_open_tables(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT file, table_name FROM dataset ORDER BY position");
	size_t cap = 0;
	while (db_step(s, l->d) == 1) {
		l->tables = arena_grow(&l->arena, l->tables, l->table_count, &cap,
		                       sizeof *l->tables);
		struct table *t = &l->tables[l->table_count++];
		table_open(l, t, db_text(s, 1));
		t->file = arena_printf(&l->arena, "data/%.*s.csv", STR_ARG(db_text(s, 0)));
	}
	db_finish(s);
	l->by_file.arena = &l->arena;
	for (size_t i = 0; i < l->table_count; i++) {
		struct str file = l->tables[i].file;
		map_put(&l->by_file, str_slice(file, 5, file.n - 4), &l->tables[i]);
	}
	table_open(l, &l->article, STR("article"));
	table_open(l, &l->translated, STR("article_translation"));
}

void load_close_tables(struct loader *l)
{
	for (size_t i = 0; i < l->table_count; i++)
		table_close(&l->tables[i]);
	table_close(&l->article);
	table_close(&l->translated);
}

/* What stands on disk */

static bool same_info(struct fs_info a, struct fs_info b)
{
	return a.size == b.size && a.ctime_ns == b.ctime_ns && a.inode == b.inode;
}

static void add_file(struct loader *l, enum file_kind kind, struct str path, struct fs_info info,
                     struct table *table)
{
	l->files = arena_grow(&l->arena, l->files, l->file_count, &l->file_cap, sizeof *l->files);
	struct file *f = &l->files[l->file_count++];
	*f = (struct file){
		.kind = kind, .path = path, .info = info, .table = table, .changed = true};
	struct source *known = map_get(&l->sources, path);
	if (!known)
		return;
	known->seen = true;
	f->source_id = known->id;
	f->sha256 = known->sha256;
	f->changed = !same_info(known->info, info);
}

/* What editors and file managers leave behind, and what begins with a point. */
static bool is_temporary(struct str path)
{
	size_t from = path.n;
	while (from > 0 && path.p[from - 1] != '/')
		from--;
	struct str name = str_slice(path, from, path.n);
	return str_starts(name, STR(".")) || str_starts(name, STR("~$")) ||
	       str_ends(name, STR("~")) || str_ends(name, STR(".bak"));
}

void load_refuse_name(struct loader *l, struct str name, struct place at)
{
	struct str near = map_nearest(&l->by_file, name);
	if (near.p) {
		diag_add(l->d, DIAG_D040, at, name, near);
		return;
	}
	struct buf list = {0};
	for (size_t i = 0; i < l->by_file.count; i++)
		buf_printf(&list, "%s%.*s.csv", i ? ", " : "", STR_ARG(l->by_file.entries[i].key));
	diag_add(l->d, DIAG_D041, at, name, buf_str(&list));
	buf_release(&list);
}

static void refuse_data_file(struct loader *l, struct str path, struct str full)
{
	static const char *const sheets[] = {".xlsx", ".xls", ".ods", ".json"};
	struct place at = {.file = full};
	for (size_t i = 0; i < countof(sheets); i++) {
		if (str_ends(path, str_from(sheets[i]))) {
			diag_add(l->d, DIAG_D042, at, path);
			return;
		}
	}
	bool is_csv = str_ends(path, STR(".csv"));
	load_refuse_name(l, is_csv ? str_slice(path, 0, path.n - 4) : path, at);
}

/* Keeps temporary files apart; else the path relative to the project. */
static struct str take_path(struct loader *l, const char *folder, struct str path)
{
	struct str full = arena_printf(&l->arena, "%s/%.*s", folder, STR_ARG(path));
	if (!is_temporary(path))
		return full;
	diag_add(l->d, DIAG_D043, ((struct place){.file = full}), path);
	return (struct str){0};
}

static int see_text(void *user, struct str path, struct fs_info info)
{
	struct loader *l = user;
	struct str full = take_path(l, "i18n", path);
	if (full.p && str_ends(path, STR(".yml")))
		add_file(l, FILE_TEXTS, full, info, NULL);
	else if (full.p)
		diag_add(l->d, DIAG_C028, ((struct place){.file = full}), path, STR(".yml"));
	return 0;
}

static int see_page(void *user, struct str path, struct fs_info info)
{
	struct loader *l = user;
	struct str full = take_path(l, "pages", path);
	if (full.p && str_ends(path, STR(".md")))
		add_file(l, FILE_PAGE, full, info, NULL);
	else if (full.p)
		diag_add(l->d, DIAG_C028, ((struct place){.file = full}), path, STR(".md"));
	return 0;
}

static int see_data(void *user, struct str path, struct fs_info info)
{
	struct loader *l = user;
	struct str full = take_path(l, "data", path);
	if (!full.p)
		return 0;
	struct table *t = str_ends(path, STR(".csv"))
	                          ? map_get(&l->by_file, str_slice(path, 0, path.n - 4)) : NULL;
	if (t)
		add_file(l, FILE_DATA, full, info, t);
	else
		refuse_data_file(l, path, full);
	return 0;
}

/* The data files in the order of their tables, after all others. */
static void order_data(struct loader *l, size_t from)
{
	struct file *sorted = arena_array(&l->arena, l->file_count - from + 1, sizeof *sorted);
	size_t n = 0;
	for (size_t t = 0; t < l->table_count; t++)
		for (size_t i = from; i < l->file_count; i++)
			if (l->files[i].table == &l->tables[t])
				sorted[n++] = l->files[i];
	if (n)
		memcpy(l->files + from, sorted, n * sizeof *sorted);
}

static int look(struct loader *l)
{
	struct fs_info site = fs_stat(fs_join(&l->arena, l->dir, "site.yml"));
	if (site.kind != FS_FILE)
		return diag_add(l->d, DIAG_C001, NOWHERE, str_from(l->dir));
	add_file(l, FILE_SITE, STR("site.yml"), site, NULL);
	if (fs_walk_own(fs_join(&l->arena, l->dir, "i18n"), see_text, l, l->d) < 0 ||
	    fs_walk_own(fs_join(&l->arena, l->dir, "pages"), see_page, l, l->d) < 0)
		return -1;
	size_t from = l->file_count;
	if (fs_walk_own(fs_join(&l->arena, l->dir, "data"), see_data, l, l->d) < 0)
		return -1;
	order_data(l, from);
	struct fs_info ledger = fs_stat(fs_join(&l->arena, l->dir, LEDGER_FILE));
	if (ledger.kind == FS_FILE)
		add_file(l, FILE_LEDGER, STR(LEDGER_FILE), ledger, NULL);
	l->stats->files = l->file_count;
	return 0;
}

/* Loading */

/* Remembers the file as it stands; gives a new one its id. An absent hash keeps the old. */
static int remember(struct loader *l, struct file *f, struct str sha256)
{
	struct db_stmt *s = db_must_prepare(
		l->db, f->source_id ? "UPDATE source SET size = ?1, ctime_ns = ?2, inode = ?3,"
		                      " sha256 = coalesce(?4, sha256) WHERE id = ?5"
		                    : "INSERT INTO source(size, ctime_ns, inode, sha256, path)"
		                      " VALUES (?1, ?2, ?3, ?4, ?5)");
	db_bind_int(s, 0, f->info.size);
	db_bind_int(s, 1, f->info.ctime_ns);
	db_bind_int(s, 2, (int64_t)f->info.inode);
	db_bind_text(s, 3, sha256);
	if (f->source_id)
		db_bind_int(s, 4, f->source_id);
	else
		db_bind_text(s, 4, f->path);
	int status = db_run(s, NULL, NULL, l->d);
	if (status == 0 && !f->source_id)
		f->source_id = db_last_id(l->db);
	db_finish(s);
	return status;
}

static int forget_rows(struct loader *l, const struct table *t)
{
	const char *sql = arena_printf(&l->row, "DELETE FROM %.*s", STR_ARG(t->name)).p;
	return db_exec(l->db, sql, l->d);
}

static int load_data(struct loader *l, struct str text, const struct file *f)
{
	struct table *t = f->table;
	t->broken = true;
	if (forget_rows(l, t) < 0 || load_csv(l, t, text, f->source_id) < 0)
		return -1;
	t->broken = false;
	return 0;
}

/* The rows of one file, from its text. Texts of the interface are made all at once. */
static int load_text_of(struct loader *l, struct str text, const struct file *f)
{
	arena_reset(&l->row);
	switch (f->kind) {
	case FILE_SITE:
		return load_site(l, text, f);
	case FILE_TEXTS:
		return 0;
	case FILE_PAGE:
		return load_page(l, text, f);
	case FILE_DATA:
		return load_data(l, text, f);
	case FILE_LEDGER:
		return load_ledger(l->db, text, f->source_id, l->d);
	}
	return 0;
}

static size_t limit_of(enum file_kind kind)
{
	switch (kind) {
	case FILE_SITE:
	case FILE_TEXTS:
		return LIMIT_CONFIG;
	case FILE_PAGE:
		return LIMIT_MARKDOWN;
	case FILE_DATA:
	case FILE_LEDGER:
		return LIMIT_DATA_FILE;
	}
	return 0;
}

/* Reads a file whose size, time or inode moved; when its bytes are what they were, only
 * that is written down. */
static int load_file(struct loader *l, struct file *f, struct buf *text)
{
	char hex[SEAL_HEX];
	buf_reset(text);
	if (load_read(l, f->path, limit_of(f->kind), text) < 0) {
		if (f->table)
			f->table->broken = true;
		return -1;
	}
	seal_sha256(buf_str(text), hex);
	struct str sha256 = {hex, SEAL_HEX};
	bool same = str_eq(f->sha256, sha256);
	if (remember(l, f, sha256) < 0)
		return -1;
	if (same && !f->again)
		return 0;
	l->stats->files_read++;
	return load_text_of(l, buf_str(text), f);
}

static void read_languages(struct loader *l)
{
	struct db_stmt *s =
	    db_must_prepare(l->db, "SELECT value FROM setting WHERE key = 'languages'");
	if (db_step(s, l->d) == 1)
		l->languages = arena_str(&l->arena, db_text(s, 0));
	db_finish(s);
}

/* The site file comes first. Its languages tell which pages are translations of others: when
 * they are not what they were, all pages are read again. */
static void load_site_first(struct loader *l, struct buf *text)
{
	struct str before;
	read_languages(l);
	before = l->languages;
	l->languages = (struct str){0};
	if (l->files[0].changed)
		(void)!load_file(l, &l->files[0], text); /* what is wrong is recorded */
	read_languages(l);
	for (size_t i = 0; i < l->file_count && !str_eq(before, l->languages); i++)
		if (l->files[i].kind == FILE_PAGE)
			l->files[i].changed = l->files[i].again = true;
}

static void load_changed(struct loader *l)
{
	struct buf text = {0};
	bool texts = load_theme_texts_changed(l);
	load_site_first(l, &text);
	for (size_t i = 1; i < l->file_count; i++) {
		struct file *f = &l->files[i];
		if (!f->changed)
			continue;
		texts = texts || f->kind == FILE_TEXTS;
		(void)!load_file(l, f, &text); /* what is wrong is recorded */
	}
	for (size_t i = 0; i < l->sources.count; i++) {
		const struct map_entry *e = &l->sources.entries[i];
		const struct source *known = e->value;
		texts = texts || (!known->seen && str_starts(e->key, STR("i18n/")));
	}
	if (texts)
		(void)!load_texts(l);
	buf_release(&text);
}

/* The rows of a file that is no longer there. */
static int forget_file(struct loader *l, struct str path, const struct source *known)
{
	struct str name = str_slice(path, 5, path.n - 4);
	const struct table *t = str_starts(path, STR("data/")) ? map_get(&l->by_file, name)
	                        : str_starts(path, STR("pages/")) ? &l->article : NULL;
	struct str rows = {0};
	if (t)
		rows = arena_printf(&l->row, "DELETE FROM %.*s WHERE source_id = ?",
		                    STR_ARG(t->name));
	const char *queries[] = {
		rows.p,
		"DELETE FROM article_translation WHERE source_id = ?",
		"DELETE FROM text WHERE source_id = ?",
		"DELETE FROM ledger WHERE source_id = ?",
		"DELETE FROM source WHERE id = ?",
	};
	int status = 0;
	for (size_t i = 0; i < countof(queries) && status == 0; i++) {
		if (!queries[i])
			continue;
		struct db_stmt *s = db_must_prepare(l->db, queries[i]);
		db_bind_int(s, 0, known->id);
		status = db_run(s, NULL, NULL, l->d);
		db_finish(s);
	}
	l->stats->files_removed++;
	return status;
}

static void forget_removed(struct loader *l)
{
	for (size_t i = 0; i < l->sources.count; i++) {
		const struct source *known = l->sources.entries[i].value;
		if (!known->seen && forget_file(l, l->sources.entries[i].key, known) < 0)
			return;
		arena_reset(&l->row);
	}
}

/* The agency that site.yml names has to be one of data/agencies.csv. */
static void check_agency(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT value, source_line FROM setting WHERE key = 'agency' AND value <> ''"
		       " AND NOT EXISTS (SELECT 1 FROM agency WHERE code = value)");
	if (db_step(s, l->d) == 1) {
		struct place at = {.file = STR("site.yml"), .line = (int)db_int(s, 1)};
		diag_add(l->d, DIAG_C027, at, db_text(s, 0));
	}
	db_finish(s);
}

/* A row for each thing that is wrong with a further language: line of site.yml, its code, how many
 * texts it lacks, one of them; no number where it has no texts of its own at all. */
static const char languages_sql[] =
    "WITH more(lang, line) AS (SELECT l.lang, s.source_line FROM language l, setting s"
    "  WHERE l.position > 0 AND s.key = 'languages'),"
    " lacks AS (SELECT m.lang, m.line, x.key FROM more m"
    "  JOIN text x ON x.lang = (SELECT value FROM setting WHERE key = 'lang')"
    "  LEFT JOIN text o ON o.lang = m.lang AND o.key = x.key WHERE o.key IS NULL)"
    "SELECT line, lang, NULL, NULL FROM more m WHERE NOT EXISTS (SELECT 1 FROM text x"
    "  WHERE x.lang = m.lang AND x.key = 'lang' AND x.value = m.lang)"
    " OR NOT EXISTS (SELECT 1 FROM text x WHERE x.lang = m.lang AND x.key = 'language.name')"
    " UNION ALL SELECT line, lang, count(*), min(key) FROM lacks GROUP BY lang ORDER BY lang";

static void check_languages(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(l->db, languages_sql);
	bool is_missing = false;
	while (db_step(s, l->d) == 1) {
		struct place at = {.file = STR("site.yml"), .line = (int)db_int(s, 0)};
		if (db_is_null(s, 2)) {
			diag_add(l->d, DIAG_C041, at, db_text(s, 1));
			is_missing = true;
		} else if (!is_missing) {
			diag_add(l->d, DIAG_C042, at, db_text(s, 1), db_text(s, 2), db_text(s, 3));
		}
	}
	db_finish(s);
}

static void check_translated(struct loader *l)
{
	struct db_stmt *s = db_must_prepare(
		l->db, "SELECT s.path, x.path FROM article_translation x"
		       " JOIN source s ON s.id = x.source_id"
		       " WHERE x.path NOT IN (SELECT path FROM article) ORDER BY s.path");
	while (db_step(s, l->d) == 1) {
		struct place at = {.file = db_text(s, 0), .line = 1};
		diag_add(l->d, DIAG_C043, at, db_text(s, 0), db_text(s, 1));
	}
	db_finish(s);
}

static bool agencies_are_whole(const struct loader *l)
{
	const struct table *t = map_get(&l->by_file, STR("agencies"));
	return !t->broken;
}

static bool anything_changed(struct loader *l)
{
	for (size_t i = 0; i < l->file_count; i++)
		if (l->files[i].changed)
			return true;
	for (size_t i = 0; i < l->sources.count; i++) {
		const struct source *known = l->sources.entries[i].value;
		if (!known->seen)
			return true;
	}
	return load_theme_texts_changed(l);
}

/* The statistics let queries begin at the table where a page has few rows: without them a
 * procedure's page looked through all postings of its agency, and a build took the square
 * of their number. */
static int end(struct loader *l, bool fine)
{
	if (fine && db_exec(l->db, "PRAGMA analysis_limit = 1000; ANALYZE; COMMIT", l->d) == 0) {
		l->stats->wrote = true;
		return 0;
	}
	struct diag quiet = {0};
	(void)!db_exec(l->db, "ROLLBACK", &quiet);
	diag_release(&quiet);
	return -1;
}

/* References are looked at once, when all rows are there, and not row by row. */
static int load_all(struct loader *l, size_t errors_before)
{
	if (db_exec(l->db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", l->d) < 0)
		return -1;
	forget_removed(l);
	load_changed(l);
	table_check_references(l);
	if (agencies_are_whole(l))
		check_agency(l);
	check_languages(l);
	if (l->d->by_level[DIAG_ERROR] == errors_before)
		check_translated(l);
	load_close_tables(l);
	int status = end(l, l->d->by_level[DIAG_ERROR] == errors_before);
	return db_exec(l->db, "PRAGMA foreign_keys = ON", l->d) < 0 ? -1 : status;
}

static void count_rows(struct loader *l)
{
	struct load_stats *stats = l->stats;
	stats->rows = db_int_of(l->db, "SELECT count(*) FROM article", 0);
	for (size_t i = 0; i < l->table_count; i++) {
		const char *sql = arena_printf(&l->row, "SELECT count(*) FROM %.*s",
		                               STR_ARG(l->tables[i].name)).p;
		stats->rows += db_int_of(l->db, sql, 0);
	}
	stats->procedures = db_int_of(l->db, "SELECT count(DISTINCT code_national)"
	                                     " FROM procedure WHERE kind <> 'INTERNAL'", 0);
	stats->internal = db_int_of(l->db, "SELECT count(DISTINCT code_national)"
	                                   " FROM procedure WHERE kind = 'INTERNAL'", 0);
}

int load_project(const char *dir, struct db *db, struct load_stats *stats, struct diag *d)
{
	struct loader l = {.db = db, .d = d, .dir = dir, .stats = stats};
	size_t errors_before = d->by_level[DIAG_ERROR];
	*stats = (struct load_stats){0};
	read_sources(&l);
	load_open_tables(&l);
	int status = look(&l);
	if (status == 0 && anything_changed(&l))
		status = load_all(&l, errors_before);
	count_rows(&l);
	load_close_tables(&l);
	arena_release(&l.arena);
	arena_release(&l.row);
	return d->by_level[DIAG_ERROR] > errors_before ? -1 : status;
}
