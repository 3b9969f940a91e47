/* SPDX-License-Identifier: MIT
 * import: whatever operation on the disk fails, data/ is wholly old or wholly new */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/import.h"
#include "sys/fs.h"
#include "folder.h"

static const char record[] =
	"Chi tiết thủ tục hành chính\nMã thủ tục: 1.999001\nSố quyết định: 1/QĐ-BTP\n"
	"Tên thủ tục: Mới\nCấp thực hiện: Cấp Xã\nLoại thủ tục: OTHER\nLĩnh vực: Hộ tịch\n"
	"Trình tự thực hiện:\n    Nộp.\n\nCách thức thực hiện:\n  * Hình thức nộp: DIRECT\n"
	"    Thời hạn giải quyết: 1 HOUR\n    Phí, lệ phí: 8000 VNĐ ()\n\nThành phần hồ sơ:\n\n"
	"Đối tượng thực hiện: Doanh nghiệp\nCơ quan thực hiện:\nCơ quan có thẩm quyền:\n"
	"Địa chỉ tiếp nhận HS:\nCơ quan được ủy quyền:\nCơ quan phối hợp:\n"
	"Kết quả thực hiện: Giấy\n"
	"Căn cứ pháp lý:\n\nYêu cầu, điều kiện thực hiện:\nTừ khóa:\nMô tả:\n";

struct office {
	struct arena arena;
	struct diag d;
	const char *dir, *data, *record;
};

static void make_office(struct office *o)
{
	const char *tmp = getenv("TEST_TMP");
	o->dir = fs_join(&o->arena, tmp ? tmp : "build/tmp", "import-store");
	o->data = fs_join(&o->arena, o->dir, "data");
	o->record = fs_join(&o->arena, o->dir, "a.txt");
	assert_int_equal(fs_remove_tree(o->dir, &o->d), 0);
	assert_int_equal(fs_write(o->record, str_from(record), &o->d), 0);
	assert_int_equal(fs_write(fs_join(&o->arena, o->data, "procedures.csv"),
	                          STR("code,name,kind\n1.999001,Cũ,OTHER\n"), &o->d), 0);
	assert_int_equal(fs_write(fs_join(&o->arena, o->data, "agencies.csv"),
	                          STR("code,name,level\na,A,XA\n"), &o->d), 0);
}

static int import(struct office *o, bool dry, struct import_report *report, struct diag *d)
{
	struct import_options options = {.dir = o->dir, .paths = &o->record, .path_count = 1,
	                                 .dry_run = dry};
	return import_run(&options, report, d);
}

static void stays_whole(void **state)
{
	(void)state;
	struct office o = {0};
	struct import_report report;
	make_office(&o);
	struct str old = folder_text(&o.arena, o.data);
	assert_int_equal(import(&o, false, &report, &o.d), 0);
	struct str fresh = folder_text(&o.arena, o.data);
	assert_false(str_eq(old, fresh));
	int failures = 0;
	bool ended = false;
	for (int64_t n = 1; !ended; n++) {
		struct diag d = {0};
		make_office(&o);
		int64_t before = fs_operations();
		fs_fail_at(n, false);
		int status = import(&o, false, &report, &d);
		ended = fs_operations() - before < n;
		fs_fail_at(0, false);
		struct str now = folder_text(&o.arena, o.data);
		if (!str_eq(now, old) && !str_eq(now, fresh))
			fail_msg("operation %lld: data is neither old nor new", (long long)n);
		if (status < 0) {
			failures++;
			assert_true(diag_has_errors(&d));
		} else {
			assert_true(str_eq(now, fresh));
		}
		diag_release(&d);
	}
	assert_true(failures >= 5);
	diag_release(&o.d);
	arena_release(&o.arena);
}

static void writes_nothing_when_dry(void **state)
{
	(void)state;
	struct office o = {0};
	struct import_report report;
	make_office(&o);
	struct str old = folder_text(&o.arena, o.dir);
	assert_int_equal(import(&o, true, &report, &o.d), 0);
	assert_int_equal(report.counts[IMPORT_N_RECORDS], 1);
	assert_true(str_eq(folder_text(&o.arena, o.dir), old));
	diag_release(&o.d);
	arena_release(&o.arena);
}

static void writes_nothing_when_nothing_changes(void **state)
{
	(void)state;
	struct office o = {0};
	struct import_report report;
	make_office(&o);
	assert_int_equal(import(&o, false, &report, &o.d), 0);
	const char *file = fs_join(&o.arena, o.data, "procedures.csv");
	struct fs_info before = fs_stat(file), folder = fs_stat(o.data);
	assert_int_equal(import(&o, false, &report, &o.d), 0);
	struct fs_info after = fs_stat(file), folder_after = fs_stat(o.data);
	assert_true(before.inode == after.inode && before.mtime_ns == after.mtime_ns);
	assert_true(folder.inode == folder_after.inode);
	diag_release(&o.d);
	arena_release(&o.arena);
}

static void reports_in_two_languages(void **state)
{
	(void)state;
	struct office o = {0};
	struct import_report report;
	struct buf vi = {0}, en = {0};
	make_office(&o);
	assert_int_equal(import(&o, true, &report, &o.d), 0);
	import_report_put(&vi, &report, DIAG_VI);
	import_report_put(&en, &report, DIAG_EN);
	assert_true(str_find(buf_str(&vi), STR("từng khoản phí"), 0) < vi.len);
	assert_true(str_find(buf_str(&en), STR("each fee"), 0) < en.len);
	buf_release(&vi);
	buf_release(&en);
	diag_release(&o.d);
	arena_release(&o.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stays_whole), cmocka_unit_test(writes_nothing_when_dry),
		cmocka_unit_test(writes_nothing_when_nothing_changes),
		cmocka_unit_test(reports_in_two_languages),
	};
	return cmocka_run_group_tests_name("import store", tests, NULL, NULL);
}
