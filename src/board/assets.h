/* SPDX-License-Identifier: MIT
 *
 * assets - styles, scripts, fonts and pictures: found, named by their hash, written out
 *
 * The program's own files under assets/ come first; a file of the office's folder assets/
 * with the same path takes the place of one. What the page loads by itself (css, js, fonts,
 * pictures) is published as NAME.HASH8.EXT, so that a changed file has a new address and an
 * old one can be kept for ever; other files (forms, decisions) keep their names, which are
 * printed and linked.
 *
 * Addresses inside a style sheet, url(...) and @import, are relative to it and become the
 * published names; the hash is taken after that, so a changed picture renames the sheets
 * that show it.
 *
 * Owns     everything lies in the arena given to assets_load
 * Fails    -1 and messages of area A, P001
 * Threads  any number may read once assets_load has returned
 */
#ifndef NIEMYET_BOARD_ASSETS_H
#define NIEMYET_BOARD_ASSETS_H

#include "base/diag.h"

struct assets;

/* `dir` is the office's assets folder; NULL or a folder that is not there: the program's
 * own files alone. All mistakes are recorded. */
must_use int assets_load(struct arena *a, const char *dir, struct assets **out, struct diag *d);

/* The published path ("assets/css/site.1a2b3c4d.css") of a logical one ("css/site.css", or
 * with "assets/" in front); absent when there is none. */
struct str assets_find(const struct assets *as, struct str logical);
/* The known logical path nearest to this one; absent when none is near. */
struct str assets_nearest(const struct assets *as, struct str logical);

/* Is the file one of those that make a page work (css, js, woff2), named by this hash? */
bool asset_is_named_by(struct str path, struct str hash);

/* In byte order of the logical path ("assets/css/site.css"). */
struct asset {
	struct str logical, path; /* path: where it is published, from the site's folder */
	struct str bytes;
	bool hashed;              /* the name carries the hash: it may be cached for ever */
};
size_t assets_count(const struct assets *as);
/* By its logical path, as assets_find takes it; NULL when there is none. */
const struct asset *assets_get(const struct assets *as, struct str logical);
const struct asset *assets_at(const struct assets *as, size_t i);

#endif
