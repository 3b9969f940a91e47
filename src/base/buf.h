/* SPDX-License-Identifier: MIT
 *
 * buf - growing bytes with a maximum
 *
 * What is put after the maximum is reached is not kept and `full` becomes true:
 * writers need not look after each call, the one who made the buffer looks once at
 * the end and reports. The bytes always end in a NUL that `len` does not count.
 *
 * Owns     its bytes; the caller frees with buf_release()
 * Fails    out of memory ends the program (status 3)
 * Threads  one buffer belongs to one thread
 */
#ifndef NIEMYET_BASE_BUF_H
#define NIEMYET_BASE_BUF_H

#include "base/str.h"

/* The zero value is an empty buffer without a maximum. */
struct buf {
	char *p;
	size_t len, cap;
	size_t max; /* bytes; 0 is no maximum */
	bool full;  /* something did not fit */
};

void buf_put(struct buf *b, struct str s);
void buf_putc(struct buf *b, char c);
void buf_putz(struct buf *b, const char *z);
void buf_printf(struct buf *b, const char *fmt, ...) printf_like(2, 3);

struct str buf_str(const struct buf *b); /* borrowed until the next put; never absent */
void buf_truncate(struct buf *b, size_t len);
void buf_reset(struct buf *b);           /* keeps the memory, forgets bytes and `full` */
void buf_release(struct buf *b);

#endif
