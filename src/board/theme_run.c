/* SPDX-License-Identifier: MIT
 * theme_run - pages of a compiled theme: feeds give their rows, workers their bytes */
#include "board/theme_int.h"

#include <assert.h>
#include <string.h>

#include "fmt/original.h"
#include "sys/fs.h"

enum { DEEPEST = 16 }; /* folders below which partials are not kept */

/* --- feeds --------------------------------------------------------------------------- */

struct theme_feed {
	const struct theme *theme;
	const struct route *route;
	struct db_stmt *stmt;
	int url;
};

int theme_feed_open(struct theme_feed **out, const struct theme *t, struct db *db,
                    const struct route *route, struct diag *d)
{
	const struct theme_route *r = route->inner;
	struct db_stmt *s = NULL;
	if (db_prepare(db, r->pages->sql, r->pages->at, &s, d) < 0)
		return -1;
	for (size_t i = 0; i < r->pages->param_count; i++) {
		enum bind_from from = BIND_COLUMN;
		bind_constant(r->pages->params[i], &from);
		if (from == BIND_MEDIUM)
			db_bind_text(s, (int)i, route->medium);
		else if (from == BIND_LANG)
			db_bind_text(s, (int)i, t->language.lang);
		else
			db_bind_text(s, (int)i, t->date);
	}
	struct theme_feed *f = mem_resize(NULL, sizeof *f);
	int url = query_column(r->pages->columns, r->pages->column_count, STR("url"));
	*f = (struct theme_feed){t, route, s, url};
	*out = f;
	return 0;
}

/* A value of the row that a statement stands on; its text is borrowed. */
static struct value read_value(const struct db_stmt *s, int column)
{
	struct value v = {.type = db_column_type(s, column)};
	if (v.type == DB_INT)
		v.i = db_int(s, column);
	if (v.type == DB_REAL)
		v.r = db_real(s, column);
	v.s = db_text(s, column);
	return v;
}

int theme_feed_next(struct theme_feed *f, struct arena *a, struct theme_page *page,
                    struct diag *d)
{
	int status = db_step(f->stmt, d);
	if (status != 1)
		return status;
	struct value *values = arena_array(a, f->route->column_count, sizeof *values);
	for (size_t i = 0; i < f->route->column_count; i++) {
		values[i] = read_value(f->stmt, (int)i);
		if (values[i].s.p)
			values[i].s = arena_str(a, values[i].s);
	}
	struct str url = values[f->url].s;
	const struct theme_route *r = f->route->inner;
	if (!url.n)
		return diag_add(d, DIAG_R011, r->pages->at);
	if (!fs_name_is_safe(url))
		return diag_add(d, DIAG_P004, r->pages->at, url);
	*page = (struct theme_page){
		.route = f->route,
		.url = url,
		.path = arena_printf(a, "%.*s%.*s.%.*s", STR_ARG(f->route->folder), STR_ARG(url),
		                     STR_ARG(f->route->ext)),
		.values = values,
	};
	return 1;
}

void theme_feed_close(struct theme_feed *f)
{
	if (!f)
		return;
	db_finish(f->stmt);
	mem_free(f);
}

/* --- workers ------------------------------------------------------------------------- */

/* What is known of a slot's query stays known as long as the values bound to it are the same:
 * "{{#q?}}", "{{#q}}" and "{{^q?}}" of one row run it once. */
struct slot {
	struct db_stmt *stmt;            /* NULL until needed */
	const struct query_use *use;     /* whose values it had; NULL: nothing is known */
	int64_t row;                     /* which row of `use->deepest` gave them */
	bool has_rows, is_waiting;       /* at its first row, for who opens it */
};

struct theme_worker {
	const struct theme *theme;
	struct db *db;
	struct arena arena;              /* kept partials */
	struct slot *slots;
	struct tmpl_keep **keeps;        /* for route and depth: [index * DEEPEST + depth] */
	/* of the page being made: */
	const struct theme_page *page;
	struct str ways[WAYS];
	struct db_stmt *rows[LIMIT_DEPTH + 1]; /* [0] is the page's and is not used */
	int64_t numbers[LIMIT_DEPTH + 1];      /* of the rows they stand on; no two are the same */
	int64_t last_number;
	int row_count;
	struct buf finished;             /* a page with markup in place of marks */
	struct arena *page_arena;
};

int theme_worker_open(struct theme_worker **out, const struct theme *t, struct db *db,
                      struct diag *d)
{
	(void)d;
	struct theme_worker *w = mem_resize(NULL, sizeof *w);
	*w = (struct theme_worker){.theme = t, .db = db};
	w->slots = arena_array(&w->arena, t->slot_count, sizeof *w->slots);
	w->keeps = arena_array(&w->arena, t->route_count * DEEPEST, sizeof *w->keeps);
	*out = w;
	return 0;
}

void theme_worker_close(struct theme_worker *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->theme->slot_count; i++)
		db_finish(w->slots[i].stmt);
	buf_release(&w->finished);
	arena_release(&w->arena);
	mem_free(w);
}

static void bind_value(struct db_stmt *s, int i, const struct value *v)
{
	switch (v->type) {
	case DB_NULL:
		db_bind_null(s, i);
		return;
	case DB_INT:
		db_bind_int(s, i, v->i);
		return;
	case DB_REAL:
		db_bind_real(s, i, v->r);
		return;
	case DB_TEXT:
		break;
	}
	db_bind_text(s, i, v->s);
}

static void bind(struct theme_worker *w, struct db_stmt *s, int i, const struct bind *b)
{
	switch (b->from) {
	case BIND_COLUMN:
		if (b->frame == 0)
			bind_value(s, i, &w->page->values[b->column]);
		else
			db_bind_column(s, i, w->rows[b->frame], b->column);
		return;
	case BIND_MEDIUM:
		db_bind_text(s, i, w->page->route->medium);
		return;
	case BIND_LANG:
		db_bind_text(s, i, w->theme->language.lang);
		return;
	case BIND_DATE:
		db_bind_text(s, i, w->theme->date);
		return;
	case BIND_ROOT:
	case BIND_EDITION:
	case BIND_TOP:
		db_bind_text(s, i, w->ways[b->from - BIND_ROOT]);
		return;
	case BIND_URL:
		db_bind_text(s, i, w->page->url);
		return;
	case BIND_LANGUAGES:
		db_bind_text(s, i, w->page->languages);
		return;
	}
}

static bool has_same_values(const struct theme_worker *w, const struct slot *slot,
                            const struct query_use *use)
{
	if (!slot->use || slot->use->deepest != use->deepest ||
	    slot->row != w->numbers[use->deepest])
		return false;
	for (size_t i = 0; slot->use != use && i < use->query->param_count; i++) {
		const struct bind *a = &slot->use->binds[i], *b = &use->binds[i];
		if (a->from != b->from || a->frame != b->frame || a->column != b->column)
			return false;
	}
	return true;
}

/* The slot's statement waits at its first row: 1; 0 or -1 with it reset. */
static int begin(struct theme_worker *w, const struct query_use *use, struct diag *d)
{
	const struct query *q = use->query;
	struct slot *slot = &w->slots[use->slot];
	if (slot->is_waiting)
		db_reset(slot->stmt);
	slot->is_waiting = false;
	slot->use = NULL;
	if (!slot->stmt && db_prepare(w->db, q->sql, q->at, &slot->stmt, d) < 0)
		return -1;
	for (size_t i = 0; i < q->param_count; i++)
		bind(w, slot->stmt, (int)i, &use->binds[i]);
	int status = db_step(slot->stmt, d);
	if (status != 1)
		db_reset(slot->stmt);
	if (status >= 0) {
		slot->use = use;
		slot->row = w->numbers[use->deepest];
		slot->has_rows = slot->is_waiting = status == 1;
	}
	return status;
}

/* Whether the query has rows. */
static int ask(struct theme_worker *w, const struct query_use *use, struct diag *d)
{
	const struct slot *slot = &w->slots[use->slot];
	return has_same_values(w, slot, use) ? slot->has_rows : begin(w, use, d);
}

/* What waits is for this page only. */
static void forget_slots(struct theme_worker *w)
{
	for (size_t i = 0; i < w->theme->slot_count; i++) {
		struct slot *slot = &w->slots[i];
		if (slot->is_waiting)
			db_reset(slot->stmt);
		slot->is_waiting = false;
		slot->use = NULL;
	}
}

static int data_value(void *user, const struct tmpl_ref *ref, struct value *out, struct diag *d)
{
	(void)d;
	struct theme_worker *w = user;
	if (ref->kind == TMPL_ROOT)
		*out = (struct value){.type = DB_TEXT, .s = w->ways[ref->column]};
	else if (ref->frame == 0)
		*out = w->page->values[ref->column];
	else
		*out = read_value(w->rows[ref->frame], ref->column);
	return 0;
}

static int data_truth(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	struct theme_worker *w = user;
	if (ref->kind == TMPL_ROWS || ref->kind == TMPL_TRUTH)
		return ask(w, ref->what, d);
	struct value v = {.type = DB_NULL};
	data_value(user, ref, &v, d);
	return value_is_true(&v);
}

static int data_open(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	struct theme_worker *w = user;
	const struct query_use *use = ref->what;
	struct slot *slot = &w->slots[use->slot];
	int status = ask(w, use, d);
	if (status == 1 && !slot->is_waiting) /* its rows were read before */
		status = begin(w, use, d);
	if (status == 1) {
		assert(w->row_count < (int)countof(w->rows));
		slot->is_waiting = false;
		w->rows[w->row_count] = slot->stmt;
		w->numbers[w->row_count++] = ++w->last_number;
	}
	return status;
}

static int data_next(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	(void)ref;
	struct theme_worker *w = user;
	struct db_stmt *s = w->rows[w->row_count - 1];
	int status = db_step(s, d);
	w->numbers[w->row_count - 1] = ++w->last_number;
	if (status == 0) {
		db_reset(s);
		w->row_count--;
	}
	return status;
}

static const struct tmpl_data theme_data = {data_value, data_truth, data_open, data_next};

static size_t depth_of(struct str path)
{
	size_t depth = 0;
	for (size_t i = 0; i < path.n; i++)
		depth += path.p[i] == '/';
	return depth;
}

/* "../" for each folder. */
static struct str up(struct arena *a, size_t depth)
{
	char *p = arena_alloc(a, depth * 3 + 1);
	for (size_t i = 0; i < depth; i++)
		memcpy(p + i * 3, "../", 3);
	return (struct str){p, depth * 3};
}

/* From the page to the site's folder, to that of its medium and language, to that of the
 * website in its language. */
static void find_ways(struct theme_worker *w, struct arena *a, size_t depth)
{
	struct str folder = w->page->route->folder, language = w->theme->language.folder;
	struct str top = up(a, depth);
	bool is_web = str_eq(folder, language);
	w->ways[WAY_TOP] = top;
	w->ways[WAY_ROOT] = is_web ? up(a, depth - depth_of(folder))
	                           : arena_printf(a, "%.*s%.*s", STR_ARG(top), STR_ARG(language));
	w->ways[WAY_EDITION] = is_web ? w->ways[WAY_ROOT]
	                              : arena_printf(a, "%.*s%.*s", STR_ARG(top), STR_ARG(folder));
}

/* An interface text, without marks; its key where there is none. */
static struct str text_of(struct theme_worker *w, const char *key)
{
	const struct value *text = map_get(&w->theme->texts, str_from(key));
	return original_bare(w->page_arena, text ? text->s : str_from(key));
}

/* A page of a further language: its marks become markup. */
static void finish(struct theme_worker *w, struct buf *page)
{
	const struct theme_language *l = &w->theme->language;
	if (!l->origin.p || !original_is_in(buf_str(page)))
		return;
	const struct original_words words = {l->origin, text_of(w, "language.original"),
	                                     text_of(w, "language.original_part")};
	buf_reset(&w->finished);
	w->finished.max = page->max;
	original_finish(&w->finished, buf_str(page), &words);
	struct buf other = *page;
	*page = w->finished;
	w->finished = other;
}

static struct tmpl_keep *keep_of(struct theme_worker *w, const struct route *route, size_t depth)
{
	const struct theme_route *r = route->inner;
	size_t count = tmpl_keep_count(r->program);
	if (depth >= DEEPEST || !count)
		return NULL;
	struct tmpl_keep **keep = &w->keeps[route->index * DEEPEST + depth];
	if (!*keep)
		*keep = arena_array(&w->arena, count, sizeof **keep);
	return *keep;
}

int theme_render(struct theme_worker *w, const struct theme_page *page, struct arena *a,
                 struct sink *out, struct diag *d)
{
	const struct theme_route *r = page->route->inner;
	size_t depth = depth_of(page->path);
	w->page = page;
	w->page_arena = a;
	find_ways(w, a, depth);
	w->row_count = 1;
	w->numbers[0] = ++w->last_number;
	struct tmpl_run run = {
		.data = &theme_data, .user = w, .page = page->path,
		.keep = keep_of(w, page->route, depth), .keep_arena = &w->arena,
	};
	int status = tmpl_run(r->program, &run, out, d);
	while (w->row_count > 1)
		db_reset(w->rows[--w->row_count]);
	forget_slots(w);
	finish(w, &out->buf);
	const struct place at = {.file = page->route->file};
	if (status == 0 && out->buf.full)
		status = diag_add(d, DIAG_T032, at, page->path);
	return status;
}
