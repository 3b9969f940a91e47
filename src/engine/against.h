/* SPDX-License-Identifier: MIT
 *
 * against - an export of the national database laid beside the office's tables
 *
 * Whatever `niemyet import` reads is imported into the folder .niemyet/against, which is
 * made for it and goes with it, and loaded into a database there. Rules ask it beside the
 * office's own as the schema `national`, with three tables more
 * (src/board/against.sql): which procedure of the office is which one of the export, where
 * each stands in the export, and how many there are. Nothing of the office is written.
 *
 * Fails    -1 and messages; those of the import that are no errors are left out: they are
 *          about the export, not about the office
 * Threads  one; the project's lock is held
 */
#ifndef NIEMYET_ENGINE_AGAINST_H
#define NIEMYET_ENGINE_AGAINST_H

#include "engine/project.h"

/* How much has been compared. */
struct against_counts {
	int64_t records; /* procedures of the export */
	int64_t posted;  /* of the office */
	int64_t both;    /* of the latter those that the export has */
};

struct against {
	struct project *project;
	const char *dir; /* .niemyet/against */
	const char *db_path;
	struct against_counts counts;
};

/* Reads the files and folders at `paths`, relative to the working folder. Records of the
 * export that cannot be read are errors in `d`, the others are compared. */
must_use int against_open(struct against *a, struct project *p, const char *const *paths,
                          size_t count, struct diag *d);

/* Removes the folder; connections to it are closed. The zero value is allowed. */
void against_close(struct against *a, struct diag *d);

#endif
