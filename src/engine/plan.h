/* SPDX-License-Identifier: MIT
 *
 * plan - every file there will be, and what is posted now, in a small database of its own
 *
 * It lies in the cache folder, so that what a build remembers per page (address, hash,
 * size) does not grow memory. One writer: callers of several threads hold a lock.
 *
 * Owns     the database file, made anew by each plan_open
 * Fails    -1 and a message
 */
#ifndef NIEMYET_ENGINE_PLAN_H
#define NIEMYET_ENGINE_PLAN_H

#include "base/diag.h"
#include "sys/seal.h"

struct plan;

/* A file of the site. Text is borrowed for the call. */
struct plan_file {
	struct str path;     /* relative to the site's folder */
	struct str hash;     /* SEAL_HEX hexadecimal digits */
	int64_t size;        /* bytes */
	bool kept;           /* the posted file has the same bytes */
};

must_use int plan_open(struct plan **out, const char *db_path, struct diag *d);
void plan_close(struct plan *p); /* NULL is allowed; the file stays until the next build */

/* What is posted now, from its manifest ("hash  path" lines; "#hash  path" is a file that the
 * last build left over for pages that were open). A line that is not of that form is passed
 * over: its file then counts as foreign. */
must_use int plan_read_manifest(struct plan *p, struct str manifest, struct diag *d);

/* Cuts the mark of a file left over off a line of a manifest, and says whether it was there. */
bool manifest_cut_left(struct str *line);

/* Hash of the posted file at `path` into hex; false when there is none. */
bool plan_posted_hash(struct plan *p, struct str path, char hex[SEAL_HEX]);

/* A file that there will be, made by `maker` (for the message). Two files of one address,
 * or of addresses that differ in case only, are an error (P006). */
must_use int plan_add(struct plan *p, struct str path, struct str maker, struct diag *d);

/* Its bytes are known. */
must_use int plan_finish(struct plan *p, const struct plan_file *f, struct diag *d);

/* A link found in data: the file `from` points to `target`. */
must_use int plan_link(struct plan *p, struct str target, struct place at, struct diag *d);

/* All files by path in byte order; a negative result of `each` ends it. */
typedef int (*plan_each_fn)(void *user, const struct plan_file *f);
must_use int plan_each(struct plan *p, plan_each_fn each, void *user, struct diag *d);

/* Likewise what is posted and will be no more, without what was only left over. */
must_use int plan_each_gone(struct plan *p, plan_each_fn each, void *user, struct diag *d);

/* Links whose target is no file of the plan, as messages, by file and line. */
must_use int plan_check_links(struct plan *p, struct diag *d);

struct plan_counts {
	int64_t files, bytes, written, removed;
};
struct plan_counts plan_count(struct plan *p);

must_use int plan_begin(struct plan *p, struct diag *d); /* one transaction around all writes */
must_use int plan_commit(struct plan *p, struct diag *d);

/* The plan's own connection, for tables of others beside its own (engine/pages). */
struct db;
struct db *plan_db(struct plan *p);

#endif
