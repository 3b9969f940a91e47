/* SPDX-License-Identifier: MIT
 *
 * schema - tables and views of the database beside the project
 *
 * The database is a cache: what an older niemyet made is emptied and made again, what a
 * newer one made is refused (D090). Views follow their text: when it changed, all are
 * dropped and made again. Nothing is written when nothing changed.
 *
 * The builtin texts a database was made from are remembered in `source`, with a path that
 * begins with "builtin:".
 *
 * Fails    -1 and a message; the database is as before
 */
#ifndef NIEMYET_BOARD_SCHEMA_H
#define NIEMYET_BOARD_SCHEMA_H

#include "sys/db.h"

/* The number that PRAGMA user_version has after schema_apply. */
enum { SCHEMA_VERSION = 1 };

must_use int schema_apply(struct db *db, struct diag *d);

/* True when `source` remembers these bytes under "builtin:" + path; schema_remember makes
 * it so. */
bool schema_remembers(struct db *db, struct str path, struct str bytes);
must_use int schema_remember(struct db *db, struct str path, struct str bytes, struct diag *d);

/* Runs a builtin SQL text ("src/board/figures.sql") and remembers it; whether the one that
 * is inside this program was run last. */
must_use int schema_run(struct db *db, const char *path, struct diag *d);
bool schema_has_run(struct db *db, const char *path);

#endif
