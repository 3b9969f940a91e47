/* SPDX-License-Identifier: MIT
 * render - all pages and assets into the stage, by N workers */
#include "engine/render.h"
#include "engine/editions.h"

#include <stdlib.h>
#include <string.h>

#include "board/ledger.h"
#include "engine/search_files.h"
#include "sys/fs.h"
#include "sys/pool.h"

enum { BATCH = 16, ENOUGH_ERRORS = 2000 };

/* A page on its way through a worker. */
struct job {
	int64_t number; /* in the order of all pages */
	struct theme_page page;
	const struct edition *edition;
	bool is_posted;
	char posted[SEAL_HEX]; /* hash of what is posted at its address */
	/* then the result */
	char hash[SEAL_HEX];
	int64_t size;
	bool kept, failed;
	struct page_record *outline; /* of an HTML page, else NULL */
};

/* A link in a page's Markdown, to be looked up when all addresses are known. */
struct link {
	struct str target;
	struct place at;
};

/* The messages of one page. */
struct page_messages {
	int64_t number;
	struct diag d;
};

/* What the workers share; everything under `lock`. */
struct shared {
	const struct render *r;
	struct lock *lock;
	struct editions *editions;
	struct diag feed_diag;
	/* of the edition whose pages are taken: */
	size_t edition;
	struct db *first_db; /* that of the first edition stays: until then the data cannot move */
	struct db *feed_db;
	struct func_env feed_env, first_env;
	const struct route *routes;
	size_t route_count, next_route;
	struct theme_feed *feed;
	int64_t pages_most; /* of a feed; with more it counts as one without end */
	int64_t pages_left; /* of this one */
	int64_t number;
	bool stop; /* an error of the feed, or enough errors of pages */
	struct arena arena;
	struct page_messages *messages;
	size_t message_count, message_cap;
};

struct worker {
	struct shared *shared;
	const struct edition *edition; /* what db, env and theme are of; NULL: not yet any */
	struct db *db;
	struct func_env env;
	struct theme_worker *theme;
	struct arena batch, page; /* memory of a batch, of a page */
	struct sink sink;
	struct buf text; /* to read outlines in */
	struct diag d;
	struct link *links; /* of the batch */
	size_t link_count, link_cap;
	/* output over LIMIT_STREAM_AT goes to its file */
	struct fs_file *file;
	struct seal *seal;
	const char *stage_path;
	const struct theme_page *making;
	int64_t streamed;
};

/* The routes of an edition, on a connection that sees the tables in its language. */
static int open_edition(struct shared *s, size_t number)
{
	struct project *p = s->r->project;
	const struct edition *e = &p->editions[number];
	struct func_env *env = number ? &s->feed_env : &s->first_env;
	if (s->feed_db != s->first_db)
		db_close(s->feed_db);
	s->feed_db = NULL;
	s->edition = number;
	s->next_route = 0;
	s->routes = theme_routes(e->theme, &s->route_count);
	int status = project_connect_edition(p, e, env, &s->feed_db, &s->feed_diag);
	if (number == 0)
		s->first_db = s->feed_db;
	if (status < 0)
		return -1;
	int64_t more = db_int_of(s->feed_db, "SELECT sum(size) / 8 FROM source", 0);
	s->pages_most = LIMIT_PAGES + more;
	return 0;
}

/* The next route of all editions: 1, 0 no more, -1. Under the lock. */
static int open_feed(struct shared *s)
{
	const struct project *p = s->r->project;
	while (s->next_route == s->route_count) {
		if (s->edition + 1 == p->edition_count)
			return 0;
		if (open_edition(s, s->edition + 1) < 0)
			return -1;
	}
	const struct theme *t = p->editions[s->edition].theme;
	const struct route *route = &s->routes[s->next_route++];
	s->pages_left = s->pages_most;
	return theme_feed_open(&s->feed, t, s->feed_db, route, &s->feed_diag) < 0 ? -1 : 1;
}

/* The next page of all routes: 1, 0 no more, -1. Under the lock. */
static int next_page(struct shared *s, struct arena *a, struct theme_page *page)
{
	for (;;) {
		int status = s->feed ? 1 : open_feed(s);
		if (status == 1)
			status = theme_feed_next(s->feed, a, page, &s->feed_diag);
		if (status == 1 && s->pages_left-- == 0)
			return diag_add(&s->feed_diag, DIAG_R016,
			                (struct place){.file = page->route->file});
		if (status != 0 || !s->feed)
			return status;
		theme_feed_close(s->feed);
		s->feed = NULL;
	}
}

/* Fills a batch: how many, or -1. Under the lock. */
static int take_batch(struct worker *w, struct job *jobs)
{
	struct shared *s = w->shared;
	struct plan *plan = s->r->plan;
	int count = 0;
	while (count < BATCH && !s->stop) {
		struct job *j = &jobs[count];
		*j = (struct job){.number = s->number};
		int status = next_page(s, &w->batch, &j->page);
		if (status == 1)
			status =
			    plan_add(plan, j->page.path, j->page.route->file, &s->feed_diag) < 0
			        ? -1
			        : 1;
		if (status < 0)
			s->stop = true;
		if (status <= 0)
			break;
		j->edition = &s->r->project->editions[s->edition];
		j->page.languages = editions_of(s->editions, &w->batch, &j->page);
		j->is_posted = s->r->publish && plan_posted_hash(plan, j->page.path, j->posted);
		s->number++;
		count++;
	}
	return count;
}

/* A list without end would fill the disk. */
static int count(struct worker *w, struct str bytes, struct diag *d)
{
	w->streamed += (int64_t)bytes.n;
	if (w->streamed <= LIMIT_STREAM)
		return 0;
	struct place at = {.file = w->making->route->file};
	return diag_add(d, DIAG_T041, at, w->making->path);
}

static int stream(void *user, struct str bytes, struct diag *d)
{
	struct worker *w = user;
	if (!w->file) {
		if (fs_file_create(&w->file, w->stage_path, d) < 0)
			return -1;
		w->seal = seal_begin();
	}
	fs_file_put(w->file, bytes);
	seal_add(w->seal, bytes);
	return count(w, bytes, d);
}

/* Of what is not written the size is known, no more. */
static int count_bytes(void *user, struct str bytes, struct diag *d)
{
	return count(user, bytes, d);
}

/* Hash and size are known: whether the posted page has the same bytes. */
static bool is_kept(struct worker *w, struct job *j)
{
	j->kept = publish_is_posted(w->shared->r->publish, j->page.path,
	                            j->is_posted ? j->posted : NULL, j->hash, j->size, &w->page);
	return j->kept;
}

/* The rest of a streamed page; throws the file away when it is what is posted. */
static int finish_stream(struct worker *w, struct job *j, int status)
{
	struct str tail = buf_str(&w->sink.buf);
	if (status == 0)
		status = stream(w, tail, &w->d);
	seal_end(w->seal, j->hash);
	if (fs_file_close(w->file, &w->d) < 0)
		status = -1;
	j->size = w->streamed;
	w->file = NULL;
	if (status < 0)
		return -1;
	return is_kept(w, j) ? fs_remove_tree(w->stage_path, &w->d) : 0;
}

static int finish_whole(struct worker *w, struct job *j)
{
	struct str bytes = buf_str(&w->sink.buf);
	const struct render *r = w->shared->r;
	j->size = w->streamed + (int64_t)bytes.n;
	if (str_eqz(j->page.route->ext, "html"))
		j->outline = pages_read(r->pages, &w->batch, j->number, &j->page, bytes, &w->text);
	if (!r->publish)
		return 0;
	seal_sha256(bytes, j->hash);
	return is_kept(w, j) ? 0 : fs_write(w->stage_path, bytes, &w->d);
}

/* Connects anew where the edition is another than that of the page before. */
static int turn_to(struct worker *w, const struct edition *e)
{
	if (w->edition == e)
		return 0;
	theme_worker_close(w->theme);
	db_close(w->db);
	w->theme = NULL;
	w->db = NULL;
	w->edition = NULL;
	if (project_connect_edition(w->shared->r->project, e, &w->env, &w->db, &w->d) < 0 ||
	    theme_worker_open(&w->theme, e->theme, w->db, &w->d) < 0)
		return -1;
	w->edition = e;
	return 0;
}

static void render_page(struct worker *w, struct job *j)
{
	j->failed = true;
	if (turn_to(w, j->edition) < 0)
		return;
	buf_reset(&w->sink.buf);
	w->streamed = 0;
	w->making = &j->page;
	const struct publish *publish = w->shared->r->publish;
	if (publish)
		w->stage_path =
		    arena_printf(&w->page, "%s/%.*s", publish->stage, STR_ARG(j->page.path)).p;
	int status = theme_render(w->theme, &j->page, &w->page, &w->sink, &w->d);
	if (w->file)
		status = finish_stream(w, j, status);
	else if (status == 0)
		status = finish_whole(w, j);
	j->failed = status < 0 || diag_has_errors(&w->d);
	arena_reset(&w->page);
}

/* Hands a page's messages to the shared list. Under the lock. */
static void give_messages(struct worker *w, int64_t number)
{
	struct shared *s = w->shared;
	s->messages = arena_grow(&s->arena, s->messages, s->message_count, &s->message_cap,
	                         sizeof *s->messages);
	s->messages[s->message_count++] = (struct page_messages){number, w->d};
	w->d = (struct diag){.lang = w->d.lang};
	if (s->message_count >= ENOUGH_ERRORS)
		s->stop = true;
}

/* Under the lock. */
static void give_batch(struct worker *w, const struct job *jobs, int count)
{
	struct shared *s = w->shared;
	struct plan *plan = s->r->plan;
	int status = 0;
	for (int i = 0; i < count; i++) {
		const struct job *j = &jobs[i];
		struct str hash = {s->r->publish ? j->hash : NULL, s->r->publish ? SEAL_HEX : 0};
		struct plan_file f = {j->page.path, hash, j->size, j->kept};
		if (!j->failed && plan_finish(plan, &f, &s->feed_diag) < 0)
			status = -1;
		if (!j->failed && j->outline &&
		    pages_put(s->r->pages, j->outline, &s->feed_diag) < 0)
			status = -1;
	}
	for (size_t i = 0; i < w->link_count; i++)
		if (plan_link(plan, w->links[i].target, w->links[i].at, &s->feed_diag) < 0)
			status = -1;
	w->links = NULL;
	w->link_count = w->link_cap = 0;
	if (status < 0)
		s->stop = true;
	if (s->r->progress)
		s->r->progress(s->r->user, s->number);
}

/* A link of Markdown to a page of the site (what is one, func has decided): noted, and
 * checked when all pages are known. */
static int note_link(void *user, struct str url, struct place at, struct buf *out_url,
                     struct diag *d)
{
	struct worker *w = user;
	(void)d;
	struct str target = str_slice(url, 0, str_find_byte(url, '#', 0));
	w->links = arena_grow(&w->batch, w->links, w->link_count, &w->link_cap, sizeof *w->links);
	w->links[w->link_count++] = (struct link){arena_str(&w->batch, target),
	                                          {arena_str(&w->batch, at.file), at.line, at.col}};
	buf_put(out_url, url);
	return 0;
}

/* With the first edition, so that the first pages need not wait. */
static int open_worker(struct worker *w)
{
	w->env = (struct func_env){.link_check = note_link, .link_user = w, .d = &w->d};
	w->sink = (struct sink){.flush = w->shared->r->publish ? stream : count_bytes, .user = w};
	return turn_to(w, w->shared->r->project->editions);
}

static void close_worker(struct worker *w)
{
	theme_worker_close(w->theme);
	db_close(w->db);
	buf_release(&w->sink.buf);
	buf_release(&w->text);
	arena_release(&w->batch);
	arena_release(&w->page);
	diag_release(&w->d);
}

static void work_through(struct worker *w)
{
	struct shared *s = w->shared;
	struct job jobs[BATCH];
	int count;
	lock_take(s->lock);
	while ((count = take_batch(w, jobs)) > 0) {
		lock_give(s->lock);
		for (int i = 0; i < count; i++) {
			render_page(w, &jobs[i]);
			if (w->d.count) {
				lock_take(s->lock);
				give_messages(w, jobs[i].number);
				lock_give(s->lock);
			}
		}
		lock_take(s->lock);
		give_batch(w, jobs, count);
		arena_reset(&w->batch);
	}
	lock_give(s->lock);
}

static void run_worker(void *user, int number)
{
	struct worker w = {.shared = user};
	(void)number;
	w.d.lang = w.shared->feed_diag.lang;
	if (open_worker(&w) == 0)
		work_through(&w);
	lock_take(w.shared->lock);
	if (w.d.count)
		give_messages(&w, w.shared->number);
	lock_give(w.shared->lock);
	close_worker(&w);
}

static int by_number(const void *a, const void *b)
{
	int64_t x = ((const struct page_messages *)a)->number,
	        y = ((const struct page_messages *)b)->number;
	return (x > y) - (x < y);
}

/* All messages into `d`, in the order of the pages. */
static void join_messages(struct shared *s, struct diag *d)
{
	if (s->message_count)
		qsort(s->messages, s->message_count, sizeof *s->messages, by_number);
	struct map seen = {.arena = &s->arena};
	for (size_t i = 0; i < s->message_count; i++) {
		diag_join_once(d, &s->messages[i].d, &seen);
		diag_release(&s->messages[i].d);
	}
	diag_join_once(d, &s->feed_diag, &seen);
	diag_release(&s->feed_diag);
}

/* A file that is no page: an asset, the copy of the ledger. */
static int put_asset(const struct render *r, const struct asset *asset, struct arena *a,
                     struct diag *d)
{
	struct plan_file f = {.path = asset->path, .size = (int64_t)asset->bytes.n};
	char posted[SEAL_HEX], hash[SEAL_HEX];
	if (plan_add(r->plan, f.path, asset->logical, d) < 0)
		return -1;
	if (!r->publish)
		return plan_finish(r->plan, &f, d);
	bool is_posted = plan_posted_hash(r->plan, f.path, posted);
	seal_sha256(asset->bytes, hash);
	f.hash = (struct str){hash, SEAL_HEX};
	f.kept = publish_is_posted(r->publish, f.path, is_posted ? posted : NULL, hash, f.size, a);
	const char *path = arena_printf(a, "%s/%.*s", r->publish->stage, STR_ARG(f.path)).p;
	if (!f.kept && fs_write(path, asset->bytes, d) < 0)
		return -1;
	return plan_finish(r->plan, &f, d);
}

static int put_assets(const struct render *r, struct diag *d)
{
	struct arena a = {0};
	int status = 0;
	for (size_t i = 0; status == 0 && i < assets_count(r->project->assets); i++) {
		status = put_asset(r, assets_at(r->project->assets, i), &a, d);
		arena_reset(&a);
	}
	const struct asset ledger = {STR(LEDGER_FILE), STR(LEDGER_COPY), r->project->ledger};
	if (status == 0 && ledger.bytes.n)
		status = put_asset(r, &ledger, &a, d);
	arena_release(&a);
	return status;
}

/* A file of the search index, as they come. */
static int put_search(void *user, const struct asset *file, struct diag *d)
{
	const struct render *r = user;
	struct arena a = {0};
	int status = put_asset(r, file, &a, d);
	arena_release(&a);
	return status;
}

int render_all(const struct render *r, struct diag *d)
{
	struct shared s = {.r = r, .feed_diag = {.lang = d->lang}};
	int status = put_assets(r, d);
	if (status == 0)
		status = search_files_make(r->project, plan_db(r->plan), put_search, (void *)r, d);
	if (status == 0)
		status = editions_open(&s.editions, r->project, r->plan, &s.feed_diag);
	if (status == 0)
		status = open_edition(&s, 0);
	if (status == 0) {
		s.lock = lock_new();
		pool_run(r->jobs, run_worker, &s);
		theme_feed_close(s.feed);
		lock_free(s.lock);
	}
	editions_close(s.editions);
	if (s.feed_db != s.first_db)
		db_close(s.feed_db);
	db_close(s.first_db);
	join_messages(&s, d);
	arena_release(&s.arena);
	return diag_has_errors(d) ? -1 : status;
}
