/* SPDX-License-Identifier: MIT
 *
 * route_test - files of named queries: how they are cut, and what SQLite says of them
 */
#include <setjmp.h>
#include <stdarg.h>

#include "board/route.h"

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct diag diag;
	struct db *db;
	struct query_file *file;
};

static int set_up(void **state)
{
	struct fixture *f = mem_resize(NULL, sizeof *f);
	*f = (struct fixture){.diag = {.lang = DIAG_EN}};
	*state = f;
	return db_open(&f->db, ":memory:", DB_WRITE, &f->diag);
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	db_close(f->db);
	diag_release(&f->diag);
	arena_release(&f->arena);
	mem_free(f);
	return 0;
}

static int parse(struct fixture *f, const char *text)
{
	return route_parse(&f->arena, STR("p.sql"), str_from(text), &f->file, &f->diag);
}

static void is_text(struct str got, const char *wanted)
{
	if (!str_eqz(got, wanted))
		print_message("got %.*s, wanted %s\n", STR_ARG(got), wanted);
	assert_true(str_eqz(got, wanted));
}

static void queries_have_name_text_and_line(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(
	    parse(f,
	          "-- SPDX\n\n-- name: pages\n-- why\nSELECT 1 AS a;\n\n  --name:b_2 \nSELECT 2"),
	    0);
	assert_int_equal(f->file->count, 2);
	is_text(f->file->queries[0].name, "pages");
	is_text(str_trim(f->file->queries[0].sql), "-- why\nSELECT 1 AS a;");
	assert_int_equal(f->file->queries[0].at.line, 4);
	is_text(f->file->queries[1].name, "b_2");
	is_text(f->file->queries[1].sql, "SELECT 2");
	assert_int_equal(f->file->queries[1].at.line, 8);
}

static void windows_line_ends_do_no_harm(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(parse(f, "-- name: a\r\nSELECT 1 AS x\r\n-- name: b\r\nSELECT 2 AS y\r\n"),
	                 0);
	is_text(f->file->queries[1].name, "b");
	assert_int_equal(route_describe(f->file, &f->arena, f->db, &f->diag), 0);
	is_text(f->file->queries[0].columns[0], "x");
}

static void columns_and_parameters_come_from_sqlite(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(parse(f, "-- name: a\nSELECT 1 AS x, 'y' AS \"Tên\" WHERE :b OR :a OR :b"),
	                 0);
	assert_int_equal(route_describe(f->file, &f->arena, f->db, &f->diag), 0);
	const struct query *q = route_find(f->file, STR("a"));
	assert_int_equal(q->column_count, 2);
	is_text(q->columns[1], "Tên");
	assert_int_equal(q->param_count, 2);
	is_text(q->params[0], "b");
	is_text(q->params[1], "a");
}

static void a_broken_query_does_not_hide_the_others(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(parse(f, "-- name: a\nSELECT\nx\n-- name: b\nSELECT 1 AS x\n-- name: c\n"),
	                 0);
	assert_int_equal(route_describe(f->file, &f->arena, f->db, &f->diag), -1);
	assert_true(f->file->queries[0].is_broken);
	assert_false(f->file->queries[1].is_broken);
	assert_true(f->file->queries[2].is_broken);
	assert_int_equal(f->diag.count, 2);
	assert_int_equal(f->diag.messages[0].at.line, 3);
}

static void an_empty_file_has_no_queries(void **state)
{
	struct fixture *f = *state;
	assert_int_equal(parse(f, ""), 0);
	assert_int_equal(f->file->count, 0);
	assert_null(route_find(f->file, STR("a")));
	assert_null(route_find(NULL, STR("a")));
}

static void columns_are_found_once_twice_or_not(void **state)
{
	(void)state;
	struct str columns[] = {STR("a"), STR("b"), STR("a")};
	assert_int_equal(query_column(columns, 3, STR("b")), 1);
	assert_int_equal(query_column(columns, 3, STR("a")), TWO_COLUMNS);
	assert_int_equal(query_column(columns, 3, STR("c")), NO_COLUMN);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(queries_have_name_text_and_line),
	    TEST(windows_line_ends_do_no_harm),
	    TEST(columns_and_parameters_come_from_sqlite),
	    TEST(a_broken_query_does_not_hide_the_others),
	    TEST(an_empty_file_has_no_queries),
	    TEST(columns_are_found_once_twice_or_not),
	};
	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
