/* SPDX-License-Identifier: MIT
 *
 * figures - what the agencies report, checked and added up
 *
 * Fills the tables period_sum (behind the views stat and figure) and pakn, the sums by period,
 * stat_fault (rows that do not add up) and stat_gap (months that are missing) from
 * dossier_stat and pakn_stat, by board/figures.sql. They hold what had closed on the day of
 * the build: the board of another day has other sums.
 *
 * Fails    -1 and a message; the tables are then as before
 */
#ifndef NIEMYET_BOARD_FIGURES_H
#define NIEMYET_BOARD_FIGURES_H

#include "sys/db.h"

/* Does nothing when neither the files that the sums rest on have changed nor a period has
 * closed since the last time. `date` is ISO. No transaction is open. */
must_use int figures_update(struct db *db, struct str date, struct diag *d);

/* A report that is posted on that day without figures of its period is an error (D049). */
must_use int figures_check_reports(struct db *db, struct str date, struct diag *d);

#endif
