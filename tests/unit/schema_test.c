/* SPDX-License-Identifier: MIT
 * schema: made once, made again when older, refused when newer */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "board/schema.h"
#include "builtin.h"
#include "sys/fs.h"

struct box {
	struct arena a;
	struct diag d;
	struct db *db;
	char dir[64];
};

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	strcpy(b->dir, "/tmp/niemyet-schema-XXXXXX");
	*state = b;
	if (!mkdtemp(b->dir))
		return -1;
	return db_open(&b->db, fs_join(&b->a, b->dir, "x.db"), DB_WRITE, &b->d);
}

static int close_box(void **state)
{
	struct box *b = *state;
	db_close(b->db);
	int status = fs_remove_tree(b->dir, &b->d);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return status;
}

static void run(struct box *b, const char *sql)
{
	assert_int_equal(db_exec(b->db, sql, &b->d), 0);
}

static void apply(struct box *b)
{
	assert_int_equal(schema_apply(b->db, &b->d), 0);
	assert_int_equal(b->d.count, 0);
}

static int64_t number(struct box *b, const char *sql)
{
	return db_int_of(b->db, sql, -1);
}

static void put_row(struct box *b)
{
	run(b, "INSERT INTO source(id, path, size, ctime_ns, inode, sha256)"
	       " VALUES (99, 'data/fields.csv', 0, 0, 0, '');"
	       "INSERT INTO field(code, name, source_id, source_line) VALUES ('a', 'A', 99, 2)");
}

static void an_empty_database_gets_all_tables(void **state)
{
	struct box *b = *state;
	apply(b);
	assert_int_equal(number(b, "PRAGMA user_version"), SCHEMA_VERSION);
	assert_int_equal(number(b, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(b, "SELECT count(*) FROM dataset WHERE table_name NOT IN"
	                           " (SELECT name FROM sqlite_schema WHERE type = 'table')"), 0);
	assert_true(number(b, "SELECT count(*) FROM dataset") > 30);
}

/* The loader finds a column's values and the row behind an overlap in the schema's text. */
static void every_table_of_data_keeps_its_source(void **state)
{
	struct box *b = *state;
	apply(b);
	assert_int_equal(number(b, "SELECT count(*) FROM dataset d WHERE (SELECT count(*) FROM"
	                           " pragma_table_info(d.table_name) WHERE name IN"
	                           " ('source_id', 'source_line')) <> 2"), 0);
	assert_int_equal(number(b, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
	                           " AND sql NOT LIKE"
	                           " '%EXISTS (%SELECT 1 FROM ' || tbl_name || ' p%'"), 0);
}

static void a_second_time_writes_nothing(void **state)
{
	struct box *b = *state;
	apply(b);
	struct fs_info before = fs_stat(fs_join(&b->a, b->dir, "x.db"));
	apply(b);
	struct fs_info after = fs_stat(fs_join(&b->a, b->dir, "x.db"));
	assert_int_equal(before.mtime_ns, after.mtime_ns);
	assert_int_equal(before.size, after.size);
}

static void views_are_made_again_when_their_text_changed(void **state)
{
	struct box *b = *state;
	assert_non_null(builtin_find(STR("src/board/views.sql")));
	apply(b);
	put_row(b);
	const char *count = "SELECT count(*) FROM sqlite_schema WHERE type = 'view'";
	int64_t views = number(b, count);
	run(b, "CREATE VIEW \"old \"\" one\" AS SELECT 1;"
	       "UPDATE source SET sha256 = 'x' WHERE path = 'builtin:src/board/views.sql'");
	apply(b);
	assert_int_equal(number(b, count), views);
	assert_int_equal(number(b, "SELECT count(*) FROM field"), 1);
}

static void what_an_older_one_made_is_made_again(void **state)
{
	struct box *b = *state;
	apply(b);
	put_row(b);
	run(b, "CREATE TABLE stale(a); PRAGMA user_version = 0");
	apply(b);
	assert_int_equal(number(b, "SELECT count(*) FROM field"), 0);
	assert_int_equal(number(b, "SELECT count(*) FROM sqlite_schema WHERE name = 'stale'"), 0);
	put_row(b);
	run(b, "UPDATE source SET sha256 = 'x' WHERE path = 'builtin:src/board/schema.sql'");
	apply(b);
	assert_int_equal(number(b, "SELECT count(*) FROM field"), 0);
	assert_int_equal(number(b, "SELECT count(*) FROM source WHERE path LIKE 'data/%'"), 0);
}

static void what_a_newer_one_made_is_refused(void **state)
{
	struct box *b = *state;
	apply(b);
	put_row(b);
	run(b, "PRAGMA user_version = 1000");
	assert_int_equal(schema_apply(b->db, &b->d), -1);
	assert_string_equal(b->d.messages[0].id.p, "D090");
	assert_int_equal(number(b, "SELECT count(*) FROM field"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_box, close_box)
	const struct CMUnitTest tests[] = {
		TEST(an_empty_database_gets_all_tables),
		TEST(every_table_of_data_keeps_its_source),
		TEST(a_second_time_writes_nothing),
		TEST(views_are_made_again_when_their_text_changed),
		TEST(what_an_older_one_made_is_made_again),
		TEST(what_a_newer_one_made_is_refused),
	};
	db_global_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
