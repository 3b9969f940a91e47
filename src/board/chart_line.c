/* SPDX-License-Identifier: MIT
 * chart_line - trends: lines with gaps, their names at their ends; and a trend for a cell */
#include "board/chart_int.h"

enum {
	TOP = 26,              /* room for a label over the highest point */
	PLOT_HEIGHT = 150,
	SERIES_NAME_WIDTH = 112,
	TARGET_WIDTH = 76,
	MARK_WIDTH = 13,       /* of a series' mark before its name */
	FEW_POINTS = 12,       /* so many are marked one by one */
};

static const char *const line_classes[CHART_SERIES_MAX] = {
	"ny-chart__line", "ny-chart__line ny-chart__line--2", "ny-chart__line ny-chart__line--3",
	"ny-chart__line ny-chart__line--4", "ny-chart__line ny-chart__line--5",
	"ny-chart__line ny-chart__line--6",
};

static const char *const mark_classes[CHART_SERIES_MAX] = {
	"ny-chart__mark", "ny-chart__mark ny-chart__mark--2", "ny-chart__mark ny-chart__mark--3",
	"ny-chart__mark ny-chart__mark--4", "ny-chart__mark ny-chart__mark--5",
	"ny-chart__mark ny-chart__mark--6",
};

/* Labels at the right: name and last value of each line, and the target; pushed apart. */

struct end_label {
	size_t series;         /* series_count: the target */
	size_t group;
	double y, top, height;
	struct chart_lines name;
	struct str value;      /* absent for the target */
};

static size_t last_with_figures(const struct drawing *d, size_t series)
{
	double y;
	size_t i = d->group_count;
	while (i > 0 && !chart_value(d, i - 1, series, &y))
		i--;
	return i; /* one more than its place */
}

/* By height on the page. */
static void add_end_label(struct end_label *labels, size_t *count, struct end_label l)
{
	l.height = (double)(l.name.count + (l.value.p != NULL)) * CHART_LINE_HEIGHT;
	size_t i = (*count)++;
	for (; i > 0 && labels[i - 1].y < l.y; i--)
		labels[i] = labels[i - 1];
	labels[i] = l;
}

static double end_label_width(const struct chart_plot *p, const struct end_label *l)
{
	double value = chart_width(l->value, true);
	double name = l->name.width * (l->value.p ? 1 : 1.08);
	double mark = p->d->series_count > 1 && l->value.p ? MARK_WIDTH : 0;
	return (name > value ? name : value) + mark;
}

static size_t make_end_labels(struct chart_plot *p, struct end_label *labels)
{
	struct drawing *d = p->d;
	size_t count = 0;
	for (size_t k = 0; k < d->series_count; k++) {
		size_t end = last_with_figures(d, k);
		struct end_label l = {.series = k, .group = end - 1};
		if (end == 0 || !chart_value(d, end - 1, k, &l.y))
			continue;
		l.value = chart_figure(d, l.y);
		if (d->series[k].n)
			l.name = chart_wrap(d->a, d->series[k], SERIES_NAME_WIDTH, false);
		add_end_label(labels, &count, l);
	}
	if (d->c->has_target) {
		struct end_label l = {.series = d->series_count, .group = d->group_count - 1,
		                      .y = d->c->target};
		l.name = chart_wrap(d->a, chart_target_words(d), TARGET_WIDTH, true);
		add_end_label(labels, &count, l);
	}
	return count;
}

/* None meets another, all are inside the drawing. */
static void push_apart(struct chart_plot *p, struct end_label *labels, size_t count)
{
	for (size_t i = 0; i < count; i++)
		labels[i].top = chart_place_y(p, labels[i].y) - labels[i].height / 2;
	for (size_t round = 0; round < count; round++) {
		double under = 0;
		for (size_t i = 0; i < count; i++) {
			labels[i].top = labels[i].top < under ? under : labels[i].top;
			under = labels[i].top + labels[i].height;
		}
		double over = p->bottom + CHART_LINE_HEIGHT / 2.0;
		for (size_t i = count; i-- > 0;) {
			double most = over - labels[i].height;
			labels[i].top = labels[i].top > most ? most : labels[i].top;
			over = labels[i].top;
		}
	}
}

static void put_end_label(struct chart_plot *p, const struct end_label *l, struct chart_path *lead)
{
	bool is_target = !l->value.p;
	bool is_marked = !is_target && p->d->series_count > 1;
	double x = is_target ? p->right : chart_place_x(p, l->group) + 5;
	double y = chart_place_y(p, l->y);
	double middle = l->top + l->height / 2, left = p->right + 6;
	if (middle - y > 12 || y - middle > 12 || l->group + 1 < p->d->group_count) {
		chart_move(lead, x, y);
		middle = is_marked ? l->top + CHART_LINE_HEIGHT / 2.0 : middle;
		chart_line_to(lead, left - 2, middle);
	}
	double base = l->top + CHART_ABOVE;
	left += is_marked ? MARK_WIDTH : 0;
	for (size_t n = 0; n < l->name.count; n++, base += CHART_LINE_HEIGHT)
		chart_stand(p, (struct chart_text){left, base, CHART_START,
		                                is_target ? CHART_AIM : CHART_PLAIN,
		                                l->name.lines[n]}, is_target);
	if (!is_target)
		chart_stand(p, (struct chart_text){left, base, CHART_START, CHART_STRONG,
		                                l->value}, true);
}

/* The lowest and the highest of a single line, where there is room. */
static void put_extremes(struct chart_plot *p, size_t last)
{
	struct drawing *d = p->d;
	size_t low = last, high = last;
	double y, y_low = 0, y_high = 0;
	chart_value(d, last, 0, &y_low);
	y_high = y_low;
	for (size_t i = 0; i < d->group_count; i++)
		if (chart_value(d, i, 0, &y)) {
			low = y < y_low ? i : low;
			y_low = y < y_low ? y : y_low;
			high = y > y_high ? i : high;
			y_high = y > y_high ? y : y_high;
		}
	for (int n = 0; n < 2; n++) {
		size_t at = n ? low : high;
		if (at == last)
			continue;
		double x = chart_place_x(p, at), over = chart_place_y(p, n ? y_low : y_high) - 9;
		double under = over + 18 + CHART_ABOVE - 3, w = chart_width(STR("0"), false);
		struct str s = chart_figure(d, n ? y_low : y_high);
		double first = n ? under : over, second = n ? over : under;
		struct chart_text places[] = {
			{x, first, CHART_CENTER, CHART_PLAIN, s},
			{x - w, first, CHART_START, CHART_PLAIN, s},
			{x + w, first, CHART_END, CHART_PLAIN, s},
			{x, second, CHART_CENTER, CHART_PLAIN, s},
			{x + w, second, CHART_START, CHART_PLAIN, s},
			{x - w, second, CHART_END, CHART_PLAIN, s},
		};
		chart_stand_best(p, places, countof(places), false);
	}
}

static void put_target(const struct chart_plot *p)
{
	struct chart_path line = {0};
	double y = chart_place_y(p, p->d->c->target);
	chart_move(&line, p->left, y);
	chart_line_to(&line, p->right, y);
	chart_put_path(p->d->out, "ny-chart__target", &line);
}

static bool is_missing(const struct drawing *d, size_t group)
{
	bool any = false;
	for (size_t k = 0; k < d->series_count; k++) {
		const struct chart_point *p = d->groups[group].cells[k];
		if (p && !p->has_y)
			return true;
		any = any || p;
	}
	return !any;
}

static void put_gaps(struct chart_plot *p)
{
	struct chart_path marks = {0};
	for (size_t i = 0; i < p->d->group_count; i++) {
		if (!is_missing(p->d, i))
			continue;
		double x = chart_place_x(p, i), y = p->bottom - 8;
		chart_move(&marks, x - 3, y - 3);
		chart_line_to(&marks, x + 3, y + 3);
		chart_move(&marks, x + 3, y - 3);
		chart_line_to(&marks, x - 3, y + 3);
	}
	if (marks.data.len)
		p->notes[p->note_count++] = arena_printf(
			p->d->a, "× %.*s", STR_ARG(p->d->c->words->no_figures));
	chart_put_path(p->d->out, "ny-chart__gap", &marks);
}

/* Lines and marks. */

static void put_mark(struct chart_path *m, size_t shape, double x, double y)
{
	switch (shape) {
	case 0: /* a round end of a line without length */
		chart_move(m, x, y);
		chart_line_to(m, x, y);
		break;
	case 1:
		chart_rect(m, x - 3, y - 3, 6, 6);
		break;
	case 2:
		chart_move(m, x, y - 4);
		chart_line_to(m, x + 4, y + 3);
		chart_line_to(m, x - 4, y + 3);
		chart_close(m);
		break;
	case 3:
		chart_move(m, x, y - 4.5);
		chart_line_to(m, x + 4.5, y);
		chart_line_to(m, x, y + 4.5);
		chart_line_to(m, x - 4.5, y);
		chart_close(m);
		break;
	case 4:
		chart_move(m, x - 3.5, y - 3.5);
		chart_line_to(m, x + 3.5, y + 3.5);
		chart_move(m, x + 3.5, y - 3.5);
		chart_line_to(m, x - 3.5, y + 3.5);
		break;
	default:
		chart_move(m, x - 4.5, y);
		chart_line_to(m, x + 4.5, y);
		chart_move(m, x, y - 4.5);
		chart_line_to(m, x, y + 4.5);
	}
}

static bool stands_alone(const struct drawing *d, size_t i, size_t series)
{
	double y;
	return (i == 0 || !chart_value(d, i - 1, series, &y)) &&
	       (i + 1 == d->group_count || !chart_value(d, i + 1, series, &y));
}

/* The line of a series with its marks, one of them before its name. */
static void put_series(struct chart_plot *p, size_t k, const struct end_label *label)
{
	struct drawing *d = p->d;
	struct chart_path line = {0}, marks = {0};
	size_t last = last_with_figures(d, k);
	bool under_way = false;
	for (size_t i = 0; i < d->group_count; i++) {
		double v;
		if (!chart_value(d, i, k, &v)) {
			under_way = false;
			continue;
		}
		double x = chart_place_x(p, i), y = chart_place_y(p, v);
		bool alone = stands_alone(d, i, k);
		if (under_way)
			chart_line_to(&line, x, y);
		else if (!alone)
			chart_move(&line, x, y);
		under_way = true;
		if (alone || i + 1 == last || d->group_count <= FEW_POINTS)
			put_mark(&marks, k, x, y);
	}
	if (label && d->series_count > 1)
		put_mark(&marks, k, p->right + 11, label->top + CHART_LINE_HEIGHT / 2.0);
	chart_put_path(d->out, line_classes[k], &line);
	chart_put_path(d->out, mark_classes[k], &marks);
}

static const struct end_label *label_of(const struct end_label *labels, size_t count, size_t series)
{
	size_t i = 0;
	while (i < count && labels[i].series != series)
		i++;
	return i < count ? &labels[i] : NULL;
}

double chart_line_draw(struct drawing *d)
{
	struct chart_plot p = {.d = d, .top = TOP};
	struct end_label labels[CHART_SERIES_MAX + 1];
	double margin = 0, tall = 0;
	chart_set_axis(&p);
	size_t count = make_end_labels(&p, labels);
	for (size_t i = 0; i < count; i++) {
		double w = end_label_width(&p, &labels[i]);
		margin = w > margin ? w : margin;
		tall += labels[i].height;
	}
	p.left = chart_tick_width(&p) + 8;
	p.right = CHART_WIDTH - margin - 7;
	p.bottom = p.top + (tall > PLOT_HEIGHT ? tall : PLOT_HEIGHT);
	push_apart(&p, labels, count);
	chart_put_grid(&p);
	double height = p.bottom + chart_put_labels(&p);
	if (d->c->has_target)
		put_target(&p);
	put_gaps(&p);
	for (size_t k = 0; k < d->series_count; k++)
		put_series(&p, k, label_of(labels, count, k));
	struct chart_path lead = {0};
	for (size_t i = 0; i < count; i++)
		put_end_label(&p, &labels[i], &lead);
	chart_put_path(d->out, "ny-chart__lead", &lead);
	const struct end_label *only = label_of(labels, count, 0);
	if (d->series_count == 1 && only)
		put_extremes(&p, only->group);
	return height + chart_put_notes(&p, height);
}

double chart_spark_draw(struct drawing *d)
{
	enum { HEIGHT = 24, EDGE = 4 };
	struct chart_plot p = {.d = d, .left = -2, .right = CHART_SPARK_WIDTH + 2 - EDGE,
	                       .top = EDGE, .bottom = HEIGHT - EDGE};
	if (!chart_find_range(d, &p.low, &p.high) || p.high <= p.low) { /* in the middle */
		p.low -= 1;
		p.high += 1;
	}
	struct chart_path line = {0}, dot = {0};
	size_t last = last_with_figures(d, 0);
	bool under_way = false;
	for (size_t i = 0; i < last; i++) {
		double v;
		bool has = chart_value(d, i, 0, &v);
		double x = chart_place_x(&p, i), y = has ? chart_place_y(&p, v) : 0;
		if (has && !under_way)
			chart_move(&line, x, y);
		if (has && (under_way || stands_alone(d, i, 0)))
			chart_line_to(&line, x, y);
		if (i + 1 == last)
			put_mark(&dot, 0, x, y);
		under_way = has;
	}
	chart_put_path(d->out, "ny-spark__line", &line);
	chart_put_path(d->out, "ny-spark__dot", &dot);
	return HEIGHT;
}
