/* SPDX-License-Identifier: MIT
 * db: statements, values, the guard, functions and collations */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "sys/db.h"

struct box {
	struct db *db;
	struct diag d;
	struct arena a;
};

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	*state = b;
	return db_open(&b->db, ":memory:", DB_WRITE, &b->d) |
	       db_exec(b->db, "CREATE TABLE t (n INT PRIMARY KEY, s TEXT CHECK (s <> ''))", &b->d);
}

static int close_box(void **state)
{
	struct box *b = *state;
	db_close(b->db);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return 0;
}

static void rows_come_back_as_they_went_in(void **state)
{
	struct box *b = *state;
	struct db_stmt *put = db_must_prepare(b->db, "INSERT INTO t VALUES (:n, :s)");
	assert_int_equal(db_param_count(put), 2);
	assert_true(str_eqz(db_param_name(put, 1), "s"));
	db_bind_int(put, 0, 7);
	db_bind_text(put, 1, STR("bảy"));
	assert_int_equal(db_run(put, &b->a, NULL, &b->d), 0);
	db_bind_int(put, 0, 8);
	assert_int_equal(db_run(put, &b->a, NULL, &b->d), 0); /* what is not bound is NULL */
	db_finish(put);
	struct db_stmt *get = db_must_prepare(b->db, "SELECT n, s FROM t ORDER BY n");
	assert_int_equal(db_step(get, &b->d), 1);
	assert_int_equal(db_int(get, 0), 7);
	assert_true(str_eqz(db_text(get, 1), "bảy"));
	assert_int_equal(db_step(get, &b->d), 1);
	assert_true(db_is_null(get, 1));
	assert_null(db_text(get, 1).p);
	assert_int_equal(db_step(get, &b->d), 0);
	db_finish(get);
}

static void a_broken_constraint_can_be_heard(void **state)
{
	struct box *b = *state;
	struct str broken;
	struct db_stmt *put = db_must_prepare(b->db, "INSERT INTO t VALUES (1, ?1)");
	db_bind_text(put, 0, STR(""));
	assert_int_equal(db_run(put, &b->a, &broken, &b->d), -1);
	assert_non_null(broken.p);
	assert_int_equal(b->d.count, 0);
	db_bind_text(put, 0, STR(""));
	assert_int_equal(db_run(put, &b->a, NULL, &b->d), -1);
	assert_int_equal(b->d.count, 1);
	db_finish(put);
}

static void mistakes_name_their_line(void **state)
{
	struct box *b = *state;
	struct db_stmt *s = NULL;
	struct place at = {STR("x.sql"), 10};
	assert_int_equal(db_prepare(b->db, STR("SELECT n,\n  nn\nFROM t"), at, &s, &b->d), -1);
	assert_int_equal(b->d.messages[0].at.line, 11);
	assert_int_equal(db_prepare(b->db, STR("SELECT 1; SELECT 2"), at, &s, &b->d), -1);
	assert_int_equal(db_prepare(b->db, STR("-- nothing"), at, &s, &b->d), -1);
	assert_int_equal(db_prepare(b->db, STR("SELECT 1; -- end"), at, &s, &b->d), 0);
	db_finish(s);
}

static void a_guarded_connection_only_reads(void **state)
{
	struct box *b = *state;
	struct db_stmt *s = NULL;
	db_guard(b->db, 1000000);
	const char *refused[] = {"DELETE FROM t",
	                         "ATTACH 'x' AS y",
	                         "PRAGMA user_version",
	                         "DROP TABLE t",
	                         "SELECT load_extension('x')",
	                         "INSERT INTO t VALUES (1, 'x')"};
	for (size_t i = 0; i < countof(refused); i++)
		assert_int_equal(db_prepare(b->db, str_from(refused[i]), NOWHERE, &s, &b->d), -1);
	const char *allowed[] = {"SELECT count(*) FROM t", "SELECT value FROM json_each('[1]')",
	                         "SELECT path FROM json_tree('[1]')"};
	for (size_t i = 0; i < countof(allowed); i++) {
		assert_int_equal(db_prepare(b->db, str_from(allowed[i]), NOWHERE, &s, &b->d), 0);
		db_finish(s);
	}
}

static int64_t asked; /* how often the function was called */

static void ask(struct db_call *c)
{
	db_result_int(c, db_call_int(c, 0) + ++asked);
}

static void a_view_is_kept(void **state)
{
	struct box *b = *state;
	struct db_stmt *s = NULL;
	db_add_function(b->db, "ask", 1, false, ask, NULL);
	assert_int_equal(db_exec(b->db, "INSERT INTO t VALUES (10, 'x'), (20, 'y');"
	                                "CREATE VIEW v AS SELECT ask(n) AS n FROM t", &b->d), 0);
	db_guard(b->db, 1000000);
	asked = 0;
	assert_int_equal(db_keep_view(b->db, "v", &b->d), 0);
	assert_int_equal(db_keep_view(b->db, "v", &b->d), 0); /* it stands already */
	assert_int_equal(db_int_of(b->db, "SELECT sum(n) FROM v", 0), 33);
	assert_int_equal(db_int_of(b->db, "SELECT sum(n) FROM v", 0), 33);
	assert_int_equal(asked, 2);
	/* The guard is as it was. */
	assert_int_equal(db_prepare(b->db, STR("DELETE FROM v"), NOWHERE, &s, &b->d), -1);
	assert_int_equal(db_prepare(b->db, STR("DELETE FROM t"), NOWHERE, &s, &b->d), -1);
	assert_int_equal(db_prepare(b->db, STR("CREATE TEMP TABLE u (n)"), NOWHERE, &s, &b->d), -1);
	assert_int_equal(db_keep_view(b->db, "no such", &b->d), -1);
	assert_int_equal(db_prepare(b->db, STR("DELETE FROM t"), NOWHERE, &s, &b->d), -1);
}

static int copies_held, copies_made;

static void release_copy(void *p)
{
	copies_held--;
	mem_free(p);
}

/* The number of bytes of the second argument, counted when it is first met. */
static void count_bytes(struct db_call *c)
{
	size_t *kept = db_call_kept(c, 1), *n = kept ? kept : mem_resize(NULL, sizeof *n);
	if (!kept) {
		*n = db_call_text(c, 1).n;
		copies_made++;
		copies_held++;
	}
	db_result_int(c, (int64_t)*n);
	if (!kept)
		db_call_keep(c, 1, n, release_copy);
}

static void a_function_keeps_what_it_made_of_an_argument(void **state)
{
	struct box *b = *state;
	db_add_function(b->db, "bytes", 2, true, count_bytes, NULL);
	copies_held = copies_made = 0;
	const char *same = "SELECT sum(bytes(column1, 'abc')) FROM (VALUES (1), (2), (3))";
	const char *others = "SELECT sum(bytes(1, column1)) FROM (VALUES ('a'), ('bb'), ('a'))";
	assert_int_equal(db_int_of(b->db, same, 0), 9);
	assert_int_equal(copies_made, 1);
	assert_int_equal(db_int_of(b->db, others, 0), 4);
	assert_int_equal(copies_made, 4);
	assert_int_equal(copies_held, 0);
}

static void an_endless_query_is_stopped(void **state)
{
	struct box *b = *state;
	struct db_stmt *s = NULL;
	db_guard(b->db, 1000000);
	struct str endless = STR("WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c)"
	                         " SELECT count(*) FROM c");
	assert_int_equal(db_prepare(b->db, endless, NOWHERE, &s, &b->d), 0);
	assert_int_equal(db_step(s, &b->d), -1);
	assert_true(str_eqz(b->d.messages[0].id, "R002"));
	db_finish(s);
}

static void endless_rows_are_stopped_when_all_count(void **state)
{
	struct box *b = *state;
	struct db_stmt *s = NULL;
	db_guard(b->db, 1000000);
	struct str endless = STR("WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c)"
	                         " SELECT n FROM c");
	assert_int_equal(db_prepare(b->db, endless, NOWHERE, &s, &b->d), 0);
	for (int i = 0; i < 200000; i++)
		assert_int_equal(db_step(s, &b->d), 1);
	db_reset(s);
	db_count_all_steps(s);
	/* Another one in between has its own count. */
	struct db_stmt *other = db_must_prepare(b->db, "SELECT 1");
	int rows = 0, status;
	while ((status = db_step(s, &b->d)) == 1 && ++rows < 200000) {
		assert_int_equal(db_step(other, &b->d), 1);
		db_reset(other);
	}
	assert_int_equal(status, -1);
	assert_in_range(rows, 1000, 199999);
	assert_true(str_eqz(b->d.messages[0].id, "R002"));
	db_finish(other);
	db_finish(s);
}

static void twice(struct db_call *c)
{
	if (db_call_type(c, 0) == DB_TEXT)
		db_result_error(c, "twice: a number, please");
	else
		db_result_int(c, db_call_int(c, 0) * 2 + *(int *)db_call_user(c));
}

static int backwards(void *user, struct str a, struct str b)
{
	(void)user;
	return -str_cmp(a, b);
}

static void functions_and_collations_are_called(void **state)
{
	struct box *b = *state;
	static int one = 1;
	db_add_function(b->db, "twice", 1, true, twice, &one);
	db_add_collation(b->db, "backwards", backwards, NULL);
	assert_int_equal(db_int_of(b->db, "SELECT twice(20)", 0), 41);
	assert_int_equal(db_int_of(b->db, "SELECT 'a' < 'b' COLLATE backwards", 7), 0);
	struct db_stmt *s = db_must_prepare(b->db, "SELECT twice('x')");
	assert_int_equal(db_step(s, &b->d), -1);
	assert_true(str_find(b->d.messages[0].text, STR("a number, please"), 0) <
	            b->d.messages[0].text.n);
	db_finish(s);
}

/* An aggregate that holds memory and keeps count of what it took and gave back. */
struct heap {
	char *bytes;
	int rows;
};
static int heaps_held;

static void heap_step(struct db_call *c)
{
	struct heap *h = db_call_state(c);
	heaps_held += h->bytes == NULL;
	h->bytes = h->bytes ? h->bytes : mem_resize(NULL, 10);
	h->rows++;
	if (db_call_type(c, 0) == DB_TEXT)
		db_result_error(c, "heap: a number, please");
}

static void heap_final(struct db_call *c)
{
	struct heap *h = db_call_state(c);
	assert_int_equal(db_call_count(c), 0);
	db_result_int(c, h->rows * 100 + *(int *)db_call_user(c));
}

static void heap_release(void *state)
{
	mem_free(((struct heap *)state)->bytes);
	heaps_held--;
}

static void aggregates_give_back_what_they_hold(void **state)
{
	struct box *b = *state;
	static int one = 1;
	struct db_aggregate heap = {sizeof(struct heap), heap_step, heap_final, heap_release};
	db_add_aggregate(b->db, "heap", 1, &heap, &one);
	const char *three = "SELECT heap(column1) FROM (VALUES (1), (2), (3))";
	assert_int_equal(db_int_of(b->db, three, 0), 301);
	assert_int_equal(db_int_of(b->db, "SELECT heap(1) IS NULL WHERE 0", 0), 1);
	assert_int_equal(heaps_held, 0);
	/* Two groups at once, stopped after the first. */
	struct db_stmt *s = db_must_prepare(
		b->db, "SELECT heap(column1), heap(2) FROM (VALUES (1), (2)) GROUP BY column1");
	assert_int_equal(db_step(s, &b->d), 1);
	db_reset(s);
	assert_int_equal(heaps_held, 0);
	assert_int_equal(db_step(s, &b->d), 1);
	db_finish(s);
	assert_int_equal(heaps_held, 0);
	/* A step that fails, and a query that is stopped by the guard. */
	s = db_must_prepare(b->db, "SELECT heap(column1) FROM (VALUES (1), ('x'), (3))");
	assert_int_equal(db_step(s, &b->d), -1);
	db_finish(s);
	db_guard(b->db, 1000000);
	s = db_must_prepare(b->db, "WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL"
	                           " SELECT n + 1 FROM c) SELECT heap(n) FROM c");
	assert_int_equal(db_step(s, &b->d), -1);
	assert_int_equal(heaps_held, 0);
	db_finish(s);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_box, close_box)
	const struct CMUnitTest tests[] = {
	    TEST(rows_come_back_as_they_went_in), TEST(a_broken_constraint_can_be_heard),
	    TEST(mistakes_name_their_line),       TEST(a_guarded_connection_only_reads),
	    TEST(an_endless_query_is_stopped),    TEST(endless_rows_are_stopped_when_all_count),
	    TEST(functions_and_collations_are_called),
	    TEST(aggregates_give_back_what_they_hold), TEST(a_view_is_kept),
	    TEST(a_function_keeps_what_it_made_of_an_argument),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
