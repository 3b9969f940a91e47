/* SPDX-License-Identifier: MIT
 *
 * theme_int - what compiling a theme and running it share
 */
#ifndef NIEMYET_BOARD_THEME_INT_H
#define NIEMYET_BOARD_THEME_INT_H

#include "base/map.h"
#include "board/route.h"
#include "board/theme.h"

/* A template of the theme. "procedure.kiosk.html" is stem "procedure", medium 1. */
struct theme_template {
	struct str path, stem, ext;
	int medium;                       /* index into theme_media */
	enum tmpl_format format;
	struct tmpl *tmpl;
	const struct query_file *queries; /* beside it; NULL when there are none */
};

struct theme_medium {
	struct str name, folder;
};
enum { MEDIA = 4 };
extern const struct theme_medium theme_media[MEDIA];

/* A statement that a worker may have open: a query, and how many of its own kind are open
 * around it. */
struct theme_slot {
	const struct query *query;
	int nth;
};

struct theme {
	struct arena *arena;
	struct theme_language language;
	struct str date;
	struct map templates;  /* path -> struct theme_template */
	struct map queries;    /* stem -> struct query_file */
	struct map settings;   /* key -> struct value */
	struct map texts;
	struct theme_slot *slots;
	size_t slot_count, slot_cap;
	struct route *routes;
	size_t route_count;
};

/* What a route has inside. */
struct theme_route {
	const struct theme_template *tmpl;
	const struct query *pages;
	struct tmpl_program *program;
};

/* Where a parameter's value comes from. */
enum bind_from {
	BIND_COLUMN, BIND_MEDIUM, BIND_LANG, BIND_DATE, BIND_ROOT, BIND_EDITION, BIND_TOP, BIND_URL,
	BIND_LANGUAGES,
};

/* Ways from a page: `column` of a TMPL_ROOT. */
enum theme_way { WAY_ROOT, WAY_EDITION, WAY_TOP, WAYS };
extern const struct str theme_ways[WAYS]; /* "root", "edition", "top" */

struct bind {
	enum bind_from from;
	int frame, column;
};

/* `what` of a TMPL_ROWS or TMPL_TRUTH: a query as it is used in one place. */
struct query_use {
	const struct query *query;
	size_t slot;
	const struct bind *binds; /* one for each parameter */
	int deepest;              /* the innermost row that gives one; 0 is the page's */
};

/* :medium, :lang, :date, :root, :edition, :top, :url, :languages; false when `name` is none of
 * them. Of `pages` only the first three (bind_is_of_pages). */
bool bind_constant(struct str name, enum bind_from *from);
bool bind_is_of_pages(enum bind_from from);

/* Compiles a route's program. */
must_use int theme_compile_route(struct theme *t, struct theme_route *r, struct diag *d);

#endif
