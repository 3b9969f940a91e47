/* SPDX-License-Identifier: MIT
 * theme - all templates and their queries, compiled */
#include "board/theme_int.h"

#include <stdlib.h>

#include "fmt/original.h"

const struct theme_medium theme_media[MEDIA] = {
	{{"web", 3}, {"", 0}},
	{{"kiosk", 5}, {"kiosk/", 6}},
	{{"bang", 4}, {"bang/", 5}},
	{{"in", 2}, {"in/", 3}},
};

const struct str theme_ways[WAYS] = {{"root", 4}, {"edition", 7}, {"top", 3}};

static const struct { const char *ext; enum tmpl_format format; } formats[] = {
	{"html", TMPL_HTML}, {"xml", TMPL_XML}, {"svg", TMPL_XML}, {"json", TMPL_JSON},
	{"jsonld", TMPL_JSON}, {"webmanifest", TMPL_JSON}, {"js", TMPL_JSON},
	{"csv", TMPL_CSV}, {"css", TMPL_CSS}, {"txt", TMPL_TXT},
};

/* --- files --------------------------------------------------------------------------- */

static struct str place_name(struct theme *t, struct str path)
{
	return arena_printf(t->arena, "templates/%.*s", STR_ARG(path));
}

/* Takes what follows the last point off *rest; absent when there is none in the name. */
static struct str cut_ext(struct str *rest)
{
	for (size_t i = rest->n; i-- > 0 && rest->p[i] != '/';) {
		if (rest->p[i] != '.')
			continue;
		struct str ext = str_slice(*rest, i + 1, rest->n);
		*rest = str_slice(*rest, 0, i);
		return ext;
	}
	return (struct str){0};
}

static bool set_format(struct theme_template *t)
{
	for (size_t i = 0; i < countof(formats); i++) {
		if (str_eqz(t->ext, formats[i].ext)) {
			t->format = formats[i].format;
			return true;
		}
	}
	return false;
}

/* The medium in "procedure.kiosk"; another word there is a mistake. */
static bool set_medium(struct theme_template *t)
{
	struct str stem = t->stem, word = cut_ext(&stem);
	if (!word.p)
		return true;
	for (int i = 1; i < MEDIA; i++) {
		if (str_eq(word, theme_media[i].name)) {
			t->medium = i;
			t->stem = stem;
			return true;
		}
	}
	return false;
}

static int add_template(struct theme *t, const struct theme_file *f, struct diag *d)
{
	struct theme_template *new = arena_new(t->arena, struct theme_template);
	struct str file = place_name(t, f->path);
	new->path = new->stem = f->path;
	new->ext = cut_ext(&new->stem);
	if (!set_format(new))
		return diag_add(d, DIAG_R013, (struct place){.file = file},
		                new->ext.p ? new->ext : STR(""));
	if (!set_medium(new))
		return diag_add(d, DIAG_R012, (struct place){.file = file}, f->path);
	map_put(&t->templates, f->path, new);
	if (f->bytes.n > LIMIT_CONFIG)
		return diag_add(d, DIAG_P003, (struct place){.file = file}, file,
		                arena_printf(t->arena, "%d", LIMIT_CONFIG));
	return tmpl_parse(t->arena, file, f->bytes, &new->tmpl, d);
}

static int add_queries(struct theme *t, const struct theme_file *f, struct db *db, struct diag *d)
{
	struct query_file *q = NULL;
	struct str stem = f->path;
	cut_ext(&stem);
	int status = route_parse(t->arena, place_name(t, f->path), f->bytes, &q, d);
	map_put(&t->queries, stem, q);
	return route_describe(q, t->arena, db, d) < 0 ? -1 : status;
}

static int order_files(const void *a, const void *b)
{
	const struct theme_file *const *x = a, *const *y = b;
	int order = str_cmp((*x)->path, (*y)->path);
	return order ? order : (*x > *y) - (*x < *y);
}

/* Files by path; of several with one path the last given. */
static int add_files(struct theme *t, const struct theme_files *files, struct db *db,
                     struct diag *d)
{
	const struct theme_file **list = arena_array(t->arena, files->count, sizeof *list);
	int status = 0;
	for (size_t i = 0; i < files->count; i++)
		list[i] = &files->items[i];
	if (files->count)
		qsort(list, files->count, sizeof *list, order_files);
	for (size_t i = 0; i < files->count; i++) {
		const struct theme_file *f = list[i];
		bool is_replaced = i + 1 < files->count && str_eq(f->path, list[i + 1]->path);
		if (is_replaced || str_starts(f->path, STR("i18n/")))
			continue;
		int result = str_ends(f->path, STR(".sql")) ? add_queries(t, f, db, d)
		                                            : add_template(t, f, d);
		status = result < 0 ? -1 : status;
	}
	for (size_t i = 0; i < t->templates.count; i++) {
		struct theme_template *one = t->templates.entries[i].value;
		one->queries = map_get(&t->queries, one->stem);
	}
	return status;
}

/* --- constants ----------------------------------------------------------------------- */

/* What a further language lacks stands in the data's, with marks. */
static struct str constant_text(struct theme *t, const struct db_stmt *row)
{
	bool is_marked = db_column_count(row) > 2 && db_int(row, 2) && t->language.origin.p;
	return is_marked ? original_marked(t->arena, db_text(row, 1))
	                 : arena_str(t->arena, db_text(row, 1));
}

static int read_constants(struct theme *t, struct map *into, struct db *db, struct str sql,
                          struct diag *d)
{
	const struct theme_language *l = &t->language;
	const struct str params[] = {l->lang, l->origin.p ? l->origin : l->lang};
	struct db_stmt *s = NULL;
	if (db_prepare(db, sql, NOWHERE, &s, d) < 0)
		return -1;
	for (int i = 0; i < db_param_count(s); i++)
		db_bind_text(s, i, params[i]);
	int status = db_step(s, d);
	for (; status == 1; status = db_step(s, d)) {
		struct value *v = arena_new(t->arena, struct value);
		*v = (struct value){.type = DB_TEXT, .s = constant_text(t, s)};
		map_put(into, arena_str(t->arena, db_text(s, 0)), v);
	}
	db_finish(s);
	return status;
}

static int read_date(struct theme *t, struct db *db, struct diag *d)
{
	struct map one = {.arena = t->arena};
	if (read_constants(t, &one, db, STR("SELECT 'date', build_date()"), d) < 0)
		return -1;
	const struct value *v = map_get(&one, STR("date"));
	t->date = v->s;
	return 0;
}

/* --- routes -------------------------------------------------------------------------- */

static int check_pages(const struct query *pages, struct diag *d)
{
	enum bind_from from = BIND_COLUMN;
	int status = 0;
	if (pages->is_broken)
		return -1;
	if (query_column(pages->columns, pages->column_count, STR("url")) < 0)
		status = diag_add(d, DIAG_R008, pages->at);
	for (size_t i = 0; i < pages->param_count; i++) {
		if (!bind_constant(pages->params[i], &from) || !bind_is_of_pages(from))
			status = diag_add(d, DIAG_R010, pages->at, pages->params[i], pages->name,
			                  STR(":medium, :lang, :date"));
	}
	return status;
}

/* Queries without a template beside them would never run; pages have to be sound. */
static int check_queries(struct theme *t, struct diag *d)
{
	int status = 0;
	for (size_t i = 0; i < t->queries.count; i++) {
		const struct query_file *q = t->queries.entries[i].value;
		const struct query *pages = route_find(q, STR("pages"));
		bool is_used = false;
		for (size_t k = 0; k < t->templates.count && !is_used; k++) {
			const struct theme_template *one = t->templates.entries[k].value;
			is_used = one->queries == q;
		}
		if (!is_used)
			status = diag_add(d, DIAG_R009, (struct place){.file = q->file},
			                  t->queries.entries[i].key);
		if (pages && check_pages(pages, d) < 0)
			status = -1;
		for (size_t k = 0; k < q->count; k++) {
			const struct query *one = &q->queries[k];
			const struct str *columns = one->columns;
			for (int way = 0; way < WAYS; way++)
				if (query_column(columns, one->column_count, theme_ways[way]) !=
				    NO_COLUMN)
					status = diag_add(d, DIAG_R014, one->at, one->name,
					                  theme_ways[way]);
		}
	}
	return status;
}

/* In a further language: pages of web and kiosk. Paper, wall, scripts and styles only when the
 * query `pages` says something of :lang; data are there once. */
static bool is_made(const struct theme *t, const struct theme_template *one,
                    const struct query *pages)
{
	bool asks = false;
	for (size_t i = 0; i < pages->param_count; i++)
		asks = asks || str_eqz(pages->params[i], "lang");
	bool is_page = one->format == TMPL_HTML;
	bool is_spoken = one->medium == 0 || str_eqz(theme_media[one->medium].name, "kiosk");
	bool is_part = one->format == TMPL_CSS || str_eqz(one->ext, "js");
	return !t->language.origin.p || (is_page && is_spoken) || (asks && (is_page || is_part));
}

static void add_route(struct theme *t, const struct theme_template *one, const struct query *pages)
{
	struct theme_route *inner = arena_new(t->arena, struct theme_route);
	*inner = (struct theme_route){.tmpl = one, .pages = pages};
	t->routes[t->route_count++] = (struct route){
		.name = one->stem, .ext = one->ext, .file = place_name(t, one->path),
		.medium = theme_media[one->medium].name, .lang = t->language.lang,
		.folder = arena_printf(t->arena, "%.*s%.*s",
		                       STR_ARG(theme_media[one->medium].folder),
		                       STR_ARG(t->language.folder)),
		.column_count = pages->column_count, .columns = pages->columns, .inner = inner,
	};
}

static int order_routes(const void *a, const void *b)
{
	const struct route *x = a, *y = b;
	int order = str_cmp(x->name, y->name);
	if (!order)
		order = str_cmp(x->medium, y->medium);
	return order ? order : str_cmp(x->ext, y->ext);
}

static void find_routes(struct theme *t)
{
	t->routes = arena_array(t->arena, t->templates.count, sizeof *t->routes);
	for (size_t i = 0; i < t->templates.count; i++) {
		const struct theme_template *one = t->templates.entries[i].value;
		const struct query *pages = route_find(one->queries, STR("pages"));
		if (pages && is_made(t, one, pages))
			add_route(t, one, pages);
	}
	if (t->route_count)
		qsort(t->routes, t->route_count, sizeof *t->routes, order_routes);
	for (size_t i = 0; i < t->route_count; i++)
		t->routes[i].index = i;
}

static int compile_routes(struct theme *t, struct diag *d)
{
	int status = 0;
	struct map seen = {.arena = t->arena}; /* a layout's mistake is found by all its pages */
	for (size_t i = 0; i < t->route_count; i++) {
		struct theme_route *r = (struct theme_route *)t->routes[i].inner;
		struct diag own = {.lang = d->lang};
		if (!r->tmpl->tmpl || r->pages->is_broken || theme_compile_route(t, r, &own) < 0)
			status = -1;
		diag_join_once(d, &own, &seen);
		diag_release(&own);
	}
	return status;
}

/* The date, the settings and the texts of the interface, in the theme's language. */
static int read_all_constants(struct theme *t, struct db *db, struct diag *d)
{
	t->settings = t->texts = (struct map){.arena = t->arena};
	if (read_date(t, db, d) < 0 ||
	    read_constants(t, &t->settings, db, STR("SELECT key, value FROM setting ORDER BY key"),
	                   d) < 0)
		return -1;
	return read_constants(t, &t->texts, db,
	                      STR("SELECT key, value, lang <> ?1 FROM text WHERE lang IN (?1, ?2)"
	                          " ORDER BY lang = ?1, key"),
	                      d);
}

int theme_compile(struct theme **out, struct arena *a, const struct theme_files *files,
                  struct db *db, const struct theme_language *l, struct diag *d)
{
	struct theme *t = arena_new(a, struct theme);
	*t = (struct theme){.arena = a, .language = *l};
	t->templates.arena = t->queries.arena = a;
	*out = NULL;
	if (read_all_constants(t, db, d) < 0)
		return -1;
	int status = add_files(t, files, db, d);
	if (check_queries(t, d) < 0)
		status = -1;
	find_routes(t);
	if (compile_routes(t, d) < 0)
		status = -1;
	*out = status < 0 ? NULL : t;
	return status;
}

int theme_translate(struct theme **out, const struct theme *first, struct db *db,
                    const struct theme_language *l, struct diag *d)
{
	struct theme *t = arena_new(first->arena, struct theme);
	*t = (struct theme){.arena = first->arena,
	                    .language = *l,
	                    .templates = first->templates,
	                    .queries = first->queries};
	*out = NULL;
	if (read_all_constants(t, db, d) < 0)
		return -1;
	find_routes(t);
	if (compile_routes(t, d) < 0)
		return -1;
	*out = t;
	return 0;
}

const struct route *theme_routes(const struct theme *t, size_t *count)
{
	*count = t->route_count;
	return t->routes;
}
