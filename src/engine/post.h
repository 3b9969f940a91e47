/* SPDX-License-Identifier: MIT
 *
 * post - niemyet publish: the board to its destination, and its lines into the ledger
 *
 * A build into the destination, with three things added: the lines that the ledger is going
 * to have are prepared first, so that the board shows its own posting; before the folders
 * change places somebody is asked, and the ledger to come is written beside ledger.csv; when
 * they have changed, it takes the place of ledger.csv.
 *
 * What is posted has a copy of the ledger. When the program ends between the two, the next
 * run looks there: the same bytes as in the file beside ledger.csv, then that was sent and
 * counts; else it was not, and goes. A destination that has lines which are not ours, or
 * more of them, is refused (L010, L013).
 *
 * Fails    -1 and messages; what is posted and ledger.csv are then untouched, or the next run
 *          completes them
 */
#ifndef NIEMYET_ENGINE_POST_H
#define NIEMYET_ENGINE_POST_H

#include "engine/build.h"
#include "engine/changes.h"

enum post_outcome {
	POST_NOTHING,  /* the destination is as it should be */
	POST_REFUSED,  /* the one who was asked said no; nothing was sent */
	POST_DONE
};

struct post_report {
	struct build_report build;
	struct changes changes; /* its items live during `confirm` only */
	enum post_outcome outcome;
};

struct post_options {
	struct build_options build; /* out: the destination; hooks and strict are set here */
	struct str at;              /* the moment, LEDGER_AT characters */
	bool dry_run;               /* confirm will say no: leave everything as it is */
	/* Shown what there is to do; true: do it. */
	bool (*confirm)(void *user, const struct post_report *r);
	void *user;
};

must_use int post_run(const struct post_options *o, struct post_report *r, struct diag *d);

/* The copy of the ledger in a posted folder, into `a`; empty when there is none, or one that
 * is not what the folder's manifest says. */
must_use int post_read_copy(const char *folder, struct arena *a, struct str *out, struct diag *d);

/* The office's ledger against the copy in a posted folder, which may have fewer lines and no
 * others: -1 and L010 or L013. */
must_use int post_compare_copy(struct str ledger, struct str copy, const char *folder,
                               struct diag *d);

#endif
