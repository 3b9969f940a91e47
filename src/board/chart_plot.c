/* SPDX-License-Identifier: MIT
 * chart_plot - what stands around a trend: an axis of round numbers, labels that do not meet */
#include "board/chart_int.h"

enum {
	TICKS = 4,
	LABEL_APART = 10,
};

/* The axis. */

/* The smallest of 1, 2, 5, 10, 20 ... that is not below `n`; and not below what would make
 * much of nothing: one case, half a percent. */
static double round_step(double n, enum chart_unit unit)
{
	double least = unit == CHART_COUNT ? 1 : unit == CHART_PERCENT ? 50 : 0.05;
	double power = 1;
	while (power > n)
		power /= 10;
	while (power * 10 <= n)
		power *= 10;
	double step = n <= power ? power : n <= power * 2 ? power * 2 : n <= power * 5 ? power * 5
	                                                                            : power * 10;
	return step < least ? least : step;
}

/* The multiple of `step` at or below `n`; `n` has no more than 15 digits. */
static double floor_to(double n, double step)
{
	double q = n / step;
	double whole = (double)(int64_t)q;
	if (whole > q + 1e-9)
		whole--;
	if (whole + 1 <= q + 1e-9)
		whole++;
	return whole * step;
}

bool chart_find_range(const struct drawing *d, double *low, double *high)
{
	bool any = false;
	for (size_t i = 0; i < d->group_count; i++)
		for (size_t k = 0; k < d->series_count; k++) {
			double y;
			if (!chart_value(d, i, k, &y))
				continue;
			*low = any && *low < y ? *low : y;
			*high = any && *high > y ? *high : y;
			any = true;
		}
	double target = d->c->target;
	if (any && d->c->has_target && d->c->kind != CHART_SPARK) {
		*low = *low < target ? *low : target;
		*high = *high > target ? *high : target;
	}
	return any;
}

/* Begins at zero unless the values lie in a narrow band far from it; then with some room
 * under the lowest value, for its label. */
void chart_set_axis(struct chart_plot *p)
{
	const struct chart *c = p->d->c;
	enum { HUNDRED_PERCENT = 10000 };
	double low = 0, high = 0;
	if (!chart_find_range(p->d, &low, &high))
		high = c->unit == CHART_PERCENT ? HUNDRED_PERCENT : 1;
	double span = high - low, lowest = low;
	bool narrow = (low > 0 && span > 0 && span < low / 3) || (high < 0 && span < -high / 3);
	if (!narrow) {
		low = low > 0 ? 0 : low;
		high = high < 0 ? 0 : high;
	}
	if (high - low <= 0)
		high = c->unit == CHART_PERCENT ? HUNDRED_PERCENT : low + 1;
	p->step = round_step((high - low) / TICKS, c->unit);
	p->low = floor_to(low, p->step);
	p->high = -floor_to(-high, p->step);
	if ((p->low > 0 || p->low < 0) && (lowest - p->low) < (p->high - p->low) * 0.15)
		p->low -= p->step;
	if (c->unit == CHART_PERCENT && high <= HUNDRED_PERCENT && p->high > HUNDRED_PERCENT)
		p->high = HUNDRED_PERCENT;
}

double chart_place_y(const struct chart_plot *p, double y)
{
	return p->bottom - (y - p->low) / (p->high - p->low) * (p->bottom - p->top);
}

double chart_place_x(const struct chart_plot *p, size_t i)
{
	size_t n = p->d->group_count;
	double inset = 6, room = p->right - p->left - 2 * inset;
	if (n == 1)
		return (p->left + p->right) / 2;
	return p->left + inset + room * (double)i / (double)(n - 1);
}

static size_t tick_count(const struct chart_plot *p)
{
	return (size_t)((p->high - p->low) / p->step + 1e-6) + 1;
}

static double tick_at(const struct chart_plot *p, size_t i)
{
	double y = p->low + (double)i * p->step;
	return y > -p->step / 1000 && y < p->step / 1000 ? 0 : y;
}

static struct str tick_words(const struct chart_plot *p, size_t i)
{
	const struct chart_words *w = p->d->c->words;
	double y = tick_at(p, i), size = y < 0 ? -y : y;
	if (p->d->c->unit == CHART_PERCENT || size < 1e6)
		return chart_round_figure(p->d, y);
	struct str s = chart_round_figure(p->d, size < 1e9 ? y / 1e6 : y / 1e9);
	return chart_fill(p->d->a, size < 1e9 ? w->million : w->billion, &s, 1);
}

/* Texts. */

static struct chart_box box_of(const struct chart_text *t, bool strong)
{
	double w = chart_width(t->s, strong);
	double left = t->anchor == CHART_START    ? t->x
	              : t->anchor == CHART_CENTER ? t->x - w / 2
	                                          : t->x - w;
	return (struct chart_box){left, t->y - CHART_ABOVE, left + w, t->y + CHART_BELOW};
}

static void take_room(struct chart_plot *p, struct chart_box b)
{
	p->boxes = arena_grow(p->d->a, p->boxes, p->box_count, &p->box_cap, sizeof b);
	p->boxes[p->box_count++] = b;
}

static bool is_free(const struct chart_plot *p, struct chart_box b)
{
	for (size_t i = 0; i < p->box_count; i++) {
		struct chart_box o = p->boxes[i];
		if (b.left < o.right + 2 && o.left < b.right + 2 && b.top < o.bottom &&
		    o.top < b.bottom)
			return false;
	}
	return b.left >= 0 && b.right <= CHART_WIDTH && b.top >= 0 && b.bottom <= p->bottom;
}

void chart_stand(struct chart_plot *p, struct chart_text t, bool strong)
{
	take_room(p, box_of(&t, strong));
	chart_put_text(p->d, t);
}

/* How many pieces of lines run through a box. */
static int crossings(const struct chart_plot *p, struct chart_box b)
{
	int count = 0;
	for (size_t k = 0; k < p->d->series_count; k++)
		for (size_t i = 0; i + 1 < p->d->group_count; i++) {
			double y0, y1, x0 = chart_place_x(p, i), x1 = chart_place_x(p, i + 1);
			if (x1 < b.left || x0 > b.right || !chart_value(p->d, i, k, &y0) ||
			    !chart_value(p->d, i + 1, k, &y1))
				continue;
			double from = b.left > x0 ? (b.left - x0) / (x1 - x0) : 0;
			double to = b.right < x1 ? (b.right - x0) / (x1 - x0) : 1;
			double at = chart_place_y(p, y0), end = chart_place_y(p, y1);
			double ya = at + (end - at) * from, yb = at + (end - at) * to;
			count += (ya < yb ? ya : yb) < b.bottom && (ya > yb ? ya : yb) > b.top;
		}
	return count;
}

/* Puts a text at the best of several places; false when it meets another text at each. */
bool chart_stand_best(struct chart_plot *p, struct chart_text *places, size_t count, bool strong)
{
	size_t best = count;
	int fewest = INT32_MAX;
	for (size_t i = 0; i < count; i++) {
		struct chart_box b = box_of(&places[i], strong);
		int n = is_free(p, b) ? crossings(p, b) : INT32_MAX;
		if (n < fewest) {
			fewest = n;
			best = i;
		}
	}
	if (best < count)
		chart_stand(p, places[best], strong);
	return best < count;
}

/* Grid, labels, notes. */

double chart_tick_width(const struct chart_plot *p)
{
	double widest = 0;
	for (size_t i = 0; i < tick_count(p); i++) {
		double w = chart_width(tick_words(p, i), false);
		widest = w > widest ? w : widest;
	}
	return widest;
}

void chart_put_grid(struct chart_plot *p)
{
	struct chart_path grid = {0}, base = {0};
	for (size_t i = 0; i < tick_count(p); i++) {
		double at = tick_at(p, i), y = chart_place_y(p, at);
		struct chart_path *line = i == 0 || (at <= 0 && at >= 0) ? &base : &grid;
		chart_move(line, p->left, y);
		chart_line_to(line, p->right, y);
	}
	chart_put_path(p->d->out, "ny-chart__grid", &grid);
	chart_put_path(p->d->out, "ny-chart__base", &base);
	for (size_t i = 0; i < tick_count(p); i++) {
		double y = chart_place_y(p, tick_at(p, i)) + CHART_MIDDLE;
		chart_stand(p, (struct chart_text){p->left - 6, y, CHART_END, CHART_SOFT,
		                                tick_words(p, i)}, false);
	}
	if (p->low > 0 || p->high < 0) {
		struct str from = tick_words(p, p->low > 0 ? 0 : tick_count(p) - 1);
		p->notes[p->note_count++] =
			chart_fill(p->d->a, p->d->c->words->axis_from, &from, 1);
	}
}

static double clamp(double n, double low, double high)
{
	return n < low ? low : n > high ? high : n;
}

/* Places of the axis that get their labels: the last, each step-th before it, the first.
 * Gives how many, into `chosen`; 0 when two would meet. */
static size_t choose_labels(const struct chart_plot *p, const struct chart_lines *labels,
                            size_t step, size_t *chosen)
{
	size_t count = 0, n = p->d->group_count;
	double first_end = chart_place_x(p, 0) + labels[0].width / 2;
	first_end = first_end < labels[0].width ? labels[0].width : first_end;
	double free_until = CHART_WIDTH + LABEL_APART;
	for (size_t i = n; i > 0; i = i > step ? i - step : i > 1 ? 1 : 0) {
		double half = labels[i - 1].width / 2;
		double x = clamp(chart_place_x(p, i - 1), half, CHART_WIDTH - half);
		if (i > 1 && i < n && i <= step + 1 && x - half < first_end + LABEL_APART)
			continue; /* gives way to the first */
		if (x + half + LABEL_APART > free_until)
			return 0;
		free_until = x - half;
		chosen[count++] = i - 1;
	}
	return count;
}

static size_t choose_step(const struct chart_plot *p, const struct chart_lines *labels,
                          size_t *chosen)
{
	static const size_t steps[] = {1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 250, 500};
	size_t n = p->d->group_count, count = 0;
	for (size_t i = 0; i < countof(steps) && steps[i] < n && !count; i++)
		count = choose_labels(p, labels, steps[i], chosen);
	count = count ? count : choose_labels(p, labels, n, chosen);
	if (count)
		return count;
	chosen[0] = n - 1;
	return 1;
}

/* Gives the height that they take. */
double chart_put_labels(struct chart_plot *p)
{
	struct drawing *d = p->d;
	struct chart_lines *labels = arena_array(d->a, d->group_count, sizeof *labels);
	size_t *chosen = arena_array(d->a, d->group_count + 1, sizeof *chosen), most = 0;
	struct chart_path ticks = {0};
	for (size_t i = 0; i < d->group_count; i++)
		labels[i] = chart_wrap(d->a, d->groups[i].first->label, CHART_WIDTH / 3.0, false);
	size_t count = choose_step(p, labels, chosen);
	for (size_t i = 0; i < count; i++) {
		struct chart_lines *l = &labels[chosen[i]];
		double at = chart_place_x(p, chosen[i]);
		double x = clamp(at, l->width / 2, CHART_WIDTH - l->width / 2);
		chart_move(&ticks, at, p->bottom);
		chart_line_to(&ticks, at, p->bottom + 5);
		for (size_t n = 0; n < l->count; n++)
			chart_stand(p, (struct chart_text){
				x, p->bottom + 25 + (double)n * CHART_LINE_HEIGHT, CHART_CENTER,
				CHART_SOFT, l->lines[n]}, false);
		most = l->count > most ? l->count : most;
	}
	chart_put_path(d->out, "ny-chart__base", &ticks);
	return (double)most * CHART_LINE_HEIGHT + 10;
}

/* As many to a line as fit. Gives the height. */
double chart_put_notes(struct chart_plot *p, double top)
{
	double x = 0, y = top + CHART_ABOVE + 3;
	for (size_t i = 0; i < p->note_count; i++) {
		struct chart_lines l = chart_wrap(p->d->a, p->notes[i], CHART_WIDTH, false);
		if (x > 0 && (l.count > 1 || x + l.width > CHART_WIDTH)) {
			x = 0;
			y += CHART_LINE_HEIGHT;
		}
		for (size_t n = 0; n < l.count; n++, y += CHART_LINE_HEIGHT)
			chart_stand(p, (struct chart_text){x, y, CHART_START, CHART_SOFT,
			                                l.lines[n]}, false);
		y -= CHART_LINE_HEIGHT;
		x += l.width + 2 * LABEL_APART;
	}
	return p->note_count ? y + CHART_BELOW - top : 0;
}
