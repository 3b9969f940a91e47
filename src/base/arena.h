/* SPDX-License-Identifier: MIT
 *
 * arena - memory that is freed all at once
 *
 * Everything that lives as long as one page, or one build, comes from an
 * arena, so no function frees its pieces and none can forget to.
 *
 * Owns     the arena owns every byte it hands out
 * Lives    until arena_reset() or arena_release()
 * Fails    never returns NULL; out of memory ends the program (status 3)
 * Threads  one arena belongs to one thread
 */
#ifndef NIEMYET_BASE_ARENA_H
#define NIEMYET_BASE_ARENA_H

#include "base/str.h"

struct arena_block;

/* The zero value is an empty arena, ready to use. */
struct arena {
	struct arena_block *block; /* the one being filled; older ones hang behind it */
	size_t used;               /* bytes handed out of it */
};

/* `size` bytes of zeros, aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);

/* An array of zeros; the product is checked. */
void *arena_array(struct arena *a, size_t count, size_t size);
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))

/* Copies. The copy ends in a NUL that its length does not count. */
struct str arena_str(struct arena *a, struct str s);
char *arena_strz(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *fmt, ...) printf_like(2, 3);

/* Grows an array that the arena owns: returns room for at least `count` + 1 elements
 * of `size` bytes, doubling *cap; the old place is left behind. */
void *arena_grow(struct arena *a, void *old, size_t count, size_t *cap, size_t size);

/* Forgets everything handed out, keeps the newest block. Under ASan the memory is
 * poisoned, so that a stale pointer is a loud failure. */
void arena_reset(struct arena *a);
void arena_release(struct arena *a);

/* For the few places that need memory of their own (buf, doors of libraries): as
 * realloc, but never NULL. The caller frees with mem_free. */
void *mem_resize(void *old, size_t size);
void mem_free(void *old);

#endif
