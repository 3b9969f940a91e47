/* SPDX-License-Identifier: MIT
 *
 * verify - is the ledger whole, and is what is posted what was published?
 *
 * Of an office's folder: the chain of ledger.csv, and what of today's board is not posted yet.
 * Of a posted folder: every file of its manifest, its copy of the ledger, and whether that
 * copy and the office's ledger agree. A posted folder can be looked at without the office's.
 *
 * Fails    -1 when something is not as it was written; every finding is a message
 */
#ifndef NIEMYET_ENGINE_VERIFY_H
#define NIEMYET_ENGINE_VERIFY_H

#include "board/ledger.h"
#include "engine/changes.h"

struct verify_options {
	const char *dir;  /* the office's folder; without site.yml only `site` is looked at */
	const char *site; /* a posted folder, or NULL */
	struct str date;
	struct str record; /* a national code: only print its record; else absent */
};

struct verify_report {
	bool office, site;     /* which of the two were looked at */
	struct ledger_end end; /* of the office's ledger, else of the copy */
	size_t by_event[CHANGE_EVENTS]; /* not posted yet */
	int64_t files;         /* of the manifest */
	struct buf record;     /* the caller releases it */
};

must_use int verify_run(const struct verify_options *o, struct verify_report *r, struct diag *d);

#endif
