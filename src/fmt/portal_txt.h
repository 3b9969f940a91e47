/* SPDX-License-Identifier: MIT
 *
 * portal_txt - one procedure's record as labelled text, as read off the national portal
 *
 * The first line is a heading; then twenty labels stand at the beginning of a line, always
 * in the same order, each followed by a colon and its value, which may go on over more
 * lines. A line of a value may look like a label: then the last place that keeps the order
 * counts, and a note says so.
 *
 * Owns     nothing: lines are views of the text given, the rest is in the arena
 * Fails    -1 and I001 or I002
 * Threads  pure
 */
#ifndef NIEMYET_FMT_PORTAL_TXT_H
#define NIEMYET_FMT_PORTAL_TXT_H

#include "base/diag.h"
#include "fmt/portal.h"

/* `file` is what messages call it. */
must_use int portal_txt_read(struct arena *a, struct str text, struct str file,
                             struct portal_record *out, struct diag *d);

#endif
