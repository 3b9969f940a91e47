/* SPDX-License-Identifier: MIT
 *
 * json - whether a text is JSON, and if not, where the mistake is; where a member stands
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

/* Where the first escape \u0000 begins; text.n when there is none. It is JSON, but SQLite's
 * functions end a text there, and what follows would be lost without a word. */
size_t json_find_nul(struct str text);

/* Where the value of a member of the object begins that the text is, as a position in bytes:
 * of the first with this key. text.n when there is none, or the text is no object. `key` is
 * compared as it is written, so it may hold nothing that JSON escapes. The text is valid. */
size_t json_find_member(struct str text, struct str key);

/* The text as a string of JSON, quotes included. */
void json_put_string(struct buf *out, struct str s);

#endif
