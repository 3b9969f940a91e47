/* SPDX-License-Identifier: MIT
 *
 * archive - the door to libzip: the parts of a ZIP archive that lies in memory, and a new one
 *
 * A part is read in pieces, never as a whole, and gives at most LIMIT_PART bytes however large its
 * header says that it is: an archive of a few kilobytes can hold gigabytes.
 *
 * Owns     an archive borrows its bytes until archive_close; a part borrows its archive
 * Fails    -1 and the reason in words, without a message: who asks knows the file's name
 * Threads  one archive belongs to one thread
 */
#ifndef NIEMYET_FMT_ARCHIVE_H
#define NIEMYET_FMT_ARCHIVE_H

#include "base/buf.h"

struct archive;
struct archive_part;

/* NULL: `bytes` are no archive. */
struct archive *archive_open(struct str bytes);
void archive_close(struct archive *a); /* NULL is allowed */

/* Names are compared without regard to capitals, as programs that write them do. */
bool archive_has(struct archive *a, const char *name);

/* NULL when there is no such part, or it cannot be opened (it is encrypted, for one). */
struct archive_part *archive_part_open(struct archive *a, const char *name);
void archive_part_close(struct archive_part *p); /* NULL is allowed */

/* The next bytes, at most `size` of them: how many; 0 at the end. ARCHIVE_DAMAGED: they cannot be
 * unpacked; ARCHIVE_TOO_LARGE: there are more than LIMIT_PART. */
enum { ARCHIVE_DAMAGED = -1, ARCHIVE_TOO_LARGE = -2 };
must_use int64_t archive_part_read(struct archive_part *p, char *into, size_t size);

/* A new archive: parts in the order in which they are added, packed, all of the same fixed day, so
 * that the same parts are the same bytes. A part is asked for in pieces while the archive is being
 * written, so that no more of it than a piece is in memory: `more` puts the next bytes and returns
 * 1; 0 when there are none left, -1 when that failed. `name` and `user` are borrowed. */
typedef int (*archive_more)(void *user, struct buf *out);
struct archive_new;
struct archive_new *archive_new(void);
void archive_new_add(struct archive_new *n, const char *name, archive_more more, void *user);
/* Asks for all parts and frees `n`; *out is the archive. -1: a part failed. */
must_use int archive_new_finish(struct archive_new *n, struct buf *out);

#endif
