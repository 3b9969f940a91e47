/* SPDX-License-Identifier: MIT
 * map - text keys to pointers, in an arena */
#include "base/map.h"

static uint64_t hash(struct str key)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */
	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (unsigned char)key.p[i]) * 1099511628211u;
	return h;
}

/* The slot that holds `key`, or the empty one where it belongs. */
static uint32_t *slot_of(const struct map *m, struct str key)
{
	size_t mask = m->slot_count - 1;
	size_t at = (size_t)hash(key) & mask;
	while (m->slots[at] && !str_eq(m->entries[m->slots[at] - 1].key, key))
		at = (at + 1) & mask;
	return &m->slots[at];
}

static struct map_entry *find(const struct map *m, struct str key)
{
	if (m->count == 0)
		return NULL;
	uint32_t number = *slot_of(m, key);
	return number ? &m->entries[number - 1] : NULL;
}

void *map_get(const struct map *m, struct str key)
{
	struct map_entry *e = find(m, key);
	return e ? e->value : NULL;
}

bool map_has(const struct map *m, struct str key)
{
	return find(m, key) != NULL;
}

static void grow_slots(struct map *m)
{
	m->slot_count = m->slot_count ? m->slot_count * 2 : 16;
	m->slots = arena_array(m->arena, m->slot_count, sizeof *m->slots);
	for (size_t i = 0; i < m->count; i++)
		*slot_of(m, m->entries[i].key) = (uint32_t)i + 1;
}

void map_put(struct map *m, struct str key, void *value)
{
	struct map_entry *e = find(m, key);
	if (e) {
		e->value = value;
		return;
	}
	if ((m->count + 1) * 2 > m->slot_count)
		grow_slots(m);
	m->entries = arena_grow(m->arena, m->entries, m->count, &m->cap, sizeof *m->entries);
	m->entries[m->count++] = (struct map_entry){key, value};
	*slot_of(m, key) = (uint32_t)m->count;
}

struct str map_nearest(const struct map *m, struct str name)
{
	struct str best = {0};
	size_t most = name.n / 3 > 2 ? name.n / 3 : 2;
	for (size_t i = 0; i < m->count; i++) {
		size_t far = str_distance(m->entries[i].key, name, most);
		if (far == SIZE_MAX)
			continue;
		best = m->entries[i].key;
		if (far == 0)
			break;
		most = far - 1;
	}
	return best;
}
