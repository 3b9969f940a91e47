/* SPDX-License-Identifier: MIT
 *
 * chart_int - what the files of chart share: the points in order, texts with their sizes,
 * paths
 *
 * Lengths are units of the drawing, y grows downwards. */
#ifndef NIEMYET_BOARD_CHART_INT_H
#define NIEMYET_BOARD_CHART_INT_H

#include "board/chart.h"

enum {
	CHART_WIDTH = 360,
	CHART_FONT = 14,
	/* What a line of text takes above and below its baseline, Vietnamese marks on capitals
	 * included: lines set LINE apart do not touch. */
	CHART_ABOVE = 15,
	CHART_BELOW = 4,
	CHART_LINE_HEIGHT = CHART_ABOVE + CHART_BELOW,
	/* From the middle of a line of figures down to its baseline. */
	CHART_MIDDLE = 5,
	CHART_SPARK_WIDTH = 96,
};

/* One place of the axis, or one bar or group of bars. */
struct chart_group {
	const struct chart_point *first;
	const struct chart_point **cells; /* by series; NULL: no such row */
};

/* How a text looks; texts of one voice stand in one group, over all else. */
enum chart_voice {
	CHART_PLAIN,
	CHART_SOFT,            /* axes, notes */
	CHART_STRONG,          /* figures */
	CHART_AIM,             /* targets */
	CHART_ON, CHART_IN,    /* in a pale, in a dark bar */
	CHART_VOICES
};

struct drawing {
	const struct chart *c;
	struct arena *a;
	struct buf *out;           /* lines and areas */
	struct buf *texts;         /* by voice */
	struct chart_group *groups;
	size_t group_count;
	struct str *series;        /* names; one absent name when there are none */
	size_t series_count;
};

/* chart.c */

/* Points in order, series found. */
must_use enum chart_fault chart_arrange(struct drawing *d, const struct chart_point **at);

/* The value at a place; false when there is none. */
bool chart_value(const struct drawing *d, size_t group, size_t series, double *y);
/* chart_put_value, in the arena; and without zeros at the end and unit words: for an axis. */
struct str chart_figure(const struct drawing *d, double y);
struct str chart_round_figure(const struct drawing *d, double y);
struct str chart_target_words(const struct drawing *d); /* of the chart's target */
struct str chart_condition(const struct drawing *d, const struct chart_point *p);
bool chart_is_met(const struct chart_point *p); /* has both y and target */
/* `pattern` with {1} ... filled in, in the arena. */
struct str chart_fill(struct arena *a, struct str pattern, const struct str *values, size_t count);
/* chart_text.c */

/* The width of a text, on the generous side; `strong` for bold type. */
double chart_width(struct str s, bool strong);
/* A text in lines that are no wider than `width`, broken at spaces, else anywhere. */
struct chart_lines {
	struct str *lines;
	size_t count;
	double width;              /* of the widest */
};
struct chart_lines chart_wrap(struct arena *a, struct str s, double width, bool strong);

enum chart_anchor { CHART_START, CHART_CENTER, CHART_END };
struct chart_text {
	double x, y;               /* y: the baseline */
	enum chart_anchor anchor;
	enum chart_voice voice;
	struct str s;
};
void chart_put_text(const struct drawing *d, struct chart_text t);
void chart_put_texts(struct buf *out, struct buf *texts); /* all, and frees them */
void chart_put_num(struct buf *out, double n); /* at most one digit after the point */

/* A path under way: points are kept in tenths, so that relative steps add up exactly. */
struct chart_path {
	struct buf data;
	int x, y;
	char last;
};
void chart_move(struct chart_path *p, double x, double y);
void chart_line_to(struct chart_path *p, double x, double y);
void chart_close(struct chart_path *p); /* back to where it began */
void chart_rect(struct chart_path *p, double x, double y, double width, double height);
/* Puts <path class=... d=...>, if there is anything in it, and frees. */
void chart_put_path(struct buf *out, const char *css_class, struct chart_path *p);

/* chart_plot.c: the field of a trend */

struct chart_box {
	double left, top, right, bottom;
};

struct chart_plot {
	struct drawing *d;
	double left, right, top, bottom;
	double low, high, step;    /* of the axis */
	struct chart_box *boxes;   /* texts that stand already */
	size_t box_count, box_cap;
	struct str notes[2];       /* under the axis */
	size_t note_count;
};

/* The lowest and the highest value, a target among them; false when there is none. */
bool chart_find_range(const struct drawing *d, double *low, double *high);
/* Sets low, high and step to round numbers: from zero, unless the values lie in a narrow band
 * far from it. */
void chart_set_axis(struct chart_plot *p);
double chart_place_x(const struct chart_plot *p, size_t group);
double chart_place_y(const struct chart_plot *p, double y);

/* Puts a text and remembers its place. */
void chart_stand(struct chart_plot *p, struct chart_text t, bool strong);
/* At the best of several places: one where it meets no text and the fewest lines. False when
 * it would meet another text at each. */
bool chart_stand_best(struct chart_plot *p, struct chart_text *places, size_t count, bool strong);

double chart_tick_width(const struct chart_plot *p); /* of the numbers left of the axis */
void chart_put_grid(struct chart_plot *p);
double chart_put_labels(struct chart_plot *p);       /* of x; gives the height that they take */
double chart_put_notes(struct chart_plot *p, double top); /* likewise */

/* The kinds put what is inside the <svg> and give the height they took. */
double chart_line_draw(struct drawing *d);
double chart_spark_draw(struct drawing *d);
double chart_bar_draw(struct drawing *d);
double chart_stacked_draw(struct drawing *d);
double chart_target_draw(struct drawing *d);

/* chart_say.c: the description that a chart without one gets, in the arena. */
struct str chart_describe(const struct drawing *d);

#endif
