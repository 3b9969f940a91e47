/* SPDX-License-Identifier: MIT
 * arena - memory that is freed all at once */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

enum { FIRST_BLOCK = 64 << 10, ALIGN = 16 };

struct arena_block {
	struct arena_block *older;
	size_t size;
	_Alignas(ALIGN) char bytes[];
};

static noreturn_fn void out_of_memory(size_t size)
{
	fprintf(stderr, "niemyet: hết bộ nhớ / out of memory (%zu bytes)\n", size);
	exit(3);
}

void *mem_resize(void *old, size_t size)
{
	void *now = realloc(old, size ? size : 1);
	if (!now)
		out_of_memory(size);
	return now;
}

void mem_free(void *old)
{
	free(old);
}

static void add_block(struct arena *a, size_t least)
{
	size_t size = a->block ? a->block->size * 2 : FIRST_BLOCK;
	if (size > (4u << 20))
		size = 4u << 20;
	if (size < least)
		size = least;
	struct arena_block *b = mem_resize(NULL, sizeof *b + size);
	b->older = a->block;
	b->size = size;
	ASAN_POISON_MEMORY_REGION(b->bytes, size);
	a->block = b;
	a->used = 0;
}

static void *take(struct arena *a, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory(size);
	size_t whole = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!a->block || a->block->size - a->used < whole)
		add_block(a, whole);
	char *p = a->block->bytes + a->used;
	a->used += whole;
	ASAN_UNPOISON_MEMORY_REGION(p, size);
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size ? size : 1), 0, size ? size : 1);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		out_of_memory(SIZE_MAX);
	return arena_alloc(a, count * size);
}

struct str arena_str(struct arena *a, struct str s)
{
	return (struct str){arena_strz(a, s), s.n};
}

char *arena_strz(struct arena *a, struct str s)
{
	char *p = take(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *p = take(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){p, (size_t)n};
}

void *arena_grow(struct arena *a, void *old, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return old;
	size_t more = *cap ? *cap * 2 : 8;
	void *now = arena_array(a, more, size);
	if (count)
		memcpy(now, old, count * size);
	*cap = more;
	return now;
}

static void free_older(struct arena_block *b)
{
	while (b) {
		struct arena_block *older = b->older;
		ASAN_UNPOISON_MEMORY_REGION(b->bytes, b->size);
		mem_free(b);
		b = older;
	}
}

void arena_reset(struct arena *a)
{
	if (!a->block)
		return;
	free_older(a->block->older);
	a->block->older = NULL;
	ASAN_POISON_MEMORY_REGION(a->block->bytes, a->block->size);
	a->used = 0;
}

void arena_release(struct arena *a)
{
	free_older(a->block);
	*a = (struct arena){0};
}
