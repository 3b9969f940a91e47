/* SPDX-License-Identifier: MIT
 * func_chart_block - the live block of Markdown that draws: "```chart KIND [UNIT] TITLE"
 *
 * The columns of its query are known by their names: x, label, y and what else the kind
 * takes. The figure has its title over it and the table of its figures behind it. */
#include "board/func_int.h"

#include "fmt/html.h"
#include "fmt/original.h"

/* In the order of `all_columns`. */
enum column { X, Y, LABEL, SERIES, TARGET, OP, COLUMN_COUNT };
static const char *const all_columns[COLUMN_COUNT] = {"x", "y", "label", "series", "target", "op"};

static const struct {
	const char *name;
	enum chart_kind kind;
	const char *columns;       /* for the message */
	bool takes[COLUMN_COUNT];
	bool needs[COLUMN_COUNT];
} kinds[] = {
	{"line", CHART_LINE, "x, y, label, series, target",
	 {true, true, true, true, true, false}, {true, true}},
	{"bar", CHART_BAR, "x, y, label, series, target",
	 {true, true, true, true, true, false}, {true, true}},
	{"stacked", CHART_STACKED, "x, y, label, series",
	 {true, true, true, true, false, false}, {true, true, false, true}},
	{"target", CHART_TARGET, "x, y, label, target, op",
	 {true, true, true, false, true, true}, {true, true, false, false, true}},
};

/* One block on its way. */
struct block {
	const struct func_state *state;
	struct arena *a;
	struct place at;
	struct diag *d;
	struct chart chart;
	struct chart_words words;
	size_t kind;               /* in `kinds` */
	int column[COLUMN_COUNT];  /* of the query; -1: not there */
	struct chart_point *points;
	size_t cap;
};

static int refuse(struct block *b, enum func_problem problem, struct str a, struct str more)
{
	struct buf why = {0};
	func_put_problem(b->state, &why, problem, a, more);
	diag_add(b->d, DIAG_R069, b->at, buf_str(&why));
	buf_release(&why);
	return -1;
}

/* "line percent Tỷ lệ đúng hạn" */
static int read_words(struct block *b, struct str words, struct str caption)
{
	words = str_trim(words);
	struct str name = str_cut(&words, ' ');
	while (b->kind < countof(kinds) && !str_eqz(name, kinds[b->kind].name))
		b->kind++;
	if (b->kind == countof(kinds))
		return diag_add(b->d, DIAG_R065, b->at, name);
	b->chart.kind = kinds[b->kind].kind;
	struct str rest = str_trim(words), after = rest, unit = str_cut(&after, ' ');
	if (func_chart_unit(unit, &b->chart.unit))
		rest = str_trim(after);
	b->chart.title = rest.n ? rest : caption;
	return b->chart.title.n ? 0 : diag_add(b->d, DIAG_R066, b->at, name);
}

static int find_columns(struct block *b, const struct db_stmt *query)
{
	int status = 0;
	struct str known = str_from(kinds[b->kind].columns);
	for (int i = 0; i < COLUMN_COUNT; i++)
		b->column[i] = -1;
	for (int i = 0; i < db_column_count(query); i++) {
		size_t k = 0;
		while (k < COLUMN_COUNT && !(kinds[b->kind].takes[k] &&
		                             str_eqz(db_column_name(query, i), all_columns[k])))
			k++;
		if (k < COLUMN_COUNT)
			b->column[k] = i;
		else
			status = diag_add(b->d, DIAG_R068, b->at, db_column_name(query, i), known);
	}
	for (int k = 0; k < COLUMN_COUNT; k++)
		if (kinds[b->kind].needs[k] && b->column[k] < 0)
			status = diag_add(b->d, DIAG_R067, b->at, str_from(all_columns[k]), known);
	return status;
}

static struct str text_of(const struct block *b, const struct db_stmt *row, enum column k)
{
	if (b->column[k] < 0)
		return (struct str){0};
	return arena_str(b->a, db_text(row, b->column[k]));
}

static int take_number(struct block *b, const struct db_stmt *row, enum column k, bool *has,
                       double *y)
{
	int i = b->column[k];
	if (i < 0 || db_is_null(row, i))
		return 0;
	if (db_column_type(row, i) == DB_TEXT)
		return refuse(b, FUNC_NO_NUMBER, db_text(row, i), STR(""));
	*y = db_real(row, i);
	*has = true;
	return chart_is_drawable(b->chart.unit, *y) ? 0 : refuse(b, FUNC_TOO_BIG, STR(""), STR(""));
}

static int take_row(struct block *b, const struct db_stmt *row)
{
	struct chart_point p = {.x = original_bare(b->a, text_of(b, row, X)),
	                        .label = text_of(b, row, LABEL)};
	if (db_is_null(row, b->column[X]))
		return 0;
	if (b->chart.count == CHART_POINTS_MAX)
		return refuse(b, FUNC_MANY_POINTS, STR("1.000"), STR(""));
	p.x_is_number = db_column_type(row, b->column[X]) != DB_TEXT;
	p.x_number = db_real(row, b->column[X]);
	p.label = p.label.p ? p.label : p.x;
	p.series = text_of(b, row, SERIES);
	if (take_number(b, row, Y, &p.has_y, &p.y) < 0 ||
	    take_number(b, row, TARGET, &p.has_target, &p.target) < 0)
		return -1;
	struct str op = text_of(b, row, OP);
	if (op.p && !func_chart_op(op, &p.op))
		return refuse(b, FUNC_NOT_AMONG, op, STR(">= <= ="));
	if (b->chart.kind != CHART_TARGET && p.has_target) { /* one line across the chart */
		b->chart.has_target = true;
		b->chart.target = p.target;
	}
	b->points = arena_grow(b->a, b->points, b->chart.count, &b->cap, sizeof p);
	b->points[b->chart.count++] = p;
	return 0;
}

static void put_text(struct buf *out, const char *open, struct str s, const char *close)
{
	buf_putz(out, open);
	html_put(out, s, HTML_TEXT);
	buf_putz(out, close);
}

static int put_figure(struct block *b, struct buf *out)
{
	const struct chart_point *at = NULL;
	struct chart *c = &b->chart;
	c->points = b->points;
	c->words = &b->words;
	buf_putz(out, "<figure class=\"ny-figure\">\n");
	put_text(out, "<figcaption class=\"ny-figure__title\">", c->title, "</figcaption>\n");
	if (c->count == 0) {
		put_text(out, "<p>", b->words.empty, "</p>\n</figure>\n");
		return 0;
	}
	enum chart_fault fault = chart_draw(c, b->a, out, &at);
	if (fault != CHART_FINE) {
		struct str one, two;
		enum func_problem problem = func_chart_problem(fault, at, &one, &two);
		return refuse(b, problem, one, two);
	}
	buf_putz(out, "\n<details class=\"ny-figure__data\">\n");
	put_text(out, "<summary>", b->words.table, "</summary>\n");
	buf_putz(out, "<div class=\"ny-table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
	html_put(out, c->title, HTML_ATTR);
	buf_putz(out, "\">\n");
	chart_put_table(c, b->a, out);
	buf_putz(out, "</div>\n</details>\n</figure>\n");
	return 0;
}

int func_chart_block(const struct func_state *s, const struct func_chart_fence *w,
                     struct db_stmt *query, struct buf *out, struct diag *d)
{
	struct arena a = {0};
	struct block b = {.state = s, .a = &a, .at = w->at, .d = d,
	                  .chart = {.id = w->id, .signs = s->signs}};
	int status = read_words(&b, w->words, w->caption);
	b.at.line++; /* the query begins under the fence */
	if (status == 0)
		status = find_columns(&b, query);
	struct str missing = func_chart_words(s, &a, &b.words);
	if (status == 0 && missing.p)
		status = refuse(&b, FUNC_NO_KEY, missing, STR(""));
	int more = 1;
	while (status == 0 && (more = db_step(query, d)) == 1)
		status = take_row(&b, query);
	if (status == 0)
		status = more < 0 ? -1 : put_figure(&b, out);
	arena_release(&a);
	return status;
}
