/* SPDX-License-Identifier: MIT
 *
 * check - what is missing, wrong or unlawful in the data, before it is posted
 */
#ifndef NIEMYET_ENGINE_CHECK_H
#define NIEMYET_ENGINE_CHECK_H

#include "engine/project.h"

struct check_options {
	const char *dir;
	struct str date;
	struct str only; /* one rule's id; absent: all */
};

/* Findings are messages of `d` too. -1 when the project cannot be read or a rule is broken
 * itself; 0 otherwise, whatever was found. */
must_use int check_run(const struct check_options *o, struct diag *d);

/* The same over a project that is open, on a connection of it, with findings apart. */
must_use int check_project(struct project *p, struct db *db, struct str only,
                           struct diag *findings, struct diag *d);

#endif
