/* SPDX-License-Identifier: MIT
 *
 * finding - what the rules of the data have found, as tables that queries can read
 *
 * For the page that shows an office its own score (check.page in site.yml). rule_checked has
 * the rules that were run, finding what they found, in the order of both; pages are not made
 * yet, so rules of the pages are in neither.
 *
 * Fails    -1 and a message; the tables are then as before
 * Threads  the one of the connection
 */
#ifndef NIEMYET_BOARD_FINDING_H
#define NIEMYET_BOARD_FINDING_H

#include "board/rule.h"

/* Takes the place of what is there. `kept` is what rule_run_all has kept (struct rule_choice);
 * NULL: nothing is to be there. `db` is open for writing, no transaction is open, and is closed
 * after this. Nothing is written when nothing differs. */
must_use int finding_store(struct db *db, const struct rule_set *set, struct str date,
                           const struct diag *kept, struct diag *d);

#endif
