/* SPDX-License-Identifier: MIT
 * xlsx_rows - the cells of a sheet */
#include <string.h>

#include "fmt/xlsx_int.h"

/* Of all that a sheet's cells say: the same shared string may stand in millions of them. */
enum { TEXT_MOST = 256 << 20, MERGED_MOST = 100000 };

struct merged {
	int line;
	char range[24];
};

struct xlsx_rows {
	struct xlsx_part part;
	struct xlsx *x;
	const struct xlsx_sheet *sheet;
	struct diag *d;
	int status;         /* -1: what was wrong is said */
	/* the row */
	int line;
	bool is_done;
	struct buf bytes;   /* of its cells, one after the other */
	size_t *from, *to;  /* of each in `bytes` */
	struct str *cells;  /* what xlsx_next shows */
	size_t count, cap, column; /* columns so far; of the cell */
	size_t total;       /* bytes of all rows */
	/* the cell */
	char type[12];
	size_t style;
	bool is_value, is_formula;
	size_t phonetic;
	struct buf text;
	/* the sheet */
	struct xlsx_seen seen;
	struct merged *merged;
	size_t merged_count, merged_cap;
};

void xlsx_rows_free(struct xlsx_rows *r)
{
	if (!r)
		return;
	xlsx_part_close(&r->part);
	buf_release(&r->bytes);
	buf_release(&r->text);
	mem_free(r->from);
	mem_free(r->to);
	mem_free(r->cells);
	mem_free(r->merged);
	mem_free(r);
}

/* "book.xlsx:Sheet1!C17" */
static struct place place_of_cell(struct xlsx_rows *r)
{
	char letters[8];
	size_t n = sizeof letters;
	for (size_t c = r->column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	struct str column = {letters + n, sizeof letters - n};
	return (struct place){.file = arena_printf(&r->d->arena, "%.*s!%.*s%d",
	                                           STR_ARG(r->sheet->place), STR_ARG(column),
	                                           r->line)};
}

static void fail(struct xlsx_rows *r, int status)
{
	r->status = status;
	xml_pause(r->part.xml);
}

static void refuse(struct xlsx_rows *r, const char *what)
{
	struct place at = {.file = r->x->file};
	fail(r, diag_add(r->d, DIAG_I050, at, str_from(r->part.name), str_from(what)));
}

/* "C17" gives 2 and, in *line, 17; a column that is none gives XLSX_COLUMNS_MAX. */
static size_t read_address(const char *address, int *line)
{
	size_t column = 0;
	for (; *address >= 'A' && *address <= 'Z' && column <= XLSX_COLUMNS_MAX; address++)
		column = column * 26 + (size_t)(*address - 'A') + 1;
	size_t number = xlsx_number(address);
	*line = number && number <= XLSX_ROWS_MAX ? (int)number : 0;
	return column ? column - 1 : XLSX_COLUMNS_MAX;
}

static void begin_row(struct xlsx_rows *r, const char *const *attributes)
{
	const char *number = xml_attribute(attributes, "r");
	size_t line = number ? xlsx_number(number) : (size_t)r->line + 1;
	r->count = r->column = 0;
	buf_reset(&r->bytes);
	r->seen.hidden_rows += xlsx_is_true(xml_attribute(attributes, "hidden"));
	if (line == 0 || line > XLSX_ROWS_MAX)
		refuse(r, "> 1048576 rows");
	else
		r->line = (int)line;
}

/* Columns up to this one are there; those in between are empty. */
static void reach_column(struct xlsx_rows *r, size_t column)
{
	while (r->cap <= column) {
		r->cap = r->cap ? r->cap * 2 : 64;
		r->from = mem_resize(r->from, r->cap * sizeof *r->from);
		r->to = mem_resize(r->to, r->cap * sizeof *r->to);
		r->cells = mem_resize(r->cells, r->cap * sizeof *r->cells);
	}
	for (; r->count <= column; r->count++)
		r->from[r->count] = r->to[r->count] = 0;
}

static void begin_cell(struct xlsx_rows *r, const char *const *attributes)
{
	const char *address = xml_attribute(attributes, "r");
	const char *type = xml_attribute(attributes, "t");
	int line;
	r->column = address ? read_address(address, &line) : r->count;
	r->type[0] = '\0';
	strncat(r->type, type ? type : "n", sizeof r->type - 1);
	r->style = xlsx_number(xml_attribute(attributes, "s"));
	r->is_formula = false;
	buf_reset(&r->text);
	if (r->column >= XLSX_COLUMNS_MAX)
		refuse(r, "> 16384 columns");
	else
		reach_column(r, r->column);
}

static bool is_type(const struct xlsx_rows *r, const char *type)
{
	return strcmp(r->type, type) == 0;
}

/* An error or a formula without a value is empty. Each is said, up to a number that can be read. */
static void say_empty(struct xlsx_rows *r, struct str error)
{
	if (++r->seen.unknown > LIMIT_MESSAGES)
		return;
	if (error.p)
		diag_add(r->d, DIAG_I052, place_of_cell(r), error);
	else
		diag_add(r->d, DIAG_I053, place_of_cell(r));
}

static void put_value(struct xlsx_rows *r, struct str v)
{
	const struct xlsx *x = r->x;
	struct xlsx_format plain = {XLSX_PLAIN};
	struct str word = str_trim(v), shared = {0};
	if (is_type(r, "s"))
		shared = xlsx_string(x, xlsx_number(word.n ? word.p : "-"));
	if (is_type(r, "inlineStr") || is_type(r, "str"))
		xlsx_put_text(&r->bytes, v);
	else if (!word.n && r->is_formula)
		say_empty(r, shared);
	else if (is_type(r, "e"))
		say_empty(r, word);
	else if (is_type(r, "d"))
		xlsx_put_iso(&r->bytes, word);
	else if (is_type(r, "n"))
		xlsx_put_number(&r->bytes, word,
		                r->style < x->format_count ? x->formats[r->style] : plain,
		                x->is_1904);
	else if (shared.p || !is_type(r, "s"))
		buf_put(&r->bytes, shared.p ? shared : word);
	else if (word.n)
		refuse(r, "sharedStrings");
}

static void check_size(struct xlsx_rows *r, size_t n)
{
	char max[32];
	r->total += n;
	if (n > LIMIT_CELL) {
		snprintf(max, sizeof max, "%d", LIMIT_CELL);
		fail(r, diag_add(r->d, DIAG_D003, place_of_cell(r), str_from(max)));
	} else if (r->total > TEXT_MOST) {
		snprintf(max, sizeof max, "%d MB", TEXT_MOST >> 20);
		struct place at = {.file = r->x->file};
		fail(r, diag_add(r->d, DIAG_I051, at, str_from(r->part.name), str_from(max)));
	}
}

static void end_cell(struct xlsx_rows *r)
{
	size_t from = r->bytes.len;
	if (r->status < 0)
		return;
	if (!r->text.full && (r->text.len || r->is_formula))
		put_value(r, buf_str(&r->text));
	r->from[r->column] = from;
	r->to[r->column] = r->bytes.len;
	check_size(r, r->text.full ? LIMIT_CELL + 1 : r->bytes.len - from);
}

static void see_merged(struct xlsx_rows *r, const char *range)
{
	int line;
	if (!range || r->merged_count == MERGED_MOST)
		return;
	(void)read_address(range, &line);
	if (r->merged_count == r->merged_cap) {
		r->merged_cap = r->merged_cap ? r->merged_cap * 2 : 64;
		r->merged = mem_resize(r->merged, r->merged_cap * sizeof *r->merged);
	}
	struct merged *m = &r->merged[r->merged_count++];
	*m = (struct merged){.line = line};
	strncat(m->range, range, sizeof m->range - 1);
}

static void see_columns(struct xlsx_rows *r, const char *const *attributes)
{
	size_t min = xlsx_number(xml_attribute(attributes, "min"));
	size_t max = xlsx_number(xml_attribute(attributes, "max"));
	if (xlsx_is_true(xml_attribute(attributes, "hidden")) && min && max >= min &&
	    max <= XLSX_COLUMNS_MAX)
		r->seen.hidden_columns += max - min + 1;
}

static void on_start(void *user, const char *name, const char *const *attributes)
{
	struct xlsx_rows *r = user;
	if (r->status < 0)
		return;
	r->phonetic += strcmp(name, "rPh") == 0;
	bool is_text = strcmp(name, "t") == 0 && !r->phonetic && is_type(r, "inlineStr");
	bool is_v = strcmp(name, "v") == 0 && !is_type(r, "inlineStr");
	r->is_value = is_text || is_v;
	if (strcmp(name, "row") == 0)
		begin_row(r, attributes);
	else if (strcmp(name, "c") == 0)
		begin_cell(r, attributes);
	else if (strcmp(name, "f") == 0)
		r->is_formula = true;
	else if (strcmp(name, "mergeCell") == 0)
		see_merged(r, xml_attribute(attributes, "ref"));
	else if (strcmp(name, "col") == 0)
		see_columns(r, attributes);
}

static void on_end(void *user, const char *name)
{
	struct xlsx_rows *r = user;
	r->is_value = false;
	r->phonetic -= strcmp(name, "rPh") == 0 && r->phonetic;
	if (strcmp(name, "c") == 0)
		end_cell(r);
	r->is_done = strcmp(name, "row") == 0;
	if (r->is_done)
		xml_pause(r->part.xml);
}

static void on_text(void *user, struct str text)
{
	struct xlsx_rows *r = user;
	if (r->is_value)
		buf_put(&r->text, text);
}

int xlsx_begin(struct xlsx *x, size_t sheet, struct diag *d)
{
	static const struct xml_calls calls = {on_start, on_end, on_text};
	xlsx_rows_free(x->rows);
	x->rows = mem_resize(NULL, sizeof *x->rows);
	*x->rows = (struct xlsx_rows){.x = x, .sheet = &x->sheets[sheet],
	                              .text = {.max = LIMIT_CELL * 8}};
	return xlsx_part_open(&x->rows->part, x, x->sheets[sheet].part, &calls, x->rows, d);
}

int xlsx_next(struct xlsx *x, struct xlsx_row *out, struct diag *d)
{
	struct xlsx_rows *r = x->rows;
	r->d = d;
	r->is_done = false;
	int more = r->status < 0 ? -1 : xlsx_part_run(&r->part, d);
	if (r->status < 0 || more < 0) {
		r->status = -1;
		return -1;
	}
	for (size_t i = 0; i < r->count && more; i++)
		r->cells[i] = str_slice(buf_str(&r->bytes), r->from[i], r->to[i]);
	*out = (struct xlsx_row){r->line, more ? r->count : 0, r->cells};
	return more;
}

struct xlsx_seen xlsx_seen_below(const struct xlsx *x, int line)
{
	const struct xlsx_rows *r = x->rows;
	struct xlsx_seen seen = r->seen;
	for (size_t i = 0; i < r->merged_count; i++) {
		if (r->merged[i].line <= line)
			continue;
		if (!seen.merged++)
			seen.first_merged = str_from(r->merged[i].range);
	}
	return seen;
}
