/* SPDX-License-Identifier: MIT
 * chart_target - values against their targets: a bar, a tick for the target, sign and word
 *
 * Where all have one target it is said once, over the bars, and each verdict is a word behind
 * its bar; else a line under each bar says it in full. */
#include "board/chart_int.h"

enum {
	BAR = 8,
	OVERHANG = 4,          /* of a tick, above and below its bar */
	APART = 8,
	SIGN = 16,             /* room for tick or cross */
	BESIDE_MAX = 100,      /* names up to this width stand beside the bars */
	ROW_APART = 11,
};

struct targets {
	struct drawing *d;
	bool is_one;           /* all have the same */
	double left, room;     /* of the bars; left of them stand names, if all are short */
	double zero, unit;
	struct chart_path track, bar, tick, met, missed;
};

static void put(struct targets *t, double x, double base, enum chart_voice voice, struct str s)
{
	chart_put_text(t->d, (struct chart_text){x, base, CHART_START, voice, s});
}

static double put_lines(struct targets *t, double x, double base, enum chart_voice voice,
                        struct str s)
{
	struct chart_lines l = chart_wrap(t->d->a, s, CHART_WIDTH - x, voice == CHART_AIM);
	for (size_t n = 0; n < l.count; n++)
		put(t, x, base + (double)n * CHART_LINE_HEIGHT, voice, l.lines[n]);
	return (double)l.count * CHART_LINE_HEIGHT;
}

static struct str words_of(const struct drawing *d, const struct chart_point *p, struct str verdict)
{
	struct str value = chart_figure(d, p->y);
	return arena_printf(d->a, "%.*s %.*s", STR_ARG(value), STR_ARG(verdict));
}

/* Whether one target is that of all, and so where the bars stand. */
static void look(struct targets *t)
{
	struct drawing *d = t->d;
	const struct chart_words *w = d->c->words;
	const struct chart_point *first = d->groups[0].first;
	double names = 0, beside = 0;
	t->is_one = true;
	for (size_t i = 0; i < d->group_count; i++) {
		const struct chart_point *p = d->groups[i].first;
		bool same = p->has_target && p->op == first->op && p->target >= first->target &&
		            p->target <= first->target;
		double width = p->has_y ? chart_width(words_of(d, p, w->is_not_met), false) : 0;
		t->is_one = t->is_one && same;
		beside = width > beside ? width : beside;
		width = chart_width(p->label, false);
		names = width > names ? width : names;
	}
	beside += SIGN + APART;
	t->is_one = t->is_one && beside < CHART_WIDTH / 2.0;
	t->left = t->is_one && names <= BESIDE_MAX ? names + APART : 0;
	t->room = CHART_WIDTH - t->left - (t->is_one ? beside : 0);
}

/* From zero or the lowest to the greatest number; of percent, the whole. */
static void set_scale(struct targets *t)
{
	const struct drawing *d = t->d;
	double low = 0, high = d->c->unit == CHART_PERCENT ? 10000 : 0;
	for (size_t i = 0; i < d->group_count; i++) {
		const struct chart_point *p = d->groups[i].first;
		double y = p->has_y ? p->y : 0, aim = p->has_target ? p->target : 0;
		high = y > high ? y : high;
		high = aim > high ? aim : high;
		low = y < low ? y : low;
		low = aim < low ? aim : low;
	}
	t->unit = high > low ? (t->room - 3) / (high - low) : 0;
	t->zero = t->left + 1 - low * t->unit;
}

static void put_bar(struct targets *t, const struct chart_point *p, double top)
{
	double middle = top + BAR / 2.0, tick = t->zero + p->target * t->unit;
	chart_move(&t->track, t->left, middle);
	chart_line_to(&t->track, t->left + t->room, middle);
	if (p->has_y) {
		chart_move(&t->bar, t->zero, middle);
		chart_line_to(&t->bar, t->zero + p->y * t->unit, middle);
	}
	if (p->has_target) {
		chart_move(&t->tick, tick, top - OVERHANG);
		chart_line_to(&t->tick, tick, top + BAR + OVERHANG);
	}
}

/* A tick for reached, a cross for not. */
static void put_sign(struct targets *t, bool is_met, double x, double y)
{
	if (is_met) {
		chart_move(&t->met, x + 1, y);
		chart_line_to(&t->met, x + 4.5, y + 4);
		chart_line_to(&t->met, x + 11, y - 5);
		return;
	}
	chart_move(&t->missed, x + 2, y - 4);
	chart_line_to(&t->missed, x + 10, y + 4);
	chart_move(&t->missed, x + 2, y + 4);
	chart_line_to(&t->missed, x + 10, y - 4);
}

/* Behind the bar. */
static void put_word(struct targets *t, const struct chart_point *p, double middle)
{
	const struct chart_words *w = t->d->c->words;
	double x = t->left + t->room + APART, base = middle + CHART_MIDDLE;
	if (!p->has_y) { /* longer than a verdict, but with an empty bar before it */
		double left = CHART_WIDTH - chart_width(w->no_figures, false);
		put(t, left < x ? left : x, base, CHART_SOFT, w->no_figures);
		return;
	}
	bool is_met = chart_is_met(p);
	put_sign(t, is_met, x, middle);
	put(t, x + SIGN, base, CHART_PLAIN, words_of(t->d, p, is_met ? w->is_met : w->is_not_met));
}

/* Under the bar: sign, value, verdict in full. Gives its height. */
static double put_verdict(struct targets *t, const struct chart_point *p, double top)
{
	const struct chart_words *w = t->d->c->words;
	struct str condition = chart_condition(t->d, p), verdict = w->no_target;
	bool is_judged = p->has_y && p->has_target;
	if (p->has_target)
		verdict = chart_fill(t->d->a, !p->has_y        ? w->target
		                              : chart_is_met(p) ? w->met
		                                                : w->not_met, &condition, 1);
	struct str value = p->has_y ? chart_figure(t->d, p->y) : w->no_figures;
	double x = is_judged ? SIGN : 0, base = top + CHART_ABOVE;
	double after = x + chart_width(value, true) + 4;
	if (is_judged)
		put_sign(t, chart_is_met(p), 0, base - CHART_MIDDLE);
	put(t, x, base, p->has_y ? CHART_STRONG : CHART_SOFT, value);
	if (after + chart_width(verdict, false) > CHART_WIDTH)
		return CHART_LINE_HEIGHT +
		       put_lines(t, x, base + CHART_LINE_HEIGHT, CHART_PLAIN, verdict);
	put(t, after, base, CHART_PLAIN, verdict);
	return CHART_LINE_HEIGHT;
}

static double put_row(struct targets *t, const struct chart_point *p, double top)
{
	if (t->left > 0) {
		double middle = top + CHART_ABOVE - CHART_MIDDLE;
		put(t, 0, top + CHART_ABOVE, CHART_PLAIN, p->label);
		put_bar(t, p, middle - BAR / 2.0);
		put_word(t, p, middle);
		return top + CHART_LINE_HEIGHT;
	}
	top += put_lines(t, 0, top + CHART_ABOVE, CHART_PLAIN, p->label);
	top += t->is_one ? 6 : OVERHANG + 1;
	put_bar(t, p, top);
	if (!t->is_one)
		return top + BAR + OVERHANG + put_verdict(t, p, top + BAR + OVERHANG);
	put_word(t, p, top + BAR / 2.0);
	return top + BAR + 6;
}

double chart_target_draw(struct drawing *d)
{
	struct targets t = {.d = d};
	double y = 0;
	look(&t);
	set_scale(&t);
	if (t.is_one) { /* what the ticks mean */
		struct str condition = chart_condition(d, d->groups[0].first);
		struct str words = chart_fill(d->a, d->c->words->target, &condition, 1);
		chart_move(&t.tick, 2, 2);
		chart_line_to(&t.tick, 2, CHART_LINE_HEIGHT - 1);
		y += put_lines(&t, 10, CHART_ABOVE, CHART_AIM, words) + ROW_APART;
	}
	double apart = t.left > 0 ? ROW_APART / 2.0 : ROW_APART;
	for (size_t i = 0; i < d->group_count; i++)
		y = put_row(&t, d->groups[i].first, y) + apart;
	chart_put_path(d->out, "ny-chart__track", &t.track);
	chart_put_path(d->out, "ny-chart__value", &t.bar);
	chart_put_path(d->out, "ny-chart__tick", &t.tick);
	chart_put_path(d->out, "ny-chart__met", &t.met);
	chart_put_path(d->out, "ny-chart__missed", &t.missed);
	return y - apart + 2;
}
