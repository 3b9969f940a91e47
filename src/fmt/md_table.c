/* SPDX-License-Identifier: MIT
 * md_table - pipe tables: found in the source of a paragraph and cut out of it */
#include "fmt/md_int.h"

#include <string.h>

void md_split_lines(struct md_lines *src, struct arena *arena, struct str text)
{
	size_t cap = 0;
	*src = (struct md_lines){0};
	while (text.n > 0) {
		size_t n = 0;
		while (n < text.n && text.p[n] != '\n' && text.p[n] != '\r')
			n++;
		src->line = arena_grow(arena, src->line, (size_t)src->count, &cap,
		                       sizeof *src->line);
		src->line[src->count++] = str_slice(text, 0, n);
		n += n + 1 < text.n && text.p[n] == '\r' && text.p[n + 1] == '\n';
		text = str_slice(text, n + 1, text.n);
	}
}

/* A place in a line, as cmark counts: bytes, and columns with tab stops of four. In the
 * middle of a tab `at` is still on it. */
struct cursor {
	struct str line;
	size_t at;
	int column;
};

static bool is_blank_byte(char c)
{
	return c == ' ' || c == '\t';
}

static void skip_columns(struct cursor *c, int columns)
{
	while (columns > 0 && c->at < c->line.n) {
		int wide = c->line.p[c->at] == '\t' ? 4 - c->column % 4 : 1;
		int step = wide < columns ? wide : columns;
		c->column += step;
		columns -= step;
		c->at += step == wide;
	}
}

/* Columns of white space from here; *first is the byte after it. */
static int indent_here(const struct cursor *c, size_t *first)
{
	int column = c->column;
	size_t i = c->at;
	for (; i < c->line.n && is_blank_byte(c->line.p[i]); i++)
		column += c->line.p[i] == '\t' ? 4 - column % 4 : 1;
	*first = i;
	return column - c->column;
}

static bool at_blank(const struct cursor *c)
{
	return c->at < c->line.n && is_blank_byte(c->line.p[c->at]);
}

/* Past ">" and the one column of white space that belongs to it. */
static bool enter_quote(struct cursor *c)
{
	size_t first;
	int indent = indent_here(c, &first);
	if (indent > 3 || first >= c->line.n || c->line.p[first] != '>')
		return false;
	c->at = first + 1;
	c->column += indent + 1;
	if (at_blank(c))
		skip_columns(c, 1);
	return true;
}

/* Length of a list marker, 0 for none. */
static size_t marker_length(struct str s)
{
	size_t n = 0;
	if (s.n > 0 && (s.p[0] == '-' || s.p[0] == '+' || s.p[0] == '*'))
		return 1;
	while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n > 0 && n < s.n && (s.p[n] == '.' || s.p[n] == ')') ? n + 1 : 0;
}

/* On the line where the item begins: past its marker and the white space that belongs to
 * it, which is one column where code or nothing follows. */
static bool open_item(struct cursor *c, struct md_box *box)
{
	size_t first;
	int indent = indent_here(c, &first);
	int marker = (int)marker_length(str_slice(c->line, first, c->line.n));
	if (marker == 0)
		return false;
	c->at = first + (size_t)marker;
	c->column += indent + marker;
	struct cursor after = *c;
	while (c->column - after.column <= 5 && at_blank(c))
		skip_columns(c, 1);
	int space = c->column - after.column;
	if (space < 1 || space > 4 || c->at >= c->line.n) {
		*c = after;
		if (space > 0)
			skip_columns(c, 1);
		space = 1;
	}
	box->indent = indent + marker + space;
	return true;
}

static bool continue_item(struct cursor *c, const struct md_box *box)
{
	size_t first;
	if (indent_here(c, &first) < box->indent || first >= c->line.n)
		return false;
	skip_columns(c, box->indent);
	return true;
}

/* Puts the cursor behind the prefix of all boxes on this line. False where one of them is
 * not continued; the cursor is behind those which are. */
static bool enter_boxes(struct cursor *c, struct str line, int number, struct md_box *boxes,
                        int depth)
{
	*c = (struct cursor){.line = line};
	for (int i = 0; i < depth; i++) {
		bool inside = !boxes[i].is_item          ? enter_quote(c)
		              : boxes[i].line == number ? open_item(c, &boxes[i])
		                                        : continue_item(c, &boxes[i]);
		if (!inside)
			return false;
	}
	return true;
}

/* Outermost first, so that an item's own line is read with the boxes above it known. */
static bool measure_items(const struct md_lines *src, struct md_box *boxes, int depth)
{
	struct cursor c;
	for (int i = 0; i < depth; i++) {
		int line = boxes[i].line;
		if (boxes[i].is_item && !enter_boxes(&c, src->line[line - 1], line, boxes, i + 1))
			return false;
	}
	return true;
}

/* What is behind the prefix, without white space around; absent when the boxes are not all
 * continued or the text is indented like code. *prefix is the bytes in front. */
static struct str text_inside(const struct md_lines *src, int number,
                              const struct md_spot *spot, size_t *prefix)
{
	struct cursor c;
	struct str line = src->line[number - 1];
	if (!enter_boxes(&c, line, number, spot->boxes, spot->depth))
		return (struct str){0};
	if (indent_here(&c, prefix) > 3)
		return (struct str){0};
	return str_trim_end(str_slice(line, *prefix, line.n));
}

/* Rows. */

static struct str skip_space(struct str s)
{
	while (s.n > 0 && (is_blank_byte(s.p[0]) || s.p[0] == '\v' || s.p[0] == '\f'))
		s = str_slice(s, 1, s.n);
	return s;
}

/* Takes the next cell off a row whose leading pipe is gone; false at its end. A pipe after
 * a backslash is text, wherever it stands. */
static bool next_cell(struct str *rest, struct str *cell)
{
	if (rest->n == 0)
		return false;
	size_t i = 0;
	while (i < rest->n && !(rest->p[i] == '|' && (i == 0 || rest->p[i - 1] != '\\')))
		i++;
	*cell = str_trim(str_slice(*rest, 0, i));
	*rest = skip_space(str_slice(*rest, i + 1, rest->n));
	return true;
}

static struct str row_start(struct str row)
{
	return row.n > 0 && row.p[0] == '|' ? skip_space(str_slice(row, 1, row.n)) : row;
}

static int count_cells(struct str row)
{
	struct str rest = row_start(row), cell;
	int count = 0;
	while (next_cell(&rest, &cell))
		count++;
	return count;
}

/* Of one cell of the delimiter row: ":--", "--:", ":-:", "--". False for anything else. */
static bool read_align(struct str cell, enum md_align *align)
{
	bool left = cell.n > 0 && cell.p[0] == ':';
	bool right = cell.n > 1 && cell.p[cell.n - 1] == ':';
	struct str hyphens = str_slice(cell, left, cell.n - right);
	if (hyphens.n == 0)
		return false;
	for (size_t i = 0; i < hyphens.n; i++)
		if (hyphens.p[i] != '-')
			return false;
	*align = left && right ? MD_CENTER : left ? MD_LEFT : right ? MD_RIGHT : MD_NONE;
	return true;
}

/* Number of columns a delimiter row asks for, 0 when the line is none. `align` may be NULL
 * or have room for as many. */
static int read_delimiters(struct str row, enum md_align *align)
{
	struct str rest = row_start(row), cell;
	int count = 0;
	enum md_align one;
	while (next_cell(&rest, &cell)) {
		if (!read_align(cell, &one))
			return 0;
		if (align)
			align[count] = one;
		count++;
	}
	return count;
}

static struct str unescape_pipes(struct arena *arena, struct str s)
{
	if (str_find(s, STR("\\|"), 0) == s.n)
		return s;
	char *p = arena_strz(arena, s);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '|')
			continue;
		p[n++] = s.p[i];
	}
	return str_trim((struct str){p, n});
}

static void add_row(struct md_tables *t, struct str row, int line, int columns)
{
	struct md_row r = {.line = line, .first_cell = t->cell_count};
	struct str rest = row_start(row), cell;
	while (next_cell(&rest, &cell)) {
		if (r.given++ >= columns)
			continue;
		t->cells = arena_grow(t->arena, t->cells, t->cell_count, &t->cell_cap,
		                      sizeof *t->cells);
		t->cells[t->cell_count++] =
			(struct md_cell){unescape_pipes(t->arena, cell), line};
		r.cells++;
	}
	t->rows = arena_grow(t->arena, t->rows, t->row_count, &t->row_cap, sizeof *t->rows);
	t->rows[t->row_count++] = r;
}

/* Tables. */

static bool ends_like_delimiters(struct str line)
{
	line = str_trim_end(line);
	return line.n > 0 && strchr("|-:", line.p[line.n - 1]);
}

bool md_is_atx(struct str line, int column)
{
	struct str s = str_slice(line, (size_t)column, line.n);
	size_t n = 0;
	while (n < s.n && s.p[n] == '#')
		n++;
	return n > 0 && n <= 6 && (n == s.n || s.p[n] == ' ' || s.p[n] == '\t');
}

bool md_table_likely(struct str text)
{
	return memchr(text.p, '|', text.n) || str_find(text, STR(":-"), 0) < text.n ||
	       str_find(text, STR("-:"), 0) < text.n;
}

static bool is_underline(struct str s)
{
	char c = s.n > 0 ? s.p[0] : '\0';
	if (c != '=' && c != '-')
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] != c)
			return false;
	return true;
}

/* The line before the delimiter row. It may be a lazy one, or indented deep. */
static struct str header_text(const struct md_lines *src, int number,
                              const struct md_spot *spot)
{
	struct cursor c;
	struct str line = src->line[number - 1];
	if (number == spot->first)
		return str_trim(str_slice(line, (size_t)spot->column, line.n));
	(void)enter_boxes(&c, line, number, spot->boxes, spot->depth);
	return str_trim(str_slice(line, c.at, line.n));
}

/* Nothing but a blank line or the beginning of another block ends a table. Most rows show
 * by their first byte that they begin none. */
static bool is_row(const struct md_tables *t, struct str text)
{
	if (text.n == 0 || count_cells(text) == 0)
		return false;
	if (!strchr("#`~<>*-_+0123456789", text.p[0]))
		return true;
	if (text.p[0] >= '0' && text.p[0] <= '9' && marker_length(text) == 0)
		return true;
	return !t->begins_block(t->user, text);
}

static struct str placeholder(struct md_tables *t, struct str line, size_t prefix)
{
	return arena_printf(t->arena, "%.*s#", (int)prefix, line.p);
}

/* `at` is the delimiter row's line. All lines get its prefix but a header that opens the
 * paragraph, which may open boxes too. */
static void take_table(struct md_tables *t, struct md_lines *src, const struct md_spot *spot,
                       int at, struct str header, int columns)
{
	size_t prefix, ignored;
	struct md_table table = {.first = at - 1, .columns = columns, .first_row = t->row_count};
	table.align = arena_array(t->arena, (size_t)columns, sizeof *table.align);
	(void)read_delimiters(text_inside(src, at, spot, &prefix), table.align);
	add_row(t, header, at - 1, columns);
	int end = at + 1;
	for (; end <= spot->last; end++) {
		struct str row = text_inside(src, end, spot, &ignored);
		if (!is_row(t, row))
			break;
		add_row(t, row, end, columns);
	}
	table.last = end - 1;
	table.rows = t->row_count - table.first_row;
	t->tables = arena_grow(t->arena, t->tables, t->count, &t->cap, sizeof table);
	t->tables[t->count++] = table;

	struct str empty = placeholder(t, src->line[at - 1], prefix);
	for (int i = at; i < end; i++)
		src->line[i - 1] = empty;
	src->line[at - 2] = at - 1 == spot->first
		? placeholder(t, src->line[at - 2], (size_t)spot->column) : empty;
}

bool md_table_take(struct md_tables *t, struct md_lines *src, struct md_spot *spot,
                   struct md_mismatch *miss)
{
	size_t prefix;
	if (!measure_items(src, spot->boxes, spot->depth))
		return false;
	for (int at = spot->first + 1; at <= spot->last; at++) {
		if (!spot->is_heading && !ends_like_delimiters(src->line[at - 1]))
			continue;
		struct str text = text_inside(src, at, spot, &prefix);
		bool ends_heading = is_underline(text);
		if (spot->is_heading && (ends_heading || str_blank(src->line[at - 1])))
			return false;
		if (ends_heading)
			continue; /* there were only reference definitions above it */
		int columns = read_delimiters(text, NULL);
		if (columns == 0)
			continue;
		struct str header = header_text(src, at - 1, spot);
		int given = count_cells(header);
		if (given == columns && columns <= LIMIT_COLUMNS) {
			take_table(t, src, spot, at, header, columns);
			return true;
		}
		if (miss->line == 0 && memchr(header.p, '|', header.n) &&
		    memchr(text.p, '|', text.n))
			*miss = (struct md_mismatch){at, given, columns};
	}
	return false;
}
