/* SPDX-License-Identifier: MIT
 * chart_table - the figures of a chart as a table */
#include "board/chart_int.h"

#include "fmt/html.h"

static void put_cell(struct buf *out, const char *open, struct str s, const char *close)
{
	buf_putz(out, open);
	html_put(out, s, HTML_TEXT);
	buf_putz(out, close);
}

static void put_head(const struct drawing *d)
{
	const struct chart_words *w = d->c->words;
	bool is_target = d->c->kind == CHART_TARGET;
	put_cell(d->out, "<thead>\n<tr><th scope=\"col\">", w->item, "</th>");
	for (size_t k = 0; k < d->series_count; k++)
		put_cell(d->out, "<th scope=\"col\" class=\"ny-right\">",
		         d->series[k].n ? d->series[k] : w->value, "</th>");
	if (is_target) {
		put_cell(d->out, "<th scope=\"col\">", w->aim, "</th>");
		put_cell(d->out, "<th scope=\"col\">", w->verdict, "</th>");
	}
	buf_putz(d->out, "</tr>\n</thead>\n<tbody>\n");
}

static void put_verdict(const struct drawing *d, const struct chart_point *p)
{
	const struct chart_words *w = d->c->words;
	struct str verdict = STR("");
	if (p->has_target && p->has_y)
		verdict = chart_is_met(p) ? w->is_met : w->is_not_met;
	put_cell(d->out, "<td>", p->has_target ? chart_condition(d, p) : w->no_target, "</td>");
	put_cell(d->out, "<td>", verdict, "</td>");
}

void chart_put_table(const struct chart *c, struct arena *a, struct buf *out)
{
	struct drawing d = {.c = c, .a = a, .out = out};
	const struct chart_point *at = NULL;
	if (chart_arrange(&d, &at) != CHART_FINE)
		return;
	buf_putz(out, "<table class=\"ny-table\">\n");
	put_head(&d);
	for (size_t i = 0; i < d.group_count; i++) {
		put_cell(out, "<tr><th scope=\"row\">", d.groups[i].first->label, "</th>");
		for (size_t k = 0; k < d.series_count; k++) {
			double y;
			bool has = chart_value(&d, i, k, &y);
			put_cell(out, "<td class=\"ny-right\">",
			         has ? chart_figure(&d, y) : c->words->no_figures, "</td>");
		}
		if (c->kind == CHART_TARGET)
			put_verdict(&d, d.groups[i].first);
		buf_putz(out, "</tr>\n");
	}
	buf_putz(out, "</tbody>\n</table>\n");
}
