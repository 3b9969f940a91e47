/* SPDX-License-Identifier: MIT
 *
 * fill - texts with parts in braces to fill in: "ngày {dd} tháng {mo}", "{1} of {2}"
 *
 *   struct fill_piece p;
 *   while (fill_next(&pattern, &p)) {
 *           buf_put(out, p.text);
 *           buf_put(out, is_known(p.name) ? value_of(p.name) : p.braces);
 *   }
 *
 * What no caller knows stays as it is, braces and all. Pieces borrow from the pattern.
 *
 * Threads  pure
 */
#ifndef NIEMYET_BASE_FILL_H
#define NIEMYET_BASE_FILL_H

#include "base/buf.h"

struct fill_piece {
	struct str text;   /* before the braces */
	struct str braces; /* "{name}"; empty at the end */
	struct str name;   /* within them; absent at the end */
};
/* Takes the next piece off *pattern; false: nothing is left. */
bool fill_next(struct str *pattern, struct fill_piece *p);

/* The pattern with {1} ... {count} filled in, count at most 9. False when it names a value that
 * is absent, for which nothing is put. */
bool fill_put(struct buf *out, struct str pattern, const struct str *values, size_t count);

#endif
