/* SPDX-License-Identifier: MIT
 *
 * load - the files of a project into the tables of its database
 *
 *   site.yml       setting   board/site.h says which keys there are
 *   i18n/LANG.yml  text      over the theme's templates/i18n/LANG.yml, key by key
 *   pages/.../x.md article   YAML front matter and Markdown
 *   data/NAME.csv  the table that `dataset` gives for NAME
 *   ledger.csv     ledger     board/ledger.h; refused when a line was touched
 *
 * Every row keeps its file and line. Files that have not changed are not read again: a
 * second load of the same project writes nothing. All or nothing: with one mistake in any
 * file the database stays as it was. All mistakes are collected.
 *
 * Text is stored NFC, without space at its ends, spaces in a row made one; Markdown keeps
 * its spaces and lines. Control characters (the mark of markup among them), U+FFFD and
 * characters of no agreed meaning are refused.
 *
 * Fails    -1 and messages of the areas C, D and L
 * Threads  the one of the connection
 */
#ifndef NIEMYET_BOARD_LOAD_H
#define NIEMYET_BOARD_LOAD_H

#include "sys/db.h"

/* What a load did and what there is now. */
struct load_stats {
	size_t files;         /* of the project, as they stand on disk */
	size_t files_read;    /* new or changed: their rows were read again */
	size_t files_removed; /* rows went with them */
	bool wrote;           /* the database file was written to */
	int64_t rows;         /* in the tables of data/, articles included */
	int64_t procedures;   /* different codes that are posted */
	int64_t internal;     /* and internal ones, which are not */
};

/* `db` is open for writing with its schema applied; no transaction is open. */
must_use int load_project(const char *dir, struct db *db, struct load_stats *stats,
                          struct diag *d);

/* Lets the table `ledger` hold the lines of `text`, which is not on disk yet: so that what is
 * about to be posted shows its own posting. The next load reads ledger.csv again. */
must_use int load_coming_ledger(struct db *db, struct str text, struct diag *d);

#endif
