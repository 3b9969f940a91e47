/* SPDX-License-Identifier: MIT
 * import_map_fuzz - any bytes as an import map: read, or a message with its line */
#include <assert.h>

#include "engine/import_map_int.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct diag d;
	static struct trial *trial;
	struct arena a = {0};
	struct import_map m;
	if (!trial && trial_open(&trial, &d) < 0)
		return 0;
	struct str text = {(const char *)data, size};
	if (import_map_read(&a, STR("x"), STR("maps/x.yml"), text, trial, &m, &d) < 0) {
		assert(diag_has_errors(&d));
		for (size_t i = 0; i < d.count; i++)
			assert(d.messages[i].at.line >= 1);
	} else {
		assert(m.match.text.n && m.table_count > 0);
		for (size_t i = 0; i < m.table_count; i++)
			assert(m.tables[i].table && m.tables[i].count > 0);
	}
	diag_reset(&d);
	arena_release(&a);
	return 0;
}
