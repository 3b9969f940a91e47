/* SPDX-License-Identifier: MIT
 * load: files become rows, mistakes become messages, what did not change is not read */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/load.h"
#include "board/schema.h"
#include "sys/fs.h"

struct box {
	struct arena a;
	struct diag d;
	struct db *db;
	struct load_stats stats;
	char dir[64];
};

static const char *in(struct box *b, const char *name)
{
	return fs_join(&b->a, b->dir, name);
}

static void put(struct box *b, const char *name, const char *text)
{
	assert_int_equal(fs_replace(in(b, name), str_from(text), &b->d), 0);
}

static void drop(struct box *b, const char *name)
{
	assert_int_equal(fs_remove_tree(in(b, name), &b->d), 0);
}

/* A project of one procedure that loads. */
static void put_office(struct box *b)
{
	put(b, "site.yml", "title: Xã Thử\nagency: xa\nurl: https://thu.example/\n");
	put(b, "data/agencies.csv", "code,name,level\nxa,UBND xã Thử,XA\n");
	put(b, "data/fields.csv", "code,name\nho-tich,Hộ tịch\n");
	put(b, "data/procedures.csv",
	    "code,name,kind,field_code\n1.001193,Đăng ký khai sinh,LAW_DETAILED,ho-tich\n");
}

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	strcpy(b->dir, "/tmp/niemyet-load-XXXXXX");
	*state = b;
	if (!mkdtemp(b->dir) || db_open(&b->db, in(b, "board.db"), DB_WRITE, &b->d) < 0)
		return -1;
	put_office(b);
	return schema_apply(b->db, &b->d);
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

/* Loads; the messages as "D021 data/fees.csv:2; ...". */
static const char *load(struct box *b)
{
	struct buf out = {0};
	diag_reset(&b->d);
	int status = load_project(b->dir, b->db, &b->stats, &b->d);
	assert_int_equal(status, diag_has_errors(&b->d) ? -1 : 0);
	for (size_t i = 0; i < b->d.count; i++) {
		const struct diag_message *m = &b->d.messages[i];
		buf_printf(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(m->id), STR_ARG(m->at.file));
		if (m->at.line)
			buf_printf(&out, ":%d", m->at.line);
		assert_true(m->text.n > 0);
		assert_int_equal(str_find(m->text, STR("{"), 0), m->text.n);
	}
	const char *text = arena_strz(&b->a, buf_str(&out));
	buf_release(&out);
	return text;
}

/* The rows of a query: columns with |, rows with /. */
static const char *rows(struct box *b, const char *sql)
{
	struct buf out = {0};
	struct db_stmt *s = db_must_prepare(b->db, sql);
	while (db_step(s, &b->d) > 0) {
		buf_putz(&out, out.len ? "/" : "");
		for (int i = 0; i < db_column_count(s); i++) {
			buf_putz(&out, i ? "|" : "");
			buf_put(&out, db_is_null(s, i) ? STR("NULL") : db_text(s, i));
		}
	}
	db_finish(s);
	const char *text = arena_strz(&b->a, buf_str(&out));
	buf_release(&out);
	return text;
}

static void an_office_is_loaded(void **state)
{
	struct box *b = *state;
	put(b, "pages/thong-bao/nghi.md", "---\ntitle: \"Nghỉ: lễ\"\nposted_from: 2026-09-01\n"
	                                  "draft: false\n---\n\n\nXin **chào**.\n\n");
	put(b, "pages/gioi-thieu.md",
	    "---\r\ntitle: Giới thiệu\r\nkind: GUIDE\r\n---\r\nMột\r\nhai\r\n");
	put(b, "data/fees.csv",
	    "code;position;name;amount_vnd;type\n1.001193;1;Lệ phí;8000;LE_PHI\n");
	assert_string_equal(load(b), "");
	assert_true(b->stats.wrote);
	assert_int_equal(b->stats.files, 7);
	assert_int_equal(b->stats.files_read, 7);
	assert_int_equal(b->stats.rows, 6);
	assert_int_equal(b->stats.procedures, 1);
	assert_int_equal(b->stats.internal, 0);
	assert_string_equal(rows(b, "SELECT code, version, code_national, name, source_line, path"
	                            " FROM procedure JOIN source ON id = source_id"),
	                    "1.001193|1|1.001193|Đăng ký khai sinh|2|data/procedures.csv");
	assert_string_equal(rows(b, "SELECT amount_vnd, typeof(amount_vnd), formula FROM fee"),
	                    "8000|integer|NULL");
	assert_string_equal(rows(b, "SELECT a.path, kind, title, posted_from, draft, lang, body_md,"
	                            " body_line FROM article a ORDER BY a.path"),
	                    "gioi-thieu|GUIDE|Giới thiệu|NULL|0|vi|Một\nhai|5/"
	                    "thong-bao/nghi|INFO|Nghỉ: lễ|2026-09-01|0|vi|Xin **chào**.|8");
	assert_string_equal(rows(b, "SELECT key, value, source_line FROM setting WHERE key IN"
	                            " ('title', 'url', 'demo', 'lang') ORDER BY key"),
	                    "demo||1/lang|vi|1/title|Xã Thử|1/url|https://thu.example|3");
}

static void text_is_cleaned(void **state)
{
	struct box *b = *state;
	put(b, "data/fields.csv", "code,name,description_md\n"
	                          "ho-tich,\"  Ho\xCC\xA3\xCC\x82  ti\xCC\xA3"
	                          "ch\t\xC2\xA0x \r\n  y\xE2\x80\x8B \","
	                          "\"\n\n    mã  hai\r\n\ttab \n\n\"\n");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT name, description_md FROM field"),
	                    "Hộ tịch x\ny|    mã  hai\n\ttab");
}

static void what_did_not_change_is_not_read(void **state)
{
	struct box *b = *state;
	assert_string_equal(load(b), "");
	struct fs_info before = fs_stat(in(b, "board.db"));
	int64_t version = db_data_version(b->db);
	assert_string_equal(load(b), "");
	assert_int_equal(schema_apply(b->db, &b->d), 0);
	assert_false(b->stats.wrote);
	assert_int_equal(b->stats.files, 4);
	assert_int_equal(b->stats.files_read, 0);
	assert_int_equal(b->stats.rows, 3);
	struct fs_info after = fs_stat(in(b, "board.db"));
	assert_int_equal(before.mtime_ns, after.mtime_ns);
	assert_int_equal(version, db_data_version(b->db));
}

static void a_file_touched_is_not_read_again(void **state)
{
	struct box *b = *state;
	assert_string_equal(load(b), "");
	put(b, "data/fields.csv", "code,name\nho-tich,Hộ tịch\n");
	assert_string_equal(load(b), "");
	assert_int_equal(b->stats.files_read, 0);
	assert_string_equal(load(b), "");
	assert_false(b->stats.wrote);
}

static void a_changed_file_replaces_its_rows(void **state)
{
	struct box *b = *state;
	put(b, "pages/a.md", "---\ntitle: Một\n---\n");
	assert_string_equal(load(b), "");
	put(b, "data/agencies.csv", "level,code,name\nXA,xa,UBND xã Mới\n");
	put(b, "pages/a.md", "---\ntitle: Hai\n---\n");
	put(b, "site.yml", "title: Xã Mới\n");
	assert_string_equal(load(b), "");
	assert_int_equal(b->stats.files_read, 3);
	assert_string_equal(rows(b, "SELECT name FROM agency"), "UBND xã Mới");
	assert_string_equal(rows(b, "SELECT title FROM article"), "Hai");
	assert_string_equal(rows(b, "SELECT value FROM setting WHERE key IN ('title', 'url')"),
	                    "Xã Mới/");
}

static void a_removed_file_takes_its_rows(void **state)
{
	struct box *b = *state;
	put(b, "pages/a.md", "---\ntitle: Một\n---\n");
	put(b, "data/channels.csv", "agency_code,kind,label,value\nxa,HOTLINE,Nóng,1022\n");
	assert_string_equal(load(b), "");
	drop(b, "pages/a.md");
	drop(b, "data/channels.csv");
	assert_string_equal(load(b), "");
	assert_int_equal(b->stats.files_removed, 2);
	assert_string_equal(rows(b, "SELECT count(*) FROM article"), "0");
	assert_string_equal(rows(b, "SELECT count(*) FROM channel"), "0");
	assert_string_equal(rows(b, "SELECT count(*) FROM source WHERE path LIKE '%/a.md'"), "0");
}

static void a_mistake_leaves_all_as_it_was(void **state)
{
	struct box *b = *state;
	assert_string_equal(load(b), "");
	put(b, "data/fields.csv", "code,name\nho-tich,Tên mới\n");
	put(b, "data/agencies.csv", "code,name,level\nxa,,XA\n");
	assert_string_equal(load(b), "D020 data/agencies.csv:2");
	assert_string_equal(rows(b, "SELECT name FROM field"), "Hộ tịch");
	assert_string_equal(load(b), "D020 data/agencies.csv:2");
	put(b, "data/agencies.csv", "code,name,level\nxa,Xã,XA\n");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT name FROM field"), "Tên mới");
}

static void texts_of_the_office_stand_over_the_themes(void **state)
{
	struct box *b = *state;
	put(b, "i18n/vi.yml", "mine:\n  one: Một\n  list: [a, b]\n");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT key, value, source_line FROM text WHERE lang = 'vi' AND"
	                            " source_id IS NOT NULL ORDER BY key"),
	                    "mine.list.0|a|3/mine.list.1|b|3/mine.one|Một|2");
	put(b, "i18n/vi.yml", "mine:\n  one: 1\n");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT key, value FROM text WHERE source_id IS NOT NULL"),
	                    "mine.one|1");
	drop(b, "i18n/vi.yml");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT count(*) FROM text WHERE source_id IS NOT NULL"), "0");
}

static const struct mistake {
	const char *file, *text, *wanted;
} mistakes[] = {
	/* site.yml */
	{"site.yml", "titel: x\n", "C002 site.yml:1"},
	{"site.yml", "title: x\nfoobarbaz: 1\n", "C003 site.yml:2"},
	{"site.yml", "agency: xa\n", "C004 site.yml"},
	{"site.yml", "title: x\nurl: thu.example\n", "C005 site.yml:2"},
	{"site.yml", "title: x\nlang: fr\n", "C006 site.yml:2"},
	{"site.yml", "title:\n  - x\n", "C007 site.yml:1"},
	{"site.yml", "title: x\ncontact: 1022\n", "C008 site.yml:2"},
	{"site.yml", "title: x\nnav: {title: a}\n", "C008 site.yml:2"},
	{"site.yml", "title: x\nstale:\n  data_days: to\n", "C009 site.yml:3"},
	{"site.yml", "title: x\ncontact:\n  phnoe: 1022\n", "C002 site.yml:3"},
	{"site.yml", "title: x\nnav:\n  - titel: 1\n", "C002 site.yml:3"},
	{"site.yml", "- title\n", "C019 site.yml:1"},
	{"site.yml", "title: x\nagency: sai\n", "C027 site.yml:2"},
	{"site.yml", "title: x\ntitle: y\n", "C014 site.yml:2"},
	{"site.yml", "title: \"\x01\"\n", "D030 site.yml:1"},
	{"site.yml",
	 "title: x\ncustom:\n  a: {b: [1, 2]}\ncontact:\nnav:\n  - title: a\n    url: b\n", ""},
	/* pages and texts */
	{"pages/a.md", "# Tên\n", "C020 pages/a.md:1"},
	{"pages/a.md", "", "C020 pages/a.md:1"},
	{"pages/a.md", "---\ntitle: x\n", "C021 pages/a.md:1"},
	{"pages/a.md", "---\ntitle: x\nposted: 1\nxyzzyx: 1\n---\n",
	 "C023 pages/a.md:3; C023 pages/a.md:4"},
	{"pages/a.md", "---\ntitel: x\n---\n", "C022 pages/a.md:2"},
	{"pages/a.md", "---\nkind: INFO\n---\n", "C024 pages/a.md:1"},
	{"pages/a.md", "---\ntitle: [x]\n---\n", "C007 pages/a.md:2"},
	{"pages/a.md", "---\ntitle: x\nkind: TIN\n---\n", "D029 pages/a.md:3"},
	{"pages/a.md", "---\ntitle: x\nupdated: 1/9/2026\n---\n", "D023 pages/a.md:3"},
	{"pages/a.md", "---\ntitle: x\nposted_from: 2026-09-02\nposted_to: 2026-09-01\n---\n",
	 "D036 pages/a.md:1"},
	{"pages/a.md", "---\ntitle: x\n---\na\nb\x02\n", "D030 pages/a.md:5"},
	{"pages/a.md", "---\ntitle: a: b\n---\n", "C011 pages/a.md:2"},
	{"pages/Tên trang.md", "---\ntitle: x\n---\n", "C025 pages/Tên trang.md"},
	{"pages/anh.png", "x", "C028 pages/anh.png"},
	{"i18n/Vietnamese.yml", "a: b\n", "C026 i18n/Vietnamese.yml"},
	/* which files */
	{"data/fee.csv", "", "D040 data/fee.csv"},
	{"data/nguoi-dan.csv", "", "D041 data/nguoi-dan.csv"},
	{"data/fees.xlsx", "", "D042 data/fees.xlsx"},
	{"data/sub/fees.csv", "", "D041 data/sub/fees.csv"},
	{"data/.fees.csv.swp", "", "D043 data/.fees.csv.swp"},
	{"data/fees.csv~", "", "D043 data/fees.csv~"},
	{"data/fees.csv.bak", "", "D043 data/fees.csv.bak"},
	/* the CSV */
	{"data/fields.csv", "code,name\nho-tich,\"a\" b\n", "D001 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,\"a\n", "D002 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,H\xE9\n", "D005 data/fields.csv:2"},
	{"data/fields.csv", "", "D006 data/fields.csv:1"},
	{"data/fields.csv", "Danh mục,\ncode,name\nho-tich,x\n", "D007 data/fields.csv:1"},
	{"data/fields.csv", "code,name\ncode,name\nho-tich,x\n", "D008 data/fields.csv:2"},
	{"data/fields.csv", "code,,name\nho-tich,,x\n", "D009 data/fields.csv:1"},
	{"data/fields.csv", "code,nmae,name\nho-tich,,x\n", "D010 data/fields.csv:1"},
	{"data/fields.csv", "code,zzzzzzzzzz,name\nho-tich,,x\n", "D011 data/fields.csv:1"},
	{"data/fields.csv", "code,name,name\nho-tich,x,x\n", "D012 data/fields.csv:1"},
	{"data/fields.csv", "code\nho-tich\n", "D013 data/fields.csv:1"},
	{"data/fields.csv", "code,name,source_line\nho-tich,x,1\n", "D014 data/fields.csv:1"},
	{"data/fields.csv", "code,name\nho-tich,x,y\n", "D015 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,x,,\n,\nb,x\n", ""},
	{"data/fields.csv", "code,name,,\nho-tich,x,,\n", ""},
	{"data/fields.csv", "code,name\nho-tich\nb\n",
	 "D016 data/fields.csv:2; D016 data/fields.csv:3"},
	/* the cells */
	{"data/fields.csv", "code,name\nho-tich,\n", "D020 data/fields.csv:2"},
	{"data/decisions.csv",
	 "no,signed\n1,mai\n2,31/02/2026\n3,2026-02-30\n4,28/2/2026\n5,2026-02-28\n",
	 "D021 data/decisions.csv:2; D022 data/decisions.csv:3; D022 data/decisions.csv:4; "
	 "D023 data/decisions.csv:5"},
	{"data/fields.csv", "code,name,position\nho-tich,x,một\n", "D024 data/fields.csv:2"},
	{"data/fees.csv", "code,position,amount_vnd\n1.001193,1,20.000\n", "D025 data/fees.csv:2"},
	{"data/fees.csv", "code,position,amount_vnd\n1.001193,1,x\n", "D024 data/fees.csv:2"},
	{"data/fees.csv", "code,position,amount_vnd\n1.001193,1,-5\n", "D046 data/fees.csv:2"},
	{"data/people.csv", "agency_code,name,public\nxa,A,2\nxa,B,có\nxa,C,1\n",
	 "D026 data/people.csv:2; D026 data/people.csv:3"},
	{"data/methods.csv", "code,position,channel,time_limit_value,time_limit_unit\n"
	                     "1.001193,1,DIRECT,\"1,5\",DAY\n1.001193,2,DIRECT,1.5,DAY\n",
	 "D027 data/methods.csv:2"},
	{"data/methods.csv", "code,position,channel,time_limit_value,time_limit_unit\n"
	                     "1.001193,1,DIRECT,0,DAY\n", "D045 data/methods.csv:2"},
	{"data/methods.csv", "code,position,channel,time_limit_value\n1.001193,1,DIRECT,5\n",
	 "D038 data/methods.csv:2"},
	{"data/agencies.csv", "code,name,level\nxa,Xã,xã\n", "D029 data/agencies.csv:2"},
	{"data/agencies.csv", "code,name,level\nxa,Xã,XA\nh,Huyện,HUYEN\n",
	 "D039 data/agencies.csv:3"},
	{"data/agencies.csv", "code,name,level\nxa,Xã,XA\nhà,Xã,XA\n", "D037 data/agencies.csv:3"},
	{"data/fields.csv", "code,name\nho-tich,a\x07" "b\n", "D030 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,a\x01\n", "D030 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,a\xEF\xBF\xBD\n", "D030 data/fields.csv:2"},
	{"data/fields.csv", "code,name\nho-tich,\xEE\x80\x80\n", "D030 data/fields.csv:2"},
	/* the rows */
	{"data/fields.csv", "code,name\nho-tich,a\nb,b\nho-tich,c\n", "D031 data/fields.csv:4"},
	{"data/procedures.csv", "code,name,kind\n1.1,a,OTHER\n1.1,b,OTHER\n",
	 "D031 data/procedures.csv:3"},
	{"data/procedures.csv", "code,version,name,kind\n1.1,1,a,OTHER\n1.1,2,b,OTHER\n",
	 "D032 data/procedures.csv:3"},
	{"data/procedures.csv",
	 "code,version,name,kind,valid_from,valid_to\n1.1,1,a,OTHER,,2026-01-01\n"
	                        "1.1,2,b,OTHER,2026-01-01,\n", ""},
	{"data/procedures.csv", "code,name,kind,field_code\n1.1,a,OTHER,dat\n",
	 "D033 data/procedures.csv:2"},
	{"data/methods.csv", "code,position,channel\n9.9,1,DIRECT\n", "D033 data/methods.csv:2"},
	{"data/agencies.csv", "code,name,level,parent_code\nxa,Xã,XA,tinh\n",
	 "D033 data/agencies.csv:2"},
	{"data/fees.csv", "code,position,name\n1.001193,1,a\n", "D035 data/fees.csv:2"},
	{"data/fees.csv", "code,position,amount_vnd,formula\n1.001193,1,5,x\n",
	 "D035 data/fees.csv:2"},
	{"data/legal-bases.csv", "code,position,issuer\n1.001193,1,a\n",
	 "D044 data/legal-bases.csv:2"},
	{"data/dossier-stats.csv", "agency_code,period_kind,year,n,recv_total,source_system\n"
	                           "xa,MONTH,2026,10,250,Một cửa\n", ""},
	{"data/index-components.csv", "index_code,name,scale_min,scale_max\nP,P,9,8\n",
	 "D034 data/index-components.csv:2"},
	{"data/posting.csv", "", "D040 data/posting.csv"},
	{"data/postings.csv", "code,agency_code\n1.1,xa\n1.1,xa\n", "D031 data/postings.csv:3"},
	{"data/postings.csv", "code,agency_code,valid_from\n1.1,xa,\n1.1,xa,2026-01-01\n",
	 "D032 data/postings.csv:3"},
};

static void mistakes_are_named_where_they_stand(void **state)
{
	for (size_t i = 0; i < countof(mistakes); i++) {
		struct box *b = *state;
		const struct mistake *m = &mistakes[i];
		put(b, m->file, m->text);
		const char *got = load(b);
		if (strcmp(got, m->wanted) != 0)
			print_message("case %zu: %s: %s\n", i, m->file, m->text);
		assert_string_equal(got, m->wanted);
		drop(b, m->file);
		put_office(b);
	}
}

static void reports_know_their_period(void **state)
{
	static const struct {
		const char *period, *gives; /* absent: refused */
	} cases[] = {
		{"2026-01", "MONTH|2026|1"}, {"2026-12", "MONTH|2026|12"},
		{"2026-q3", "QUARTER|2026|3"}, {"2026-6-thang-dau", "HALF|2026|1"},
		{"2026-6-thang-cuoi", "HALF|2026|2"}, {"2026-9-thang", "NINE_MONTHS|2026|1"},
		{"2026", "YEAR|2026|1"}, {"2026-11-duong-lich", "CALENDAR_MONTH|2026|11"},
		{"2026-q4-duong-lich", "CALENDAR_QUARTER|2026|4"},
		{"2026-duong-lich", "CALENDAR_YEAR|2026|1"},
		{"2026-00", NULL}, {"2026-13", NULL}, {"2026-1", NULL}, {"2026-q0", NULL},
		{"2026-q5", NULL}, {"2026-Q1", NULL}, {"26-11", NULL}, {"1026-11", NULL},
		{"2026-6-thang", NULL}, {"2026-9-thang-duong-lich", NULL}, {"2026-11-", NULL},
		{"2026/11", NULL}, {"11/2026", NULL}, {"-duong-lich", NULL}, {"202", NULL},
	};
	struct box *b = *state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str page = arena_printf(&b->a, "---\ntitle: x\nperiod: %s\n---\n",
		                               cases[i].period);
		put(b, "pages/bao-cao/a.md", page.p);
		assert_string_equal(load(b), cases[i].gives ? "" : "D048 pages/bao-cao/a.md:3");
		if (cases[i].gives)
			assert_string_equal(rows(b, "SELECT period_kind, period_year, period_n FROM"
			                            " article WHERE kind = 'REPORT'"),
			                    cases[i].gives);
	}
	put(b, "pages/bao-cao/a.md", "---\ntitle: x\n---\n");
	assert_string_equal(load(b), "C024 pages/bao-cao/a.md:1");
	put(b, "pages/bao-cao/a.md", "---\ntitle: x\nkind: PAGE\n---\n");
	assert_string_equal(load(b), "");
	assert_string_equal(rows(b, "SELECT period_kind, period_year, period_n FROM article"),
	                    "NULL|NULL|NULL");
}

static void messages_say_what_and_what_next(void **state)
{
	struct box *b = *state;
	put(b, "data/fees.csv", "code,position,amount_vnd,none_reason\n1.001193,1,20.000,\n"
	                        "1.001193,2,,Không\n1.001193,2,5000,\n");
	put(b, "data/opening-hours.csv", "point_code,weekdays,time_from,time_to\n"
	                                 "p,12345,7:30,11:30\np,12345,07:00,11:00\n"
	                                 "p,5,10:00,12:00\n");
	put(b, "data/reception-points.csv", "code,agency_code,name\np,xa,Một cửa\n");
	b->d.lang = DIAG_EN;
	assert_string_equal(load(b), "D028 data/opening-hours.csv:2; "
	                             "D047 data/opening-hours.csv:4; "
	                             "D025 data/fees.csv:2; D031 data/fees.csv:4");
	const struct diag_message *m = b->d.messages;
	assert_string_equal(m[0].text.p, "time_from: “7:30” is not a time");
	assert_string_equal(m[1].text.p,
	                    "the opening hours cross those at data/opening-hours.csv:3");
	assert_string_equal(m[2].hint.p, "write đồng in digits only, without points: 20000");
	assert_string_equal(m[3].text.p,
	                    "code, position “1.001193, 2” is there already, at data/fees.csv:3");
}

static void a_broken_table_is_not_missed_by_others(void **state)
{
	struct box *b = *state;
	put(b, "data/procedures.csv", "code,name,kind\n1.001193,,OTHER\n");
	put(b, "data/methods.csv", "code,position,channel\n1.001193,1,DIRECT\n");
	assert_string_equal(load(b), "D020 data/procedures.csv:2");
}

static void a_project_needs_its_site_file(void **state)
{
	struct box *b = *state;
	drop(b, "site.yml");
	assert_string_equal(load(b), "C001 ");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_box, close_box)
	const struct CMUnitTest tests[] = {
		TEST(an_office_is_loaded),
		TEST(text_is_cleaned),
		TEST(what_did_not_change_is_not_read),
		TEST(a_file_touched_is_not_read_again),
		TEST(a_changed_file_replaces_its_rows),
		TEST(a_removed_file_takes_its_rows),
		TEST(a_mistake_leaves_all_as_it_was),
		TEST(texts_of_the_office_stand_over_the_themes),
		TEST(mistakes_are_named_where_they_stand),
		TEST(reports_know_their_period),
		TEST(messages_say_what_and_what_next),
		TEST(a_broken_table_is_not_missed_by_others),
		TEST(a_project_needs_its_site_file),
	};
	db_global_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
