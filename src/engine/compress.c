/* SPDX-License-Identifier: MIT
 * compress - .gz and .br beside the files of a site */
#include "engine/compress.h"

#include <string.h>

#include "fmt/squeeze.h"
#include "sys/db.h"
#include "sys/fs.h"
#include "sys/pool.h"

enum { BATCH = 16, PIECE = 64 << 10 };

/* What compresses well; pictures and typefaces are compressed inside. */
static const char *const endings[] = {".html", ".css",    ".js",  ".mjs", ".json", ".jsonld",
                                      ".csv",  ".xml",    ".txt", ".svg", ".rtf",  ".md",
                                      ".map",  ".webmanifest"};

/* The list is a table of its own, as files are added to that of files while it is read. Less than
 * a packet's bytes travel as fast as they are. */
static const char schema[] =
    "CREATE TABLE to_compress AS SELECT path, hash, size, kept FROM file WHERE size >= 1400"
    "  ORDER BY path COLLATE BINARY";
static const char cache_schema[] =
    "CREATE TABLE IF NOT EXISTS cache.made (content TEXT, how TEXT, hash TEXT NOT NULL,"
    "  size INT NOT NULL, PRIMARY KEY (content, how)) WITHOUT ROWID";

enum { NEXT, FIND, KEEP, STATEMENTS };
static const char *const statements[STATEMENTS] = {
    [NEXT] = "SELECT path, hash, size, kept FROM to_compress ORDER BY rowid",
    [FIND] = "SELECT hash, size FROM cache.made WHERE content = ?1 AND how = ?2",
    [KEEP] = "INSERT OR REPLACE INTO cache.made VALUES (?1, ?2, ?3, ?4)",
};
static const char forget[] =
    "DELETE FROM cache.made WHERE content NOT IN (SELECT hash FROM file WHERE hash IS NOT NULL)";

/* A file, and what is made of it. */
struct form {
	struct str path;
	bool is_known, is_posted;
	char posted[SEAL_HEX]; /* hash of what is posted at its address */
	char hash[SEAL_HEX];   /* of the bytes that there will be; already, when it is known */
	int64_t size;
	bool is_new;           /* it has been made now */
	bool kept;
};
struct job {
	struct str path, hash;
	int64_t size;
	bool kept; /* it lies in what is posted, not in the stage */
	struct form forms[SQUEEZE_KINDS];
};

/* What the workers share; everything under `lock`. */
struct shared {
	const struct compress *c;
	struct lock *lock;
	struct db_stmt *run[STATEMENTS];
	struct str how[SQUEEZE_KINDS];
	bool is_over; /* no more files, or an error */
	bool is_changed;
	struct arena arena;
	struct diag d;
};

struct worker {
	struct shared *shared;
	struct arena batch, page; /* memory of a batch, of a file */
	/* of the file being made: */
	struct squeeze *squeeze;
	struct fs_file *file;
	struct seal *seal;
	struct buf out;
	int64_t size;
	struct diag d;
};

/* --- under the lock ---------------------------------------------------------------------- */

static bool is_text(struct str path)
{
	for (size_t i = 0; i < countof(endings); i++)
		if (str_ends(path, str_from(endings[i])))
			return true;
	return false;
}

/* Whether it is known what the file becomes, which must be a file of nobody else's. */
static int find_form(struct worker *w, const struct job *j, enum squeeze_kind kind, struct form *f)
{
	struct shared *s = w->shared;
	struct db_stmt *find = s->run[FIND];
	*f = (struct form){.path = arena_printf(&w->batch, "%.*s%.*s", STR_ARG(j->path),
	                                        STR_ARG(squeeze_ending(kind)))};
	if (plan_add(s->c->plan, f->path, j->path, &s->d) < 0)
		return -1;
	f->is_posted = plan_posted_hash(s->c->plan, f->path, f->posted);
	db_bind_text(find, 0, j->hash);
	db_bind_text(find, 1, s->how[kind]);
	int status = db_step(find, &s->d);
	if (status == 1 && db_text(find, 0).n == SEAL_HEX) {
		f->is_known = true;
		memcpy(f->hash, db_text(find, 0).p, SEAL_HEX);
		f->size = db_int(find, 1);
	}
	db_reset(find);
	return status < 0 ? -1 : 0;
}

/* The next file: 1; 0 no more; -1. */
static int take(struct worker *w, struct job *j)
{
	struct shared *s = w->shared;
	struct db_stmt *next = s->run[NEXT];
	int status;
	while ((status = db_step(next, &s->d)) == 1 && !is_text(db_text(next, 0)))
		;
	if (status != 1)
		return status;
	*j = (struct job){arena_str(&w->batch, db_text(next, 0)),
	                  arena_str(&w->batch, db_text(next, 1)), db_int(next, 2),
	                  db_int(next, 3) != 0};
	for (int kind = 0; kind < SQUEEZE_KINDS; kind++)
		if (find_form(w, j, kind, &j->forms[kind]) < 0)
			return -1;
	return 1;
}

static int take_batch(struct worker *w, struct job *jobs)
{
	int count = 0;
	while (count < BATCH && !w->shared->is_over)
		if (take(w, &jobs[count]) == 1)
			count++;
		else
			w->shared->is_over = true;
	return count;
}

static int give(struct shared *s, const struct job *j, const struct form *f)
{
	const struct plan_file file = {f->path, {f->hash, SEAL_HEX}, f->size, f->kept};
	struct db_stmt *keep = s->run[KEEP];
	if (plan_finish(s->c->plan, &file, &s->d) < 0)
		return -1;
	if (!f->is_new)
		return 0;
	db_bind_text(keep, 0, j->hash);
	db_bind_text(keep, 1, s->how[f - j->forms]);
	db_bind_text(keep, 2, file.hash);
	db_bind_int(keep, 3, f->size);
	s->is_changed = true;
	return db_run(keep, NULL, NULL, &s->d);
}

static int give_batch(struct shared *s, const struct job *jobs, int count)
{
	int status = 0;
	for (int i = 0; i < count * SQUEEZE_KINDS && status == 0; i++) {
		const struct job *j = &jobs[i / SQUEEZE_KINDS];
		status = give(s, j, &j->forms[i % SQUEEZE_KINDS]);
	}
	return status;
}

/* --- without it -------------------------------------------------------------------------- */

static void put_out(struct worker *w)
{
	fs_file_put(w->file, buf_str(&w->out));
	seal_add(w->seal, buf_str(&w->out));
	w->size += (int64_t)w->out.len;
	buf_reset(&w->out);
}

static void put_piece(void *user, struct str bytes)
{
	struct worker *w = user;
	squeeze_put(w->squeeze, bytes, false, &w->out);
	if (w->out.len > PIECE)
		put_out(w);
}

/* Fills hash and size. */
static int make(struct worker *w, const struct job *j, struct form *f, const char *from,
                const char *to)
{
	if (fs_file_create(&w->file, to, &w->d) < 0)
		return -1;
	w->size = 0;
	w->seal = seal_begin();
	w->squeeze = squeeze_open((enum squeeze_kind)(f - j->forms), j->size);
	int status = fs_read_pieces(from, put_piece, w, &w->d);
	squeeze_put(w->squeeze, STR(""), true, &w->out);
	put_out(w);
	squeeze_close(w->squeeze);
	seal_end(w->seal, f->hash);
	f->size = w->size;
	f->is_new = true;
	return fs_file_close(w->file, &w->d) < 0 ? -1 : status;
}

static bool is_posted(struct worker *w, const struct form *f)
{
	return publish_is_posted(w->shared->c->publish, f->path, f->is_posted ? f->posted : NULL,
	                         f->hash, f->size, &w->page);
}

static int make_form(struct worker *w, const struct job *j, struct form *f)
{
	const struct publish *p = w->shared->c->publish;
	f->kept = f->is_known && is_posted(w, f);
	if (f->kept)
		return 0;
	const char *from = arena_printf(&w->page, "%s/%.*s", j->kept ? p->live : p->stage,
	                                STR_ARG(j->path)).p;
	const char *to = arena_printf(&w->page, "%s/%.*s", p->stage, STR_ARG(f->path)).p;
	if (make(w, j, f, from, to) < 0)
		return -1;
	f->kept = is_posted(w, f);
	return f->kept ? fs_remove_tree(to, &w->d) : 0;
}

static int make_batch(struct worker *w, struct job *jobs, int count)
{
	int status = 0;
	for (int i = 0; i < count * SQUEEZE_KINDS && status == 0; i++) {
		struct job *j = &jobs[i / SQUEEZE_KINDS];
		status = make_form(w, j, &j->forms[i % SQUEEZE_KINDS]);
		arena_reset(&w->page);
	}
	return status;
}

static void run_worker(void *user, int number)
{
	struct worker w = {.shared = user};
	struct shared *s = user;
	struct job jobs[BATCH];
	int count;
	(void)number;
	w.d.lang = s->d.lang;
	lock_take(s->lock);
	while ((count = take_batch(&w, jobs)) > 0) {
		lock_give(s->lock);
		int status = make_batch(&w, jobs, count);
		lock_take(s->lock);
		if (status < 0 || give_batch(s, jobs, count) < 0)
			s->is_over = true;
		arena_reset(&w.batch);
	}
	diag_join(&s->d, &w.d);
	lock_give(s->lock);
	diag_release(&w.d);
	buf_release(&w.out);
	arena_release(&w.page);
	arena_release(&w.batch);
}

/* --- all --------------------------------------------------------------------------------- */

static int attach(struct db *db, const char *path, struct diag *d)
{
	return db_attach(db, path, "cache", d) < 0 ? -1 : db_exec(db, cache_schema, d);
}

/* What cannot be read is no cache: a new one. */
static int open_cache(struct db *db, const struct project *p, struct arena *a, struct diag *d)
{
	struct diag unheard = {0};
	const char *path = fs_join(a, p->cache, "compressed.db");
	int status = attach(db, path, &unheard);
	if (status < 0) {
		(void)!db_exec(db, "DETACH cache", &unheard);
		status = fs_remove_tree(path, d) < 0 ? -1 : attach(db, path, d);
	}
	diag_release(&unheard);
	return status;
}

static void describe(struct shared *s)
{
	struct buf text = {0};
	for (int kind = 0; kind < SQUEEZE_KINDS; kind++) {
		buf_reset(&text);
		squeeze_describe(kind, &text);
		s->how[kind] = arena_str(&s->arena, buf_str(&text));
	}
	buf_release(&text);
}

static void run(struct shared *s, struct db *db)
{
	describe(s);
	for (int i = 0; i < STATEMENTS; i++)
		s->run[i] = db_must_prepare(db, statements[i]);
	s->lock = lock_new();
	pool_run(s->c->jobs, run_worker, s);
	lock_free(s->lock);
	for (int i = 0; i < STATEMENTS; i++)
		db_finish(s->run[i]);
}

int compress_all(const struct compress *c, struct diag *d)
{
	struct shared s = {.c = c, .d = {.lang = d->lang}};
	struct db *db = plan_db(c->plan);
	int status = open_cache(db, c->project, &s.arena, d);
	if (status == 0)
		status = plan_begin(c->plan, d);
	if (status == 0)
		status = db_exec(db, schema, d);
	if (status == 0)
		run(&s, db);
	diag_join(d, &s.d);
	if (status == 0 && !diag_has_errors(&s.d) && s.is_changed)
		status = db_exec(db, forget, d);
	if (status == 0 && !diag_has_errors(&s.d))
		status = plan_commit(c->plan, d);
	status = diag_has_errors(&s.d) ? -1 : status;
	diag_release(&s.d);
	arena_release(&s.arena);
	return status;
}
