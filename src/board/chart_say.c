/* SPDX-License-Identifier: MIT
 * chart_say - what a chart shows, in a sentence, for those who do not see it */
#include "board/chart_int.h"

enum { FEW = 4 };

/* Places of one series that have figures. */
struct extent {
	size_t first, last, low, high, count, missing;
};

static struct extent extent_of(const struct drawing *d, size_t series)
{
	struct extent e = {0};
	for (size_t i = 0; i < d->group_count; i++) {
		double y, low, high;
		const struct chart_point *p = d->groups[i].cells[series];
		e.missing += p && !p->has_y;
		if (!chart_value(d, i, series, &y))
			continue;
		if (e.count++ == 0)
			e.first = e.low = e.high = i;
		e.last = i;
		if (chart_value(d, e.low, series, &low) && y < low)
			e.low = i;
		if (chart_value(d, e.high, series, &high) && y > high)
			e.high = i;
	}
	return e;
}

static struct str label_at(const struct drawing *d, size_t group)
{
	return d->groups[group].first->label;
}

static struct str value_at(const struct drawing *d, size_t group, size_t series)
{
	double y = 0;
	return chart_value(d, group, series, &y) ? chart_figure(d, y) : d->c->words->no_figures;
}

static struct str number(const struct drawing *d, size_t n)
{
	return arena_printf(d->a, "%zu", n);
}

/* Labels and values of some places in turn, into `pattern`. */
static struct str fill_pairs(const struct drawing *d, struct str pattern, size_t series,
                             const size_t *groups, size_t count)
{
	struct str values[8];
	for (size_t i = 0; i < count; i++) {
		values[2 * i] = label_at(d, groups[i]);
		values[2 * i + 1] = value_at(d, groups[i], series);
	}
	return chart_fill(d->a, pattern, values, 2 * count);
}

static struct str join(const struct drawing *d, struct str all, const char *between,
                       struct str more)
{
	return arena_printf(d->a, "%.*s%s%.*s", STR_ARG(all), all.n ? between : "", STR_ARG(more));
}

static struct str say_trend(const struct drawing *d, size_t series, struct extent e)
{
	size_t at[] = {e.first, e.last, e.low, e.high};
	if (d->c->kind == CHART_LINE)
		return fill_pairs(d, d->c->words->trend, series, at, 4);
	struct str values[4];
	for (size_t i = 0; i < countof(values); i++)
		values[i] = value_at(d, at[i], series);
	return chart_fill(d->a, d->c->words->spark, values, countof(values));
}

/* Few bars are told one by one. */
static struct str say_bars(const struct drawing *d, size_t series, struct extent e)
{
	struct str all = STR("");
	if (d->group_count > FEW) {
		struct str n = number(d, d->group_count);
		struct str range = fill_pairs(d, d->c->words->range, series,
		                              (size_t[]){e.high, e.low}, 2);
		return join(d, chart_fill(d->a, d->c->words->items, &n, 1), " ", range);
	}
	for (size_t i = 0; i < d->group_count; i++)
		all = join(d, all, " ", fill_pairs(d, d->c->words->one, series, &i, 1));
	return all;
}

static struct str say_series(const struct drawing *d, size_t series)
{
	const struct chart_words *w = d->c->words;
	struct extent e = extent_of(d, series);
	struct str said = w->empty;
	bool is_bar = d->c->kind == CHART_BAR;
	if (e.count == 1 && d->c->kind == CHART_LINE)
		said = fill_pairs(d, w->one, series, &e.first, 1);
	else if (e.count > 0)
		said = is_bar ? say_bars(d, series, e) : say_trend(d, series, e);
	if (e.missing > 0 && e.count > 0 && !(is_bar && d->group_count <= FEW)) {
		struct str n = number(d, e.missing);
		said = join(d, said, " ", chart_fill(d->a, w->missing, &n, 1));
	}
	struct str values[] = {d->series[series], said};
	return d->series[series].n ? chart_fill(d->a, w->series, values, 2) : said;
}

/* The names of the parts with their sums; shares have none. */
static struct str say_parts(const struct drawing *d)
{
	struct str parts = STR("");
	for (size_t k = 0; k < d->series_count; k++) {
		double sum = 0, y;
		for (size_t i = 0; i < d->group_count; i++)
			sum += chart_value(d, i, k, &y) ? y : 0;
		struct str pair[] = {d->series[k], chart_figure(d, sum)};
		struct str part = chart_fill(d->a, d->c->words->series, pair, 2);
		parts = join(d, parts, ", ", d->c->unit == CHART_PERCENT ? pair[0] : part);
	}
	struct str values[] = {number(d, d->group_count), parts};
	return chart_fill(d->a, d->c->words->parts, values, 2);
}

static struct str say_reached(const struct drawing *d)
{
	size_t met = 0, judged = 0;
	struct str all = STR("");
	for (size_t i = 0; i < d->group_count; i++) {
		const struct chart_point *p = d->groups[i].first;
		bool is_judged = p->has_y && p->has_target, is_met = is_judged && chart_is_met(p);
		struct str condition = is_judged ? chart_condition(d, p) : STR("");
		const struct chart_words *w = d->c->words;
		struct str verdict = is_judged ? chart_fill(d->a, is_met ? w->met : w->not_met,
		                                            &condition, 1)
		                               : STR("");
		struct str pair[] = {p->label, value_at(d, i, 0)};
		pair[1] = join(d, pair[1], verdict.n ? ", " : "", verdict);
		all = join(d, all, " ", chart_fill(d->a, w->one, pair, 2));
		judged += is_judged;
		met += is_met;
	}
	struct str values[] = {number(d, met), number(d, judged)};
	return d->group_count <= FEW ? all : chart_fill(d->a, d->c->words->reached, values, 2);
}

struct str chart_describe(const struct drawing *d)
{
	if (d->c->kind == CHART_STACKED)
		return say_parts(d);
	if (d->c->kind == CHART_TARGET)
		return say_reached(d);
	struct str all = STR("");
	for (size_t k = 0; k < d->series_count; k++)
		all = join(d, all, " ", say_series(d, k));
	return all;
}
