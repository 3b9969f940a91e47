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
	struct csv_input in; /* where more of it comes from; all zero: from nowhere */
	struct buf window; /* what came from there */
	bool failed;       /* it gave an error before the first record */
	struct str file;
	struct csv_dialect dialect;
	int line, col;     /* the one that is being parsed; characters of it that were */
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

/* The next line with its end (LF, CRLF or CR), cut off *rest; of a longer one the next piece. */
enum { PIECE = LIMIT_CELL };
static struct str next_line(struct str *rest)
{
	struct str seen = str_slice(*rest, 0, rest->n < PIECE + 2 ? rest->n : PIECE + 2);
	size_t end = str_find_byte(seen, '\n', 0);
	size_t cr = str_find_byte(str_slice(seen, 0, end), '\r', 0);
	if (cr + 1 < end)
		end = cr;
	bool is_cut = end == seen.n && seen.n < rest->n;
	struct str line = str_slice(seen, 0, is_cut ? PIECE : end < seen.n ? end + 1 : seen.n);
	*rest = str_slice(*rest, line.n, rest->n);
	return line;
}

/* At least a piece and the line end after it, while there is more. */
enum { WINDOW = 4 * PIECE };
static int refill(struct csv_reader *r, struct diag *d)
{
	if (!r->in.next || r->rest.n >= PIECE + 2)
		return 0;
	int more = 1;
	if (r->rest.n)
		memmove(r->window.p, r->rest.p, r->rest.n);
	buf_truncate(&r->window, r->rest.n);
	while (more > 0 && r->window.len < WINDOW)
		more = r->in.next(r->in.from, &r->window, WINDOW - r->window.len, d);
	if (more <= 0)
		r->in.next = NULL;
	r->rest = buf_str(&r->window);
	return more < 0 ? -1 : 0;
}

/* What the beginning of a text would be with a delimiter: how often it stands in each record. */
enum { SAMPLE_RECORDS = 50, SAMPLE_BYTES = 256 << 10 };
struct sample {
	size_t counts[SAMPLE_RECORDS];
	size_t records;
};

/* After the quote that ends the cell which begins at `at`; the end when there is none. */
static size_t skip_quoted(struct str text, size_t at)
{
	do
		at = str_find_byte(text, '"', at + 1) + 1;
	while (at < text.n && text.p[at] == '"');
	return at < text.n ? at : text.n;
}

static struct sample take_sample(struct str text, char delimiter)
{
	struct sample s = {{0}};
	bool is_cell_start = true, is_blank = true;
	for (size_t at = 0; at < text.n && s.records < SAMPLE_RECORDS; at++) {
		char c = text.p[at];
		bool is_end = c == '\n' || c == '\r';
		if (c == '"' && is_cell_start)
			at = skip_quoted(text, at) - 1;
		s.counts[s.records] += c == delimiter;
		is_blank = is_blank && (is_end || c == ' ');
		is_cell_start = c == delimiter || is_end || (is_cell_start && c == ' ');
		if (is_end && !is_blank) {
			s.records++;
			is_blank = true;
		}
	}
	s.records += !is_blank && s.records < SAMPLE_RECORDS;
	return s;
}

/* In how many records the delimiter stands as often as in most of those that have it. */
static struct csv_dialect judge(const struct sample *s, char delimiter)
{
	struct csv_dialect best = {.delimiter = delimiter, .records = s->records};
	for (size_t i = 0; i < s->records; i++) {
		size_t agree = 0, count = s->counts[i];
		for (size_t k = 0; k < s->records && count; k++)
			agree += s->counts[k] == count;
		if (agree > best.agree || (agree == best.agree && count > best.count)) {
			best.agree = agree;
			best.count = count;
		}
	}
	return best;
}

static struct csv_dialect find_dialect(struct str text)
{
	static const char candidates[] = {',', ';', '\t', '|'};
	struct csv_dialect best = {0};
	text = str_slice(text, 0, text.n < SAMPLE_BYTES ? text.n : SAMPLE_BYTES);
	for (size_t i = 0; i < countof(candidates); i++) {
		struct sample s = take_sample(text, candidates[i]);
		struct csv_dialect one = judge(&s, candidates[i]);
		bool is_better = one.agree != best.agree ? one.agree > best.agree
		                                         : one.count > best.count;
		best = i == 0 || is_better ? one : best;
	}
	return best;
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

static void begin(struct csv_reader *r, char delimiter)
{
	if (str_starts(r->rest, STR("\xEF\xBB\xBF")))
		r->rest = str_slice(r->rest, 3, r->rest.n);
	char named = take_sep_line(r);
	struct str rest = r->rest, head = delimiter == CSV_BY_HEAD ? next_line(&rest) : r->rest;
	if (delimiter == CSV_BY_RECORDS || delimiter == CSV_BY_HEAD)
		delimiter = named;
	r->dialect = delimiter ? (struct csv_dialect){.delimiter = delimiter} : find_dialect(head);
	csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&r->parser, (unsigned char)r->dialect.delimiter);
	csv_set_realloc_func(&r->parser, mem_resize);
	csv_set_free_func(&r->parser, mem_free);
	csv_set_blk_size(&r->parser, 64 << 10);
	r->idle = r->parser.pstate;
}

struct csv_reader *csv_open(struct str text, struct str file, char delimiter)
{
	struct csv_reader *r = mem_resize(NULL, sizeof *r);
	*r = (struct csv_reader){.rest = text, .file = file};
	begin(r, delimiter);
	return r;
}

struct csv_reader *csv_open_input(struct csv_input in, struct str file, char delimiter,
                                  struct diag *d)
{
	struct csv_reader *r = mem_resize(NULL, sizeof *r);
	*r = (struct csv_reader){.in = in, .file = file};
	r->failed = refill(r, d) < 0;
	begin(r, delimiter);
	return r;
}

void csv_close(struct csv_reader *r)
{
	if (!r)
		return;
	csv_free(&r->parser);
	buf_release(&r->bytes);
	buf_release(&r->window);
	mem_free(r->ends);
	mem_free(r->cells);
	mem_free(r);
}

struct csv_dialect csv_dialect(const struct csv_reader *r)
{
	return r->dialect;
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
	struct place at = {r->file, r->line, r->col + characters(str_slice(line, 0, done)) + 1};
	r->ended = true;
	return diag_add(d, DIAG_D001, at);
}

static int check_size(struct csv_reader *r, struct diag *d)
{
	bool is_long = r->too_long || r->parser.entry_pos > LIMIT_CELL;
	bool are_many = r->count > LIMIT_CELLS;
	if (!is_long && !are_many && r->bytes.len <= LIMIT_ROW)
		return 0;
	enum diag_id id = is_long ? DIAG_D003 : are_many ? DIAG_D004 : DIAG_D055;
	char max[32];
	snprintf(max, sizeof max, "%d", is_long ? LIMIT_CELL : are_many ? LIMIT_CELLS : LIMIT_ROW);
	r->ended = true;
	struct place at = {.file = r->file, .line = is_long ? r->cell_line : r->record_line};
	return diag_add(d, id, at, str_from(max));
}

static int finish(struct csv_reader *r, struct diag *d)
{
	r->ended = true;
	if (csv_fini(&r->parser, take_cell, take_end, r) == 0)
		return 0;
	struct place at = {.file = r->file, .line = r->cell_line};
	return diag_add(d, DIAG_D002, at);
}

/* Gives the parser one line, or a piece of a long one. */
static int feed(struct csv_reader *r, struct diag *d)
{
	struct str line = next_line(&r->rest);
	r->line += r->col == 0;
	if (r->parser.pstate == r->idle && r->count == 0)
		r->record_line = r->cell_line = r->line;
	int status = parse_line(r, line, d);
	bool is_end = line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r';
	r->col = is_end ? 0 : r->col + characters(line);
	return status < 0 ? -1 : check_size(r, d);
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
		int status = r->failed ? -1 : refill(r, d);
		if (status == 0)
			status = r->rest.n > 0 ? feed(r, d) : finish(r, d);
		else
			r->ended = true;
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
		if (memchr(",;\t|\"\r\n", cell.p[i], 7))
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
