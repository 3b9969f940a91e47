/* SPDX-License-Identifier: MIT
 * import_sqlite_fuzz - any bytes, behind the first 16 of every database, as one of SQLite: read by
 * maps for its table and its view, or a message; the file is as it was */
#include "mapping.h"
#include "office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char of_table[] =
	"title: {vi: t}\ndescription: {vi: t}\nformat: sqlite\n"
	"match: EXISTS (SELECT a, b FROM t)\n"
	"tables:\n  - table: index-units\n    from: t\n    columns: {code: a, name: b}\n";
static const char of_view[] =
	"title: {vi: v}\ndescription: {vi: v}\nformat: sqlite\n"
	"match: (SELECT count(*) FROM v) > 0\n"
	"tables:\n  - table: index-units\n    from: v\n    columns: {code: a, name: b || ''}\n";

static void read_database(struct mapping *x, const char *path)
{
	const struct import_map *m = NULL;
	struct import_source s = import_source_of(path, IMPORT_SQLITE);
	assert(import_map_take(&x->j, STR(of_table), &m) == 0 &&
	       import_map_take(&x->j, STR(of_view), &m) == 0);
	if (import_source_open_database(&x->j, &s, path) < 0) {
		assert(diag_has_errors(x->d));
		return;
	}
	assert(s.tables.n);
	int found = import_map_find(&x->j, &s, &m);
	assert(found >= 0 || diag_has_errors(x->d));
	if (found > 0)
		(void)mapping_apply(x, m, &s);
	import_source_close(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { MAGIC = 16 };
	struct mapping x;
	struct buf bytes = {0}, after = {0};
	struct arena a = {0};
	const char *dir = fuzz_folder(&a, "database"), *path = fs_join(&a, dir, "a.db");
	mapping_begin(&x);
	buf_put(&bytes, (struct str){"SQLite format 3", MAGIC});
	if (size > MAGIC)
		buf_put(&bytes, (struct str){(const char *)data + MAGIC, size - MAGIC});
	bool is_there = fs_mkdirs(dir, x.d) == 0 && fs_write(path, buf_str(&bytes), x.d) == 0;
	assert(is_there && import_source_is_database(path));
	read_database(&x, path);
	bool is_read = fs_read(path, &after, x.d) == 0;
	assert(is_read && str_eq(buf_str(&after), buf_str(&bytes)));
	(void)is_there, (void)is_read;
	buf_release(&bytes);
	buf_release(&after);
	arena_release(&a);
	mapping_end(&x);
	return 0;
}
