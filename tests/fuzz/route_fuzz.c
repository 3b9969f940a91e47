/* SPDX-License-Identifier: MIT
 * route_fuzz - any bytes as a file of queries, up to what SQLite says of them */
#include <assert.h>

#include "board/route.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = {0};
	struct db *db;
	struct query_file *file;
	struct str text = {(const char *)data, size};
	assert(db_open(&db, ":memory:", DB_WRITE, &d) == 0);
	db_guard(db, 100000);
	int status = route_parse(&a, STR("p.sql"), text, &file, &d);
	if (status == 0)
		status = route_describe(file, &a, db, &d);
	assert((status < 0) == diag_has_errors(&d));
	for (size_t i = 0; status == 0 && i < file->count; i++)
		assert(route_find(file, file->queries[i].name) && file->queries[i].at.line > 1);
	db_close(db);
	diag_release(&d);
	arena_release(&a);
	return 0;
}
