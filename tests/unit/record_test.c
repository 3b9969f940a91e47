/* SPDX-License-Identifier: MIT
 * record: the same content gives the same hash, and a change shows in its part only */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/record.h"
#include "engine/project.h"
#include "sys/fs.h"

struct box {
	struct arena a;
	struct diag d;
	char dir[64];
	char sha256[SEAL_HEX];
	struct str text, hashes;
};

/* An office whose one procedure has something in every part. */
static const struct {
	const char *file, *text;
} office[] = {
	{"site.yml",
	 "title: Xã Thử\n"
	 "agency: xa\n"},
	{"assets/don.txt",
	 "Mẫu đơn\n"},
	{"data/fields.csv",
	 "code,name\n"
	 "ho-tich,Hộ tịch\n"},
	{"data/agencies.csv",
	 "code,name,level\n"
	 "xa,UBND xã Thử,XA\n"
	 "so,Sở Thử,TINH\n"},
	{"data/reception-points.csv",
	 "code,agency_code,name,address,phone\n"
	 "q1,xa,Quầy 1,Đường A,1022\n"
	 "q2,xa,Quầy 2,Đường B,1023\n"
	 "q3,so,Quầy 3,Đường C,1024\n"},
	{"data/opening-hours.csv",
	 "point_code,weekdays,time_from,time_to\n"
	 "q1,12345,07:00,11:00\n"
	 "q1,12345,13:00,17:00\n"
	 "q3,6,07:30,11:00\n"},
	{"data/decisions.csv",
	 "no,title,issuer,signed,effective_from\n"
	 "1/QĐ-BTP,Công bố,Bộ Tư pháp,2026-01-02,2026-02-03\n"
	 "2/QĐ-UBND,Danh mục,UBND tỉnh,2026-03-04,2026-03-05\n"},
	{"data/forms.csv",
	 "ref,title,path\n"
	 "don,Đơn đề nghị,don.txt\n"},
	{"data/procedures.csv",
	 "code,name,kind,level,field_code,decision_no,steps_md,sets_qty,"
	 "deciding_agency,requirements_md,fee_none,online_level,data_date,"
	 "posted_since\n"
	 "1.000001,Đăng ký,LAW_DETAILED,XA,ho-tich,1/QĐ-BTP,Nộp rồi nhận.,1,"
	 "UBND xã,Đủ 18 tuổi.,,FULL,2026-01-01,2026-01-02\n"},
	{"data/postings.csv",
	 "code,agency_code,point_code,decision_no,local_note_md\n"
	 "1.000001,xa,,2/QĐ-UBND,Mang bút.\n"
	 "1.000001,so,q3,,\n"},
	{"data/methods.csv",
	 "code,position,channel,time_limit_value,time_limit_unit,note\n"
	 "1.000001,1,DIRECT,5,WORKING_DAY,Tại quầy\n"
	 "1.000001,2,ONLINE,3,WORKING_DAY,\n"},
	{"data/fees.csv",
	 "code,position,name,type,amount_vnd,formula,valid_to\n"
	 "1.000001,1,Lệ phí,LE_PHI,8000,,\n"
	 "1.000001,2,Phí,PHI,,TIERS,\n"
	 "1.000001,3,Phí cũ,PHI,1,,2020-01-01\n"},
	{"data/fee-tiers.csv",
	 "code,fee_position,from_vnd,to_vnd,base_vnd\n"
	 "1.000001,2,0,100,10\n"
	 "1.000001,2,100,,20\n"},
	{"data/fee-reliefs.csv",
	 "code,fee_position,position,kind,who\n"
	 "1.000001,1,1,EXEMPT,Trẻ em\n"
	 "1.000001,1,2,EXEMPT,Người cao tuổi\n"},
	{"data/dossier-cases.csv",
	 "code,position,name\n"
	 "1.000001,1,Lần đầu\n"
	 "1.000001,2,Cấp lại\n"},
	{"data/components.csv",
	 "code,position,case_position,name,form_ref,original_qty\n"
	 "1.000001,1,1,Đơn,don,1\n"
	 "1.000001,2,2,Giấy cũ,,1\n"},
	{"data/subjects.csv",
	 "code,position,name\n"
	 "1.000001,1,Cá nhân\n"
	 "1.000001,2,Tổ chức\n"},
	{"data/results.csv",
	 "code,position,name,electronic\n"
	 "1.000001,1,Giấy,1\n"
	 "1.000001,2,Trích lục,0\n"},
	{"data/legal-bases.csv",
	 "code,position,number,title\n"
	 "1.000001,1,60/2014/QH13,Luật\n"
	 "1.000001,2,1/2020/NĐ-CP,Nghị định\n"},
};

static void put(struct box *b, const char *file, const char *text)
{
	assert_int_equal(fs_replace(fs_join(&b->a, b->dir, file), str_from(text), &b->d), 0);
}

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	strcpy(b->dir, "/tmp/niemyet-record-XXXXXX");
	*state = b;
	if (!mkdtemp(b->dir) || fs_mkdirs(fs_join(&b->a, b->dir, "data"), &b->d) < 0 ||
	    fs_mkdirs(fs_join(&b->a, b->dir, "assets"), &b->d) < 0)
		return -1;
	for (size_t i = 0; i < countof(office); i++)
		put(b, office[i].file, office[i].text);
	return 0;
}

static int close_box(void **state)
{
	struct box *b = *state;
	int status = fs_remove_tree(b->dir, &b->d);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return status;
}

static int keep(void *user, const struct record *r)
{
	struct box *b = user;
	memcpy(b->sha256, r->sha256, SEAL_HEX);
	b->text = arena_str(&b->a, r->text);
	b->hashes = arena_str(&b->a, r->hashes);
	return 0;
}

static void read_record(struct box *b, const char *date)
{
	struct project p = {.lock = -1};
	struct func_env env = {0};
	struct db *db = NULL;
	b->text = (struct str){0};
	int status = project_open(&p, b->dir, str_from(date), &b->d);
	if (status == 0)
		status = project_connect(&p, &env, &db, &b->d);
	if (status == 0)
		status = record_each(db, STR("1.000001"), keep, b, &b->d);
	diag_print(&b->d, stderr, DIAG_TEXT, false);
	assert_int_equal(status, 0);
	assert_non_null(b->text.p);
	db_close(db);
	project_close(&p);
}

/* The parts that differ from `before`. */
static struct str changed(struct box *b, struct str before)
{
	struct buf out = {0};
	record_put_changed(&out, before, b->hashes);
	struct str kept = arena_str(&b->a, buf_str(&out));
	buf_release(&out);
	return kept;
}

/* The text with `from` replaced by `to`, once. */
static const char *replaced(struct box *b, const char *text, const char *from, const char *to)
{
	struct str s = str_from(text), what = str_from(from);
	size_t at = str_find(s, what, 0);
	assert_true(at < s.n);
	return arena_printf(&b->a, "%.*s%s%s", (int)at, text, to, text + at + what.n).p;
}

static const char *text_of(const char *file)
{
	for (size_t i = 0; i < countof(office); i++)
		if (strcmp(office[i].file, file) == 0)
			return office[i].text;
	return NULL;
}

static void each_change_shows_in_its_part_only(void **state)
{
	static const struct {
		const char *parts, *file, *from, *to;
	} changes[] = {
		{"name", "data/procedures.csv", "Đăng ký", "Đăng kí"},
		{"about", "data/procedures.csv", "LAW_DETAILED", "SPECIFIC"},
		{"about", "data/fields.csv", "Hộ tịch", "Hộ khẩu"},
		{"steps", "data/procedures.csv", "Nộp rồi", "Gửi rồi"},
		{"methods", "data/methods.csv", "Tại quầy", "Ở quầy"},
		{"methods", "data/procedures.csv", "FULL", "PARTIAL"},
		{"limit", "data/methods.csv", "DIRECT,5", "DIRECT,6"},
		{"dossier", "data/components.csv", "Giấy cũ,,1", "Giấy cũ,,2"},
		{"dossier", "data/components.csv", "2,2,Giấy", "2,1,Giấy"},
		{"dossier", "data/dossier-cases.csv", "Cấp lại", "Cấp đổi"},
		{"dossier", "data/procedures.csv", "nhận.,1", "nhận.,2"},
		{"subjects", "data/subjects.csv", "Tổ chức", "Doanh nghiệp"},
		{"agency", "data/procedures.csv", "UBND xã", "UBND tỉnh"},
		{"result", "data/results.csv", "Trích lục,0", "Trích lục,1"},
		{"fees", "data/fees.csv", "8000", "9000"},
		{"fees", "data/fee-tiers.csv", ",20", ",30"},
		{"fees", "data/fee-reliefs.csv", "Trẻ em", "Học sinh"},
		{"forms", "data/forms.csv", "Đơn đề nghị", "Đơn"},
		{"forms", "assets/don.txt", "Mẫu", "Bản"},
		{"conditions", "data/procedures.csv", "18", "16"},
		{"law", "data/legal-bases.csv", "2014", "2015"},
		{"place", "data/reception-points.csv", "Đường B", "Đường D"},
		{"place", "data/opening-hours.csv", "17:00", "16:30"},
		{"place", "data/postings.csv", "Mang bút", "Mang giấy"},
		{"place", "data/agencies.csv", "Sở Thử", "Sở Mới"},
		{"decision", "data/decisions.csv", "2026-02-03", "2026-02-04"},
		{"decision", "data/decisions.csv", "UBND tỉnh", "Chủ tịch tỉnh"},
		{"", "data/fees.csv", "Phí cũ", "Phí rất cũ"},
		{"", "data/procedures.csv", "2026-01-01", "2026-05-05"},
		{"", "data/procedures.csv", "2026-01-02", "2026-05-05"},
		{"", "data/subjects.csv", "1.000001,2", "1.000001,7"},
		{"", "site.yml", "Xã Thử", "Xã Mới"},
	};
	struct box *b = *state;
	read_record(b, "2026-06-01");
	struct str before = b->hashes;
	char sha256[SEAL_HEX];
	memcpy(sha256, b->sha256, SEAL_HEX);
	for (size_t i = 0; i < countof(changes); i++) {
		const char *text = text_of(changes[i].file);
		put(b, changes[i].file, replaced(b, text, changes[i].from, changes[i].to));
		read_record(b, "2026-06-01");
		if (!str_eqz(changed(b, before), changes[i].parts))
			fail_msg("%s to %s: %s changed", changes[i].from, changes[i].to,
			         changed(b, before).p);
		assert_true((memcmp(sha256, b->sha256, SEAL_HEX) != 0) == (*changes[i].parts != 0));
		put(b, changes[i].file, text);
	}
	read_record(b, "2026-06-01");
	assert_memory_equal(sha256, b->sha256, SEAL_HEX);
}

/* All lines but the head in reverse. */
static const char *reversed(struct box *b, const char *text)
{
	struct str rest = str_from(text), head = str_cut(&rest, '\n');
	struct buf out = {0};
	while (rest.n) {
		struct str line = str_cut(&rest, '\n');
		struct buf longer = {0};
		buf_printf(&longer, "%.*s\n%.*s", STR_ARG(line), STR_ARG(buf_str(&out)));
		buf_release(&out);
		out = longer;
	}
	struct str whole =
		arena_printf(&b->a, "%.*s\n%.*s", STR_ARG(head), STR_ARG(buf_str(&out)));
	buf_release(&out);
	return whole.p;
}

static void the_order_of_rows_does_not_show(void **state)
{
	struct box *b = *state;
	read_record(b, "2026-06-01");
	struct str before = b->text;
	for (size_t i = 0; i < countof(office); i++)
		if (str_starts(str_from(office[i].file), STR("data/")))
			put(b, office[i].file, reversed(b, office[i].text));
	read_record(b, "2026-06-01");
	assert_string_equal(b->text.p, before.p);
}

static void the_day_decides_what_counts(void **state)
{
	struct box *b = *state;
	read_record(b, "2026-06-01");
	struct str before = b->hashes;
	read_record(b, "2026-06-02");
	assert_string_equal(changed(b, before).p, "");
	read_record(b, "2019-06-01");
	assert_string_equal(changed(b, before).p, "fees");
}

static void a_part_that_one_side_lacks_is_not_compared(void **state)
{
	(void)state;
	struct buf out = {0};
	record_put_changed(&out, STR("name:1 fees:2 gone:3"), STR("name:1 new:9 fees:4 place:5"));
	assert_string_equal(buf_str(&out).p, "fees");
	record_put_changed(&out, STR(""), STR("name:1"));
	assert_string_equal(buf_str(&out).p, "fees");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_change_shows_in_its_part_only, open_box,
		                                close_box),
		cmocka_unit_test_setup_teardown(the_order_of_rows_does_not_show, open_box,
		                                close_box),
		cmocka_unit_test_setup_teardown(the_day_decides_what_counts, open_box, close_box),
		cmocka_unit_test(a_part_that_one_side_lacks_is_not_compared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
