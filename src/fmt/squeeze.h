/* SPDX-License-Identifier: MIT
 *
 * squeeze - bytes in fewer, for web servers: the door to zlib and libbrotli
 *
 * The same bytes come out for the same bytes put in, in whatever pieces, by the same library:
 * a gzip file has no name and no time (RFC 1952, 2.3.1), a Brotli stream no header at all
 * (RFC 7932). How small, docs/performance.md weighs
 * against the time.
 *
 * Owns     what squeeze_open gives, until squeeze_close
 * Fails    out of memory ends the program (status 3)
 * Threads  one squeeze belongs to one thread
 */
#ifndef NIEMYET_FMT_SQUEEZE_H
#define NIEMYET_FMT_SQUEEZE_H

#include "base/buf.h"

enum squeeze_kind { SQUEEZE_GZ, SQUEEZE_BR, SQUEEZE_KINDS };

/* What web servers look for after a file's own name: ".gz", ".br". */
struct str squeeze_ending(enum squeeze_kind kind);

/* By what and how they are made, as a text: where it is the same, so are the bytes. */
void squeeze_describe(enum squeeze_kind kind, struct buf *out);

/* `size` is how many bytes are going to come. */
struct squeeze *squeeze_open(enum squeeze_kind kind, int64_t size);
/* At most 2 GB at a time. Puts what comes out so far, with `is_last` all of it, after what is in
 * `out`. */
void squeeze_put(struct squeeze *s, struct str bytes, bool is_last, struct buf *out);
void squeeze_close(struct squeeze *s);

#endif
