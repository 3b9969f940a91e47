/* SPDX-License-Identifier: MIT
 * import: tests/golden/import, whole records of our own and the rows, messages and list of
 * what is replaced that they give. A line "=== NAME" begins a file: NAME.txt and NAME.json are
 * records, data/NAME.csv stands in the office before the import. The importer runs twice: the
 * second run may change nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "golden.h"

#include <cmocka.h>

#include "engine/import.h"
#include "sys/db.h"

static const char *temporary(struct arena *a, const char *name)
{
	const char *dir = getenv("TEST_TMP");
	return fs_join(a, dir ? dir : "build/tmp/import", name);
}

/* Writes the case's files below `dir`; records go to "records". */
static int unpack(struct arena *a, const char *dir, struct str in, struct diag *d)
{
	struct str rest = in, mark = STR("=== ");
	while (rest.p) {
		struct str head = str_cut_line(&rest);
		if (!str_starts(head, mark))
			continue;
		const char *name = arena_strz(a, str_slice(head, mark.n, head.n));
		size_t end = rest.p ? str_find(rest, STR("\n=== "), 0) : 0;
		struct str text = str_slice(rest, 0, end);
		rest = end < rest.n ? str_slice(rest, end + 1, rest.n) : (struct str){0};
		bool is_data = str_starts(str_from(name), STR("data/"));
		const char *path = fs_join(a, is_data ? dir : fs_join(a, dir, "records"), name);
		if (fs_write(path, text, d) < 0)
			return -1;
	}
	return 0;
}

/* Without the folder of the records, which is the test's own. */
static void put_without(struct buf *out, struct str s, struct str folder)
{
	size_t at = str_find(s, folder, 0);
	buf_put(out, str_slice(s, 0, at));
	if (at < s.n)
		buf_put(out, str_slice(s, at + folder.n + 1, s.n));
}

static void put_messages(struct buf *out, const struct diag *d, struct str folder)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct diag_message *m = &d->messages[i];
		put_without(out, m->at.file, folder);
		buf_printf(out, ":%d: ", m->at.line);
		put_without(out, m->text, folder);
		buf_printf(out, " [%.*s]\n", STR_ARG(m->id));
	}
}

static int put_files(struct arena *a, const char *dir, const struct import_report *r,
                     struct buf *out, struct diag *d)
{
	for (size_t i = 0; i < IMPORT_FILES; i++) {
		const char *name =
			arena_printf(a, "data/%s.csv", r->files[i].name ? r->files[i].name : "?").p;
		const char *path = fs_join(a, dir, name);
		struct buf bytes = {0};
		if (!r->files[i].rows || fs_stat(path).kind == FS_NONE)
			continue;
		if (fs_read(path, &bytes, d) < 0)
			return -1;
		buf_printf(out, "=== %s\n", name);
		buf_put(out, buf_str(&bytes));
		buf_release(&bytes);
	}
	return 0;
}

static int run_twice(struct arena *a, const char *dir, struct buf *out)
{
	struct diag d = {.lang = DIAG_VI}, again = {.lang = DIAG_VI};
	struct import_report r, second;
	const char *records = fs_join(a, dir, "records");
	struct buf replaced = {0}, nothing = {0};
	struct import_options o = {.dir = dir, .paths = &records, .path_count = 1,
	                           .replaced = &replaced};
	int status = import_run(&o, &r, &d);
	put_messages(out, &d, str_from(records));
	if (replaced.len)
		buf_putz(out, "=== replaced\n");
	buf_put(out, buf_str(&replaced));
	if (status < 0)
		buf_printf(out, "status %d\n", status);
	if (put_files(a, dir, &r, out, &d) < 0)
		status = -1;
	o.replaced = &nothing;
	if (status == 0)
		status = import_run(&o, &second, &again);
	if (nothing.len)
		buf_putz(out, "!!! the second import replaces something\n");
	for (size_t i = 0; i < IMPORT_FILES && status == 0; i++)
		if (second.files[i].changed)
			buf_printf(out, "!!! the second import changes %s\n", second.files[i].name);
	buf_release(&replaced);
	buf_release(&nothing);
	diag_release(&d);
	diag_release(&again);
	return status;
}

static void make(struct str in, struct str name, struct buf *out)
{
	struct arena a = {0};
	struct diag d = {0};
	const char *dir = temporary(&a, arena_strz(&a, name));
	if (fs_remove_tree(dir, &d) < 0 || fs_mkdirs(fs_join(&a, dir, "records"), &d) < 0 ||
		unpack(&a, dir, in, &d) < 0)
		diag_print(&d, stderr, DIAG_TEXT, false);
	else
		(void)!run_twice(&a, dir, out);
	(void)!fs_remove_tree(dir, &d);
	diag_release(&d);
	arena_release(&a);
}

static void golden_cases(void **state)
{
	(void)state;
	assert_int_equal(golden_run("import", make, 23), 0);
}

int main(void)
{
	db_global_init();
	const struct CMUnitTest tests[] = {cmocka_unit_test(golden_cases)};
	return cmocka_run_group_tests_name("import golden", tests, NULL, NULL);
}
