/* SPDX-License-Identifier: MIT
 * chart_bar - horizontal bars: plain, in groups, stacked
 *
 * Names stand beside the bars when all are short, else above them, whole: names are wrapped
 * and never cut. All bars begin at zero, so that lengths can be compared. */
#include "board/chart_int.h"

enum {
	BAR = 13,
	BESIDE_MAX = 130,      /* names up to this width stand beside the bars */
	ROW_APART = 10,
	TEXT_APART = 5,        /* between a bar and its figure */
	SWATCH = 14,
};

/* Parts are told apart by lightness and by pattern; hatch and dots are patterns that the
 * drawing defines, as a style sheet cannot name them. */
static const struct {
	const char *css_class;
	const char *pattern;   /* end of its id; NULL: none */
	enum chart_voice voice; /* of a figure in it */
} fills[CHART_SERIES_MAX] = {
	{"ny-chart__bar ny-chart__bar--1", NULL, CHART_IN},
	{"ny-chart__bar ny-chart__bar--2", NULL, CHART_ON},
	{"ny-chart__bar ny-chart__bar--3", "-h", CHART_PLAIN},
	{"ny-chart__bar ny-chart__bar--4", NULL, CHART_ON},
	{"ny-chart__bar ny-chart__bar--5", "-p", CHART_PLAIN},
	{"ny-chart__bar ny-chart__bar--6", NULL, CHART_IN},
};

static void put_patterns(const struct drawing *d)
{
	struct str id = d->c->id;
	if (d->series_count < 3)
		return;
	buf_printf(d->out, "<defs><pattern id=\"%.*s-h\" width=\"5\" height=\"5\""
	           " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
	           "<path class=\"ny-chart__hatch\" d=\"M0 2.5h5\"/></pattern>", STR_ARG(id));
	if (d->series_count > 4)
		buf_printf(d->out, "<pattern id=\"%.*s-p\" width=\"5\" height=\"5\""
		           " patternUnits=\"userSpaceOnUse\">"
		           "<path class=\"ny-chart__dots\" d=\"M2.5 2.5h0\"/></pattern>",
		           STR_ARG(id));
	buf_putz(d->out, "</defs>");
}

/* The path as the bars of a series, its pattern over it. */
static void put_bars(const struct drawing *d, size_t series, struct chart_path *p)
{
	struct str data = arena_str(d->a, buf_str(&p->data));
	const char *pattern = fills[series].pattern;
	bool is_alone = d->series_count == 1 && d->c->kind == CHART_BAR;
	chart_put_path(d->out, is_alone ? "ny-chart__bar" : fills[series].css_class, p);
	if (data.n && pattern)
		buf_printf(d->out, "<path fill=\"url(#%.*s%s)\" d=\"%.*s\"/>", STR_ARG(d->c->id),
		           pattern, STR_ARG(data));
}

static void put(const struct drawing *d, double x, double y, enum chart_anchor anchor,
                enum chart_voice voice, struct str s)
{
	chart_put_text(d, (struct chart_text){x, y, anchor, voice, s});
}

/* Which part looks how: swatch and name, as many to a line as fit. Gives the height. */
static double put_key(const struct drawing *d)
{
	double x = 0, y = 0;
	if (d->series_count < 2)
		return 0;
	for (size_t k = 0; k < d->series_count; k++) {
		struct chart_lines l = chart_wrap(d->a, d->series[k], CHART_WIDTH - 24, false);
		if (x > 0 && x + SWATCH + 6 + l.width > CHART_WIDTH) {
			x = 0;
			y += CHART_LINE_HEIGHT + 2;
		}
		struct chart_path swatch = {0};
		chart_rect(&swatch, x, y + 3, SWATCH, SWATCH - 2);
		put_bars(d, k, &swatch);
		for (size_t n = 0; n < l.count; n++, y += n < l.count ? CHART_LINE_HEIGHT : 0)
			put(d, x + SWATCH + 6, y + CHART_ABOVE, CHART_START, CHART_PLAIN,
			    l.lines[n]);
		x += SWATCH + 6 + l.width + 14;
	}
	return y + CHART_LINE_HEIGHT + 8;
}

/* Names. */

struct names {
	struct chart_lines *of; /* by group */
	bool beside;
	double width;           /* of the column, when beside */
};

static struct names names_of(const struct drawing *d, bool may_stand_beside)
{
	struct names n = {arena_array(d->a, d->group_count + 1, sizeof *n.of), may_stand_beside, 0};
	for (size_t i = 0; i < d->group_count; i++) {
		double w = chart_width(d->groups[i].first->label, false);
		n.width = w > n.width ? w : n.width;
	}
	n.beside = n.beside && n.width <= BESIDE_MAX;
	n.width = n.beside ? n.width + 8 : 0;
	for (size_t i = 0; i < d->group_count; i++)
		n.of[i] = chart_wrap(d->a, d->groups[i].first->label, CHART_WIDTH, false);
	return n;
}

/* Gives where the first bar's middle is. */
static double put_name(const struct drawing *d, const struct names *n, size_t i, double top)
{
	double base = top + CHART_ABOVE;
	for (size_t k = 0; k < n->of[i].count; k++, base += CHART_LINE_HEIGHT)
		put(d, 0, base, CHART_START, CHART_PLAIN, n->of[i].lines[k]);
	return n->beside ? top + CHART_ABOVE - CHART_MIDDLE : base - CHART_ABOVE + BAR / 2.0 + 4;
}

/* Plain bars. */

/* How wide the figure of each bar is, by group and series, with what stands it apart. */
static double *figure_widths(const struct drawing *d)
{
	double *widths = arena_array(d->a, d->group_count * d->series_count + 1, sizeof *widths);
	for (size_t i = 0; i < d->group_count; i++)
		for (size_t k = 0; k < d->series_count; k++) {
			double y;
			if (chart_value(d, i, k, &y))
				widths[i * d->series_count + k] =
					chart_width(chart_figure(d, y), true) + TEXT_APART + 1;
		}
	return widths;
}

/* Room for each bar with its figure behind its end: left of zero for values below it. */
static double room_needed(const struct drawing *d, const double *widths, double unit, double *left)
{
	double right = 0;
	*left = 0;
	for (size_t i = 0; i < d->group_count; i++)
		for (size_t k = 0; k < d->series_count; k++) {
			double y;
			if (!chart_value(d, i, k, &y))
				continue;
			double size = (y < 0 ? -y : y) * unit + widths[i * d->series_count + k];
			if (y < 0)
				*left = size > *left ? size : *left;
			else
				right = size > right ? size : right;
		}
	if (d->c->has_target) {
		double t = d->c->target * unit;
		right = t > right ? t : right;
		*left = -t > *left ? -t : *left;
	}
	return *left + right;
}

struct scale {
	double zero, unit;     /* where zero is; units of the drawing per unit of a value */
};

/* The largest at which all has room, found by halving. */
static struct scale scale_of(const struct drawing *d, const double *widths, double from)
{
	double room = CHART_WIDTH - from, low = 0, high = 1, left = 0;
	while (room_needed(d, widths, high, &left) < room && high < 1e9)
		high *= 2;
	for (int i = 0; i < 40; i++) {
		double middle = (low + high) / 2;
		if (room_needed(d, widths, middle, &left) > room)
			high = middle;
		else
			low = middle;
	}
	room_needed(d, widths, low, &left);
	return (struct scale){from + left, low};
}

/* The paths of a drawing of bars. */
struct bars {
	struct chart_path of[CHART_SERIES_MAX];
	struct chart_path zero, target;
};

static void put_all(const struct drawing *d, struct bars *b)
{
	for (size_t k = 0; k < d->series_count; k++)
		put_bars(d, k, &b->of[k]);
	chart_put_path(d->out, "ny-chart__base", &b->zero);
	struct chart_path under = {0}; /* so that the line is seen on a dark bar */
	buf_put(&under.data, buf_str(&b->target.data));
	chart_put_path(d->out, "ny-chart__under", &under);
	chart_put_path(d->out, "ny-chart__target", &b->target);
}

/* On the side of zero that has room. */
static void put_no_figures(const struct drawing *d, struct scale s, double middle)
{
	struct str words = d->c->words->no_figures;
	bool right = s.zero + TEXT_APART + chart_width(words, false) <= CHART_WIDTH;
	put(d, right ? s.zero + TEXT_APART : s.zero - TEXT_APART, middle + CHART_MIDDLE,
	    right ? CHART_START : CHART_END, CHART_SOFT, words);
}

static void put_bar(const struct drawing *d, struct bars *bars, struct scale s, size_t group,
                    size_t series, double middle)
{
	double y;
	const struct chart_point *p = d->groups[group].cells[series];
	if (!chart_value(d, group, series, &y)) {
		if (p)
			put_no_figures(d, s, middle);
		return;
	}
	double end = s.zero + y * s.unit;
	double width = y < 0 ? s.zero - end : end - s.zero;
	width = (y < 0 || y > 0) && width < 1 ? 1 : width;
	if (width > 0)
		chart_rect(&bars->of[series], y < 0 ? s.zero - width : s.zero, middle - BAR / 2.0,
		           width, BAR);
	put(d, y < 0 ? s.zero - width - TEXT_APART : s.zero + width + TEXT_APART,
	    middle + CHART_MIDDLE, y < 0 ? CHART_END : CHART_START, CHART_STRONG,
	    chart_figure(d, y));
}

/* Under the last bar. Gives its height. */
static double put_target_label(const struct drawing *d, double x, double bottom)
{
	struct chart_lines l = chart_wrap(d->a, chart_target_words(d), CHART_WIDTH, true);
	double left = x - l.width * 1.08 / 2, most = CHART_WIDTH - l.width * 1.08;
	left = left > most ? most : left;
	left = left < 0 ? 0 : left;
	for (size_t n = 0; n < l.count; n++)
		put(d, left, bottom + 4 + CHART_ABOVE + (double)n * CHART_LINE_HEIGHT, CHART_START,
		    CHART_AIM, l.lines[n]);
	return 4 + (double)l.count * CHART_LINE_HEIGHT;
}

static void put_rule(struct chart_path *p, double x, double top, double bottom)
{
	chart_move(p, x, top);
	chart_line_to(p, x, bottom);
}

double chart_bar_draw(struct drawing *d)
{
	put_patterns(d);
	double y = put_key(d), first = 0, last = 0;
	double left, *widths = figure_widths(d);
	double figures = room_needed(d, widths, 0, &left);
	struct names names = names_of(d, figures < CHART_WIDTH - BESIDE_MAX - 8);
	struct scale s = scale_of(d, widths, names.width);
	double target = s.zero + d->c->target * s.unit;
	struct bars bars = {0};
	for (size_t i = 0; i < d->group_count; i++) {
		double middle = put_name(d, &names, i, y), top = middle - BAR / 2.0;
		for (size_t k = 0; k < d->series_count; k++) {
			put_bar(d, &bars, s, i, k, middle);
			last = middle + BAR / 2.0;
			middle += k + 1 < d->series_count ? CHART_LINE_HEIGHT : 0;
		}
		first = i ? first : top;
		if (!names.beside) /* names stand between the bars: lines leave them alone */
			put_rule(&bars.zero, s.zero, top - 2, last + 2);
		double any;
		if (!names.beside && d->c->has_target && chart_value(d, i, 0, &any))
			put_rule(&bars.target, target, top - 3, last + 3);
		y = middle + CHART_MIDDLE + CHART_BELOW + (names.beside ? CHART_MIDDLE : ROW_APART);
	}
	if (names.beside)
		put_rule(&bars.zero, s.zero, first - 2, last + 2);
	if (names.beside && d->c->has_target)
		put_rule(&bars.target, target, first - 2, last + 2);
	double height = last + 3;
	if (d->c->has_target)
		height += put_target_label(d, target, last);
	put_all(d, &bars);
	return height;
}

/* Stacked bars. */

static double sum_of(const struct drawing *d, size_t group)
{
	double sum = 0, y;
	for (size_t k = 0; k < d->series_count; k++)
		sum += chart_value(d, group, k, &y) ? y : 0;
	return sum;
}

enum { STACK = 20 };

/* The parts too narrow for their figures, in words under the bar: they may be the ones that
 * matter. */
static struct str add_narrow(const struct drawing *d, struct str narrow, size_t series,
                             struct str value)
{
	struct str pair[] = {d->series[series], value};
	struct str said = chart_fill(d->a, d->c->words->series, pair, 2);
	return arena_printf(d->a, "%.*s%s%.*s", STR_ARG(narrow), narrow.n ? " · " : "",
	                    STR_ARG(said));
}

/* Gives where the row ends. */
static double put_stack(const struct drawing *d, struct bars *bars, double unit, size_t group,
                        double top)
{
	double x = 0, y, base = top + STACK / 2.0 + CHART_MIDDLE;
	bool any = false;
	struct str narrow = STR("");
	for (size_t k = 0; k < d->series_count; k++) {
		bool has = chart_value(d, group, k, &y);
		any = any || has;
		if (!has || y <= 0)
			continue;
		double width = y * unit < 2 ? 2 : y * unit;
		chart_rect(&bars->of[k], x, top, width > 3 ? width - 1.5 : width, STACK);
		struct str s = chart_figure(d, y);
		if (chart_width(s, false) + 6 <= width)
			put(d, x + 3, base, CHART_START, fills[k].voice, s);
		else
			narrow = add_narrow(d, narrow, k, s);
		x += width;
	}
	if (!any)
		put(d, 0, base, CHART_START, CHART_SOFT, d->c->words->no_figures);
	else if (d->c->unit != CHART_PERCENT)
		put(d, x + TEXT_APART, base, CHART_START, CHART_STRONG,
		    chart_figure(d, sum_of(d, group)));
	struct chart_lines l = chart_wrap(d->a, narrow, CHART_WIDTH, false);
	for (size_t n = 0; n < l.count && narrow.n; n++)
		put(d, 0, top + STACK + 3 + CHART_ABOVE + (double)n * CHART_LINE_HEIGHT,
		    CHART_START, CHART_SOFT, l.lines[n]);
	return top + STACK + (narrow.n ? 2 + (double)l.count * CHART_LINE_HEIGHT : 0);
}

double chart_stacked_draw(struct drawing *d)
{
	put_patterns(d);
	double y = put_key(d), most = 0, beside = 0, last = y;
	struct names names = names_of(d, false);
	for (size_t i = 0; i < d->group_count; i++) {
		double sum = sum_of(d, i), w = chart_width(chart_figure(d, sum), true);
		most = sum > most ? sum : most;
		beside = w > beside && d->c->unit != CHART_PERCENT ? w + TEXT_APART : beside;
	}
	double room = CHART_WIDTH - beside - 2 * (double)d->series_count;
	struct bars bars = {0};
	for (size_t i = 0; i < d->group_count; i++) {
		double top = put_name(d, &names, i, y) - BAR / 2.0 + 1;
		last = put_stack(d, &bars, most > 0 ? room / most : 0, i, top);
		y = last + ROW_APART;
	}
	put_all(d, &bars);
	return last + 3;
}
