/* SPDX-License-Identifier: MIT
 * import_merge - rows being imported join those that stand in data/
 *
 * Two sources write one thing in two ways: other bullets, capitals, spaces, another order of
 * the rows. What says the same stays as it stands, so that neither an import nor its repetition
 * changes data for nothing; what says something else is replaced, counted and listed. */
#include <string.h>

#include "base/num.h"
#include "base/text.h"
#include "engine/import_int.h"

static size_t column_of(const struct import_sheet *s, const char *name)
{
	for (size_t i = 0; i < s->column_count; i++)
		if (str_eqz(s->columns[i], name))
			return i;
	return SIZE_MAX;
}

static struct str cell_of(const struct import_sheet *s, const struct import_line *l,
                          const char *name)
{
	return import_cell(l, column_of(s, name));
}

/* Our column with this place; IMPORT_COLUMNS_MAX when it is none of ours. */
static size_t our_column(const struct import_sheet *s, size_t place)
{
	for (size_t i = 0; i < IMPORT_COLUMNS_MAX && s->spec->columns[i]; i++)
		if (s->place[i] == place)
			return i;
	return IMPORT_COLUMNS_MAX;
}

static struct import_line new_line(struct import *im, const struct import_sheet *s,
                                   const struct import_row *row)
{
	struct import_line l = {.cell_count = s->column_count, .version = 1};
	l.cells = arena_array(&im->arena, s->column_count, sizeof *l.cells);
	for (size_t c = 0; c < IMPORT_COLUMNS_MAX && s->spec->columns[c]; c++)
		if (s->place[c] != SIZE_MAX)
			l.cells[s->place[c]] = row->cells[c];
	if (s->position != SIZE_MAX &&
		num_parse_int(import_cell(&l, s->position), &l.position) < 0)
		l.position = 0;
	if (s->version != SIZE_MAX)
		l.cells[s->version] = STR("1");
	return l;
}

/* What was replaced -------------------------------------------------------------------- */

/* Where the words begin in which the two differ. */
static size_t first_difference(struct str a, struct str b)
{
	size_t i = 0;
	while (i < a.n && i < b.n && a.p[i] == b.p[i])
		i++;
	while (i > 0 && a.p[i - 1] != ' ' && a.p[i - 1] != '\n')
		i--;
	return i;
}

/* Some words of it from there on, on one line. */
static void put_quoted(struct buf *out, struct str s, size_t from)
{
	enum { LONG = 60 };
	struct str rest = str_slice(s, from, s.n), cut = text_cut_words(rest, LONG);
	buf_putz(out, from ? "“…" : "“");
	for (size_t i = 0; i < cut.n; i++)
		buf_putc(out, cut.p[i] == '\n' ? ' ' : cut.p[i]);
	buf_putz(out, cut.n < rest.n ? "…”" : "”");
}

/* A line of the list: where, of what, from, to. `column` of our columns. */
static void note(struct import *im, const struct import_sheet *s, struct str code, size_t column,
                 struct str from, struct str to)
{
	struct buf *out = im->o->replaced;
	im->report->files[s->table].replaced[column]++;
	if (!map_has(&im->replaced, code)) {
		map_put(&im->replaced, code, im);
		im->report->counts[IMPORT_N_REPLACED]++;
	}
	if (!out)
		return;
	buf_printf(out, "%s: %.*s", s->file, STR_ARG(code));
	if (!s->spec->is_part)
		buf_printf(out, " %s", s->spec->columns[column]);
	buf_putz(out, ": ");
	size_t at = first_difference(from, to);
	put_quoted(out, from, at);
	buf_putz(out, " → ");
	put_quoted(out, to, at);
	buf_putc(out, '\n');
}

/* The cells of a row of a part that say something, for the list. */
static struct str row_text(struct import *im, const struct import_sheet *s,
                           const struct import_line *l)
{
	struct buf out = {0};
	for (size_t c = 2; l && c < IMPORT_COLUMNS_MAX && s->spec->columns[c]; c++) {
		struct str cell = import_cell(l, s->place[c]);
		if (cell.n)
			buf_printf(&out, "%s%.*s", out.len ? " | " : "", STR_ARG(cell));
	}
	struct str text = arena_str(&im->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* Parts -------------------------------------------------------------------------------- */

/* May the cell stay open? Columns that only some sources know, and of a fee its name and what
 * the amount is for each of, which the portal hardly ever says. */
static bool may_be_open(const struct import_sheet *s, size_t column)
{
	const char *name = s->spec->columns[column];
	bool of_fee = strcmp(name, "name") == 0 || strcmp(name, "unit") == 0;
	return column >= s->spec->common || (s->table == IMPORT_T_FEE && of_fee);
}

static bool same_rows(const struct import_sheet *s, const struct import_line *a,
                      const struct import_line *b)
{
	for (size_t c = 2; c < IMPORT_COLUMNS_MAX && s->spec->columns[c]; c++) {
		struct str x = import_cell(a, s->place[c]), y = import_cell(b, s->place[c]);
		bool open = may_be_open(s, c) && (!x.n || !y.n);
		if (!open && !import_same_text(x, y))
			return false;
	}
	return true;
}

/* Fills what `l` leaves open from a row that says the same: columns of ours that may be
 * open, and all that are not ours. */
static void fill(const struct import_sheet *s, struct import_line *l,
                 const struct import_line *other)
{
	for (size_t c = 0; c < l->cell_count; c++) {
		size_t ours = our_column(s, c);
		bool fills = ours == IMPORT_COLUMNS_MAX ? c != s->version : may_be_open(s, ours);
		if (fills && !import_cell(l, c).n)
			l->cells[c] = import_cell(other, c);
	}
}

/* The unit that the office has filled in stays while the amount does. */
static void keep_unit(const struct import_sheet *s, struct import_line *l,
                      const struct import_part *old)
{
	size_t unit = column_of(s, "unit");
	struct str amount = cell_of(s, l, "amount_vnd");
	for (size_t i = 0; i < old->count && amount.n && unit != SIZE_MAX; i++)
		if (!import_cell(l, unit).n &&
			str_eq(cell_of(s, &old->lines[i], "amount_vnd"), amount))
			l->cells[unit] = import_cell(&old->lines[i], unit);
}

/* Says which cells go that the office has filled in itself. */
static void lose(struct import *im, const struct import_sheet *s, const struct import_line *l)
{
	for (size_t c = 0; c < l->cell_count; c++) {
		if (our_column(s, c) < IMPORT_COLUMNS_MAX || c == s->version ||
			!import_cell(l, c).n)
			continue;
		struct str code = import_cell(l, s->key);
		struct str row = arena_printf(&im->arena, "%.*s/%lld", STR_ARG(code),
		                              (long long)l->position);
		diag_add(im->d, DIAG_I012, ((struct place){str_from(s->file), 0, 0}), code,
		         c < s->column_count ? s->columns[c] : STR("?"), row);
	}
}

/* Lists of names and documents: whatever rows they are cut into. */
static bool same_words(const struct import_sheet *s, const struct import_part *old,
                       const struct import_line *lines, size_t count)
{
	uint64_t sum = 0;
	if (s->table != IMPORT_T_LAW && s->table != IMPORT_T_RESULT)
		return false;
	for (size_t c = 2; c < s->spec->common; c++) {
		/* A day is read out of the title: nothing that the title does not say. */
		if (strcmp(s->spec->columns[c], "issued") == 0)
			continue;
		for (size_t i = 0; i < old->count; i++)
			sum += import_words_sum(import_cell(&old->lines[i], s->place[c]));
		for (size_t i = 0; i < count; i++)
			sum -= import_words_sum(import_cell(&lines[i], s->place[c]));
	}
	return sum == 0;
}

struct pairing {
	size_t *old_of; /* of each new row; SIZE_MAX: none */
	size_t *new_of;
	size_t count;
};

static struct pairing pair_rows(struct import *im, const struct import_sheet *s,
                                const struct import_part *old, const struct import_line *lines,
                                size_t count)
{
	struct pairing p = {0};
	p.old_of = arena_array(&im->arena, count + 1, sizeof *p.old_of);
	p.new_of = arena_array(&im->arena, old->count + 1, sizeof *p.new_of);
	for (size_t k = 0; k < old->count; k++)
		p.new_of[k] = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		p.old_of[i] = SIZE_MAX;
		for (size_t k = 0; k < old->count && p.old_of[i] == SIZE_MAX; k++) {
			if (p.new_of[k] < SIZE_MAX || !same_rows(s, &old->lines[k], &lines[i]))
				continue;
			p.old_of[i] = k;
			p.new_of[k] = i;
			p.count++;
		}
	}
	return p;
}

/* The first row of each side that the other does not have. */
static void note_part(struct import *im, const struct import_sheet *s,
                      const struct import_part *old, const struct import_line *lines,
                      size_t count, const struct pairing *p)
{
	const struct import_line *from = NULL, *to = NULL;
	for (size_t k = old->count; k-- > 0;)
		from = p->new_of[k] == SIZE_MAX ? &old->lines[k] : from;
	for (size_t i = count; i-- > 0;)
		to = p->old_of[i] == SIZE_MAX ? &lines[i] : to;
	note(im, s, import_cell(&old->lines[0], s->key), 0, row_text(im, s, from),
	     row_text(im, s, to));
}

static void merge_part(struct import *im, struct import_sheet *s, struct import_part *old,
                       struct import_line *lines, size_t count)
{
	struct pairing p = pair_rows(im, s, old, lines, count);
	bool all = p.count == count && old->count == count;
	bool one_of_several = !all && p.count == count && s->table == IMPORT_T_FEE &&
	                      map_has(&im->pages, import_cell(&lines[0], s->key));
	bool as_words = !all && same_words(s, old, lines, count);
	bool stays = all || one_of_several || (as_words && old->count >= count);
	im->report->counts[IMPORT_N_MORE_FEES] += one_of_several;
	for (size_t k = 0; k < old->count && stays; k++) {
		struct import_line l = old->lines[k];
		if (p.new_of[k] < SIZE_MAX)
			fill(s, &l, &lines[p.new_of[k]]);
		import_sheet_add(im, s, l);
	}
	if (stays)
		return;
	for (size_t i = 0; i < count; i++) {
		if (p.old_of[i] < SIZE_MAX)
			fill(s, &lines[i], &old->lines[p.old_of[i]]);
		if (s->table == IMPORT_T_FEE)
			keep_unit(s, &lines[i], old);
		import_sheet_add(im, s, lines[i]);
	}
	for (size_t k = 0; k < old->count; k++)
		if (p.new_of[k] == SIZE_MAX)
			lose(im, s, &old->lines[k]);
	/* Rows that only come in addition replace nothing. */
	if (!as_words && p.count < old->count)
		note_part(im, s, old, lines, count, &p);
}

/* Procedures --------------------------------------------------------------------------- */

/* What the source leaves open stays as the office has filled it in. A column that another
 * one decides is kept together with it. */
static void keep_known(const struct import_sheet *s, const struct import_line *old,
                       struct import_line *now)
{
	static const char *const kept[][2] = {{"level", "level_text"},
	                                      {"field_code", NULL},
	                                      {"decision_no", NULL},
	                                      {"steps_md", NULL},
	                                      {"sets_qty", NULL},
	                                      {"executing_agency", NULL},
	                                      {"deciding_agency", NULL},
	                                      {"reception_address", NULL},
	                                      {"delegated_agency", NULL},
	                                      {"coordinating_agency", NULL},
	                                      {"requirements_md", "requirements_none"},
	                                      {"keywords", NULL},
	                                      {"description_md", NULL},
	                                      {"portal_id", NULL},
	                                      {"portal_url", NULL}};
	for (size_t i = 0; i < countof(kept); i++) {
		size_t first = column_of(s, kept[i][0]);
		size_t second = kept[i][1] ? column_of(s, kept[i][1]) : SIZE_MAX;
		bool open = !import_cell(now, first).n && !import_cell(now, second).n;
		if (open && first != SIZE_MAX)
			now->cells[first] = import_cell(old, first);
		if (open && second != SIZE_MAX)
			now->cells[second] = import_cell(old, second);
	}
	/* One source has a word for a kind that another writes as nothing. */
	size_t text = column_of(s, "kind_text");
	if (text != SIZE_MAX && !import_cell(now, text).n &&
		str_eq(cell_of(s, old, "kind"), cell_of(s, now, "kind")))
		now->cells[text] = import_cell(old, text);
}

static bool is_list(const char *column)
{
	static const char *const lists[] = {"level_text", "executing_agency", "deciding_agency",
	                                    "delegated_agency", "coordinating_agency"};
	for (size_t i = 0; i < countof(lists); i++)
		if (strcmp(column, lists[i]) == 0)
			return true;
	return false;
}

static void merge_procedure(struct import *im, struct import_sheet *s,
                            const struct import_line *old, struct import_line *now)
{
	keep_known(s, old, now);
	for (size_t c = 0; c < now->cell_count; c++)
		if (our_column(s, c) == IMPORT_COLUMNS_MAX && import_cell(old, c).n)
			now->cells[c] = import_cell(old, c);
	for (size_t c = 1; c < IMPORT_COLUMNS_MAX && s->spec->columns[c]; c++) {
		struct str was = import_cell(old, s->place[c]), is = import_cell(now, s->place[c]);
		if (!was.n || str_eq(was, is))
			continue;
		bool same = is_list(s->spec->columns[c]) ? import_same_list(was, is)
		                                         : import_same_text(was, is);
		if (same)
			now->cells[s->place[c]] = was;
		else
			note(im, s, import_cell(now, s->key), c, was, is);
	}
	im->report->counts[IMPORT_N_OLD_RECORDS]++;
	map_put(&im->known, import_cell(now, s->key), im);
	import_sheet_add(im, s, *now);
}

/* The table ---------------------------------------------------------------------------- */

static void merge_code(struct import *im, struct import_sheet *s, const struct import_row *rows,
                       size_t count)
{
	struct import_line *lines = arena_array(&im->arena, count, sizeof *lines);
	for (size_t i = 0; i < count; i++)
		lines[i] = new_line(im, s, &rows[i]);
	struct import_part *old = map_get(&s->old, rows[0].cells[0]);
	for (size_t i = 0; i < count && old && s->version != SIZE_MAX; i++)
		lines[i].cells[s->version] = import_cell(&old->lines[0], s->version);
	if (old)
		old->is_merged = true;
	if (old && s->spec->is_part) {
		merge_part(im, s, old, lines, count);
	} else if (old) {
		merge_procedure(im, s, &old->lines[old->count - 1], &lines[0]);
	} else {
		for (size_t i = 0; i < count; i++)
			import_sheet_add(im, s, lines[i]);
	}
}

/* Rows that belong to no procedure: those that are not there yet. */
static void add_shared(struct import *im, struct import_sheet *s, const struct import_rows *rows)
{
	struct map known = {.arena = &im->arena};
	for (size_t i = 0; i < s->count; i++)
		map_put(&known, import_cell(&s->lines[i], s->key), im);
	for (size_t i = 0; i < rows->count; i++)
		if (!map_has(&known, rows->rows[i].cells[0]))
			import_sheet_add(im, s, new_line(im, s, &rows->rows[i]));
}

void import_merge(struct import *im, struct import_sheet *s)
{
	const struct import_rows *rows = &im->tables[s->table];
	if (s->spec->is_shared) {
		add_shared(im, s, rows);
		return;
	}
	/* The rows of a code stand together. */
	for (size_t i = 0, end; i < rows->count; i = end) {
		for (end = i + 1; end < rows->count; end++)
			if (!str_eq(rows->rows[end].cells[0], rows->rows[i].cells[0]))
				break;
		merge_code(im, s, rows->rows + i, end - i);
	}
	/* Cases and papers are one part: papers alone say that there are no cases. */
	struct map given = {.arena = &im->arena};
	const struct import_rows *papers = &im->tables[IMPORT_T_COMPONENT];
	for (size_t i = 0; i < papers->count && s->table == IMPORT_T_CASE; i++)
		map_put(&given, papers->rows[i].cells[0], im);
	/* Where the source says nothing of a whole part, the office's rows stay: "0 VNĐ ()" must
	 * not delete a fee that somebody has looked up. */
	for (size_t i = 0; i < s->old.count; i++) {
		struct import_part *old = s->old.entries[i].value;
		bool goes = map_has(&given, s->old.entries[i].key);
		for (size_t k = 0; k < old->count && !old->is_merged; k++) {
			if (goes)
				lose(im, s, &old->lines[k]);
			else
				import_sheet_add(im, s, old->lines[k]);
		}
		if (goes && !old->is_merged)
			note(im, s, s->old.entries[i].key, 0, row_text(im, s, &old->lines[0]),
			     STR(""));
	}
}
