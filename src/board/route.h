/* SPDX-License-Identifier: MIT
 *
 * route - a .sql file of named queries, and what their rows give
 *
 *   -- name: pages
 *   SELECT 'thu-tuc/' || code AS url, * FROM procedure_posted ORDER BY code;
 *
 *   -- name: fees
 *   -- Comments may follow the name.
 *   SELECT name, amount FROM fee WHERE code = :code ORDER BY position;
 *
 * The form is that of aiosql and HugSQL. A name has small letters, digits and "_", and
 * begins with a letter. Before the first name there may only be comments.
 *
 * Owns     nothing: texts are views of the file's bytes; the rest lives in the arena
 * Fails    -1 with R messages, all that are found
 * Threads  constant once made
 */
#ifndef NIEMYET_BOARD_ROUTE_H
#define NIEMYET_BOARD_ROUTE_H

#include "sys/db.h"

struct query {
	struct str name;
	struct str sql;
	struct place at;       /* where `sql` begins */
	/* by query_describe: */
	bool is_broken;        /* SQLite refused it, which has been reported; no columns */
	struct str *columns;
	size_t column_count;
	struct str *params;    /* without colon */
	size_t param_count;
};

struct query_file {
	struct str file;       /* for messages */
	struct query *queries;
	size_t count;
};

must_use int route_parse(struct arena *a, struct str file, struct str text,
                         struct query_file **out, struct diag *d);

/* Asks SQLite for columns and parameters of all queries. A query that it refuses is
 * reported and marked; -1 when there was one. */
must_use int route_describe(struct query_file *f, struct arena *a, struct db *db,
                            struct diag *d);

const struct query *route_find(const struct query_file *f, struct str name); /* or NULL */

enum { NO_COLUMN = -1, TWO_COLUMNS = -2 };
/* The number of the column of that name. */
int query_column(const struct str *columns, size_t count, struct str name);

#endif
