/* SPDX-License-Identifier: MIT
 * chart - points put in order, figures as words, the frame of a drawing */
#include "board/chart_int.h"

#include <stdlib.h>

#include "base/fill.h"
#include "base/num.h"
#include "fmt/html.h"

/* Figures. */

/* Two digits after the point at most; none of millions. */
static void put_decimal(struct buf *out, double y)
{
	struct buf text = {0};
	if (y > 1e6 || y < -1e6) {
		num_put_vi(out, (int64_t)(y + (y < 0 ? -0.5 : 0.5)));
		return;
	}
	int64_t scaled = (int64_t)((y < 0 ? -y : y) * 100 + 0.5);
	buf_printf(&text, "%s%lld.%02d", y < 0 ? "-" : "", (long long)(scaled / 100),
	           (int)(scaled % 100));
	(void)!num_put_decimal_vi(out, buf_str(&text));
	buf_release(&text);
}

static void put_figure(const struct chart *c, struct buf *out, double y, bool is_short)
{
	size_t from = out->len;
	if (c->unit != CHART_PERCENT) {
		put_decimal(out, y);
	} else if (is_short) {
		put_decimal(out, y / 100);
		buf_putc(out, '%');
	} else {
		num_put_percent(out, (int64_t)(y + (y < 0 ? -0.5 : 0.5)));
	}
	num_set_signs(out, from, c->signs);
}

bool chart_is_drawable(enum chart_unit unit, double y)
{
	double most = unit == CHART_PERCENT || unit == CHART_DAYS ? 1e9 : 1e13;
	return y > -most && y < most;
}

void chart_put_value(const struct chart *c, struct buf *out, double y)
{
	struct arena a = {0};
	struct buf figure = {0};
	put_figure(c, &figure, y, false);
	struct str s = buf_str(&figure);
	if (c->unit == CHART_DAYS)
		s = chart_fill(&a, c->words->days, &s, 1);
	buf_put(out, s);
	buf_release(&figure);
	arena_release(&a);
}

struct str chart_figure(const struct drawing *d, double y)
{
	struct buf out = {0};
	chart_put_value(d->c, &out, y);
	struct str s = arena_str(d->a, buf_str(&out));
	buf_release(&out);
	return s;
}

struct str chart_round_figure(const struct drawing *d, double y)
{
	struct buf out = {0};
	put_figure(d->c, &out, y, true);
	struct str s = arena_str(d->a, buf_str(&out));
	buf_release(&out);
	return s;
}

struct str chart_fill(struct arena *a, struct str pattern, const struct str *values, size_t count)
{
	struct buf out = {0};
	fill_put(&out, pattern, values, count);
	struct str s = arena_str(a, buf_str(&out));
	buf_release(&out);
	return s;
}

/* Points in order. */

static int compare_x(const struct chart_point *a, const struct chart_point *b)
{
	if (a->x_is_number != b->x_is_number)
		return a->x_is_number ? -1 : 1;
	if (a->x_is_number)
		return (a->x_number > b->x_number) - (a->x_number < b->x_number);
	return str_cmp(a->x, b->x);
}

static int compare_points(const void *va, const void *vb)
{
	const struct chart_point *a = *(const struct chart_point *const *)va;
	const struct chart_point *b = *(const struct chart_point *const *)vb;
	int order = compare_x(a, b);
	if (order == 0)
		order = str_cmp(a->label, b->label);
	return order ? order : (a > b) - (a < b);
}

/* A trend has one place for each x; a bar is known by its name, too. */
static bool is_same_group(const struct chart *c, const struct chart_point *a,
                          const struct chart_point *b)
{
	if (compare_x(a, b) != 0)
		return false;
	return c->kind == CHART_LINE || c->kind == CHART_SPARK || str_eq(a->label, b->label);
}

static size_t series_of(const struct drawing *d, const struct chart_point *p)
{
	size_t i = 0;
	while (i < d->series_count && !str_eq(d->series[i], p->series))
		i++;
	return i;
}

static enum chart_fault find_series(struct drawing *d, const struct chart_point **at)
{
	d->series = arena_array(d->a, CHART_SERIES_MAX, sizeof *d->series);
	for (size_t i = 0; i < d->c->count; i++) {
		const struct chart_point *p = *at = &d->c->points[i];
		if (d->c->kind == CHART_STACKED && p->has_y && p->y < 0)
			return CHART_NEGATIVE;
		if (series_of(d, p) < d->series_count)
			continue;
		if (d->series_count == CHART_SERIES_MAX)
			return CHART_MANY_SERIES;
		d->series[d->series_count++] = p->series;
	}
	return CHART_FINE;
}

static enum chart_fault find_groups(struct drawing *d, const struct chart_point **at)
{
	size_t count = d->c->count;
	const struct chart_point **order = arena_array(d->a, count + 1, sizeof *order);
	for (size_t i = 0; i < count; i++)
		order[i] = &d->c->points[i];
	qsort(order, count, sizeof *order, compare_points);
	d->groups = arena_array(d->a, count + 1, sizeof *d->groups);
	for (size_t i = 0; i < count; i++) {
		const struct chart_point *p = *at = order[i];
		struct chart_group *g = &d->groups[d->group_count];
		if (d->group_count > 0 && is_same_group(d->c, g[-1].first, p)) {
			g--;
		} else {
			g->first = p;
			g->cells = arena_array(d->a, d->series_count, sizeof *g->cells);
			d->group_count++;
		}
		const struct chart_point **cell = &g->cells[series_of(d, p)];
		if (*cell)
			return CHART_TWICE;
		*cell = p;
	}
	return CHART_FINE;
}

enum chart_fault chart_arrange(struct drawing *d, const struct chart_point **at)
{
	enum chart_fault fault = find_series(d, at);
	return fault == CHART_FINE ? find_groups(d, at) : fault;
}

bool chart_value(const struct drawing *d, size_t group, size_t series, double *y)
{
	const struct chart_point *p = d->groups[group].cells[series];
	if (!p || !p->has_y)
		return false;
	*y = p->y;
	return true;
}

struct str chart_target_words(const struct drawing *d)
{
	struct str value = chart_round_figure(d, d->c->target);
	if (d->c->unit == CHART_DAYS)
		value = chart_figure(d, d->c->target);
	return d->c->target_label.p ? d->c->target_label
	                            : chart_fill(d->a, d->c->words->target, &value, 1);
}

struct str chart_condition(const struct drawing *d, const struct chart_point *p)
{
	const struct chart_words *w = d->c->words;
	struct str value = d->c->unit == CHART_DAYS ? chart_figure(d, p->target)
	                                            : chart_round_figure(d, p->target);
	return chart_fill(d->a, p->op == CHART_AT_LEAST  ? w->at_least
	                        : p->op == CHART_AT_MOST ? w->at_most
	                                                 : w->equal, &value, 1);
}

bool chart_is_met(const struct chart_point *p)
{
	if (p->op == CHART_EQUAL)
		return p->y >= p->target && p->y <= p->target;
	return p->op == CHART_AT_LEAST ? p->y >= p->target : p->y <= p->target;
}

/* The frame. */

static const struct {
	const char *css_class;
	double (*draw)(struct drawing *d);
} kinds[] = {
	[CHART_LINE] = {"ny-chart ny-chart--line", chart_line_draw},
	[CHART_BAR] = {"ny-chart ny-chart--bar", chart_bar_draw},
	[CHART_STACKED] = {"ny-chart ny-chart--stacked", chart_stacked_draw},
	[CHART_TARGET] = {"ny-chart ny-chart--target", chart_target_draw},
	[CHART_SPARK] = {"ny-spark", chart_spark_draw},
};

static void put_head(const struct drawing *d, struct buf *out, int height)
{
	const struct chart *c = d->c;
	struct str desc = c->desc.p ? c->desc : chart_describe(d);
	if (c->kind == CHART_SPARK) {
		buf_printf(out, "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\"",
		           kinds[c->kind].css_class, CHART_SPARK_WIDTH, height);
		buf_putz(out, " aria-label=\"");
		html_put(out, c->title, HTML_ATTR);
		buf_putz(out, ": ");
		html_put(out, desc, HTML_ATTR);
		buf_putz(out, "\">");
		return;
	}
	buf_printf(out, "<svg class=\"%s\" viewBox=\"0 0 %d %d\" font-size=\"%d\" role=\"img\"",
	           kinds[c->kind].css_class, CHART_WIDTH, height, CHART_FONT);
	buf_printf(out, " aria-labelledby=\"%.*s-t %.*s-d\"><title id=\"%.*s-t\">", STR_ARG(c->id),
	           STR_ARG(c->id), STR_ARG(c->id));
	html_put(out, c->title, HTML_WORDS);
	buf_printf(out, "</title><desc id=\"%.*s-d\">", STR_ARG(c->id));
	html_put(out, desc, HTML_WORDS);
	buf_putz(out, "</desc>");
}

enum chart_fault chart_draw(const struct chart *c, struct arena *a, struct buf *out,
                            const struct chart_point **at)
{
	struct buf body = {0}, texts[CHART_VOICES] = {{0}};
	struct drawing d = {.c = c, .a = a, .out = &body, .texts = texts};
	enum chart_fault fault = chart_arrange(&d, at);
	if (fault != CHART_FINE)
		return fault;
	double height = kinds[c->kind].draw(&d);
	put_head(&d, out, (int)(height + 0.99));
	buf_put(out, buf_str(&body));
	chart_put_texts(out, texts);
	buf_putz(out, "</svg>");
	buf_release(&body);
	return CHART_FINE;
}
