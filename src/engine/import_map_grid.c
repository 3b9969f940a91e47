/* SPDX-License-Identifier: MIT
 * import_map_grid - rows of cells become the tables `source`, `header` and `title` */
#include "base/text.h"
#include "engine/import_map_int.h"
#include "fmt/json.h"

/* SQLite takes at most 2,000 columns. */
enum { MOST_COLUMNS = 1000 };
/* The header is one of the first rows. */
enum { HEAD_ROWS = 40, HEAD_BYTES = 4 << 20 };
/* Whoever waits is told each time that so many were read. */
enum { ROWS_BETWEEN = 5000 };

struct import_grid {
	struct import_job *j;
	struct import_source *s;
	struct import_grid_row head[HEAD_ROWS]; /* until the header is found */
	size_t head_count, head_bytes;
	bool is_open; /* the header was found */
	struct str *names;
	size_t count;
	struct db_stmt *insert;
	struct buf json; /* of a row */
	struct arena row; /* cells that were cleaned, of one row */
};

struct import_grid *import_grid_new(struct import_job *j, struct import_source *s)
{
	struct import_grid *t = arena_new(&j->arena, struct import_grid);
	t->j = j;
	t->s = s;
	return t;
}

void import_grid_free(struct import_grid *t)
{
	db_finish(t->insert);
	buf_release(&t->json);
	arena_release(&t->row);
}

/* Every column gets a name that SQL can tell from the others, whatever the header says: an
 * empty one its number ("c3"), one that is there already a number more ("Name 2"). White space
 * inside a name, line breaks too, is one space, and so is what no map could write. */
static struct str column_name(struct arena *a, struct str cell, size_t number)
{
	struct buf name = {0};
	for (size_t i = 0, from = 0; i < cell.n; from = i) {
		uint32_t code;
		i = text_next(cell, i, &code);
		enum text_class is = text_class_of(code);
		bool is_space = is == TEXT_LINE || is == TEXT_CONTROL || is == TEXT_NONCHARACTER ||
		                str_blank(str_slice(cell, from, i));
		if (!is_space)
			buf_put(&name, str_slice(cell, from, i));
		else if (name.len && name.p[name.len - 1] != ' ')
			buf_putc(&name, ' ');
	}
	struct str s = str_trim(buf_str(&name));
	s = s.n ? arena_str(a, s) : arena_printf(a, "c%zu", number);
	buf_release(&name);
	return s;
}

/* Up to the last cell that is filled. */
static size_t reach(const struct import_grid_row *r)
{
	size_t n = r->count;
	while (n > 0 && str_blank(r->cells[n - 1]))
		n--;
	return n;
}

static size_t filled(const struct import_grid_row *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->count; i++)
		n += !str_blank(r->cells[i]);
	return n;
}

/* The two widest of the rows below `line`. The second is what counts: one row alone may be too
 * long by mistake. */
struct widest {
	size_t first, second;
};
static struct widest widest_below(const struct import_grid *t, int line,
                                  size_t (*measure)(const struct import_grid_row *))
{
	struct widest w = {0};
	for (size_t i = 0; i < t->head_count; i++) {
		size_t n = t->head[i].line > line ? measure(&t->head[i]) : 0;
		w.second = n > w.first ? w.first : n > w.second ? n : w.second;
		w.first = n > w.first ? n : w.first;
	}
	return w;
}

/* Columns without a name at the header's end are some when at least two rows fill the last of
 * them. */
static size_t count_columns(const struct import_grid *t, const struct import_grid_row *header)
{
	size_t count = reach(header), second = widest_below(t, header->line, reach).second;
	return second > count ? second : count;
}

static void name_columns(struct import_grid *t, const struct import_grid_row *r)
{
	struct arena *a = &t->j->arena;
	struct map seen = {.arena = a};
	map_put(&seen, STR("_line"), t);
	map_put(&seen, STR("_row"), t);
	t->count = count_columns(t, r);
	t->names = arena_array(a, t->count + 1, sizeof *t->names);
	for (size_t i = 0; i < t->count; i++) {
		struct str cell = i < r->count ? r->cells[i] : STR("");
		struct str name = column_name(a, cell, i + 1), used = name;
		for (size_t n = 2; map_has(&seen, import_lower(a, used)); n++)
			used = arena_printf(a, "%.*s %zu", STR_ARG(name), n);
		map_put(&seen, import_lower(a, used), t);
		t->names[i] = used;
	}
	t->s->names = t->names;
	t->s->name_count = t->count;
}

static void put_name(struct buf *sql, struct str name)
{
	buf_putc(sql, '"');
	for (size_t i = 0; i < name.n; i++)
		buf_printf(sql, name.p[i] == '"' ? "\"%c" : "%c", name.p[i]);
	buf_putc(sql, '"');
}

static int make_tables(struct import_grid *t)
{
	struct diag *d = t->j->d;
	struct buf sql = {0};
	buf_putz(&sql, "CREATE TABLE header(position INT, name TEXT);"
	               "CREATE TABLE title(_line INT, text TEXT);"
	               "CREATE TABLE source(_line INT, _row TEXT");
	for (size_t i = 0; i < t->count; i++) {
		buf_putz(&sql, ", ");
		put_name(&sql, t->names[i]);
		buf_putz(&sql, " TEXT");
	}
	buf_putz(&sql, ")");
	int status = db_exec(t->s->db, buf_str(&sql).p, d);
	buf_reset(&sql);
	buf_putz(&sql, "INSERT INTO source VALUES (?, ?");
	for (size_t i = 0; i < t->count; i++)
		buf_putz(&sql, ", ?");
	buf_putz(&sql, ")");
	if (status == 0)
		status = db_prepare(t->s->db, buf_str(&sql), NOWHERE, &t->insert, d);
	buf_release(&sql);
	return status;
}

/* Cell by cell into a table of a number and a text. */
static int put_cells(struct import_grid *t, const char *sql, const struct import_grid_row *r,
                     bool is_title)
{
	struct db_stmt *s = db_must_prepare(t->s->db, sql);
	int status = 0;
	for (size_t i = 0; i < r->count && status == 0; i++) {
		if (is_title && str_blank(r->cells[i]))
			continue;
		db_bind_int(s, 0, is_title ? r->line : (int64_t)i + 1);
		db_bind_text(s, 1, str_trim(r->cells[i]));
		status = db_run(s, NULL, NULL, t->j->d);
	}
	db_finish(s);
	return status;
}

static bool is_blank(const struct import_grid_row *r, size_t from)
{
	for (size_t i = from; i < r->count; i++)
		if (!str_blank(r->cells[i]))
			return false;
	return true;
}

static struct str number(struct import_grid *t, size_t n)
{
	return arena_printf(&t->j->arena, "%zu", n);
}

static int put_row(struct import_grid *t, const struct import_grid_row *r)
{
	struct import_source *s = t->s;
	bool is_short = r->count < t->count && !s->is_ragged;
	if (is_short || !is_blank(r, t->count)) {
		s->refused++;
		diag_add(t->j->d, is_short ? DIAG_D016 : DIAG_D015,
		         import_source_place(&t->j->arena, s, r->line), number(t, r->count),
		         number(t, t->count));
		return 0;
	}
	buf_reset(&t->json);
	buf_putc(&t->json, '{');
	for (size_t i = 0; i < t->count; i++) {
		struct str cell = i < r->count ? str_trim(r->cells[i]) : STR("");
		buf_putz(&t->json, i ? "," : "");
		json_put_string(&t->json, t->names[i]);
		buf_putc(&t->json, ':');
		if (cell.n)
			json_put_string(&t->json, cell);
		else
			buf_putz(&t->json, "null");
		db_bind_text(t->insert, (int)i + 2, cell.n ? cell : (struct str){0});
	}
	buf_putc(&t->json, '}');
	db_bind_int(t->insert, 0, r->line);
	db_bind_text(t->insert, 1, buf_str(&t->json));
	if (++s->rows % ROWS_BETWEEN == 0 && t->j->o->progress)
		t->j->o->progress(t->j->o->progress_user, s->file, s->rows);
	return db_run(t->insert, NULL, NULL, t->j->d);
}

/* The first row that fills more than half of what the rows of the table fill. Titles above it
 * stand in one or two cells, merged ones in the first of them. */
static size_t find_header(const struct import_grid *t)
{
	struct widest all = widest_below(t, 0, filled);
	for (size_t i = 0; i < t->head_count; i++) {
		size_t n = filled(&t->head[i]);
		if (n * 2 > all.second && (n >= 2 || all.first < 2))
			return i;
	}
	return 0;
}

static struct str cell_of(const struct import_grid_row *r, size_t i)
{
	return i < r->count ? str_trim(r->cells[i]) : STR("");
}

static bool has_letter(struct str s)
{
	bool has = false;
	for (size_t i = 0; i < s.n; i++)
		has = has || (s.p[i] & 0x80) || (s.p[i] >= 'A' && s.p[i] <= 'Z') ||
		      (s.p[i] >= 'a' && s.p[i] <= 'z');
	return has;
}

/* A group is a name above two columns or more that have names of their own: its cell was merged
 * over them. Where it ends when one begins at column `i`, else `i`. */
static size_t group_end(const struct import_grid_row *upper, const struct import_grid_row *lower,
                        size_t i)
{
	size_t end = i;
	if (!cell_of(upper, i).n || !cell_of(lower, i).n)
		return i;
	for (end = i + 1; end < lower->count && cell_of(lower, end).n && !cell_of(upper, end).n;)
		end++;
	return end > i + 1 ? end : i;
}

/* Two rows are one header when the lower one names columns of groups and nothing else, and the
 * upper one names all others: no row of data is like that. */
static bool is_double(const struct import_grid_row *upper, const struct import_grid_row *lower)
{
	size_t width = upper->count > lower->count ? upper->count : lower->count;
	size_t groups = 0, alone = 0;
	for (size_t i = 0; i < width;) {
		size_t end = group_end(upper, lower, i);
		for (size_t k = i; k < end; k++)
			if (!has_letter(cell_of(lower, k)))
				return false;
		if (end == i && cell_of(lower, i).n)
			return false;
		groups += end > i;
		alone += end == i && cell_of(upper, i).n;
		i = end > i ? end : i + 1;
	}
	return groups && alone && lower->line == upper->line + 1;
}

/* "Thời hạn" above "Quy định" and "Thực tế": "Thời hạn Quy định", "Thời hạn Thực tế". */
static struct import_grid_row join_rows(struct import_grid *t, const struct import_grid_row *upper,
                                        const struct import_grid_row *lower)
{
	size_t width = upper->count > lower->count ? upper->count : lower->count;
	struct str *cells = arena_array(&t->j->arena, width + 1, sizeof *cells);
	struct str group = STR("");
	for (size_t i = 0; i < width; i++) {
		struct str above = cell_of(upper, i), below = cell_of(lower, i);
		group = above.n ? above : group;
		cells[i] = !below.n ? above
		                    : arena_printf(&t->j->arena, "%.*s %.*s", STR_ARG(group),
		                                   STR_ARG(below));
	}
	return (struct import_grid_row){lower->line, width, cells};
}

/* The header is two rows: they become one, at the place of the lower. */
static void join_header(struct import_grid *t, size_t *at)
{
	size_t upper = *at;
	if (upper && is_double(&t->head[upper - 1], &t->head[upper]))
		upper--;
	else if (upper + 1 >= t->head_count || !is_double(&t->head[upper], &t->head[upper + 1]))
		return;
	*at = upper;
	t->s->how.is_double = true;
	t->head[upper] = join_rows(t, &t->head[upper], &t->head[upper + 1]);
	t->head_count--;
	for (size_t i = upper + 1; i < t->head_count; i++)
		t->head[i] = t->head[i + 1];
}

/* What stood in front of the header is a title, what stood after it are rows. */
static int open_table(struct import_grid *t)
{
	size_t at = find_header(t);
	join_header(t, &at);
	const struct import_grid_row *header = &t->head[at];
	t->is_open = true;
	t->s->how.header_line = header->line;
	t->s->how.titles = at;
	name_columns(t, header);
	if (t->count > MOST_COLUMNS)
		return diag_add(t->j->d, DIAG_I042,
		                import_source_place(&t->j->arena, t->s, header->line),
		                number(t, t->count), number(t, MOST_COLUMNS));
	if (make_tables(t) < 0)
		return -1;
	struct import_grid_row names = {header->line, t->count, t->names};
	int status = put_cells(t, "INSERT INTO header VALUES (?, ?)", &names, false);
	for (size_t i = 0; i < t->head_count && status == 0; i++) {
		if (i < at)
			status = put_cells(t, "INSERT INTO title VALUES (?, ?)", &t->head[i], true);
		else if (i > at)
			status = put_row(t, &t->head[i]);
	}
	return status;
}

static void keep_head(struct import_grid *t, const struct import_grid_row *r)
{
	struct arena *a = &t->j->arena;
	struct str *cells = arena_array(a, r->count + 1, sizeof *cells);
	for (size_t i = 0; i < r->count; i++) {
		cells[i] = arena_str(a, r->cells[i]);
		t->head_bytes += cells[i].n;
	}
	t->head[t->head_count++] = (struct import_grid_row){r->line, r->count, cells};
}

/* A row of clean cells, until the next one. */
static struct import_grid_row clean_row(struct import_grid *t, const struct import_grid_row *r)
{
	arena_reset(&t->row);
	struct str *cells = arena_array(&t->row, r->count + 1, sizeof *cells);
	for (size_t i = 0; i < r->count; i++)
		cells[i] = import_clean_cell(&t->row, r->cells[i], t->j->o->kept,
		                             t->s->how.cleaned);
	return (struct import_grid_row){r->line, r->count, cells};
}

int import_grid_put(struct import_grid *t, const struct import_grid_row *given)
{
	struct import_grid_row clean = clean_row(t, given), *r = &clean;
	if (is_blank(r, 0))
		return 0;
	if (t->is_open)
		return put_row(t, r);
	keep_head(t, r);
	return t->head_count == HEAD_ROWS || t->head_bytes > HEAD_BYTES ? open_table(t) : 0;
}

bool import_grid_is_empty(const struct import_grid *t)
{
	return !t->head_count;
}

int import_grid_end(struct import_grid *t)
{
	if (t->is_open)
		return 0;
	if (t->head_count)
		return open_table(t);
	return diag_add(t->j->d, DIAG_D006, import_source_place(&t->j->arena, t->s, 1));
}
