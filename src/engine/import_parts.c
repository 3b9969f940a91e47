/* SPDX-License-Identifier: MIT
 * import_parts - the parts of a record become rows: ways of submitting, fees, dossier, law */
#include "base/num.h"
#include "base/text.h"
#include "engine/import_int.h"

#include <string.h>

/* One way of submitting. */
struct way {
	const struct portal_way *source;
	struct import_limit limit;
	struct import_fee *fees;
	size_t fee_count;
};

static void tally(struct import *im, enum import_field f, size_t parsed, size_t text, size_t empty)
{
	struct import_tally *t = &im->report->fields[f];
	t->parsed += parsed;
	t->text += text;
	t->empty += empty;
}

/* The ways of a record; a line that belongs to none is one with nothing but a note. */
static size_t read_ways(struct import *im, struct str code, struct str file,
                        const struct portal_record *r, struct way **out)
{
	struct way *ways = arena_array(&im->arena, r->way_count + 1, sizeof *ways);
	size_t count = 0;
	for (size_t i = 0; i < r->way_count; i++) {
		const struct portal_way *w = &r->ways[i];
		if (w->is_stray && import_is_sentinel(w->note))
			continue;
		if (w->is_stray)
			diag_add(im->d, DIAG_I017, ((struct place){file, w->line, 0}), code,
			         portal_label_text(PORTAL_METHODS), w->note);
		ways[count++].source = w;
	}
	*out = ways;
	return count;
}

static struct str channel_of(struct import *im, struct str code, struct str file,
                             const struct way *w)
{
	static const char *const channels[][2] = {
		{"DIRECT", "DIRECT"},           {"ONLINE", "ONLINE"},
		{"POSTAL", "POSTAL"},           {"OTHER", "OTHER"},
		{"Trực tiếp", "DIRECT"},        {"Trực tuyến", "ONLINE"},
		{"Dịch vụ bưu chính", "POSTAL"}};
	for (size_t i = 0; i < countof(channels); i++) {
		if (str_eqz(w->source->channel, channels[i][0])) {
			tally(im, IMPORT_EACH_CHANNEL, 1, 0, 0);
			return str_from(channels[i][1]);
		}
	}
	tally(im, IMPORT_EACH_CHANNEL, 0, 1, 0);
	if (w->source->channel.n)
		diag_add(im->d, DIAG_I014, ((struct place){file, w->source->line, 0}), code,
		         w->source->channel);
	return STR("OTHER");
}

/* What the way says besides, a list of it on lines. */
static struct str note_of(struct import *im, const struct way *w)
{
	return import_break_lines(&im->arena, import_skip_bullet(w->source->note));
}

static void parse_way(struct import *im, struct way *w)
{
	import_limit_parse(&im->arena, w->source->limit, &w->limit);
	const struct import_limit *l = &w->limit;
	tally(im, IMPORT_EACH_LIMIT, l->parsed, !l->parsed && (l->text.p || l->unit.p),
	      !l->parsed && !l->text.p && !l->unit.p);
	size_t merged = 0;
	w->fee_count = import_fee_parse(&im->arena, w->source->fee, &w->fees, &merged);
	im->report->counts[IMPORT_N_MERGED_FEES] += merged;
	if (w->fee_count == 1 && import_fee_needs(&w->fees[0], w->source->note))
		w->fees[0].note = note_of(im, w);
}

/* "Tại cơ quan đại diện: 10 USD/bản": what stands before the colon, when it names a place or
 * a case. */
static struct str opening_of_note(const struct way *w)
{
	static const char *const words[] = {"Tại ", "Trường hợp ", "Đối với "};
	enum { LONG = 120 }; /* bytes */
	struct str note = import_skip_bullets(w->source->note);
	size_t colon = str_find_byte(note, ':', 0);
	if (colon == note.n || colon > LONG || str_find_byte(note, '\n', 0) < colon)
		return (struct str){0};
	for (size_t i = 0; i < countof(words); i++)
		if (str_starts(note, str_from(words[i])))
			return str_trim(str_slice(note, 0, colon));
	return (struct str){0};
}

static void add_method(struct import *im, struct str code, struct str file, size_t position,
                       const struct way *w)
{
	struct str channel = channel_of(im, code, file, w);
	struct import_row *row = import_row_add(im, IMPORT_T_METHOD);
	const struct import_limit *l = &w->limit;
	row->cells[0] = code;
	row->cells[1] = import_number(im, (int64_t)position);
	row->cells[2] = channel;
	row->cells[3] = l->value;
	row->cells[4] = l->unit;
	row->cells[5] = l->text;
	if (!import_is_sentinel(w->source->note))
		row->cells[6] = note_of(im, w);
}

static void count_fees(struct import *im, const struct way *w)
{
	size_t *counts = im->report->counts;
	for (size_t i = 0; i < w->fee_count; i++) {
		const struct import_fee *f = &w->fees[i];
		bool words = f->kind == IMPORT_FEE_FORMULA;
		bool empty = f->kind == IMPORT_FEE_EMPTY || f->kind == IMPORT_FEE_UNKNOWN;
		tally(im, IMPORT_EACH_FEE, !words && !empty, words, empty);
		counts[IMPORT_N_DOUBTFUL_FEES] += f->doubtful;
		counts[IMPORT_N_ZERO_FEES] += f->kind == IMPORT_FEE_UNKNOWN;
		counts[IMPORT_N_NO_FEES] += f->kind == IMPORT_FEE_NONE;
		counts[IMPORT_N_FOREIGN_FEES] += f->currency.p != NULL;
	}
}

/* One message for each doubtful text of a record. */
static void name_doubtful(struct import *im, struct str code, struct str file,
                          const struct way *ways, size_t count)
{
	for (size_t w = 0; w < count; w++) {
		for (size_t i = 0; i < ways[w].fee_count; i++) {
			const struct import_fee *f = &ways[w].fees[i];
			bool known = !f->doubtful;
			for (size_t v = 0; v < w && !known; v++)
				for (size_t k = 0; k < ways[v].fee_count && !known; k++)
					known = str_eq(ways[v].fees[k].source, f->source);
			if (!known)
				diag_add(im->d, DIAG_I008,
				         ((struct place){file, ways[w].source->fee_line, 0}), code,
				         text_cut_words(f->source, 100));
		}
	}
}

static bool same_fees(const struct way *x, const struct way *y)
{
	if (x->fee_count != y->fee_count)
		return false;
	for (size_t i = 0; i < x->fee_count; i++) {
		const struct import_fee *f = &x->fees[i], *g = &y->fees[i];
		if (f->kind != g->kind || f->amount != g->amount || !str_eq(f->text, g->text) ||
			!str_eq(f->note, g->note) || !str_eq(f->unit, g->unit))
			return false;
	}
	return true;
}

static struct str after_colon(struct str s)
{
	return str_trim(str_slice(s, str_find_byte(s, ':', 0) + 1, s.n));
}

static void add_fees(struct import *im, struct str code, const struct way *w, struct str channel,
                     struct str name, size_t *position)
{
	for (size_t i = 0; i < w->fee_count; i++) {
		const struct import_fee *f = &w->fees[i];
		if (f->kind == IMPORT_FEE_EMPTY || f->kind == IMPORT_FEE_UNKNOWN)
			continue;
		struct import_row *row = import_row_add(im, IMPORT_T_FEE);
		row->cells[0] = code;
		row->cells[1] = import_number(im, (int64_t)++*position);
		row->cells[2] = name;
		if (f->kind == IMPORT_FEE_AMOUNT)
			row->cells[3] = import_number(im, f->amount);
		else
			row->cells[f->kind == IMPORT_FEE_FORMULA ? 4 : 5] = f->text;
		row->cells[6] = channel;
		bool repeats_name = name.n && str_starts(f->note, name);
		row->cells[7] = repeats_name ? after_colon(f->note) : f->note;
		row->cells[8] = f->currency;
		row->cells[9] = f->unit;
	}
}

static bool has_fee_row(const struct way *w)
{
	for (size_t i = 0; i < w->fee_count; i++)
		if (w->fees[i].kind != IMPORT_FEE_EMPTY && w->fees[i].kind != IMPORT_FEE_UNKNOWN)
			return true;
	return false;
}

/* Several ways through one channel with fees of their own: the time limit tells them
 * apart, or the opening of their notes, when one of them does. */
static struct str name_of_way(struct import *im, const struct way *ways, size_t count, size_t at,
                              bool *unclear)
{
	const struct import_limit *limit = &ways[at].limit;
	struct str opening = opening_of_note(&ways[at]);
	bool differs = false, by_limit = limit->parsed, by_opening = opening.n > 0;
	for (size_t i = 0; i < count; i++) {
		if (i == at || !str_eq(ways[i].source->channel, ways[at].source->channel) ||
			same_fees(&ways[i], &ways[at]))
			continue;
		const struct import_limit *other = &ways[i].limit;
		struct str other_opening = opening_of_note(&ways[i]);
		differs = true;
		by_limit = by_limit && other->parsed &&
		           !(str_eq(other->value, limit->value) &&
		             str_eq(other->unit, limit->unit));
		by_opening = by_opening && other_opening.n && !str_eq(other_opening, opening);
	}
	if (!differs || !has_fee_row(&ways[at]))
		return (struct str){0};
	if (by_limit)
		return arena_printf(&im->arena, "Trường hợp thời hạn %.*s",
		                    STR_ARG(import_limit_words(&im->arena, limit)));
	*unclear = !by_opening;
	return by_opening ? opening : (struct str){0};
}

/* A fee that all ways have is written once, without channel. */
static void add_all_fees(struct import *im, struct str code, struct str file,
                         const struct way *ways, const struct str *channels, size_t count)
{
	size_t position = 0;
	bool uniform = true, named = false;
	for (size_t i = 1; i < count; i++)
		uniform = uniform && same_fees(&ways[0], &ways[i]);
	if (uniform) {
		add_fees(im, code, &ways[0], (struct str){0}, (struct str){0}, &position);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		bool said = false; /* by an equal way through the same channel */
		for (size_t k = 0; k < i && !said; k++)
			said = str_eq(channels[k], channels[i]) && same_fees(&ways[k], &ways[i]);
		if (said)
			continue;
		bool unclear = false;
		struct str name = name_of_way(im, ways, count, i, &unclear);
		add_fees(im, code, &ways[i], channels[i], name, &position);
		if (unclear && !named)
			diag_add(im->d, DIAG_I015,
			         ((struct place){file, ways[i].source->fee_line, 0}), code,
			         channels[i]);
		named = named || unclear;
	}
}

void import_record_methods(struct import *im, struct str code, struct str file,
                           const struct portal_record *r)
{
	struct way *ways;
	size_t count = read_ways(im, code, file, r, &ways);
	struct str *channels = arena_array(&im->arena, count + 1, sizeof *channels);
	for (size_t i = 0; i < count; i++) {
		parse_way(im, &ways[i]);
		count_fees(im, &ways[i]);
		add_method(im, code, file, i + 1, &ways[i]);
		struct import_rows *methods = &im->tables[IMPORT_T_METHOD];
		channels[i] = methods->rows[methods->count - 1].cells[2];
	}
	name_doubtful(im, code, file, ways, count);
	if (count)
		add_all_fees(im, code, file, ways, channels, count);
	tally(im, IMPORT_METHODS, count > 0, 0, count == 0);
}

/* Law ---------------------------------------------------------------------------------- */

void import_record_law(struct import *im, struct str code, struct str file,
                       const struct portal_record *r)
{
	struct place at = {file, r->values[PORTAL_LAW].line, 0};
	size_t position = 0;
	for (size_t i = 0; i < r->law_count; i++) {
		struct str whole = r->laws[i].text;
		if (str_blank(whole) || import_is_sentinel(whole))
			continue;
		if (r->laws[i].may_hold_two) {
			diag_add(im->d, DIAG_I023, at, code,
			         text_cut_words(whole, 200));
			im->report->counts[IMPORT_N_GLUED_LAWS]++;
		}
		struct import_law law;
		import_law_parse(&im->arena, whole, &law);
		tally(im, IMPORT_EACH_LAW, law.number.p != NULL, law.number.p == NULL, 0);
		tally(im, IMPORT_EACH_ISSUED, law.issued.p != NULL, 0, law.issued.p == NULL);
		struct import_row *row = import_row_add(im, IMPORT_T_LAW);
		row->cells[0] = code;
		row->cells[1] = import_number(im, (int64_t)++position);
		row->cells[2] = law.number;
		row->cells[3] = law.title;
		row->cells[4] = law.issued;
	}
	tally(im, IMPORT_LAW, position > 0, 0, position == 0);
}
