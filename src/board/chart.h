/* SPDX-License-Identifier: MIT
 *
 * chart - figures drawn as SVG: trend, bars, stacked bars, targets, and a trend for a cell
 *
 * A drawing is 360 units wide and set in type of 14 units: on a phone a unit is about a
 * pixel, elsewhere the style sheet says how wide a chart may grow. Everything said by a line
 * is said by a text too; nothing is said by colour alone. No colour and no style is in the
 * markup: classes ny-chart__... stand in assets/css/chart.css. Widths of words are estimated
 * (chart_text), on the generous side, so that texts of any common font do not meet.
 *
 * Owns     nothing: points, texts and options are borrowed for one call
 * Fails    chart_draw gives what is wrong with the points; nothing was put then
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_CHART_H
#define NIEMYET_BOARD_CHART_H

#include "base/arena.h"
#include "base/num.h"

enum chart_kind { CHART_LINE, CHART_BAR, CHART_STACKED, CHART_TARGET, CHART_SPARK };
/* How figures are written: 1.234 | 97,73% (given in hundredths of a percent) | 8,5 | 2 ngày. */
enum chart_unit { CHART_COUNT, CHART_PERCENT, CHART_SCORE, CHART_DAYS };
enum chart_op { CHART_AT_LEAST, CHART_AT_MOST, CHART_EQUAL };

enum {
	CHART_POINTS_MAX = 1000,
	CHART_SERIES_MAX = 6,
};

struct chart_point {
	/* What orders: numbers by size, before texts by their bytes. */
	struct str x;
	double x_number;
	bool x_is_number;

	struct str label;          /* what stands at the axis or beside the bar */
	struct str series;         /* absent: the only one */
	bool has_y;                /* else there are no figures: a gap, never zero */
	double y;
	bool has_target;           /* CHART_TARGET */
	double target;
	enum chart_op op;
};

/* The words of a drawing. {1}, {2} ... are filled in. */
#define CHART_WORDS                                                                            \
	X(no_figures)       /* what stands where a value is NULL */                            \
	X(axis_from)        /* {1}: where an axis begins that does not begin at zero */        \
	X(target)           /* {1}: the line of a target without a label of its own */         \
	X(at_least) X(at_most) X(equal) /* {1}: a target as a condition */                     \
	X(met) X(not_met)   /* {1}: such a condition */                                        \
	X(is_met) X(is_not_met) X(no_target)                                                   \
	X(days)             /* {1} */                                                          \
	X(million) X(billion) /* {1}: great numbers at an axis */                              \
	X(one)              /* {1} label, {2} value: the description of a single point */      \
	X(trend)            /* {1} {2} first, {3} {4} last, {5} {6} lowest, {7} {8} highest */ \
	X(spark)            /* {1} first, {2} last, {3} lowest, {4} highest value */           \
	X(items)            /* {1} how many bars */                                            \
	X(range)            /* {1} {2} highest, {3} {4} lowest */                              \
	X(parts)            /* {1} how many bars, {2} their parts */                           \
	X(reached)          /* {1} how many of {2} meet their target */                        \
	X(series)           /* {1} name, {2} what is said of it */                             \
	X(missing)          /* {1} how many have no figures */                                 \
	X(empty)            /* no figures at all */                                            \
	X(table)            /* what opens the table of the figures */                          \
	X(item) X(value) X(aim) X(verdict) /* heads of its columns */
struct chart_words {
#define X(name) struct str name;
	CHART_WORDS
#undef X
};

struct chart {
	enum chart_kind kind;
	enum chart_unit unit;
	struct str title;          /* its accessible name; not drawn */
	struct str desc;           /* absent: made from the points */
	struct str id;             /* unique in the page; not needed by CHART_SPARK */
	bool has_target;           /* a line across a CHART_LINE or CHART_BAR */
	double target;
	struct str target_label;   /* absent: the words' */
	const struct chart_words *words;
	struct num_signs signs;    /* of its figures */

	const struct chart_point *points; /* in any order; series come as they first appear */
	size_t count;
};

enum chart_fault {
	CHART_FINE,
	CHART_TWICE,       /* two points of one series have the same x (and label, of bars) */
	CHART_MANY_SERIES, /* more than CHART_SERIES_MAX */
	CHART_NEGATIVE,    /* a part of a stacked bar is below zero */
};

/* A value that has room in a drawing: not infinite, at most 13 digits, 9 of percent and days. */
bool chart_is_drawable(enum chart_unit unit, double y);

/* Puts one <svg> element. `at` becomes the point that is wrong. */
must_use enum chart_fault chart_draw(const struct chart *c, struct arena *a, struct buf *out,
                                     const struct chart_point **at);

/* The figures of a chart that chart_draw has drawn, as rows of a <table class="ny-table">. */
void chart_put_table(const struct chart *c, struct arena *a, struct buf *out);

/* A figure as the chart writes it, with its unit. */
void chart_put_value(const struct chart *c, struct buf *out, double y);

/* How many lines a text takes in a column that is `ems` sizes of bold type wide; 0 for an empty
 * one. On the generous side, like all widths here. */
size_t chart_line_count(struct str s, double ems);

#endif
