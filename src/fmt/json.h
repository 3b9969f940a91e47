/* SPDX-License-Identifier: MIT
 *
 * json - whether a text is JSON, and if not, where the mistake is
 *
 * Strict: RFC 8259, one value, nested at most LIMIT_DEPTH deep. Values are read with
 * SQLite's JSON functions, which neither say where a mistake is nor are strict in all
 * versions. The text is UTF-8 (not looked at here).
 *
 * Threads  pure
 */
#ifndef NIEMYET_FMT_JSON_H
#define NIEMYET_FMT_JSON_H

#include "base/buf.h"

/* When it is not, *bad_at is the byte position of the first mistake (text.n: it ends too
 * early). */
bool json_is_valid(struct str text, size_t *bad_at);

/* The text as a string of JSON, quotes included. */
void json_put_string(struct buf *out, struct str s);

#endif
