/* SPDX-License-Identifier: MIT
 * editions - which page there is in which language */
#include "engine/editions.h"

#include "fmt/html.h"
#include "sys/db.h"

struct editions {
	const struct project *project;
	struct db_stmt *find;
};

static int add_route(const struct theme *t, const struct route *r, struct db *db,
                     struct db_stmt *add, struct diag *d)
{
	struct arena a = {0};
	struct theme_page page;
	struct theme_feed *feed = NULL;
	int status = theme_feed_open(&feed, t, db, r, d);
	while (status == 0 && (status = theme_feed_next(feed, &a, &page, d)) == 1) {
		db_bind_text(add, 0, page.path);
		status = db_run(add, NULL, NULL, d);
		arena_reset(&a);
	}
	theme_feed_close(feed);
	arena_release(&a);
	return status;
}

static int add_edition(struct project *p, const struct edition *e, struct db_stmt *add,
                       struct diag *d)
{
	struct func_env env = {0};
	struct db *db = NULL;
	size_t count;
	const struct route *routes = theme_routes(e->theme, &count);
	int status = project_connect_edition(p, e, &env, &db, d);
	for (size_t i = 0; i < count && status == 0; i++)
		if (str_eqz(routes[i].ext, "html"))
			status = add_route(e->theme, &routes[i], db, add, d);
	db_close(db);
	return status;
}

int editions_open(struct editions **out, struct project *p, struct plan *plan, struct diag *d)
{
	struct db *db = plan_db(plan);
	*out = NULL;
	if (p->edition_count < 2)
		return 0;
	if (db_exec(db, "CREATE TABLE address (path TEXT PRIMARY KEY) WITHOUT ROWID", d) < 0)
		return -1;
	struct db_stmt *add = db_must_prepare(db, "INSERT OR IGNORE INTO address VALUES (?1)");
	int status = 0;
	for (size_t i = 1; i < p->edition_count && status == 0; i++)
		status = add_edition(p, &p->editions[i], add, d);
	db_finish(add);
	if (status < 0)
		return -1;
	struct editions *e = mem_resize(NULL, sizeof *e);
	*e = (struct editions){p, db_must_prepare(db, "SELECT 1 FROM file WHERE path = ?1 UNION ALL"
	                                              " SELECT 1 FROM address WHERE path = ?1")};
	*out = e;
	return 0;
}

void editions_close(struct editions *e)
{
	if (!e)
		return;
	db_finish(e->find);
	mem_free(e);
}

static bool is_there(struct editions *e, struct str path)
{
	struct diag unheard = {0};
	db_bind_text(e->find, 0, path);
	bool found = db_step(e->find, &unheard) == 1;
	db_reset(e->find);
	diag_release(&unheard);
	return found;
}

/* FOLDER/a/b.html: a/index.html, then index.html, in the folder; absent when there is none. */
static struct str find_index(struct editions *e, struct arena *a, struct str folder, struct str url)
{
	for (size_t i = url.n + 1; i-- > 0;) {
		if (i > 0 && url.p[i - 1] != '/')
			continue;
		struct str path =
		    arena_printf(a, "%.*s%.*sindex.html", STR_ARG(folder), (int)i, url.p);
		if (is_there(e, path))
			return path;
	}
	return (struct str){0};
}

struct str editions_of(struct editions *e, struct arena *a, const struct theme_page *page)
{
	if (!e || !str_eqz(page->route->ext, "html"))
		return (struct str){0};
	struct str medium = str_eqz(page->route->medium, "web")
	                        ? STR("")
	                        : arena_printf(a, "%.*s/", STR_ARG(page->route->medium));
	struct buf out = {0};
	buf_putc(&out, '[');
	for (size_t i = 0; i < e->project->edition_count; i++) {
		const struct theme_language *l = &e->project->editions[i].language;
		struct str folder =
		    arena_printf(a, "%.*s%.*s", STR_ARG(medium), STR_ARG(l->folder));
		struct str path =
		    arena_printf(a, "%.*s%.*s.html", STR_ARG(folder), STR_ARG(page->url));
		bool is_same = is_there(e, path);
		if (!is_same)
			path = find_index(e, a, folder, page->url);
		if (!path.p)
			continue;
		buf_printf(&out, "%s[\"%.*s\",\"", out.len > 1 ? "," : "", STR_ARG(l->lang));
		html_put(&out, path, HTML_JSON);
		buf_printf(&out, "\",%d]", is_same);
	}
	buf_putc(&out, ']');
	struct str json = arena_str(a, buf_str(&out));
	buf_release(&out);
	return json;
}
