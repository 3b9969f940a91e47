/* SPDX-License-Identifier: MIT
 * chart: drawings as they should be (tests/golden/chart), what is refused, and for any figures
 * at all: no two texts meet, none leaves the drawing */
#include <setjmp.h>
#include <stdarg.h>

#include "base/text.h"
#include "board/chart_int.h"
#include "board/func.h"
#include "fmt/html.h"
#include "golden.h"
#include "words.h"

#include <cmocka.h>

struct desk {
	struct arena arena;
	struct diag diag, heard;
	struct func_env env;
	struct db *db;
};

static void open_desk(struct desk *k)
{
	*k = (struct desk){.diag = {.lang = DIAG_EN}, .heard = {.lang = DIAG_EN}};
	k->env = (struct func_env){.date = STR("2026-11-21"), .lang = STR("vi"), .d = &k->heard};
	assert_int_equal(db_open(&k->db, ":memory:", DB_WRITE, &k->diag), 0);
	struct str schema = builtin_find(STR("src/board/schema.sql"))->bytes;
	assert_int_equal(db_exec(k->db, arena_strz(&k->arena, schema), &k->diag), 0);
	words_load(k->db, &k->arena, "chart", &k->diag);
	db_guard(k->db, LIMIT_QUERY_STEPS);
	func_register(k->db, &k->env);
}

static void close_desk(struct desk *k)
{
	db_close(k->db);
	diag_release(&k->diag);
	diag_release(&k->heard);
	arena_release(&k->arena);
}

/* The first value of a query, else the error. */
static struct str ask(struct desk *k, const char *sql)
{
	struct db_stmt *s = NULL;
	struct str value = STR("NULL");
	diag_reset(&k->diag);
	int status = db_prepare(k->db, str_from(sql), NOWHERE, &s, &k->diag);
	if (status == 0)
		status = db_step(s, &k->diag);
	if (status < 0)
		value = arena_str(&k->arena, k->diag.messages[0].text);
	else if (status == 1 && !db_is_null(s, 0))
		value = arena_str(&k->arena, db_text(s, 0));
	db_finish(s);
	return value;
}

/* An element a line. */
static void put_lines(struct buf *out, struct str svg)
{
	for (size_t i = 0; i < svg.n; i++) {
		if (svg.p[i] == MARKUP_MARK)
			continue;
		if (svg.p[i] == '<' && i > 1 && svg.p[i - 1] == '>')
			buf_putc(out, '\n');
		buf_putc(out, svg.p[i]);
	}
	buf_putc(out, '\n');
}

static void make(struct str in, struct str name, struct buf *out)
{
	(void)name;
	struct desk k;
	open_desk(&k);
	put_lines(out, ask(&k, arena_strz(&k.arena, in)));
	close_desk(&k);
}

static void golden_cases(void **state)
{
	(void)state;
	assert_int_equal(golden_run("chart", make, 12), 0);
}

/* What is refused. */

#define NO_OBJECT "chart_line: the options have to be a JSON object"
#define NO_ID " cannot be an id: letters a-z, digits, - and _, beginning with a letter"
#define OPTIONS "'{\"title\":\"a\",\"id\":\"b\"}'"
#define NUMBERS(n) "WITH RECURSIVE r(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM r LIMIT " #n ") "

static void mistakes_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *sql, *says;
	} cases[] = {
		{"SELECT chart_line(1, 'a', 2, '{')", NO_OBJECT},
		{"SELECT chart_line(1, 'a', 2, '[]')", NO_OBJECT},
		{"SELECT chart_line(1, 'a', 2, NULL)", NO_OBJECT},
		{"SELECT chart_bar(1, 'a', 2, '{\"titel\":1}')",
		 "chart_bar: there is no option “titel”; the nearest is “title”"},
		{"SELECT chart_bar(1, 'a', 2, '{\"colour\":1}')",
		 "chart_bar: there is no option “colour”;"
		 " there are title desc unit id target target_label"},
		{"SELECT chart_bar(1, 'a', 2, '{\"id\":\"x\"}')",
		 "chart_bar: the options lack “title”"},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\" \"}')",
		 "chart_bar: the options lack “title”"},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\"x\"}')",
		 "chart_bar: the options lack “id”"},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\"x\",\"id\":\"1\"}')",
		 "chart_bar: “1”" NO_ID},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\"x\",\"id\":\"a\\\"b\"}')",
		 "chart_bar: “a\"b”" NO_ID},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\"x\",\"unit\":\"kg\"}')",
		 "chart_bar: “kg” is none of count percent score days"},
		{"SELECT chart_bar(1, 'a', 2, '{\"title\":\"x\",\"target\":\"96%\"}')",
		 "chart_bar: “96%” is no decimal number"},
		{"SELECT chart_bar(1, 'a', 'x', " OPTIONS ")",
		 "chart_bar: “x” is no decimal number"},
		{"SELECT chart_bar(1, 'a', 9e999, " OPTIONS ")",
		 "chart_bar: the number is too big"},
		{"SELECT chart_bar(1, 'a', -1e13, " OPTIONS ")",
		 "chart_bar: the number is too big"},
		{"SELECT chart_bar(1, 'a', 1e9,"
		 " '{\"title\":\"x\",\"id\":\"y\",\"unit\":\"percent\"}')",
		 "chart_bar: the number is too big"},
		{"SELECT chart_bar(1, 'a', 1, '{\"title\":\"x\",\"id\":\"y\",\"target\":1e99}')",
		 "chart_bar: the number is too big"},
		{"SELECT chart_target(1, 'a', 1, " OPTIONS ", 2, '>')",
		 "chart_target: “>” is none of >= <= ="},
		{"SELECT chart_stacked(1, 'a', -1, " OPTIONS ", 's')",
		 "chart_stacked: the part “s” of “a” may not be negative"},
		{"SELECT chart_line(1, 'a', column1, " OPTIONS ") FROM (VALUES (1), (2))",
		 "chart_line: there are two values for “a” in one series"},
		{"SELECT chart_line(1, 'a', 1, json_object('title', column1, 'id', 'x'))"
		 " FROM (VALUES ('a'), ('b'))",
		 "chart_line: the options have to be the same in all rows of a chart"},
		{NUMBERS(7) "SELECT chart_line(1, 'a', i, " OPTIONS ", i) FROM r",
		 "chart_line: the chart has more than 6 series; too many is “7”"},
		{NUMBERS(1001) "SELECT chart_line(i, i, i, " OPTIONS ") FROM r",
		 "chart_line: the chart has more than 1.000 points"},
	};
	struct desk k;
	open_desk(&k);
	for (size_t i = 0; i < countof(cases); i++) {
		struct str said = ask(&k, cases[i].sql);
		struct str wanted = arena_printf(&k.arena, "SQL failed: %s", cases[i].says);
		if (!str_eq(said, wanted))
			fail_msg("%s\n  gives %.*s", cases[i].sql, STR_ARG(said));
	}
	close_desk(&k);
}

static void groups_and_rows(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k);
	assert_true(str_eqz(ask(&k, "SELECT chart_line(1, 'a', 1, " OPTIONS ") WHERE 0"), "NULL"));
	assert_true(str_eqz(ask(&k, "SELECT chart_line(NULL, 'a', 1, " OPTIONS ")"), "NULL"));
	/* A row without an x is no point, and its options are not looked at. */
	assert_true(str_starts(ask(&k, "SELECT chart_line(column1, 'a', 1, column2) FROM"
	                               " (VALUES (NULL, 1), (1, " OPTIONS "))"), STR("\1<svg")));
	struct str most = ask(&k, NUMBERS(1000) "SELECT chart_bar(i, i, i, " OPTIONS ") FROM r");
	assert_true(str_starts(most, STR("\1<svg")));
	/* A chart for each group. */
	struct str each = ask(&k, NUMBERS(12) "SELECT group_concat(n) FROM (SELECT length("
		"chart_spark(i, i % 4, " OPTIONS ")) > 99 AS n FROM r GROUP BY i % 3)");
	assert_true(str_eqz(each, "1,1,1"));
	/* Stopped between two groups, and failing in the second: what was collected is freed. */
	struct db_stmt *s = db_must_prepare(k.db, NUMBERS(9)
		"SELECT chart_spark(i, CASE WHEN i = 9 THEN 'x' ELSE i END, " OPTIONS ")"
		" FROM r GROUP BY i / 5");
	assert_int_equal(db_step(s, &k.diag), 1);
	db_reset(s);
	assert_int_equal(db_step(s, &k.diag), 1);
	assert_int_equal(db_step(s, &k.diag), -1);
	db_finish(s);
	close_desk(&k);
}

/* Rows in any order give the same bytes; numbers are ordered by size, texts by bytes. */
static void order_is_that_of_x(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k);
#define SHUFFLED(order)                                                                           \
	NUMBERS(60) "SELECT chart_line(i, 'T' || i, i * i % 17, " OPTIONS ") FROM"                \
	            " (SELECT i FROM r ORDER BY " order ")"
	struct str one = ask(&k, SHUFFLED("i")), other = ask(&k, SHUFFLED("i * 7 % 61"));
	assert_true(str_starts(one, STR("\1<svg")) && str_eq(one, other));
	one = ask(&k, "SELECT chart_bar(column1, column2, 1, " OPTIONS ")"
	              " FROM (VALUES (10, 'bb'), (9, 'aa'))");
	assert_true(str_find(one, STR(">aa<"), 0) < str_find(one, STR(">bb<"), 0));
	one = ask(&k, "SELECT chart_bar(column1, column2, 1, " OPTIONS ")"
	              " FROM (VALUES ('10', 'bb'), ('9', 'aa'))");
	assert_true(str_find(one, STR(">bb<"), 0) < str_find(one, STR(">aa<"), 0));
	close_desk(&k);
}

/* Texts. */

static void words_have_widths(void **state)
{
	(void)state;
	assert_true(chart_width(STR("Nguyễn Thị"), false) == chart_width(STR("Nguyen Thi"), false));
	assert_true(chart_width(STR("ĐẮK LẮK"), false) == chart_width(STR("DAK LAK"), false));
	assert_true(chart_width(STR("ữ"), false) > chart_width(STR("u"), false));
	assert_true(chart_width(STR("a"), true) > chart_width(STR("a"), false));
	assert_true(chart_width(STR(""), false) == 0);
	/* Every letter of the alphabet with every mark is known: none counts as a foreign sign. */
	static const char *const letters[] = {
		"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", "àằầèềìòồờùừỳÀẰẦÈỀÌÒỒỜÙỪỲ", "áắấéếíóốớúứýÁẮẤÉẾÍÓỐỚÚỨÝ",
		"ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ", "ãẵẫẽễĩõỗỡũữỹÃẴẪẼỄĨÕỖỠŨỮỸ", "ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ",
	};
	for (size_t i = 0; i < countof(letters); i++)
		assert_true(chart_width(str_from(letters[i]), false) ==
		            chart_width(str_from(letters[0]), false));
}

static void lines_are_broken_whole(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str s = STR("Trung tâm Phục vụ hành chính công Nghiêngngảnghiêngngảnghiêng a");
	for (double width = 8; width < 400; width += 7) {
		struct chart_lines l = chart_wrap(&a, s, width, false);
		struct buf all = {0};
		for (size_t i = 0; i < l.count; i++) {
			assert_true(l.lines[i].n > 0);
			assert_true(l.width <= width || text_chars(l.lines[i]) == 1 || width < 16);
			buf_put(&all, l.lines[i]);
		}
		size_t letters = 0, kept = 0;
		for (size_t i = 0; i < s.n; i++)
			letters += s.p[i] != ' ';
		for (size_t i = 0; i < all.len; i++)
			kept += all.p[i] != ' ';
		assert_int_equal(kept, letters);
		buf_release(&all);
	}
	assert_int_equal(chart_wrap(&a, STR(""), 100, false).count, 1);
	arena_release(&a);
}

/* Any figures at all. */

struct dice {
	uint32_t seed;
};

static uint32_t roll(struct dice *d, uint32_t sides)
{
	d->seed = d->seed * 1664525u + 1013904223u;
	return (d->seed >> 8) % sides;
}

struct text_box {
	double left, top, right, bottom;
	struct str s;
};

static double number_after(struct str tag, const char *name)
{
	size_t at = str_find(tag, str_from(name), 0);
	assert_true(at < tag.n);
	return strtod(tag.p + at + strlen(name), NULL);
}

/* &amp; and its kind count as one sign. */
static struct str plain_words(struct arena *a, struct str s)
{
	struct buf out = {0};
	for (size_t i = 0; i < s.n; i++) {
		buf_putc(&out, s.p[i] == '&' ? '-' : s.p[i]);
		i = s.p[i] == '&' ? str_find_byte(s, ';', i) : i;
	}
	struct str words = arena_str(a, buf_str(&out));
	buf_release(&out);
	return words;
}

static size_t boxes_of(struct arena *a, struct str svg, struct text_box *boxes, size_t most)
{
	size_t count = 0, strongs = str_find(svg, STR("<g class=\"ny-chart__strong"), 0);
	size_t aims = str_find(svg, STR("<g class=\"ny-chart__aim"), 0);
	for (size_t at = 0; (at = str_find(svg, STR("<text "), at)) < svg.n; at++) {
		size_t open = str_find_byte(svg, '>', at);
		size_t end = str_find(svg, STR("</text>"), open);
		struct str tag = str_slice(svg, at, open);
		struct str s = plain_words(a, str_slice(svg, open + 1, end));
		bool strong = (at > strongs && at < str_find(svg, STR("</g>"), strongs)) ||
		              (at > aims && at < str_find(svg, STR("</g>"), aims));
		bool has_x = str_find(tag, STR(" x="), 0) < tag.n;
		double x = has_x ? number_after(tag, " x=\"") : 0;
		double y = number_after(tag, " y=\"");
		double w = chart_width(s, strong);
		x -= str_find(tag, STR("\"end\""), 0) < tag.n      ? w
		     : str_find(tag, STR("\"middle\""), 0) < tag.n ? w / 2
		                                                   : 0;
		assert_true(count < most);
		boxes[count++] = (struct text_box){x, y - CHART_ABOVE, x + w, y + CHART_BELOW, s};
	}
	return count;
}

/* The rounding of places may take a unit. */
static const char *look(struct arena *a, struct str svg)
{
	static struct text_box boxes[8000];
	size_t count = boxes_of(a, svg, boxes, countof(boxes));
	double height = number_after(svg, "viewBox=\"0 0 360 ");
	for (size_t i = 0; i < count; i++) {
		struct text_box b = boxes[i];
		if (b.left < -1 || b.right > CHART_WIDTH + 1 || b.top < -1 || b.bottom > height + 1)
			return arena_printf(a, "“%.*s” leaves the drawing", STR_ARG(b.s)).p;
		for (size_t k = 0; k < i; k++) {
			struct text_box o = boxes[k];
			if (b.left < o.right - 1 && o.left < b.right - 1 && b.top < o.bottom - 1 &&
			    o.top < b.bottom - 1)
				return arena_printf(a, "“%.*s” meets “%.*s”", STR_ARG(b.s),
				                    STR_ARG(o.s)).p;
		}
	}
	return NULL;
}

static struct str any_name(struct arena *a, struct dice *d)
{
	static const char *const words[] = {
		"Sở", "Ủy ban nhân dân", "phường", "Nông nghiệp và Môi trường", "T1/2026", "2026",
		"Trung tâm Phục vụ hành chính công", "Ea", "<&>", "Krông", "",
		"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
		"ngoằnngoèongoằnngoèongoằnngoèongoằnngoèongoằnngoèo", "Nộp",
	};
	struct str s = STR("");
	for (uint32_t n = roll(d, 5) + 1; n > 0; n--)
		s = arena_printf(a, "%.*s%s%s", STR_ARG(s), s.n ? " " : "",
		                 words[roll(d, countof(words))]);
	return s;
}

static double any_figure(struct dice *d, uint32_t style)
{
	double n = (double)roll(d, 20000);
	switch (style) {
	case 0: return n;
	case 1: return 0;
	case 2: return roll(d, 9) ? n / 1000 : n * 4e4;
	case 3: return n - 10000;
	case 4: return -n;
	case 5: return n / 20000 * 9e8;
	case 6: return 9000 + n / 20;
	default: return n * 1e-7;
	}
}

static void any_chart(struct desk *k, struct dice *d, const struct chart_words *words)
{
	static struct chart_point points[400];
	struct chart c = {.title = STR("a"), .id = STR("b"), .words = words, .points = points};
	c.kind = (enum chart_kind)roll(d, CHART_SPARK);
	c.unit = (enum chart_unit)roll(d, 4);
	uint32_t style = roll(d, 8), groups = roll(d, 40) + 1;
	uint32_t series = roll(d, 3) ? 1 : roll(d, 6) + 1;
	bool short_names = roll(d, 2), many_gaps = !roll(d, 3);
	c.has_target = c.kind < CHART_STACKED && roll(d, 2);
	c.target = any_figure(d, style);
	struct str names[CHART_SERIES_MAX];
	for (uint32_t i = 0; i < series; i++)
		names[i] = arena_printf(&k->arena, "%u %.*s", i, STR_ARG(any_name(&k->arena, d)));
	series = c.kind == CHART_TARGET ? 1 : series;
	for (uint32_t g = 0; g < groups; g++)
		for (uint32_t i = 0; i < series; i++) {
			struct chart_point *p = &points[c.count++];
			*p = (struct chart_point){.x_is_number = true, .x_number = g};
			p->label = i             ? p[-1].label
			           : short_names ? arena_printf(&k->arena, "T%u/2026", g)
			                         : any_name(&k->arena, d);
			if (series > 1 || c.kind == CHART_STACKED)
				p->series = names[i];
			p->has_y = roll(d, many_gaps ? 2 : 9) > 0;
			p->y = any_figure(d, style);
			p->y = c.kind == CHART_STACKED && p->y < 0 ? -p->y : p->y;
			p->has_target = roll(d, 5) > 0;
			p->target = roll(d, 2) ? c.target : any_figure(d, style);
			p->op = (enum chart_op)roll(d, 3);
		}
	struct buf out = {0};
	const struct chart_point *at = NULL;
	assert_int_equal(chart_draw(&c, &k->arena, &out, &at), CHART_FINE);
	const char *found = look(&k->arena, buf_str(&out));
	if (found)
		fail_msg("%s\n%s", found, out.p);
	buf_release(&out);
}

static void take_words(struct desk *k, struct chart_words *words)
{
#define X(name) words->name = ask(k, "SELECT t('chart." #name "')");
	CHART_WORDS
#undef X
}

static void no_two_texts_meet(void **state)
{
	(void)state;
	struct dice d = {20261121};
	struct desk k;
	struct chart_words words;
	open_desk(&k);
	take_words(&k, &words);
	struct arena kept = k.arena;
	k.arena = (struct arena){0};
	for (int i = 0; i < 3000; i++) {
		any_chart(&k, &d, &words);
		arena_reset(&k.arena);
	}
	arena_release(&k.arena);
	k.arena = kept;
	close_desk(&k);
}

/* The test itself: what meets or leaves is found. */
static void meeting_texts_are_found(void **state)
{
	(void)state;
	struct arena a = {0};
#define DRAWN(x, y)                                                                               \
	"viewBox=\"0 0 360 100\"<text x=\"10\" y=\"20\">abc</text>"                              \
	"<text x=\"" #x "\" y=\"" #y "\">abc</text>"
	assert_non_null(look(&a, STR(DRAWN(20, 25))));
	assert_non_null(look(&a, STR(DRAWN(340, 25))));
	assert_non_null(look(&a, STR(DRAWN(100, 98))));
	assert_null(look(&a, STR(DRAWN(60, 25))));
	arena_release(&a);
}

static void sizes_stay_small(void **state)
{
	(void)state;
	struct desk k;
	open_desk(&k);
#define SIZE(call) NUMBERS(24) "SELECT length(CAST(" call " AS BLOB)) FROM r"
#define LABEL "'Xã Hòa Thuận ' || i"
	static const struct {
		const char *sql;
		int64_t most;
	} cases[] = {
		{SIZE("chart_line(i, 'T' || i || '/2026', 9000 + i * i * 7919 % 997, " OPTIONS ")"),
		 4096},
		{SIZE("chart_bar(i, " LABEL ", i * i * 7919 % 997, " OPTIONS ")"), 4096},
		{SIZE("chart_stacked(i / 3, " LABEL " / 3, i * i % 997, " OPTIONS ", i % 3)"),
		 4096},
		{SIZE("chart_target(i, " LABEL ", i * i * 7919 % 997, " OPTIONS ", 500)"), 4096},
		{SIZE("chart_spark(i, i * i * 7919 % 997, " OPTIONS ")"), 700},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		int64_t size = db_int_of(k.db, cases[i].sql, -1);
		if (size < 200 || size > cases[i].most)
			fail_msg("%s: %d bytes", cases[i].sql, (int)size);
	}
	close_desk(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden_cases), cmocka_unit_test(mistakes_are_named),
		cmocka_unit_test(groups_and_rows), cmocka_unit_test(order_is_that_of_x),
		cmocka_unit_test(words_have_widths), cmocka_unit_test(lines_are_broken_whole),
		cmocka_unit_test(meeting_texts_are_found), cmocka_unit_test(no_two_texts_meet),
		cmocka_unit_test(sizes_stay_small),
	};
	return cmocka_run_group_tests_name("chart", tests, NULL, NULL);
}
