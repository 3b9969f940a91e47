/* SPDX-License-Identifier: MIT
 * import_map: whatever operation on the disk fails, data/ is wholly old or wholly new; what a
 * golden case cannot hold: bytes that are no text, a table as wide as a sheet */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/import_map.h"
#include "sys/fs.h"
#include "folder.h"

static const char map_text[] =
	"title: {vi: Đơn vị}\ndescription: {vi: mã và tên}\nformat: csv\n"
	"match: EXISTS (SELECT Ma FROM source)\ntables:\n"
	"  - table: index-units\n    from: source\n    columns: {code: Ma, name: Ten}\n"
	"  - table: agencies\n    from: source\n"
	"    columns: {code: Ma, name: Ten, level: \"'XA'\"}\n";

struct office {
	struct arena arena;
	struct diag d;
	const char *dir, *data, *source;
};

static void put(struct office *o, const char *name, struct str text)
{
	assert_int_equal(fs_write(fs_join(&o->arena, o->dir, name), text, &o->d), 0);
}

static void make_office(struct office *o, struct str source)
{
	const char *tmp = getenv("TEST_TMP");
	o->dir = fs_join(&o->arena, tmp ? tmp : "build/tmp", "import-map");
	o->data = fs_join(&o->arena, o->dir, "data");
	o->source = fs_join(&o->arena, o->dir, "a.csv");
	assert_int_equal(fs_remove_tree(o->dir, &o->d), 0);
	put(o, "a.csv", source);
	put(o, "maps/units.yml", str_from(map_text));
	put(o, "data/index-units.csv", STR("code,name\na,Cũ\n"));
	put(o, "data/fields.csv", STR("code,name\nf,F\n"));
}

static void end_office(struct office *o)
{
	assert_int_equal(fs_remove_tree(o->dir, &o->d), 0);
	diag_release(&o->d);
	arena_release(&o->arena);
}

static int import(struct office *o, bool dry, struct diag *d)
{
	struct import_map_report report;
	struct import_map_options options = {.dir = o->dir, .date = STR("2026-11-21"),
	                                     .paths = &o->source, .path_count = 1, .dry_run = dry};
	int status = import_map_run(&options, &report, d);
	import_map_report_release(&report);
	return status;
}

static void stays_whole(void **state)
{
	(void)state;
	struct office o = {0};
	struct str source = STR("Ma,Ten\na,Mới\nb,Bê\n");
	make_office(&o, source);
	struct str old = folder_text(&o.arena, o.data);
	assert_int_equal(import(&o, false, &o.d), 0);
	struct str fresh = folder_text(&o.arena, o.data);
	assert_string_equal(fresh.p, "=== agencies.csv\ncode,name,level\na,Mới,XA\nb,Bê,XA\n"
	                             "=== fields.csv\ncode,name\nf,F\n"
	                             "=== index-units.csv\ncode,name\na,Mới\nb,Bê\n");
	int failures = 0;
	bool ended = false;
	for (int64_t n = 1; !ended; n++) {
		struct diag d = {0};
		make_office(&o, source);
		int64_t before = fs_operations();
		fs_fail_at(n, false);
		int status = import(&o, false, &d);
		ended = fs_operations() - before < n;
		fs_fail_at(0, false);
		struct str now = folder_text(&o.arena, o.data);
		if (!str_eq(now, old) && !str_eq(now, fresh))
			fail_msg("operation %lld: data is neither old nor new", (long long)n);
		failures += status < 0;
		assert_true(status < 0 ? diag_has_errors(&d) : str_eq(now, fresh));
		diag_release(&d);
	}
	assert_true(failures >= 5);
	end_office(&o);
}

static void writes_nothing_when_dry(void **state)
{
	(void)state;
	struct office o = {0};
	make_office(&o, STR("Ma,Ten\na,Mới\n"));
	struct str old = folder_text(&o.arena, o.dir);
	assert_int_equal(import(&o, true, &o.d), 0);
	assert_true(str_eq(folder_text(&o.arena, o.dir), old));
	end_office(&o);
}

static void writes_nothing_when_nothing_changes(void **state)
{
	(void)state;
	struct office o = {0};
	make_office(&o, STR("Ma,Ten\na,Mới\n"));
	assert_int_equal(import(&o, false, &o.d), 0);
	struct fs_info before = fs_stat(o.data);
	assert_int_equal(import(&o, false, &o.d), 0);
	assert_true(before.inode == fs_stat(o.data).inode);
	end_office(&o);
}

/* The id and the line of the only message. */
static void assert_refused(struct str source, const char *id, int line)
{
	struct office o = {0};
	struct diag d = {0};
	make_office(&o, source);
	struct str old = folder_text(&o.arena, o.data);
	assert_int_equal(import(&o, false, &d), -1);
	assert_true(d.count >= 1);
	if (!str_eqz(d.messages[0].id, id))
		fail_msg("%s, not %s", d.messages[0].id.p, id);
	assert_int_equal(d.messages[0].at.line, line);
	assert_true(str_eq(folder_text(&o.arena, o.data), old));
	diag_release(&d);
	end_office(&o);
}

static void refuses_what_is_no_table(void **state)
{
	(void)state;
	assert_refused(STR("Ma,Ten\na,\xC0\xE1\n"), "I044", 0);
	assert_refused(STR("Ma,Ten\na,Một lần nữa\nb,\xC0\xE1\n"), "I004", 3);
	assert_refused(STR(""), "D006", 1);
	assert_refused(STR("Ma,Ten\na,\"x\"y\n"), "D001", 2);
	struct buf wide = {0};
	for (int i = 0; i < 2500; i++)
		buf_putz(&wide, "a,");
	buf_putz(&wide, "Ma\n");
	assert_refused(buf_str(&wide), "I042", 1);
	buf_release(&wide);
	struct buf large = {0};
	buf_putz(&large, "\xFF\xFE");
	while (large.len <= LIMIT_DOCUMENT)
		buf_put(&large, STR("a\0\n\0"));
	assert_refused(buf_str(&large), "I056", 0);
	buf_release(&large);
}

/* Composed on the way in, so that a map's comparison meets it. */
static void composes(void **state)
{
	(void)state;
	struct office o = {0};
	make_office(&o, STR("\xEF\xBB\xBFMa,Ten\r\nx,Ho\xCC\xA3" "c\r\n"));
	assert_int_equal(import(&o, false, &o.d), 0);
	struct str now = folder_text(&o.arena, o.data);
	assert_true(str_find(now, STR("x,Học,XA\n"), 0) < now.n);
	end_office(&o);
}

/* A file that could not be written again as it is. */
static void a_broken_data_file_stops_it(void **state)
{
	(void)state;
	static const struct {
		const char *text, *id;
	} cases[] = {
		{"name\nCũ\n", "D013"}, {"code,name\nb,Bê,thừa\n", "D015"},
		{"code,name\nb,\xE1\n", "D005"}, {"code,name\nb,\"x\n", "D002"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct office o = {0};
		struct diag d = {0};
		make_office(&o, STR("Ma,Ten\na,Mới\n"));
		put(&o, "data/index-units.csv", str_from(cases[i].text));
		assert_int_equal(import(&o, false, &d), -1);
		assert_string_equal(d.messages[0].id.p, cases[i].id);
		struct str now = folder_text(&o.arena, o.data);
		assert_true(str_find(now, STR("agencies.csv"), 0) == now.n);
		diag_release(&d);
		end_office(&o);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stays_whole), cmocka_unit_test(writes_nothing_when_dry),
		cmocka_unit_test(writes_nothing_when_nothing_changes),
		cmocka_unit_test(refuses_what_is_no_table), cmocka_unit_test(composes),
		cmocka_unit_test(a_broken_data_file_stops_it),
	};
	return cmocka_run_group_tests_name("import map", tests, NULL, NULL);
}
