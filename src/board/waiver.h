/* SPDX-License-Identifier: MIT
 *
 * waiver - findings that the office has set aside for a time (data/waivers.csv)
 *
 * A waiver names a rule, an object (a code or a path as the rule's findings have it, or "*"
 * for all), a reason, who decided and the day on which it ends. Until then findings it names
 * do not count; from then on it is a finding itself.
 *
 * Owns     the arena given owns the texts
 */
#ifndef NIEMYET_BOARD_WAIVER_H
#define NIEMYET_BOARD_WAIVER_H

#include "sys/db.h"

struct waiver {
	struct str rule, object, valid_to;
	struct str why;       /* "reason (decided_by, valid_to)" */
	struct place at;
	bool is_over;         /* its day has come */
	bool tried, used;     /* its rule was run; it has set something aside */
};

struct waivers {
	struct waiver *items; /* by line */
	size_t count, cap;
};

must_use int waiver_read_all(struct waivers *out, struct db *db, struct str date, struct arena *a,
                             struct diag *d);

/* The rule is being run: those that name it and find nothing are told of. */
void waiver_try(struct waivers *w, struct str rule);

/* Why a finding is set aside; absent when it is not. */
struct str waiver_find(struct waivers *w, struct str rule, struct str object);

#endif
