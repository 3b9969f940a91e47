/* SPDX-License-Identifier: MIT
 *
 * changes - what differs between the board of the day and what the ledger says is posted
 *
 * The ledger is replayed (its last line of each code says what is posted) and compared, part
 * by part, with the records of today. What differs are the lines that publishing would add.
 *
 * Owns     nothing: all is in the project's arena
 * Fails    -1 and messages
 */
#ifndef NIEMYET_ENGINE_CHANGES_H
#define NIEMYET_ENGINE_CHANGES_H

#include "engine/project.h"

enum change_event { CHANGE_POSTED, CHANGE_CHANGED, CHANGE_WITHDRAWN, CHANGE_EVENTS };

struct change {
	enum change_event event;
	struct str code, name;
	struct str parts; /* of CHANGE_CHANGED, in the language of messages: "phí, lệ phí; ..." */
};

struct changes {
	struct change *items; /* by code; what is withdrawn comes last */
	size_t count, cap;
	size_t by_event[CHANGE_EVENTS];
	int64_t publication;  /* the number that this publication would have */
	struct str ledger;    /* project.ledger with the new lines; the same when there are none */
};

/* `db` is a connection of project_connect; its table `ledger` has the lines of p->ledger.
 * `at` is the moment of the publication. */
must_use int changes_find(struct project *p, struct db *db, struct str at, struct changes *out,
                          struct diag *d);

#endif
