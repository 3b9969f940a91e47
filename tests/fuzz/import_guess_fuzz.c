/* SPDX-License-Identifier: MIT
 * import_guess_fuzz - any bytes as a table that no map is for: what its header is guessed to be
 * is a map that can be read, is for this table and brings its rows */
#include "mapping.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_guess(struct mapping *x, struct import_source *s)
{
	const struct import_map *m = NULL, *found = NULL;
	size_t said = x->d->count;
	int status = import_map_guess(&x->j, s, &m);
	assert(status >= 0 && x->d->count == said);
	if (status == 0)
		return;
	assert(m && m->table_count && s->guessed.codes * 2 >= s->guessed.cells);
	for (size_t i = 0; i < s->guessed.count; i++)
		assert(s->guessed.columns[i].percent >= 0 && s->guessed.columns[i].percent <= 100);
	assert(import_map_find(&x->j, s, &found) == 1 && found == m);
	assert(mapping_apply(x, m, s) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mapping x;
	struct buf bytes = {0};
	struct import_source s = import_source_of("in/a.csv", IMPORT_CSV);
	mapping_begin(&x);
	buf_put(&bytes, (struct str){(const char *)data, size});
	if (import_source_open(&x.j, &s, &bytes) == 0) {
		try_guess(&x, &s);
		import_source_close(&s);
	} else {
		assert(diag_has_errors(x.d));
	}
	buf_release(&bytes);
	mapping_end(&x);
	return 0;
}
