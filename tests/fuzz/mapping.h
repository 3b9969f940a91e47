/* SPDX-License-Identifier: MIT
 * mapping.h - an import by maps that stores nothing, for the fuzz entries of its sources:
 * mapping_begin, then import_source_* and import_map_* on &x.j, then mapping_end. */
#ifndef NIEMYET_FUZZ_MAPPING_H
#define NIEMYET_FUZZ_MAPPING_H

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"
#include "engine/import_map_int.h"

struct mapping {
	struct diag *d;
	struct import_map_report report;
	struct import_map_options o;
	struct import_job j;
};

static inline void mapping_begin(struct mapping *x)
{
	static struct diag d; /* the trial's, too */
	static struct trial *trial;
	*x = (struct mapping){.d = &d, .o = {.dir = ".", .date = STR("2026-11-21")}};
	if (!trial && trial_open(&trial, &d) < 0)
		abort(); /* the schema's tables are ours */
	x->j = (struct import_job){.o = &x->o, .report = &x->report, .trial = trial, .d = &d};
}

/* By the map, whose rows have text only. */
static inline int mapping_apply(struct mapping *x, const struct import_map *m,
                                const struct import_source *s)
{
	int status = import_map_apply(&x->j, m, s);
	assert(status == 0 || diag_has_errors(x->d));
	for (size_t i = 0; i < x->report.sheet_count; i++) {
		const struct import_batch *b = x->j.batches[i];
		for (size_t k = 0; k < b->count; k++)
			for (size_t c = 0; c < b->table->count; c++)
				assert(text_is_utf8(b->rows[k]->cells[c], NULL));
	}
	return status;
}

static inline void mapping_end(struct mapping *x)
{
	diag_reset(x->d);
	import_map_report_release(&x->report);
	arena_release(&x->j.arena);
}

#endif
