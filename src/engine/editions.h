/* SPDX-License-Identifier: MIT
 *
 * editions - which page there is in which language, for the switch from one to the other
 *
 * A page of a site in several languages leads to its sisters before these are made. The first
 * language comes first, and the plan has its pages when the others are made; of these the
 * addresses are worked out beforehand, by every route's `pages`. They lie in the plan's
 * database. A site in one language has no such table and no such pass.
 *
 * Owns     its statements, until editions_close
 * Fails    -1 and messages
 * Threads  callers of several threads hold a lock
 */
#ifndef NIEMYET_ENGINE_EDITIONS_H
#define NIEMYET_ENGINE_EDITIONS_H

#include "engine/plan.h"
#include "engine/project.h"

struct editions;

/* *out becomes NULL where there is one language. The themes are compiled, the plan is begun. */
must_use int editions_open(struct editions **out, struct project *p, struct plan *plan,
                           struct diag *d);
void editions_close(struct editions *e); /* NULL is allowed; before plan_close */

/* What theme_page.languages wants, in the arena; the page is in the plan. For each language the
 * path of the same page; where there is none that of the nearest index.html above it, and no
 * entry where there is none either. Absent for a page that is not HTML and when `e` is NULL. */
struct str editions_of(struct editions *e, struct arena *a, const struct theme_page *page);

#endif
