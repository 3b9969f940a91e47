/* SPDX-License-Identifier: MIT
 *
 * theme - all templates and their queries, compiled; pages in, bytes out
 *
 * A theme is a folder of pairs: NAME.sql holds named queries, NAME.html and its sisters
 * the markup. Where the .sql has a query `pages`, each sister is a route: every row of
 * `pages` is one page.
 *
 *   NAME.html        medium web     NAME.html        at   URL.html
 *   NAME.kiosk.html  medium kiosk                    at   kiosk/URL.html
 *   NAME.bang.html   medium bang                     at   bang/URL.html
 *   NAME.in.html     medium in                       at   in/URL.html
 *   NAME.json .csv .xml .txt .svg    medium web      at   URL.json ...
 *
 * Owns     a theme lives in the arena given, with copies of nothing but what it needs;
 *          the files' bytes must live as long
 * Lives    for one build
 * Fails    -1 with R and T messages: all mistakes of all files, each once
 * Threads  a theme is constant once compiled and is shared; a feed is used by one thread at
 *          a time (the caller's lock); a worker belongs to one thread
 */
#ifndef NIEMYET_BOARD_THEME_H
#define NIEMYET_BOARD_THEME_H

#include "board/tmpl.h"

struct theme_file {
	struct str path; /* relative to templates/: "procedure.kiosk.html", "layouts/web.html" */
	struct str bytes;
};

/* When a path comes twice the later one counts: put the office's files after the builtin
 * ones. Files under i18n/ are passed over. */
struct theme_files {
	const struct theme_file *items;
	size_t count;
};

/* A language of the site. */
struct theme_language {
	struct str lang;      /* "en" */
	struct str folder;    /* of its pages, inside the medium's: "en/"; "" of the first */
	struct str origin;    /* of the data, for a further language; absent for the first */
};

struct route {
	struct str name;      /* "procedure" */
	struct str medium;    /* "web", "kiosk", "bang", "in" */
	struct str lang;      /* that of the theme */
	struct str folder;    /* in front of each address: "", "en/", "kiosk/en/", "in/" */
	struct str ext;       /* "html", "json", "csv", "xml", "txt", "svg" */
	struct str file;      /* "templates/procedure.kiosk.html", for messages */
	size_t index;         /* its number among theme_routes() */
	size_t column_count;  /* of the query `pages` */
	const struct str *columns;
	const void *inner;
};

/* Compiles everything. `db` is guarded, has the functions registered and the data loaded
 * (settings and texts become part of the programs; build_date() gives :date); it is not
 * kept. */
struct theme;
must_use int theme_compile(struct theme **out, struct arena *a, const struct theme_files *files,
                           struct db *db, const struct theme_language *l, struct diag *d);

/* A theme speaks one language: the same files, read once, compiled for a further one. `db` sees
 * the tables in it, with the columns they have in the first. Of it only pages are made, not data:
 * HTML, on web and kiosk; where `pages` asks for :lang, HTML of the other media, scripts and
 * styles, too. The first theme must live as long. */
must_use int theme_translate(struct theme **out, const struct theme *first, struct db *db,
                             const struct theme_language *l, struct diag *d);

/* By name, then medium, then extension. */
const struct route *theme_routes(const struct theme *t, size_t *count);

/* One page: a row of its route's `pages`. */
struct theme_page {
	const struct route *route;
	struct str url;             /* "thu-tuc/1.001193" */
	struct str path;            /* folder + url + "." + ext; not yet checked for safety */
	/* The page in all languages, as JSON: [["vi","thu-tuc/1.html",1],["en",...]]: language,
	 * path, whether it is this very page. Set by the caller; absent: there is one language. */
	struct str languages;
	const struct value *values; /* column_count of them */
};

/* The pages of a route, in the order of the query. The feed owns a statement of `db`. */
struct theme_feed;
must_use int theme_feed_open(struct theme_feed **out, const struct theme *t, struct db *db,
                             const struct route *route, struct diag *d);
/* 1: *page is filled, copied into the arena; 0: no more; -1: error. */
must_use int theme_feed_next(struct theme_feed *f, struct arena *a, struct theme_page *page,
                             struct diag *d);
void theme_feed_close(struct theme_feed *f); /* NULL is allowed; before db_close */

/* One thread's statements and kept partials. `db` has to be of the same data and must stay
 * open until the worker is closed. Statements are prepared when first needed. */
struct theme_worker;
must_use int theme_worker_open(struct theme_worker **out, const struct theme *t, struct db *db,
                               struct diag *d);
void theme_worker_close(struct theme_worker *w); /* NULL is allowed */

/* Renders one page. `out->buf` should be empty; what is left in it at the end is the page,
 * or its tail where out->flush was called. The arena is for what lives as long as the page.
 * On -1 the output is to be thrown away. */
must_use int theme_render(struct theme_worker *w, const struct theme_page *page, struct arena *a,
                          struct sink *out, struct diag *d);

#endif
