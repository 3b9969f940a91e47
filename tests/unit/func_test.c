/* SPDX-License-Identifier: MIT
 * func: the SQL functions against their manual, whose examples are all run, and what the
 * manual cannot show: live blocks, links, the calendar day by day */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "board/assets.h"
#include "board/func.h"
#include "builtin.h"
#include "sys/fs.h"
#include "words.h"

#define MANUAL "docs/functions.md"

struct house {
	char dir[512];
	struct arena arena;
	struct diag d;       /* of the queries */
	struct diag heard;   /* of the functions */
	struct assets *assets;
	struct db *db;
	struct func_env env;
};

static const char fixture[] =
	"INSERT INTO source VALUES (1, 'x', 0, 0, 0, '');"
	"INSERT INTO text(lang, key, value, source_line) VALUES"
	" ('vi', 'weekday.1', 'Thứ Hai', 0), ('vi', 'weekday.2', 'Thứ Ba', 0),"
	" ('vi', 'weekday.3', 'Thứ Tư', 0), ('vi', 'weekday.4', 'Thứ Năm', 0),"
	" ('vi', 'weekday.5', 'Thứ Sáu', 0), ('vi', 'weekday.6', 'Thứ Bảy', 0),"
	" ('vi', 'weekday.7', 'Chủ nhật', 0), ('en', 'weekday.1', 'Monday', 0),"
	" ('vi', 'unit.WORKING_DAY', 'ngày làm việc', 0), ('vi', 'unit.MONTH', 'tháng', 0),"
	" ('vi', 'unit.DAY', 'ngày', 0), ('de', 'weekday.1', 'Montag', 0);"
	"INSERT INTO calendar_day(day, kind, source_id, source_line) VALUES"
	" ('2026-09-02', 'HOLIDAY', 1, 2), ('2026-09-01', 'HOLIDAY', 1, 3),"
	" ('2026-08-22', 'WORKING_SATURDAY', 1, 4), ('2026-09-05', 'HOLIDAY', 1, 5);";

static void connect(struct house *h, const char *sql)
{
	db_close(h->db);
	h->db = NULL;
	assert_int_equal(db_open(&h->db, ":memory:", DB_WRITE, &h->d), 0);
	struct str schema = builtin_find(STR("src/board/schema.sql"))->bytes;
	assert_int_equal(db_exec(h->db, arena_strz(&h->arena, schema), &h->d), 0);
	assert_int_equal(db_exec(h->db, fixture, &h->d), 0);
	assert_int_equal(db_exec(h->db, sql, &h->d), 0);
	words_load(h->db, &h->arena, "chart", &h->d);
	db_guard(h->db, LIMIT_QUERY_STEPS);
	func_register(h->db, &h->env);
}

static int open_house(void **state)
{
	struct house *h = calloc(1, sizeof *h);
	*state = h;
	h->d.lang = h->heard.lang = DIAG_EN;
	const char *tmp = getenv("TEST_TMP");
	snprintf(h->dir, sizeof h->dir, "%s/func-XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(h->dir))
		return -1;
	const char *style = fs_join(&h->arena, h->dir, "css/example.css");
	const char *form = fs_join(&h->arena, h->dir, "forms/declaration.docx");
	if (fs_write(style, STR("a{}"), &h->d) < 0 || fs_write(form, STR("form"), &h->d) < 0 ||
	    assets_load(&h->arena, h->dir, &h->assets, &h->d) < 0)
		return -1;
	h->env = (struct func_env){.date = STR("2026-11-21"), .lang = STR("vi"),
	                           .assets = h->assets, .d = &h->heard};
	connect(h, "");
	return 0;
}

static int close_house(void **state)
{
	struct house *h = *state;
	db_close(h->db);
	int status = fs_remove_tree(h->dir, &h->d);
	arena_release(&h->arena);
	diag_release(&h->d);
	diag_release(&h->heard);
	free(h);
	return status;
}

/* The value of an expression in the manual's spelling. */
static struct str value_of(struct house *h, struct str expression)
{
	struct db_stmt *s = NULL;
	struct str value = STR("NULL");
	diag_reset(&h->d);
	struct str sql = arena_printf(&h->arena, "SELECT %.*s", STR_ARG(expression));
	int status = db_prepare(h->db, sql, NOWHERE, &s, &h->d);
	if (status == 0)
		status = db_step(s, &h->d);
	if (status < 0) {
		struct str text = h->d.messages[0].text;
		size_t lead = str_starts(text, STR("SQL failed: ")) ? strlen("SQL failed: ") : 0;
		value = arena_printf(&h->arena, "error: %.*s",
		                     STR_ARG(str_slice(text, lead, text.n)));
	} else if (!db_is_null(s, 0)) {
		struct buf out = {0};
		struct str text = db_text(s, 0);
		buf_putz(&out, text.n == 0 ? "''" : "");
		for (size_t i = 0; i < text.n; i++)
			buf_put(&out, text.p[i] == '\1'   ? STR("␁")
			              : text.p[i] == '\n' ? STR("⏎")
			                                  : str_slice(text, i, i + 1));
		value = arena_str(&h->arena, buf_str(&out));
		buf_release(&out);
	}
	db_finish(s);
	return value;
}

#define check(h, expression, expected) check_at(h, expression, expected, __LINE__)
static void check_at(struct house *h, const char *expression, const char *expected, int line)
{
	struct str value = value_of(h, str_from(expression));
	if (!str_eqz(value, expected))
		fail_msg("line %d: %s\n  gives %.*s\n  not   %s", line, expression, STR_ARG(value),
		         expected);
}

/* The manual. */

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* HASH8 in `pattern` stands for eight hexadecimal digits, a last ⋯ for anything at all. */
static bool is_like(struct str value, struct str pattern)
{
	if (str_ends(pattern, STR("⋯")))
		return str_starts(value, str_slice(pattern, 0, pattern.n - strlen("⋯")));
	size_t at = str_find(pattern, STR("HASH8"), 0);
	if (at == pattern.n)
		return str_eq(value, pattern);
	for (size_t i = at; i < at + 8; i++)
		if (i >= value.n || !is_hex(value.p[i]))
			return false;
	return str_eq(str_slice(value, 0, at), str_slice(pattern, 0, at)) &&
	       str_eq(str_slice(value, at + 8, value.n), str_slice(pattern, at + 5, pattern.n));
}

static struct str reads_of(struct arena *a, unsigned reads)
{
	static const char *const what[] = {
		"the table `text`", "the table `calendar_day`", "the table `setting`",
		"the files of `assets/`", "the day of the build",
		"whatever a query in its argument reads",
	};
	if (reads == FUNC_PURE)
		return STR("Reads nothing but its arguments.");
	struct str all = STR("Reads");
	for (size_t i = 0; i < countof(what); i++)
		if (reads & 1u << i)
			all = arena_printf(a, "%.*s%s %s", STR_ARG(all), all.n > 5 ? " and" : "",
			                   what[i]);
	return arena_printf(a, "%.*s.", STR_ARG(all));
}

/* One section: heading, what it is, what it reads; then prose and examples. */
static int check_section(struct house *h, const struct func_entry *e, struct str section)
{
	struct str rest = section;
	struct str heading = str_cut_line(&rest);
	assert_string_equal(arena_strz(&h->arena, heading),
		arena_printf(&h->arena, "## `%s`", e->signature).p);
	str_cut_line(&rest);
	assert_string_equal(arena_strz(&h->arena, str_cut_line(&rest)), e->doc);
	str_cut_line(&rest);
	assert_string_equal(arena_strz(&h->arena, str_cut_line(&rest)),
		reads_of(&h->arena, e->reads).p);
	int examples = 0;
	for (bool inside = false; rest.p;) {
		struct str line = str_cut_line(&rest);
		if (str_starts(line, STR("```")))
			inside = !inside;
		size_t arrow = str_find(line, STR(" → "), 0);
		if (!inside || arrow == line.n)
			continue;
		struct str expected = str_slice(line, arrow + strlen(" → "), line.n);
		struct str value = value_of(h, str_slice(line, 0, arrow));
		if (!is_like(value, expected))
			fail_msg("%.*s\n  gives %.*s", STR_ARG(line), STR_ARG(value));
		assert_true(str_starts(line, arena_printf(&h->arena, "%s(", e->name)));
		examples++;
	}
	return examples;
}

static void manual_is_right(void **state)
{
	struct house *h = *state;
	struct buf manual = {0};
	assert_int_equal(fs_read(MANUAL, &manual, &h->d), 0);
	struct str text = buf_str(&manual);
	size_t at = str_find(text, STR("\n## "), 0);
	for (size_t i = 0; i < func_entry_count(); i++) {
		assert_true(at < text.n);
		size_t next = str_find(text, STR("\n## "), at + 1);
		struct str section = str_slice(text, at + 1, next);
		if (check_section(h, func_entry_at(i), section) == 0)
			fail_msg("%s has no example", func_entry_at(i)->name);
		at = next;
	}
	assert_int_equal(at, text.n); /* no section without its function */
	buf_release(&manual);
}

static void null_gives_null(void **state)
{
	struct house *h = *state;
	for (size_t i = 0; i < func_entry_count(); i++) {
		const struct func_entry *e = func_entry_at(i);
		for (int args = e->args_min; args <= e->args_max && args > 0; args++) {
			struct buf call = {0};
			buf_printf(&call, "%s(", e->name);
			for (int k = 0; k < args; k++)
				buf_putz(&call, k ? ", NULL" : "NULL");
			buf_putc(&call, ')');
			check(h, buf_str(&call).p, "NULL");
			buf_release(&call);
		}
	}
}

static void errors_speak_vietnamese(void **state)
{
	struct house *h = *state;
	h->heard.lang = DIAG_VI;
	check(h, "vnd('x')", "error: vnd: “x” không phải số nguyên");
	h->env.d = NULL;
	check(h, "vnd('x')", "error: vnd: “x” không phải số nguyên");
	check(h, "substr(markdown('a'), 2)", "<p>a</p>⏎");
}

static void orders_by_the_alphabet(void **state)
{
	struct house *h = *state;
	check(h, "group_concat(column1, ' ') FROM (SELECT * FROM (VALUES ('mạ'), ('ơ'), ('đá'),"
	         "('má'), ('o'), ('ăn'), ('mà'), ('dân'), ('an'), ('mã'), ('ô'), ('ma'),"
	         "('ân'), ('mả'))"
	         " ORDER BY column1 COLLATE vi)",
	      "an ăn ân dân đá ma mà mả mã má mạ o ô ơ");
	check(h, "'ấ' = 'a' || char(0x302, 0x301) COLLATE vi", "0");
}

static void texts_by_language(void **state)
{
	struct house *h = *state;
	h->env.lang = STR("en");
	connect(h, "");
	check(h, "t('weekday.1')", "Monday");
	check(h, "t('weekday.2')", "Thứ Ba");
	h->env.lang = (struct str){0};
	connect(h, "");
	check(h, "t('weekday.1')", "Thứ Hai");
}

static void works_without_tables(void **state)
{
	struct house *h = *state;
	db_close(h->db);
	assert_int_equal(db_open(&h->db, ":memory:", DB_WRITE, &h->d), 0);
	func_register(h->db, &h->env);
	check(h, "t('a')", "error: t: no text has the key “a”");
	check(h, "working_days_add('2026-09-01', 1)", "2026-09-02");
	check(h, "period_from('MONTH', 2026, 2)", "2026-01-15");
	h->env.assets = NULL;
	check(h, "asset('', 'css/example.css')",
	      "error: asset: there is no file “css/example.css” in assets");
	check(h, "markdown('[x](assets/y.png)', '../')",
	      "␁<p><a href=\"../assets/y.png\">x</a></p>⏎");
}

static void cut_day_is_a_setting(void **state)
{
	struct house *h = *state;
	static const struct {
		const char *cut, *from, *to;
	} cases[] = {
		{"20", "2026-01-20", "2026-02-19"}, {"1", "2026-02-01", "2026-02-28"},
		{"28", "2026-01-28", "2026-02-27"}, {"2", "2026-01-02", "2026-02-01"},
		{"0", "2026-01-15", "2026-02-14"}, {"29", "2026-01-15", "2026-02-14"},
		{"", "2026-01-15", "2026-02-14"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		struct str sql = arena_printf(&h->arena,
			"INSERT INTO setting VALUES ('period.cut_day', '%s', 1, 1)", cases[i].cut);
		connect(h, sql.p);
		check(h, "period_from('MONTH', 2026, 2)", cases[i].from);
		check(h, "period_to('MONTH', 2026, 2)", cases[i].to);
	}
}

/* Periods of one kind follow each other without gap or overlap. */
static void periods_follow_each_other(void **state)
{
	struct house *h = *state;
	static const struct {
		const char *kind;
		int count;
	} kinds[] = {{"MONTH", 12}, {"QUARTER", 4}, {"HALF", 2}, {"YEAR", 1},
	             {"CALENDAR_MONTH", 12}, {"CALENDAR_QUARTER", 4}, {"CALENDAR_YEAR", 1}};
	for (size_t i = 0; i < countof(kinds); i++)
		for (int n = 0; n < 2 * kinds[i].count; n++) {
			int count = kinds[i].count;
			struct str sql = arena_printf(&h->arena,
				"date(period_to('%s', %d, %d), '+1 day')"
				" = period_from('%s', %d, %d)",
				kinds[i].kind, 2023 + n / count, n % count + 1, kinds[i].kind,
				2023 + (n + 1) / count, (n + 1) % count + 1);
			check(h, sql.p, "1");
		}
}

static bool is_working(int32_t day)
{
	static const char *const off[] = {"2026-09-01", "2026-09-02"};
	int32_t special;
	for (size_t i = 0; i < countof(off); i++)
		if (date_parse(str_from(off[i]), &special) && special == day)
			return false;
	if (date_parse(STR("2026-08-22"), &special) && special == day)
		return true;
	return date_weekday(day) <= 5;
}

/* Against counting on one's fingers, a few weeks around the special days, both ways. */
static void working_days_day_by_day(void **state)
{
	struct house *h = *state;
	int32_t first;
	assert_true(date_parse(STR("2026-08-15"), &first));
	struct db_stmt *s = db_must_prepare(h->db, "SELECT working_days_add(?1, ?2),"
		" working_days_between(?1, working_days_add(?1, ?2))");
	for (int32_t day = first; day < first + 35; day++)
		for (int n = -12; n <= 12; n++) {
			int32_t expected = day;
			for (int left = n < 0 ? -n : n; left > 0; left -= is_working(expected))
				expected += n < 0 ? -1 : 1;
			struct buf iso = {0}, out = {0};
			date_put_iso(&iso, day);
			date_put_iso(&out, expected);
			db_bind_text(s, 0, buf_str(&iso));
			db_bind_int(s, 1, n);
			assert_int_equal(db_step(s, &h->d), 1);
			assert_string_equal(db_text(s, 0).p, out.p);
			assert_int_equal(db_int(s, 1), n);
			db_reset(s);
			buf_release(&iso);
			buf_release(&out);
		}
	db_finish(s);
	check(h, "working_days_add('0001-01-02', -1)", "0001-01-01");
	check(h, "working_days_add('0001-01-01', -1)",
	      "error: working_days_add: the day is outside the years 1 to 9999");
	check(h, "working_days_add('2026-01-01', 9223372036854775807)",
	      "error: working_days_add: the day is outside the years 1 to 9999");
	check(h, "working_days_add('2026-01-01', -9223372036854775807 - 1)",
	      "error: working_days_add: the day is outside the years 1 to 9999");
}

/* Markdown. */

#define NL "' || char(10) || '"
#define TABLE(words, sql) "markdown('```table" words NL sql NL "```')"
#define NUMBERS "WITH RECURSIVE r(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM r) SELECT i FROM r"
#define HEAD "␁<div class=\"ny-table-scroll\" tabindex=\"0\""
#define ROWS(head, rows)                                                                        \
	"<thead>⏎<tr>" head "</tr>⏎</thead>⏎<tbody>⏎" rows "</tbody>⏎</table>⏎</div>⏎"

static void live_tables(void **state)
{
	struct house *h = *state;
	check(h, TABLE(" Ngày <nghỉ>", "SELECT day AS \"Ngày\", 5 AS n FROM calendar_day "
	                               "WHERE day < :date ORDER BY day LIMIT 2"),
	      HEAD " role=\"group\" aria-label=\"Ngày &lt;nghỉ&gt;\">⏎<table class=\"ny-table\">⏎"
	      "<caption class=\"ny-table__caption\">Ngày &lt;nghỉ&gt;</caption>⏎"
	      ROWS("<th scope=\"col\">Ngày</th><th scope=\"col\">n</th>",
	           "<tr><td>2026-08-22</td><td class=\"ny-right\">5</td></tr>⏎"
	           "<tr><td>2026-09-01</td><td class=\"ny-right\">5</td></tr>⏎"));
	assert_int_equal(h->heard.count, 0);
	/* Text is text; markup of ours passes; nothing is empty; a table without rows says so. */
	check(h, TABLE(" a", "SELECT ''<b>'' AS x, markdown(''*y*'') AS y, NULL AS z"),
	      HEAD " role=\"group\" aria-label=\"a\">⏎<table class=\"ny-table\">⏎"
	      "<caption class=\"ny-table__caption\">a</caption>⏎"
	      ROWS("<th scope=\"col\">x</th><th scope=\"col\">y</th><th scope=\"col\">z</th>",
	           "<tr><td>&lt;b&gt;</td><td><p><em>y</em></p>⏎</td><td></td></tr>⏎"));
	check(h, TABLE("", "-- Không có" NL "SELECT 1 AS a, 2 AS b WHERE 0"),
	      HEAD " role=\"group\" aria-label=\"Không có\">⏎<table class=\"ny-table\">⏎"
	      "<caption class=\"ny-table__caption\">Không có</caption>⏎"
	      ROWS("<th scope=\"col\">a</th><th scope=\"col\">b</th>",
	           "<tr><td colspan=\"2\">–</td></tr>⏎"));
	check(h, TABLE(" a", "SELECT num(1506) AS x, pct(1, 3) AS y, ''1.001193'' AS z,"
	                     " ''1022'' AS t"),
	      HEAD " role=\"group\" aria-label=\"a\">⏎<table class=\"ny-table\">⏎"
	      "<caption class=\"ny-table__caption\">a</caption>⏎"
	      ROWS("<th scope=\"col\">x</th><th scope=\"col\">y</th><th scope=\"col\">z</th>"
	           "<th scope=\"col\">t</th>",
	           "<tr><td class=\"ny-right\">1.506</td><td class=\"ny-right\">33,33%</td>"
	           "<td>1.001193</td><td>1022</td></tr>⏎"));
	assert_int_equal(h->heard.count, 0);
	check(h, TABLE("", "SELECT 1 AS a"),
	      HEAD ">⏎<table class=\"ny-table\">⏎" ROWS("<th scope=\"col\">a</th>",
	      "<tr><td class=\"ny-right\">1</td></tr>⏎"));
	assert_int_equal(h->heard.count, 1);
	assert_true(str_eqz(h->heard.messages[0].id, "R063"));
	check(h, "length(" TABLE(" a", NUMBERS " LIMIT 2000") ") > 20000", "1");
}

#define GIVEN(words, given) "markdown('" words "', '', 'pages/a.md', 10, 1, '', '" given "')"

static void values_in_texts_and_queries(void **state)
{
	struct house *h = *state;
	check(h, GIVEN("`=a` `=a.num` `= n ` `=z`",
	               "{\"a\":\"<b>\",\"a.num\":\"2.029\",\"n\":11,\"z\":null}"),
	      "␁<p>&lt;b&gt; 2.029 11 <span class=\"ny-missing\">–</span></p>⏎");
	check(h, GIVEN("```table a" NL "SELECT :kind AS k, :n + 1 AS n, :z IS NULL AS z" NL "```",
	               "{\"kind\":\"MONTH\",\"n\":11,\"z\":null,\"date\":\"x\"}"),
	      HEAD " role=\"group\" aria-label=\"a\">⏎<table class=\"ny-table\">⏎"
	      "<caption class=\"ny-table__caption\">a</caption>⏎"
	      ROWS("<th scope=\"col\">k</th><th scope=\"col\">n</th><th scope=\"col\">z</th>",
	           "<tr><td>MONTH</td><td class=\"ny-right\">12</td>"
	           "<td class=\"ny-right\">1</td></tr>⏎"));
	assert_int_equal(h->heard.count, 0);
	check(h, GIVEN("a" NL NL "`=digits`", "{\"digit\":1}"),
	      "error: markdown: there is no value named “digits”");
	assert_int_equal(h->heard.count, 1);
	assert_true(str_eqz(h->heard.messages[0].id, "R064"));
	assert_true(str_eqz(h->heard.messages[0].at.file, "pages/a.md"));
	assert_int_equal(h->heard.messages[0].at.line, 12);
	check(h, GIVEN("a", "[1]"), "error: markdown: the argument is no JSON object");
	check(h, GIVEN("a", "{"), "error: markdown: the argument is no JSON object");
}

#define CHART(words, sql)                                                                       \
	"markdown('```chart" words NL sql NL "```', '', 'pages/a.md', 10, 1, 'x-')"
#define TITLE(words)                                                                            \
	"␁<figure class=\"ny-figure\">⏎<figcaption class=\"ny-figure__title\">" words             \
	"</figcaption>⏎"

/* Drawings are looked at by chart_test. */
static void live_charts(void **state)
{
	struct house *h = *state;
	struct str value = value_of(h, STR(CHART(" line percent Đúng hạn & nhanh",
		"SELECT column1 AS x, ''T'' || column1 AS label, column2 AS y, 9600 AS target"
		" FROM (VALUES (2, 9773), (1, NULL))")));
	static const char *const parts[] = {
		TITLE("Đúng hạn &amp; nhanh") "<svg class=\"ny-chart ny-chart--line\" ",
		"<title id=\"x-bieu-do-10-t\">Đúng hạn &amp; nhanh</title>",
		">Mục tiêu</text>",
		"</svg>⏎<details class=\"ny-figure__data\">⏎<summary>Bảng số liệu</summary>⏎",
		"<table class=\"ny-table\">⏎<thead>⏎<tr><th scope=\"col\">Mục</th>"
		"<th scope=\"col\" class=\"ny-right\">Số liệu</th></tr>⏎</thead>⏎<tbody>⏎"
		"<tr><th scope=\"row\">T1</th><td class=\"ny-right\">chưa có số liệu</td></tr>⏎"
		"<tr><th scope=\"row\">T2</th><td class=\"ny-right\">97,73%</td></tr>⏎"
		"</tbody>⏎</table>⏎</div>⏎</details>⏎</figure>⏎",
	};
	for (size_t i = 0; i < countof(parts); i++)
		if (str_find(value, str_from(parts[i]), 0) == value.n)
			fail_msg("%.*s\n  lacks %s", STR_ARG(value), parts[i]);
	assert_true(str_starts(value, str_from(parts[0])));
	check(h, CHART("  stacked  A b ", "SELECT 1 AS x, 2 AS y, ''c'' AS series WHERE 0"),
	      TITLE("A b") "<p>Chưa có số liệu.</p>⏎</figure>⏎");
	value = value_of(h, STR(CHART(" target", "-- Mục tiêu năm" NL
		"SELECT 1 AS x, ''a'' AS label, 5 AS y, 6 AS target, ''<='' AS op")));
	assert_true(str_find(value, STR("<tr><th scope=\"row\">a</th><td class=\"ny-right\">5</td>"
		"<td>không quá 6</td><td>đạt</td></tr>"), 0) < value.n);
	assert_true(str_find(value, STR(">Mục tiêu năm</figcaption>"), 0) < value.n);
	value = value_of(h, STR(CHART(" bar x", "SELECT column1 AS x, column2 AS y,"
		" column3 AS series FROM (VALUES (1, 2, ''A''), (1, 3, ''B''))")));
	assert_true(str_find(value, STR(" class=\"ny-right\">A</th>"
		"<th scope=\"col\" class=\"ny-right\">B</th></tr>⏎</thead>⏎<tbody>⏎"
		"<tr><th scope=\"row\">1</th><td class=\"ny-right\">2</td>"
		"<td class=\"ny-right\">3</td>"), 0) < value.n);
	assert_int_equal(h->heard.count, 0);
}

static void live_charts_that_fail(void **state)
{
	struct house *h = *state;
	static const struct {
		const char *words, *sql, *id, *text;
		int line;
	} cases[] = {
		{"pie a", "SELECT 1 AS x, 2 AS y", "R065", "there is no kind of chart “pie”", 12},
		{"", "SELECT 1 AS x, 2 AS y", "R065", "there is no kind of chart “”", 12},
		{"line days", "SELECT 1 AS x, 2 AS y", "R066", "the chart has no title", 12},
		{"line a", "SELECT 1 AS x", "R067",
		 "the query of the chart lacks the column “y”", 13},
		{"stacked a", "SELECT 1 AS x, 2 AS y", "R067",
		 "the query of the chart lacks the column “series”", 13},
		{"line a", "SELECT 1 AS x, 2 AS y, 3 AS op", "R068",
		 "this kind of chart has no column “op”", 13},
		{"line a", "SELECT 1 AS x, ''a'' AS y", "R069",
		 "the chart cannot be drawn: “a” is no decimal number", 13},
		{"line a", "SELECT 1 AS x, 9e99 AS y", "R069",
		 "the chart cannot be drawn: the number is too big", 13},
		{"line a", "SELECT 1 AS x, i AS y FROM (" NUMBERS " LIMIT 2)", "R069",
		 "the chart cannot be drawn: there are two values for “1” in one series", 13},
		{"bar a", "SELECT i AS x, i AS y FROM (" NUMBERS ")", "R069",
		 "the chart cannot be drawn: the chart has more than 1.000 points", 13},
		{"target a", "SELECT 1 AS x, 2 AS y, 3 AS target, ''>'' AS op", "R069",
		 "the chart cannot be drawn: “>” is none of >= <= =", 13},
		{"line a", "SELECT no", "R001", "SQL failed: no such column: no", 13},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		diag_reset(&h->heard);
		struct str sql = arena_printf(&h->arena,
			"markdown('# a" NL NL "```chart %s" NL "%s" NL "```', '', 'pages/a.md',"
			" 10)",
			cases[i].words, cases[i].sql);
		struct str value = value_of(h, sql);
		const struct diag_message *m = h->heard.messages;
		bool found = false;
		for (size_t k = 0; k < h->heard.count; k++)
			found = found || (str_eqz(m[k].id, cases[i].id) &&
			                  str_eqz(m[k].text, cases[i].text) &&
			                  m[k].at.line == cases[i].line);
		if (!found || !str_starts(value, STR("error: markdown: "))) {
			diag_print(&h->heard, stdout, DIAG_TEXT, false);
			fail_msg("%s: %.*s", cases[i].sql, STR_ARG(value));
		}
	}
}

/* The message names file and line; the query of the page fails too. */
static void live_tables_that_fail(void **state)
{
	struct house *h = *state;
	static const struct {
		const char *sql, *id;
		int line;
	} cases[] = {
		{"SELECT no FROM text", "R001", 13},
		{"SELECT 1," NL "no", "R001", 14},
		{"DELETE FROM text", "R003", 13},
		{"ATTACH ''x'' AS y", "R003", 13},
		{"SELECT :code", "R060", 13},
		{NUMBERS, "R061", 13},
		{"SELECT 1; SELECT 2", "R001", 13},
		{"", "R001", 13},
		{"SELECT vnd(''x'')", "R001", 13},
		{"SELECT markdown(''```table a'' || char(10) || ''SELECT 1'')", "R001", 13},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		diag_reset(&h->heard);
		struct str sql = arena_printf(&h->arena,
			"markdown('# a" NL NL "```table b" NL "%s" NL "```', '', 'pages/a.md', 10)",
			cases[i].sql);
		struct str value = value_of(h, sql);
		assert_true(h->heard.count > 0);
		const struct diag_message *last = &h->heard.messages[h->heard.count - 1];
		if (!str_starts(value, STR("error: markdown: ")) ||
		    !str_eqz(last->id, cases[i].id) || last->at.line != cases[i].line ||
		    !str_eqz(last->at.file, "pages/a.md")) {
			diag_print(&h->heard, stdout, DIAG_TEXT, false);
			fail_msg("%s: %.*s", cases[i].sql, STR_ARG(value));
		}
	}
	db_close(h->db);
	assert_int_equal(db_open(&h->db, ":memory:", DB_WRITE, &h->d), 0);
	func_register(h->db, &h->env); /* not guarded: a live table could write */
	diag_reset(&h->heard);
	struct str value = value_of(h, str_from(TABLE(" a", "SELECT 1")));
	assert_true(str_starts(value, STR("error: markdown: ")));
	assert_true(str_eqz(h->heard.messages[0].id, "R062"));
}

/* A cheap query inside may not give an endless one outside new time. */
static void endless_queries_are_stopped(void **state)
{
	struct house *h = *state;
	db_guard(h->db, 1000000);
	check(h, "count(" TABLE(" a", "SELECT ' || (i % 7) || '") ") FROM (" NUMBERS ")",
	      "error: the query ran too long and was stopped");
}

static int note_link(void *user, struct str url, struct place at, struct buf *out, struct diag *d)
{
	struct buf *seen = user;
	if (str_eqz(url, "no"))
		return diag_add(d, DIAG_P010, at, url);
	buf_printf(seen, "%.*s@%d ", STR_ARG(url), at.line);
	buf_put(out, url);
	return 0;
}

static void links_are_checked(void **state)
{
	struct house *h = *state;
	struct buf seen = {0};
	h->env.link_check = note_link;
	h->env.link_user = &seen;
	check(h, "markdown('[a](/x.html#y) [b](thu-tuc/1.html) [c](#d) [e](https://f.vn/) '"
	         " || char(10) || '[g](mailto:h@i.vn) ![k](img.png?a#b)', '../../', 'p.md', 3)",
	      "␁<p><a href=\"../../x.html#y\">a</a> <a href=\"../../thu-tuc/1.html\">b</a> "
	      "<a href=\"#d\">c</a> <a href=\"https://f.vn/\">e</a>⏎"
	      "<a href=\"mailto:h@i.vn\">g</a> <img src=\"../../img.png?a#b\" alt=\"k\"></p>⏎");
	assert_string_equal(seen.p, "x.html#y@3 thu-tuc/1.html@3 img.png?a#b@4 ");
	struct str style = value_of(h, STR("asset('../', 'css/example.css')"));
	check(h, "markdown('[a](assets/css/example.css?b#c)', '../')",
	      arena_printf(&h->arena, "␁<p><a href=\"%.*s?b#c\">a</a></p>⏎", STR_ARG(style)).p);
	check(h, "markdown('a' || char(10) || '[b](no)', '', 'p.md', 3)",
	      "error: markdown: a link leads to a page that is not there: no");
	assert_int_equal(h->heard.messages[0].at.line, 4);
	diag_reset(&h->heard);
	check(h, "markdown('[a](assets/css/exampel.css)', '', 'p.md', 3)",
	      "error: markdown: there is no file “assets/css/exampel.css” in assets");
	assert_true(str_eqz(h->heard.messages[0].id, "A001"));
	assert_true(str_eqz(h->heard.messages[0].hint, "the nearest is “assets/css/example.css”"));
	buf_release(&seen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define house_test(f) cmocka_unit_test_setup_teardown(f, open_house, close_house)
		house_test(manual_is_right), house_test(null_gives_null),
		house_test(errors_speak_vietnamese), house_test(orders_by_the_alphabet),
		house_test(texts_by_language), house_test(works_without_tables),
		house_test(cut_day_is_a_setting), house_test(periods_follow_each_other),
		house_test(working_days_day_by_day), house_test(live_tables),
		house_test(values_in_texts_and_queries),
		house_test(live_tables_that_fail), house_test(live_charts),
		house_test(live_charts_that_fail), house_test(endless_queries_are_stopped),
		house_test(links_are_checked),
	};
	return cmocka_run_group_tests_name("func", tests, NULL, NULL);
}
