/* SPDX-License-Identifier: MIT
 * buf - growing bytes with a maximum */
#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

/* True when `more` bytes and the NUL fit now. */
static bool make_room(struct buf *b, size_t more)
{
	if (b->full || (b->max && more > b->max - b->len)) {
		b->full = true;
		return false;
	}
	size_t need = b->len + more + 1;
	if (need <= b->cap)
		return true;
	size_t cap = b->cap ? b->cap * 2 : 256;
	b->cap = cap < need ? need : cap;
	b->p = mem_resize(b->p, b->cap);
	return true;
}

void buf_put(struct buf *b, struct str s)
{
	if (s.n == 0 || !make_room(b, s.n))
		return;
	memcpy(b->p + b->len, s.p, s.n);
	b->len += s.n;
	b->p[b->len] = '\0';
}

void buf_putc(struct buf *b, char c)
{
	buf_put(b, (struct str){&c, 1});
}

void buf_putz(struct buf *b, const char *z)
{
	buf_put(b, str_from(z));
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0 && make_room(b, (size_t)n)) {
		vsnprintf(b->p + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

struct str buf_str(const struct buf *b)
{
	return (struct str){b->p ? b->p : "", b->len};
}

void buf_truncate(struct buf *b, size_t len)
{
	assert(len <= b->len);
	b->len = len;
	if (b->p)
		b->p[len] = '\0';
}

void buf_reset(struct buf *b)
{
	b->full = false;
	buf_truncate(b, 0);
}

void buf_release(struct buf *b)
{
	mem_free(b->p);
	*b = (struct buf){.max = b->max};
}
