/* SPDX-License-Identifier: MIT
 * csv - the door to libcsv */
#include "fmt/csv.h"

#include <assert.h>
#include <csv.h>
#include <stdio.h>
#include <string.h>

/* libcsv is given one line of the file at a time, so that at most one record ends in what
 * it is given, and we know on which line. */
struct csv_reader {
	struct csv_parser parser;
	int idle;          /* the parser's state between two records */
	bool ended;        /* by the end of the text or an error */
	struct str rest;   /* not yet given to the parser */
	struct str file;
	int line;          /* the one that is being parsed */
	int record_line;   /* where the record that is being parsed begins */
	int cell_line;     /* and its cell */
	/* the record so far: cells one after the other, each followed by NUL */
	struct buf bytes;
	size_t *ends;      /* of each cell in `bytes`, NUL not counted */
	struct str *cells; /* what csv_next shows */
	size_t count, cap;
	bool whole;        /* a record has ended */
	bool too_long;     /* one of its cells is */
};

static void take_cell(void *p, size_t n, void *user)
{
	struct csv_reader *r = user;
	if (r->count == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 64;
		r->ends = mem_resize(r->ends, r->cap * sizeof *r->ends);
		r->cells = mem_resize(r->cells, r->cap * sizeof *r->cells);
	}
	r->too_long = r->too_long || n > LIMIT_CELL;
	buf_put(&r->bytes, (struct str){p, n});
	r->ends[r->count++] = r->bytes.len;
	buf_putc(&r->bytes, '\0');
	r->cell_line = r->line;
}

static void take_end(int c, void *user)
{
	(void)c;
	struct csv_reader *r = user;
	r->whole = true;
}

/* The next line with its end (LF, CRLF or CR), cut off *rest. */
static struct str next_line(struct str *rest)
{
	size_t end = str_find_byte(*rest, '\n', 0);
	size_t cr = str_find_byte(str_slice(*rest, 0, end), '\r', 0);
	if (cr + 1 < end)
		end = cr;
	struct str line = str_slice(*rest, 0, end < rest->n ? end + 1 : rest->n);
	*rest = str_slice(*rest, line.n, rest->n);
	return line;
}

/* The candidate that stands most often outside quotes; the comma when none does. */
static char find_delimiter(struct str line)
{
	static const char candidates[3] = {',', ';', '\t'};
	size_t seen[3] = {0};
	bool quoted = false;
	for (size_t i = 0; i < line.n; i++) {
		quoted ^= line.p[i] == '"';
		for (int k = 0; k < 3 && !quoted; k++)
			seen[k] += line.p[i] == candidates[k];
	}
	int best = 0;
	for (int k = 1; k < 3; k++)
		if (seen[k] > seen[best])
			best = k;
	return candidates[best];
}

/* What some programs write above the header to name the delimiter: "sep=;". */
static char take_sep_line(struct csv_reader *r)
{
	struct str rest = r->rest;
	struct str line = str_trim(next_line(&rest));
	if (!str_starts(line, STR("sep=")) || line.n != 5)
		return 0;
	r->rest = rest;
	r->line = 1;
	return line.p[4];
}

struct csv_reader *csv_open(struct str text, struct str file, char delimiter)
{
	struct csv_reader *r = mem_resize(NULL, sizeof *r);
	*r = (struct csv_reader){.rest = text, .file = file};
	if (str_starts(r->rest, STR("\xEF\xBB\xBF")))
		r->rest = str_slice(r->rest, 3, r->rest.n);
	char named = take_sep_line(r);
	struct str peek = r->rest;
	if (!delimiter)
		delimiter = named ? named : find_delimiter(next_line(&peek));
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&r->parser, (unsigned char)delimiter);
	csv_set_realloc_func(&r->parser, mem_resize);
	csv_set_free_func(&r->parser, mem_free);
	csv_set_blk_size(&r->parser, 64 << 10);
	r->idle = r->parser.pstate;
	return r;
}

void csv_close(struct csv_reader *r)
{
	if (!r)
		return;
	csv_free(&r->parser);
	buf_release(&r->bytes);
	mem_free(r->ends);
	mem_free(r->cells);
	mem_free(r);
}

char csv_delimiter(const struct csv_reader *r)
{
	return (char)r->parser.delim_char;
}

static int characters(struct str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static size_t parse(struct csv_reader *r, struct str text)
{
	return csv_parse(&r->parser, text.p, text.n, take_cell, take_end, r);
}

/* Parses one line. Strictly, but for one thing that is plain enough: a quote inside a cell
 * that does not begin with one is a character like any other (5" or 37°36'37.8"N). The
 * parser stops there; it takes that one character with strictness off. */
static int parse_line(struct csv_reader *r, struct str line, struct diag *d)
{
	size_t done = parse(r, line);
	while (done < line.n && !r->parser.quoted) {
		csv_set_opts(&r->parser, CSV_STRICT_FINI);
		done += parse(r, str_slice(line, done, done + 1));
		csv_set_opts(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
		done += parse(r, str_slice(line, done, line.n));
	}
	if (done == line.n)
		return 0;
	struct place at = {r->file, r->line, characters(str_slice(line, 0, done)) + 1};
	r->ended = true;
	return diag_add(d, DIAG_D001, at);
}

static int check_size(struct csv_reader *r, struct diag *d)
{
	if (!r->too_long && r->parser.entry_pos <= LIMIT_CELL)
		return 0;
	char max[32];
	snprintf(max, sizeof max, "%d", LIMIT_CELL);
	r->ended = true;
	struct place at = {.file = r->file, .line = r->cell_line};
	return diag_add(d, DIAG_D003, at, str_from(max));
}

static int finish(struct csv_reader *r, struct diag *d)
{
	r->ended = true;
	if (csv_fini(&r->parser, take_cell, take_end, r) == 0)
		return 0;
	struct place at = {.file = r->file, .line = r->cell_line};
	return diag_add(d, DIAG_D002, at);
}

/* Gives the parser one line. */
static int feed(struct csv_reader *r, struct diag *d)
{
	struct str line = next_line(&r->rest);
	r->line++;
	if (r->parser.pstate == r->idle && r->count == 0)
		r->record_line = r->cell_line = r->line;
	return parse_line(r, line, d) < 0 ? -1 : check_size(r, d);
}

static void show(struct csv_reader *r, struct csv_record *out)
{
	size_t from = 0;
	for (size_t i = 0; i < r->count; i++) {
		r->cells[i] = (struct str){r->bytes.p + from, r->ends[i] - from};
		from = r->ends[i] + 1;
	}
	*out = (struct csv_record){r->record_line, r->count, r->cells};
}

int csv_next(struct csv_reader *r, struct csv_record *out, struct diag *d)
{
	r->count = 0;
	r->whole = false;
	buf_reset(&r->bytes);
	while (!r->whole && !r->ended) {
		int status = r->rest.n > 0 ? feed(r, d) : finish(r, d);
		if (status < 0)
			return -1;
	}
	if (!r->whole)
		return 0;
	show(r, out);
	return 1;
}

/* A cell that the reader would take apart, trim, or take for a quote. */
static bool needs_quotes(struct str cell)
{
	if (cell.n == 0)
		return false;
	if (cell.p[0] == ' ' || cell.p[cell.n - 1] == ' ')
		return true;
	for (size_t i = 0; i < cell.n; i++)
		if (memchr(",;\t\"\r\n", cell.p[i], 6))
			return true;
	return false;
}

static void put_quoted(struct buf *out, struct str cell)
{
	buf_putc(out, '"');
	for (struct str rest = cell; rest.p;) {
		buf_put(out, str_cut(&rest, '"'));
		if (rest.p)
			buf_putz(out, "\"\"");
	}
	buf_putc(out, '"');
}

void csv_put_cell(struct buf *out, struct str cell, bool first)
{
	if (!first)
		buf_putc(out, ',');
	if (needs_quotes(cell))
		put_quoted(out, cell);
	else
		buf_put(out, cell);
}

void csv_put_row(struct buf *out, const struct str *cells, size_t count)
{
	/* A lone empty cell would be a blank line, which is passed over. */
	if (count == 1 && cells[0].n == 0)
		buf_putz(out, "\"\"");
	else
		for (size_t i = 0; i < count; i++)
			csv_put_cell(out, cells[i], i == 0);
	buf_putc(out, '\n');
}
