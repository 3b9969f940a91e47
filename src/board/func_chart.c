/* SPDX-License-Identifier: MIT
 * func_chart - SQL functions that draw: rows of a group become points, JSON becomes options
 *
 * The options are read at the group's first row, by SQLite's own reader of JSON; they must
 * be the same in every row. */
#include "board/func_int.h"

#include "board/chart.h"
#include "fmt/html.h"
#include "fmt/original.h"

/* One chart being collected. */
struct chart_group_state {
	struct arena arena;
	struct chart chart;
	struct str options;        /* as given in the first row; absent before it */
	struct chart_point *points;
	size_t cap;
	bool has_failed;
	struct chart_words words;
};

/* Words. */

struct str func_chart_words(const struct func_state *s, struct arena *a, struct chart_words *words)
{
	struct {
		const char *name;
		struct str *word;
	} all[] = {
#define X(name) {#name, &words->name},
		CHART_WORDS
#undef X
	};
	for (size_t i = 0; i < countof(all); i++) {
		struct str key = arena_printf(a, "chart.%s", all[i].name);
		const struct str *word = func_text(s, key);
		if (!word)
			return key;
		*all[i].word = original_bare(a, *word);
	}
	return (struct str){0};
}

/* Options. */

enum option { TITLE, DESC, UNIT, ID, TARGET, TARGET_LABEL };
static const char *const option_names[] = {
	[TITLE] = "title", [DESC] = "desc", [UNIT] = "unit", [ID] = "id", [TARGET] = "target",
	[TARGET_LABEL] = "target_label",
};
static const char *const unit_names[] = {
	[CHART_COUNT] = "count", [CHART_PERCENT] = "percent", [CHART_SCORE] = "score",
	[CHART_DAYS] = "days",
};

static bool fail_option(struct func_call *c, struct str key)
{
	struct arena a = {0};
	struct map names = {.arena = &a};
	for (size_t i = 0; i < countof(option_names); i++)
		map_put(&names, str_from(option_names[i]), &names);
	struct str near = map_nearest(&names, key);
	if (near.p)
		func_fail(c, FUNC_NO_OPTION_NEAR, key, near);
	else
		func_fail(c, FUNC_NO_OPTION, key, STR("title desc unit id target target_label"));
	arena_release(&a);
	return false;
}

bool func_chart_unit(struct str name, enum chart_unit *unit)
{
	for (size_t i = 0; i < countof(unit_names); i++)
		if (str_eqz(name, unit_names[i])) {
			*unit = (enum chart_unit)i;
			return true;
		}
	return false;
}

/* An id goes into attributes and addresses as it is. */
static bool is_id(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];
		bool letter = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
		if (!letter && (i == 0 || !((ch >= '0' && ch <= '9') || ch == '-' || ch == '_')))
			return false;
	}
	return s.n > 0;
}

static bool take_number(struct func_call *c, const struct db_stmt *row, struct chart *chart)
{
	enum db_type type = db_column_type(row, 1);
	if (type != DB_INT && type != DB_REAL)
		return func_fail(c, FUNC_NO_NUMBER, db_text(row, 1), STR(""));
	chart->target = db_real(row, 1);
	chart->has_target = true;
	return true;
}

/* Columns: key, value, and whether the value is an object or a list. NULL as a value is as
 * if the key were left out. */
static bool take_option(struct func_call *c, const struct db_stmt *row, struct arena *a,
                        struct chart *chart)
{
	struct str key = db_text(row, 0), value = original_bare(a, arena_str(a, db_text(row, 1)));
	size_t i = 0;
	while (i < countof(option_names) && !str_eqz(key, option_names[i]))
		i++;
	if (i == countof(option_names))
		return fail_option(c, key);
	if (db_is_null(row, 1))
		return true;
	switch ((enum option)i) {
	case TITLE:
		chart->title = value;
		return true;
	case DESC:
		chart->desc = value;
		return true;
	case TARGET_LABEL:
		chart->target_label = value;
		return true;
	case ID:
		chart->id = value;
		return is_id(value) || func_fail(c, FUNC_NO_ID, value, STR(""));
	case UNIT:
		return func_chart_unit(value, &chart->unit) ||
		       func_fail(c, FUNC_NOT_AMONG, value, STR("count percent score days"));
	case TARGET:
		return take_number(c, row, chart);
	}
	return true;
}

static bool read_options(struct func_call *c, struct arena *a, struct str json, struct chart *chart)
{
	if (!func_is_json_object(c->state, json))
		return func_fail(c, FUNC_NO_OPTIONS, STR(""), STR(""));
	struct diag unheard = {0};
	struct db_stmt *row = db_must_prepare(
		c->state->db, "SELECT key, atom FROM json_each(?1) ORDER BY id");
	db_bind_text(row, 0, json);
	bool fine = true;
	while (fine && db_step(row, &unheard) == 1)
		fine = take_option(c, row, a, chart);
	db_finish(row);
	diag_release(&unheard);
	if (fine && !chart_is_drawable(chart->unit, chart->target))
		return func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
	if (fine && str_blank(chart->title))
		return func_fail(c, FUNC_NEEDS_OPTION, STR("title"), STR(""));
	if (fine && !chart->id.p && chart->kind != CHART_SPARK)
		return func_fail(c, FUNC_NEEDS_OPTION, STR("id"), STR(""));
	return fine;
}

/* Points. */

static bool take_y(struct func_call *c, int i, bool *has, double *y)
{
	if (func_arg_is_null(c, i))
		return true;
	enum db_type type = db_call_type(c->sql, i);
	if (type != DB_INT && type != DB_REAL)
		return func_fail(c, FUNC_NO_NUMBER, func_arg_text(c, i), STR(""));
	*y = db_call_real(c->sql, i);
	*has = true;
	struct chart_group_state *g = func_group(c);
	return chart_is_drawable(g->chart.unit, *y) || func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
}

bool func_chart_op(struct str s, enum chart_op *op)
{
	static const char *const ops[] = {
		[CHART_AT_LEAST] = ">=", [CHART_AT_MOST] = "<=", [CHART_EQUAL] = "=",
	};
	for (size_t i = 0; i < countof(ops); i++)
		if (str_eqz(s, ops[i])) {
			*op = (enum chart_op)i;
			return true;
		}
	return false;
}

static void take_x(struct func_call *c, struct arena *a, struct chart_point *p)
{
	enum db_type type = db_call_type(c->sql, 0);
	p->x_is_number = type != DB_TEXT;
	if (p->x_is_number)
		p->x_number = db_call_real(c->sql, 0);
	p->x = arena_str(a, func_arg_text(c, 0));
}

static bool begin(struct func_call *c, struct chart_group_state *g, enum chart_kind kind,
                  struct str options)
{
	if (g->options.p)
		return str_eq(g->options, options) ||
		       func_fail(c, FUNC_OPTIONS_DIFFER, STR(""), STR(""));
	g->chart.kind = kind;
	g->options = arena_str(&g->arena, options.p ? options : STR(""));
	g->chart.words = &g->words;
	g->chart.signs = c->state->signs;
	if (!read_options(c, &g->arena, g->options, &g->chart))
		return false;
	struct str missing = func_chart_words(c->state, &g->arena, &g->words);
	return !missing.p || func_fail(c, FUNC_NO_KEY, missing, STR(""));
}

/* The arguments of a kind: which of them is what; -1: none. */
struct columns {
	enum chart_kind kind;
	int label, y, options, series, target, op;
};

static bool take_row(struct func_call *c, struct chart_group_state *g, struct columns at)
{
	if (!begin(c, g, at.kind, func_arg_text(c, at.options)))
		return false;
	if (g->chart.count == CHART_POINTS_MAX)
		return func_fail(c, FUNC_MANY_POINTS, STR("1.000"), STR(""));
	struct chart_point p = {0};
	take_x(c, &g->arena, &p);
	p.label = p.x;
	if (at.label >= 0)
		p.label = arena_str(&g->arena, func_arg_marked(c, at.label));
	if (at.series >= 0 && !func_arg_is_null(c, at.series))
		p.series = arena_str(&g->arena, func_arg_marked(c, at.series));
	if (!take_y(c, at.y, &p.has_y, &p.y) ||
	    (at.target >= 0 && !take_y(c, at.target, &p.has_target, &p.target)))
		return false;
	struct str op = at.op >= 0 ? func_arg_text(c, at.op) : (struct str){0};
	if (op.p && !func_chart_op(op, &p.op))
		return func_fail(c, FUNC_NOT_AMONG, op, STR(">= <= ="));
	g->points = arena_grow(&g->arena, g->points, g->chart.count, &g->cap, sizeof p);
	g->points[g->chart.count++] = p;
	return true;
}

/* A row whose x is NULL is no point, as aggregates have it. */
static void step(struct func_call *c, struct columns at)
{
	struct chart_group_state *g = func_group(c);
	if (!g->has_failed && !func_arg_is_null(c, 0))
		g->has_failed = !take_row(c, g, at);
}

static void step_line(struct func_call *c)
{
	step(c, (struct columns){CHART_LINE, 1, 2, 3, 4, -1, -1});
}

static void step_bar(struct func_call *c)
{
	step(c, (struct columns){CHART_BAR, 1, 2, 3, 4, -1, -1});
}

static void step_stacked(struct func_call *c)
{
	step(c, (struct columns){CHART_STACKED, 1, 2, 3, 4, -1, -1});
}

static void step_target(struct func_call *c)
{
	step(c, (struct columns){CHART_TARGET, 1, 2, 3, -1, 4, 5});
}

static void step_spark(struct func_call *c)
{
	step(c, (struct columns){CHART_SPARK, -1, 1, 2, -1, -1, -1});
}

enum func_problem func_chart_problem(enum chart_fault fault, const struct chart_point *at,
                                     struct str *a, struct str *b)
{
	*a = at->label;
	*b = at->series.p ? at->series : STR("");
	switch (fault) {
	case CHART_TWICE:
		return FUNC_TWICE;
	case CHART_MANY_SERIES:
		*a = STR("6");
		return FUNC_MANY_SERIES;
	case CHART_NEGATIVE:
		return FUNC_NEGATIVE_PART;
	case CHART_FINE:
		break;
	}
	return FUNC_TOO_BIG;
}

static void finish(struct func_call *c)
{
	struct chart_group_state *g = func_group(c);
	if (g->has_failed || g->chart.count == 0)
		return;
	struct buf out = {.max = LIMIT_PAGE};
	const struct chart_point *at = NULL;
	g->chart.points = g->points;
	buf_putc(&out, MARKUP_MARK);
	enum chart_fault fault = chart_draw(&g->chart, &g->arena, &out, &at);
	if (fault == CHART_FINE && !out.full) {
		func_result(c, &out);
	} else {
		struct str a, b;
		enum func_problem problem = func_chart_problem(fault, at, &a, &b);
		func_fail(c, problem, a, b);
	}
	buf_release(&out);
}

static void release(void *group)
{
	struct chart_group_state *g = group;
	arena_release(&g->arena);
}

#define CHART_AGGREGATE(name)                                                                  \
	static const struct func_aggregate name = {sizeof(struct chart_group_state), step_##name, \
	                                           release}
CHART_AGGREGATE(line);
CHART_AGGREGATE(bar);
CHART_AGGREGATE(stacked);
CHART_AGGREGATE(target);
CHART_AGGREGATE(spark);

const struct func_entry func_chart_entries[] = {
	{"chart_line", "chart_line(x, label, y, options [, series])", 4, 5, FUNC_TEXT, true, finish,
	 "A trend over the rows of a group, as markup.", &line},
	{"chart_bar", "chart_bar(x, label, y, options [, series])", 4, 5, FUNC_TEXT, true, finish,
	 "Horizontal bars over the rows of a group, as markup.", &bar},
	{"chart_stacked", "chart_stacked(x, label, y, options, series)", 5, 5, FUNC_TEXT, true,
	 finish, "Horizontal bars made of parts, over the rows of a group, as markup.", &stacked},
	{"chart_target", "chart_target(x, label, y, options, target [, op])", 5, 6, FUNC_TEXT, true,
	 finish, "Values against their targets, over the rows of a group, as markup.", &target},
	{"chart_spark", "chart_spark(x, y, options)", 3, 3, FUNC_TEXT, true, finish,
	 "A trend the size of a word, for the cell of a table, as markup.", &spark},
	{0},
};
