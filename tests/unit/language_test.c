/* SPDX-License-Identifier: MIT
 * language: what functions and tables say on pages of a further language */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "board/func.h"
#include "board/schema.h"
#include "board/translate.h"
#include "words.h"

#define NBSP "\xC2\xA0"

struct desk {
	struct arena arena;
	struct diag diag, heard;
	struct func_env env;
	struct db *db;
};

static const char data[] =
	"INSERT INTO source(id, path, size, ctime_ns, inode, sha256)"
	" VALUES (900, 'x', 0, 0, 0, '');"
	"INSERT INTO setting VALUES ('lang', 'vi', 900, 1), ('languages', 'en', 900, 1),"
	" ('title', 'Xã Mẫu', 900, 1), ('url', 'https://xa.example', 900, 1);"
	"INSERT INTO text(lang, key, value, source_line) VALUES ('vi', 'lang', 'vi', 1),"
	" ('en', 'lang', 'en', 1), ('vi', 'field.none', 'Chưa xếp', 1),"
	" ('en', 'field.none', 'None', 1),"
	" ('vi', 'only.here', 'Chỉ đây', 1);"
	"INSERT INTO field(code, name, description_md, source_id, source_line) VALUES"
	" ('ho-tich', 'Hộ tịch', 'Khai *sinh*', 900, 2), ('dat-dai', 'Đất đai', NULL, 900, 3),"
	" ('x', '12/3', NULL, 900, 4);"
	"INSERT INTO article(path, kind, title, summary, body_md, body_line, source_id,"
	" source_line)"
	" VALUES ('a', 'PAGE', 'Trợ giúp', 'Gọi 1022', 'Đoạn', 5, 900, 1),"
	" ('b', 'PAGE', 'Về chúng tôi', NULL, 'Đoạn hai', 5, 900, 1);"
	"INSERT INTO article_translation(path, lang, title, body_md, body_line, source_id,"
	" source_line)"
	" VALUES ('a', 'en', 'Help', 'A paragraph', 4, 900, 1);"
	"INSERT INTO translation VALUES ('Hộ tịch', 'en', 'Civil status', 900, 2),"
	" ('Xã Mẫu', 'en', 'Sample commune', 900, 3), ('Hộ tịch', 'qaa', 'Qaa', 900, 4);";

/* The desk of a language; `origin` is absent at that of the data. */
static void open_desk(struct desk *k, struct str lang, struct str origin)
{
	*k = (struct desk){.diag = {.lang = DIAG_EN}, .heard = {.lang = DIAG_EN}};
	k->env = (struct func_env){.date = STR("2026-11-21"), .lang = lang, .origin = origin,
	                           .folder = origin.p ? STR("en/") : STR(""), .d = &k->heard};
	assert_int_equal(db_open(&k->db, ":memory:", DB_WRITE, &k->diag), 0);
	assert_int_equal(schema_apply(k->db, &k->diag), 0);
	assert_int_equal(db_exec(k->db, data, &k->diag), 0);
	static const char *const sections[] = {"format", "weekday", "unit", "chart"};
	for (size_t i = 0; i < countof(sections); i++) {
		words_load_in(k->db, &k->arena, "vi", sections[i], &k->diag);
		words_load_in(k->db, &k->arena, "en", sections[i], &k->diag);
	}
	func_register(k->db, &k->env);
	if (origin.p)
		assert_int_equal(translate_tables(k->db, lang, origin, &k->diag), 0);
	db_guard(k->db, LIMIT_QUERY_STEPS);
}

static void close_desk(struct desk *k)
{
	db_close(k->db);
	diag_release(&k->diag);
	diag_release(&k->heard);
	arena_release(&k->arena);
}

static void check(struct desk *k, const char *expression, const char *wanted)
{
	struct db_stmt *s = NULL;
	struct str sql = arena_printf(&k->arena, "SELECT %s", expression), value = STR("NULL");
	diag_reset(&k->diag);
	int status = db_prepare(k->db, sql, NOWHERE, &s, &k->diag);
	if (status == 0)
		status = db_step(s, &k->diag);
	if (status < 0)
		value = arena_str(&k->arena, k->diag.messages[0].text);
	else if (status == 1 && !db_is_null(s, 0))
		value = arena_str(&k->arena, db_text(s, 0));
	db_finish(s);
	if (!str_eqz(value, wanted))
		fail_msg("%s\n  gives %.*s\n  not   %s", expression, STR_ARG(value), wanted);
}

static void english_is_written_as_its_texts_say(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k, STR("en"), STR("vi"));
	check(&k, "num(1234567.5)", "1,234,567.5");
	check(&k, "num(18.125, 2)", "18.13");
	check(&k, "vnd(30000)", "30,000" NBSP "VND");
	check(&k, "pct(1506, 1663)", "90.56%");
	check(&k, "date_vi('2026-03-02')", "2 March 2026");
	check(&k, "date_long('2026-03-02')", "2 March 2026");
	check(&k, "weekdays_vi('12345')", "Monday – Friday");
	check(&k, "time_limit_vi(1.5, 'WORKING_DAY', NULL)", "1.5" NBSP "working days");
	check(&k, "period_vi('MONTH', 2026, 2)",
	      "February 2026 (15 January 2026–14 February 2026)");
	check(&k, "period_vi('QUARTER', 2026, 4)",
	      "quarter 4 of 2026 (15 September 2026–14 December 2026)");
	check(&k, "period_vi('CALENDAR_YEAR', 2026, 1)",
	      "year 2026 (calendar year, 1 January 2026–31 December 2026)");
	check(&k, "chart_bar(1, 'a', 12345, '{\"title\":\"x\",\"id\":\"y\"}')"
	          " LIKE '%12,345%'", "1");
	check(&k, "t('only.here')", "\2Chỉ đây\3");
	check(&k, "t('field.none')", "None");
	close_desk(&k);
}

static void vietnamese_texts_say_what_the_program_says(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k, STR("vi"), (struct str){0});
	check(&k, "num(1234567.5)", "1.234.567,5");
	check(&k, "vnd(30000)", "30.000" NBSP "đồng");
	check(&k, "date_vi('0007-03-02')", "02/03/0007");
	check(&k, "date_long('2026-02-02')", "ngày 02 tháng 02 năm 2026");
	check(&k, "period_vi('HALF', 2026, 2)", "6 tháng cuối năm 2026 (15/06/2026–14/12/2026)");
	check(&k, "tr('Hộ tịch')", "Hộ tịch");
	check(&k, "group_concat(name, ' ') FROM (SELECT name FROM field ORDER BY code)",
	      "Đất đai Hộ tịch 12/3");
	close_desk(&k);
}

static void tables_are_translated_or_marked(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k, STR("en"), STR("vi"));
	check(&k, "name FROM field WHERE code = 'ho-tich'", "Civil status");
	check(&k, "name FROM field_address WHERE code = 'ho-tich'", "Civil status");
	check(&k, "slug FROM field_address WHERE code = 'ho-tich'", "ho-tich");
	check(&k, "name FROM field WHERE code = 'dat-dai'", "\2Đất đai\3");
	check(&k, "name FROM field WHERE code = 'x'", "12/3");
	check(&k, "markdown(description_md) FROM field WHERE code = 'ho-tich'",
	      "\1\4<p>Khai <em>sinh</em></p>\n\5");
	check(&k, "plain(description_md) FROM field WHERE code = 'ho-tich'", "\2Khai sinh\3");
	check(&k, "value FROM setting WHERE key = 'title'", "Sample commune");
	check(&k, "value FROM setting WHERE key = 'url'", "https://xa.example");
	check(&k, "title || summary || body_md || body_line || lang FROM article"
	          " WHERE path = 'a'", "NULL");
	check(&k, "title || body_md || body_line || lang FROM article WHERE path = 'a'",
	      "HelpA paragraph4en");
	check(&k, "title || body_line || lang FROM article WHERE path = 'b'",
	      "\2Về chúng tôi\3" "5en");
	close_desk(&k);
}

static void functions_pass_over_marks(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k, STR("en"), STR("vi"));
	check(&k, "tr(tr('Đất đai'))", "\2Đất đai\3");
	check(&k, "tr(' Hộ   tịch ')", "Civil status");
	check(&k, "tr('')", "");
	check(&k, "fold(tr('Đất đai'))", "dat dai");
	check(&k, "slug(tr('Đất đai'))", "dat-dai");
	check(&k, "first_letter(tr('Đất đai'))", "Đ");
	check(&k, "json_text(tr('Đất đai'))", "\"Đất đai\"");
	check(&k, "substr(script_json(json_object('n', tr('Đất đai'), 'm', '\\u0002')), 2)",
	      "{\"n\":\"Đất đai\",\"m\":\"\\\\u0002\"}");
	check(&k, "time_limit_vi(NULL, 'OTHER', tr('Đất đai'))", "\2Đất đai\3");
	check(&k, "group_concat(column1, ' ') FROM (SELECT * FROM"
	          " (VALUES (tr('ơ')), ('z'), (tr('đ')), ('a')) ORDER BY column1 COLLATE vi)",
	      "a \2đ\3 \2ơ\3 z");
	check(&k, "chart_bar(1, tr('Đất'), 1, json_object('title', tr('Đất'), 'id', 'y'))"
	          " LIKE '%<title id=\"y-t\">Đất</title>%' || char(2) || 'Đất' || char(3) || '%'",
	      "1");
	check(&k, "asset('../', 'x') IS NULL", "SQL failed: asset: there is no file “x” in assets");
	close_desk(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_is_written_as_its_texts_say),
		cmocka_unit_test(vietnamese_texts_say_what_the_program_says),
		cmocka_unit_test(tables_are_translated_or_marked),
		cmocka_unit_test(functions_pass_over_marks),
	};
	return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
