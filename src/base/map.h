/* SPDX-License-Identifier: MIT
 *
 * map - text keys to pointers, in an arena
 *
 * Iteration is in the order of insertion, so that nothing printed from a map
 * depends on its hash.
 *
 * Owns     nothing but its table, which lives in the arena given; keys are kept, not
 *          copied: they must live as long as the map
 * Threads  any number may read once filling has ended
 */
#ifndef NIEMYET_BASE_MAP_H
#define NIEMYET_BASE_MAP_H

#include "base/arena.h"

struct map_entry {
	struct str key;
	void *value;
};

/* The zero value with `arena` set is an empty map. */
struct map {
	struct arena *arena;
	struct map_entry *entries; /* `count` of them, in order of insertion */
	size_t count, cap;
	uint32_t *slots;           /* entry number + 1, or 0; open addressing */
	size_t slot_count;         /* a power of two, at least twice `count` */
};

void *map_get(const struct map *m, struct str key);      /* NULL when not there */
bool map_has(const struct map *m, struct str key);
void map_put(struct map *m, struct str key, void *value); /* replaces; keeps its place */

/* The key nearest to `name` by str_distance, at most two edits or a third of its
 * length away; absent when none is. For "did you mean". */
struct str map_nearest(const struct map *m, struct str name);

#endif
