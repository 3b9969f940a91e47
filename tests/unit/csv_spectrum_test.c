/* SPDX-License-Identifier: MIT
 * csv: the cases of csv-spectrum, where they are present */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "fmt/csv.h"
#include "sys/db.h"
#include "sys/fs.h"

/* The file as the JSON of csv-spectrum has it: an array of objects by the header. */
static void to_json(struct buf *out, struct str text)
{
	struct diag d = {0};
	struct csv_record r;
	struct db *db = NULL;
	struct str header[64] = {{0}};
	struct arena a = {0};
	struct csv_reader *reader = csv_open(text, STR("x.csv"), 0);
	assert_int_equal(db_open(&db, ":memory:", DB_WRITE, &d), 0);
	assert_int_equal(db_exec(db, "CREATE TABLE r(n, k, v)", &d), 0);
	struct db_stmt *add = db_must_prepare(db, "INSERT INTO r VALUES (?, ?, ?)");
	assert_int_equal(csv_next(reader, &r, &d), 1);
	size_t columns = r.count;
	for (size_t i = 0; i < columns; i++)
		header[i] = arena_str(&a, r.cells[i]);
	for (int n = 0; csv_next(reader, &r, &d) > 0; n++) {
		assert_int_equal(r.count, columns);
		for (size_t i = 0; i < columns; i++) {
			db_bind_int(add, 0, n);
			db_bind_text(add, 1, header[i]);
			db_bind_text(add, 2, r.cells[i]);
			assert_int_equal(db_run(add, NULL, NULL, &d), 0);
		}
	}
	db_finish(add);
	struct db_stmt *all = db_must_prepare(
		db, "SELECT json_group_array(json(o)) FROM"
		    " (SELECT json_group_object(k, v) o FROM r GROUP BY n ORDER BY n)");
	assert_int_equal(db_step(all, &d), 1);
	buf_put(out, db_text(all, 0));
	db_finish(all);
	assert_int_equal(d.count, 0);
	csv_close(reader);
	db_close(db);
	arena_release(&a);
}

static void minify(struct buf *out, struct str json)
{
	struct diag d = {0};
	struct db *db = NULL;
	assert_int_equal(db_open(&db, ":memory:", DB_WRITE, &d), 0);
	struct db_stmt *s = db_must_prepare(db, "SELECT json(?)");
	db_bind_text(s, 0, json);
	assert_int_equal(db_step(s, &d), 1);
	buf_put(out, db_text(s, 0));
	db_finish(s);
	db_close(db);
}

struct spectrum {
	struct arena arena;
	const char *dir;
	int cases;
};

static int compare_case(void *user, struct str path, struct fs_info info)
{
	(void)info;
	struct spectrum *s = user;
	struct diag d = {0};
	struct buf csv = {0}, json = {0}, got = {0}, wanted = {0};
	struct str stem = str_slice(path, 0, path.n - 4);
	/* Its two files are not the same data: one object for an array, another number. What
	 * it is about, a quote inside a cell, is among the readings above. */
	if (str_eqz(stem, "location_coordinates"))
		return 0;
	const char *at = arena_printf(&s->arena, "%s/csvs/%.*s", s->dir, STR_ARG(path)).p;
	assert_int_equal(fs_read(at, &csv, &d), 0);
	at = arena_printf(&s->arena, "%s/json/%.*s.json", s->dir, STR_ARG(stem)).p;
	assert_int_equal(fs_read(at, &json, &d), 0);
	to_json(&got, buf_str(&csv));
	minify(&wanted, buf_str(&json));
	assert_string_equal(buf_str(&got).p, buf_str(&wanted).p);
	buf_release(&csv);
	buf_release(&json);
	buf_release(&got);
	buf_release(&wanted);
	s->cases++;
	return 0;
}

static struct spectrum spectrum;

static void csv_spectrum_is_read(void **state)
{
	(void)state;
	struct spectrum *s = &spectrum;
	struct diag d = {0};
	assert_int_equal(fs_walk(fs_join(&s->arena, s->dir, "csvs"), compare_case, s, &d), 0);
	assert_int_equal(s->cases, 11);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(csv_spectrum_is_read)};
	const char *data = getenv("NIEMYET_DATA");
	spectrum.dir = fs_join(&spectrum.arena, data ? data : "../shared/data",
	                       "csv-edge/csv-spectrum");
	/* As a whole, so that prove says it was skipped. */
	if (fs_stat(spectrum.dir).kind != FS_DIR) {
		printf("1..0 # SKIP no csv-edge/csv-spectrum below NIEMYET_DATA\n");
		arena_release(&spectrum.arena);
		return 0;
	}
	db_global_init();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&spectrum.arena);
	return failed;
}
