/* SPDX-License-Identifier: MIT
 * import_map_problem - what went wrong most often, for the report */
#include <stdlib.h>

#include "engine/import_map_int.h"

struct kind {
	size_t first, count; /* message */
};

/* Messages of one id, about one column where they begin with its name. */
static struct str key_of(struct arena *a, const struct diag_message *m)
{
	struct str column = str_slice(m->text, 0, str_find(m->text, STR(": "), 0));
	bool is_column = column.n < m->text.n && str_find_byte(column, ' ', 0) == column.n;
	return arena_printf(a, "%.*s %.*s", STR_ARG(m->id),
	                    STR_ARG(is_column ? column : STR("")));
}

static int compare(const void *x, const void *y)
{
	const struct kind *a = *(struct kind *const *)x, *b = *(struct kind *const *)y;
	return a->count != b->count ? (a->count < b->count) - (a->count > b->count)
	                            : (a->first > b->first) - (a->first < b->first);
}

static void show(struct import_map_report *r, const struct diag_message *m, size_t count)
{
	struct arena *a = &r->arena;
	struct place at = {arena_str(a, m->at.file), m->at.line, m->at.col};
	r->problems[r->problem_count++] = (struct import_map_problem){
		arena_str(a, m->id), arena_str(a, m->text), at, count};
}

void import_map_problems(struct import_job *j, size_t from)
{
	struct arena a = {0};
	struct map kinds = {.arena = &a};
	for (size_t i = from; i < j->d->count; i++) {
		const struct diag_message *m = &j->d->messages[i];
		if (m->level == DIAG_NOTE)
			continue;
		struct str key = key_of(&a, m);
		struct kind *k = map_get(&kinds, key);
		if (!k) {
			k = arena_new(&a, struct kind);
			k->first = i;
			map_put(&kinds, key, k);
		}
		k->count++;
	}
	struct kind **all = arena_array(&a, kinds.count + 1, sizeof *all);
	for (size_t i = 0; i < kinds.count; i++)
		all[i] = kinds.entries[i].value;
	if (kinds.count)
		qsort(all, kinds.count, sizeof *all, compare);
	for (size_t i = 0; i < kinds.count && i < IMPORT_MAP_PROBLEMS; i++)
		show(j->report, &j->d->messages[all[i]->first], all[i]->count);
	j->report->problems_left = kinds.count - j->report->problem_count;
	arena_release(&a);
}
