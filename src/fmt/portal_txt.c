/* SPDX-License-Identifier: MIT
 * portal_txt - one procedure's record as labelled text */
#include "fmt/portal_txt.h"

#include <string.h>

#include "base/num.h"

static const struct str heading = {"Chi tiết thủ tục hành chính",
                                   sizeof "Chi tiết thủ tục hành chính" - 1};

/* True when the line begins with the label and a colon; *value is what follows. */
static bool has_label(struct str line, enum portal_label label, struct str *value)
{
	struct str text = portal_label_text(label);
	if (!str_starts(line, text) || line.n <= text.n || line.p[text.n] != ':')
		return false;
	*value = str_slice(line, text.n + 1, line.n);
	return true;
}

static size_t cut_lines(struct arena *a, struct str text, struct portal_line **out)
{
	struct portal_line *lines = NULL;
	size_t count = 0, cap = 0;
	int number = 0;
	while (text.p) {
		struct str line = str_cut_line(&text);
		lines = arena_grow(a, lines, count, &cap, sizeof *lines);
		lines[count++] = (struct portal_line){line, ++number};
	}
	*out = lines;
	return count;
}

/* Where `label` stands at or after `from`, before the first place of any later label: the
 * last such place. `count` when there is none. *seen counts them. */
static size_t find_label(const struct portal_line *lines, size_t count, size_t from,
                         enum portal_label label, size_t *seen)
{
	size_t found = count;
	*seen = 0;
	for (size_t i = from; i < count; i++) {
		struct str value;
		if (has_label(lines[i].text, label, &value)) {
			found = i;
			++*seen;
		} else if (label + 1 < PORTAL_LABELS && *seen &&
		           has_label(lines[i].text, label + 1, &value)) {
			break;
		}
		/* The last label cannot be told from a line of its own text: the first counts. */
		if (label + 1 == PORTAL_LABELS && *seen)
			break;
	}
	return found;
}

static void end_value(struct portal_value *v, const struct portal_line *end)
{
	v->count = (size_t)(end - v->lines);
	while (v->count && str_blank(v->lines[v->count - 1].text))
		v->count--;
}

/* Tables ------------------------------------------------------------------------------- */

static bool take_label(struct str line, const char *label, struct str *value)
{
	struct str l = str_from(label);
	if (!str_starts(line, l))
		return false;
	*value = str_trim(str_slice(line, l.n, line.n));
	return true;
}

/* The text of a value that goes on over more lines. */
static void add_line(struct arena *a, struct str *to, struct str line)
{
	line = str_trim(line);
	*to = str_blank(*to) ? arena_str(a, line)
	                     : arena_printf(a, "%.*s\n%.*s", STR_ARG(*to), STR_ARG(line));
}

static void read_ways(struct portal_rows *rows, const struct portal_value *v)
{
	struct str *open = NULL; /* where a line without label belongs */
	struct portal_way *w = NULL;
	for (size_t i = 0; i < v->count; i++) {
		struct str line = v->lines[i].text, value;
		if (take_label(line, "  * Hình thức nộp:", &value)) {
			w = portal_add_way(rows);
			w->channel = value;
			w->line = v->lines[i].line;
			open = &w->note;
		} else if (w && !w->limit.p &&
		           take_label(line, "    Thời hạn giải quyết:", &value)) {
			w->limit = value;
			open = &w->limit;
		} else if (w && !w->fee.p && take_label(line, "    Phí, lệ phí:", &value)) {
			w->fee = value;
			w->fee_line = v->lines[i].line;
			open = &w->fee;
		} else if (w && w->fee.p && open != &w->note &&
		           take_label(line, "    Mô tả:", &value)) {
			w->note = value;
			open = &w->note;
		} else if (open && !str_blank(line)) {
			add_line(rows->arena, open, line);
		} else if (!str_blank(line)) {
			w = portal_add_way(rows);
			w->note = str_trim(line);
			w->line = v->lines[i].line;
			w->is_stray = true;
		}
	}
}

static bool read_quantities(struct str line, int64_t *originals, int64_t *copies)
{
	struct str a = STR("      Số lượng: Bản chính: "), b = STR(", Bản sao: ");
	if (!str_starts(line, a))
		return false;
	size_t comma = str_find(line, b, a.n);
	if (comma == line.n)
		return false;
	return num_parse_int(str_slice(line, a.n, comma), originals) == 0 &&
	       num_parse_int(str_trim(str_slice(line, comma + b.n, line.n)), copies) == 0 &&
	       *originals >= 0 && *copies >= 0;
}

static void read_papers(struct portal_rows *rows, const struct portal_value *v)
{
	size_t last = SIZE_MAX; /* the row that quantities below it belong to */
	for (size_t i = 0; i < v->count; i++) {
		struct str line = v->lines[i].text;
		int64_t originals, copies;
		if (str_blank(line))
			continue;
		bool is_case = str_starts(line, STR("  [")) && str_ends(line, STR("]"));
		struct portal_paper *open = last < SIZE_MAX ? &rows->record->papers[last] : NULL;
		if (open && open->originals < 0 && read_quantities(line, &originals, &copies)) {
			open->originals = originals;
			open->copies = copies;
			continue;
		}
		struct portal_paper *p = portal_add_paper(rows);
		p->kind = is_case                          ? PORTAL_CASE
		          : str_starts(line, STR("    -")) ? PORTAL_PAPER
		                                           : PORTAL_STRAY;
		p->name = is_case ? str_slice(line, strlen("  ["), line.n - 1) : line;
		p->line = v->lines[i].line;
		last = is_case ? last : rows->record->paper_count - 1;
	}
}

static void read_laws(struct portal_rows *rows, const struct portal_value *v)
{
	struct str value;
	for (size_t i = 0; i < v->count;) {
		struct str whole = {0};
		bool is_item = take_label(v->lines[i].text, "  * ", &value);
		add_line(rows->arena, &whole, is_item ? value : v->lines[i].text);
		for (i++; i < v->count && !take_label(v->lines[i].text, "  * ", &value); i++)
			if (!str_blank(v->lines[i].text))
				whole = arena_printf(rows->arena, "%.*s %.*s", STR_ARG(whole),
				                     STR_ARG(str_trim(v->lines[i].text)));
		portal_add_law(rows)->text = whole;
	}
}

/* A line is a result; commas may stand inside one. */
static void read_results(struct portal_rows *rows, const struct portal_value *v)
{
	for (size_t i = 0; i < v->count; i++)
		portal_add_result(rows)->name = v->lines[i].text;
}

/* The record --------------------------------------------------------------------------- */

int portal_txt_read(struct arena *a, struct str text, struct str file, struct portal_record *out,
                    struct diag *d)
{
	struct portal_line *lines;
	size_t count = cut_lines(a, text, &lines), at = 0;
	*out = (struct portal_record){0};
	if (!count || !str_eq(str_trim(lines[0].text), heading))
		return diag_add(d, DIAG_I001, ((struct place){file, 1, 0}));
	for (int label = 0; label < PORTAL_LABELS; label++) {
		size_t seen, found = find_label(lines, count, at, (enum portal_label)label, &seen);
		struct str name = portal_label_text((enum portal_label)label), value;
		if (found == count)
			return diag_add(d, DIAG_I002, ((struct place){file, (int)at + 1, 0}), name);
		struct place place = {file, lines[found].line, 0};
		if (seen > 1)
			diag_add(d, DIAG_I003, place, name);
		if (label)
			end_value(&out->values[label - 1], lines + found);
		if (has_label(lines[found].text, (enum portal_label)label, &value))
			lines[found].text = value;
		out->values[label] = (struct portal_value){lines + found, 0, place.line};
		at = found + 1;
	}
	end_value(&out->values[PORTAL_LABELS - 1], lines + count);
	struct portal_rows rows = {.arena = a, .record = out};
	read_ways(&rows, &out->values[PORTAL_METHODS]);
	read_papers(&rows, &out->values[PORTAL_DOSSIER]);
	read_laws(&rows, &out->values[PORTAL_LAW]);
	read_results(&rows, &out->values[PORTAL_RESULT]);
	return 0;
}
