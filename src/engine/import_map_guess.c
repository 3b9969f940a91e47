/* SPDX-License-Identifier: MIT
 * import_map_guess - a map made of what the columns of a table are called
 *
 * A name is compared with those that are known, folded and without signs: the same letters are
 * 100 %, before a bracket 95 %; a known name of two words or more inside it counts by its share
 * of the whole, one that differs in some letters by how many. Whether the table is a list of
 * procedures is not left to names: at least half of the cells under the code look like one. */
#include <string.h>

#include "base/text.h"
#include "engine/import_map_int.h"

enum { LEAST = 65, FEWEST_LETTERS = 5 };

struct column {
	struct str name;
	struct str words, letters; /* folded; letters: without spaces */
	struct str bare;           /* letters in front of a bracket: "Phí (đồng)" */
};
struct guess {
	struct import_job *j;
	const struct import_source *s;
	struct column *columns;
	size_t count;
	size_t of[IMPORT_M__COUNT];   /* column of each meaning; SIZE_MAX: none */
	int percent[IMPORT_M__COUNT]; /* of each meaning */
	bool by_cells;                /* the code was found by its cells */
	size_t codes, cells;
};

/* Names ------------------------------------------------------------------------------ */

static struct str without_spaces(struct arena *a, struct str s)
{
	struct buf out = {0};
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_putc(&out, s.p[i]);
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

static struct column column_of(struct arena *a, struct str name)
{
	struct buf folded = {0}, words = {0};
	text_fold(&folded, name);
	for (size_t at = 0; at < folded.len;) {
		uint32_t c;
		size_t next = text_next(buf_str(&folded), at, &c);
		if (text_is_word(c) && c != '_')
			buf_put(&words, str_slice(buf_str(&folded), at, next));
		else if (words.len && words.p[words.len - 1] != ' ')
			buf_putc(&words, ' ');
		at = next;
	}
	struct str clean = arena_str(a, str_trim(buf_str(&words))), bare = clean;
	size_t bracket = str_find_byte(name, '(', 0);
	if (bracket && bracket < name.n)
		bare = column_of(a, str_slice(name, 0, bracket)).letters;
	buf_release(&folded);
	buf_release(&words);
	return (struct column){arena_str(a, name), clean, without_spaces(a, clean),
	                       without_spaces(a, bare)};
}

/* `words` holds all words of `name`, one after the other. */
static bool holds(struct str words, struct str name)
{
	for (size_t at = 0; (at = str_find(words, name, at)) < words.n; at++) {
		size_t end = at + name.n;
		if ((at == 0 || words.p[at - 1] == ' ') && (end == words.n || words.p[end] == ' '))
			return true;
	}
	return false;
}

static int likeness(struct arena *a, const struct column *c, struct str name)
{
	struct str letters = without_spaces(a, name);
	if (str_eq(c->letters, letters))
		return 100;
	if (str_eq(c->bare, letters))
		return 95;
	if (letters.n < name.n && holds(c->words, name))
		return 60 + (int)(35 * name.n / c->words.n);
	size_t longer = c->letters.n > letters.n ? c->letters.n : letters.n;
	if (letters.n < FEWEST_LETTERS || c->letters.n < FEWEST_LETTERS)
		return 0;
	size_t away = str_distance(c->letters, letters, longer / 5);
	return away == SIZE_MAX ? 0 : 100 - (int)(100 * away / longer);
}

static int best_likeness(struct arena *a, const struct column *c, enum import_meaning m)
{
	struct str rest = import_meaning_names(m);
	int best = 0;
	while (rest.p) {
		int now = likeness(a, c, str_cut(&rest, '|'));
		best = now > best ? now : best;
	}
	return best;
}

/* The nearest pair first; a column has one meaning, a meaning one column. */
static void match_names(struct guess *g)
{
	struct arena scratch = {0};
	int *scores = arena_array(&scratch, g->count * IMPORT_M__COUNT + 1, sizeof *scores);
	for (size_t i = 0; i < g->count; i++)
		for (size_t m = 0; m < IMPORT_M__COUNT; m++)
			scores[i * IMPORT_M__COUNT + m] =
				best_likeness(&scratch, &g->columns[i], (enum import_meaning)m);
	for (;;) {
		size_t best = 0;
		for (size_t k = 0; k < g->count * IMPORT_M__COUNT; k++)
			best = scores[k] > scores[best] ? k : best;
		if (!g->count || scores[best] < LEAST)
			break;
		size_t column = best / IMPORT_M__COUNT, meaning = best % IMPORT_M__COUNT;
		g->of[meaning] = column;
		g->percent[meaning] = scores[best];
		for (size_t m = 0; m < IMPORT_M__COUNT; m++)
			scores[column * IMPORT_M__COUNT + m] = 0;
		for (size_t i = 0; i < g->count; i++)
			scores[i * IMPORT_M__COUNT + meaning] = 0;
	}
	arena_release(&scratch);
}

/* Cells ------------------------------------------------------------------------------ */

static void put_name(struct buf *out, struct str name)
{
	buf_putc(out, '"');
	for (size_t i = 0; i < name.n; i++)
		buf_printf(out, name.p[i] == '"' ? "\"%c" : "%c", name.p[i]);
	buf_putc(out, '"');
}

/* How many cells of a column are filled, and how many of these look like a national code. */
static int count_codes(struct guess *g, size_t column, size_t *cells, size_t *codes)
{
	struct buf sql = {0};
	struct db_stmt *s = NULL;
	struct str name = g->columns[column].name;
	buf_putz(&sql, "SELECT count(");
	put_name(&sql, name);
	buf_putz(&sql, "), total(");
	put_name(&sql, name);
	buf_putz(&sql, " GLOB '[1-9].[0-9][0-9][0-9][0-9]*') FROM source");
	int more = db_prepare(g->s->db, buf_str(&sql), NOWHERE, &s, g->j->d);
	if (more == 0)
		more = db_step(s, g->j->d);
	*cells = more > 0 ? (size_t)db_int(s, 0) : 0;
	*codes = more > 0 ? (size_t)db_int(s, 1) : 0;
	db_finish(s);
	buf_release(&sql);
	return more < 0 ? -1 : 0;
}

/* The column of the code: by its name when its cells agree, else by its cells alone. */
static int find_code(struct guess *g)
{
	size_t named = g->of[IMPORT_M_CODE], best = SIZE_MAX;
	for (size_t i = 0; i < g->count; i++) {
		size_t cells, codes;
		if (count_codes(g, i, &cells, &codes) < 0)
			return -1;
		bool is_code = cells && codes * 2 >= cells;
		if (!is_code || (best != SIZE_MAX && i != named && codes <= g->codes))
			continue;
		best = i;
		g->cells = cells;
		g->codes = codes;
		if (i == named)
			break;
	}
	g->of[IMPORT_M_CODE] = best;
	g->by_cells = best != named;
	if (best == SIZE_MAX || best == named)
		return 0;
	g->percent[IMPORT_M_CODE] = (int)(100 * g->codes / g->cells);
	for (size_t m = 0; m < IMPORT_M__COUNT; m++)
		if (m != IMPORT_M_CODE && g->of[m] == best)
			g->of[m] = SIZE_MAX;
	return 0;
}

/* YAML ------------------------------------------------------------------------------- */

/* In single quotes: nothing but these has to be written twice. */
static void put_quoted(struct buf *out, struct str s)
{
	buf_putc(out, '\'');
	for (size_t i = 0; i < s.n; i++)
		buf_printf(out, s.p[i] == '\'' ? "'%c" : "%c", s.p[i]);
	buf_putc(out, '\'');
}

/* The unit that stands in the name of the column instead of in its cells. */
static const char *unit_in_name(const struct guess *g, enum import_meaning m)
{
	struct str words = g->columns[g->of[m]].words;
	if (m == IMPORT_M_LIMIT && holds(words, STR("ngay lam viec")))
		return ", 'WORKING_DAY'";
	if (m == IMPORT_M_LIMIT && holds(words, STR("ngay")) && !holds(words, STR("so ngay")))
		return ", 'DAY'";
	if (m == IMPORT_M_FEE && holds(words, STR("nghin dong")))
		return ", 'nghìn đồng'";
	return "";
}

static void put_sql(struct buf *out, const struct guess *g, const char *sql, enum import_meaning m)
{
	struct buf text = {0};
	for (; *sql; sql++) {
		if (*sql == '?')
			put_name(&text, g->columns[g->of[m]].name);
		else if (*sql == '@')
			put_name(&text, g->columns[g->of[IMPORT_M_CODE]].name);
		else if (*sql == '!')
			buf_putz(&text, unit_in_name(g, m));
		else
			buf_putc(&text, *sql);
	}
	put_quoted(out, buf_str(&text));
	buf_release(&text);
}

static bool has(const struct guess *g, enum import_meaning m)
{
	return g->of[m] != SIZE_MAX;
}

static bool gives_column(const struct guess *g, const struct import_meaning_table *t, size_t i)
{
	bool gives = has(g, t->columns[i].what);
	for (size_t k = 0; k < i && gives; k++)
		gives = strcmp(t->columns[k].column, t->columns[i].column) != 0 ||
		        !has(g, t->columns[k].what);
	return gives;
}

static void put_table(struct buf *out, const struct guess *g, const struct import_meaning_table *t)
{
	buf_printf(out, "  - table: %s\n    from: ", t->file);
	put_sql(out, g, t->from, t->by);
	buf_putz(out, t->keep ? "\n    keep: true\n    columns:\n" : "\n    columns:\n");
	for (size_t i = 0; i < t->count; i++) {
		const struct import_meaning_column *c = &t->columns[i];
		if (!gives_column(g, t, i))
			continue;
		buf_printf(out, c->keep ? "      %s: {value: " : "      %s: ", c->column);
		put_sql(out, g, c->value, c->what);
		buf_putz(out, c->keep ? ", keep: true}\n" : "\n");
	}
}

/* "Mã số", "Tên": what the source has to have. */
static struct str list_columns(struct arena *a, const struct guess *g)
{
	struct buf list = {0};
	for (size_t i = 0; i < g->count; i++) {
		bool is_used = false;
		for (size_t m = 0; m < IMPORT_M__COUNT; m++)
			is_used = is_used || g->of[m] == i;
		if (is_used)
			buf_putz(&list, list.len ? ", " : "");
		if (is_used)
			put_name(&list, g->columns[i].name);
	}
	struct str text = arena_str(a, buf_str(&list));
	buf_release(&list);
	return text;
}

static struct str write_map(struct arena *a, const struct guess *g)
{
	struct buf out = {0};
	struct str columns = list_columns(a, g);
	buf_putz(&out, "# Đoán từ tiêu đề cột; xem lại từng dòng, sửa chỗ sai (docs/import.md).\n"
	         "title:\n  vi: danh sách thủ tục, các cột đoán từ tiêu đề\n"
	         "  en: a list of procedures, its columns guessed\ndescription:\n  vi: ");
	struct str words = arena_printf(a, "bảng có các cột %.*s", STR_ARG(columns));
	put_quoted(&out, words);
	buf_putz(&out, "\nformat: csv\nmatch: ");
	put_quoted(&out, arena_printf(a, "EXISTS (SELECT %.*s FROM source)", STR_ARG(columns)));
	buf_putz(&out, "\n\ntables:\n");
	const struct import_meaning_table *t;
	for (size_t i = 0; (t = import_meaning_table(i)) != NULL; i++)
		if (has(g, t->by))
			put_table(&out, g, t);
	buf_putz(&out, "\nskipped:\n  - count: ");
	put_sql(&out, g, "(SELECT count(*) FROM source WHERE @ IS NULL)", IMPORT_M_CODE);
	buf_putz(&out, "\n    text: {vi: hàng không có mã, en: rows without a code}\n");
	if (has(g, IMPORT_M_FEE)) {
		buf_putz(&out, "  - count: ");
		put_sql(&out, g, "(SELECT count(*) FROM source WHERE ? IS NOT NULL AND "
		        "fee_part(?, 'kind'!) IS NULL)", IMPORT_M_FEE);
		buf_putz(&out, "\n    text: {vi: ô phí ghi 0 mà không rõ là miễn phí hay chưa "
		         "điền, en: \"fees of 0, free or not filled in\"}\n");
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

/* Report ----------------------------------------------------------------------------- */

static struct str into_of(struct arena *a, enum import_meaning m)
{
	const struct import_meaning_table *t;
	for (size_t i = 0; (t = import_meaning_table(i)) != NULL; i++)
		for (size_t k = 0; k < t->count; k++)
			if (t->columns[k].what == m)
				return arena_printf(a, "%s.%s", t->file, t->columns[k].column);
	return (struct str){0};
}

static void show(const struct guess *g, struct import_map_guessed *out)
{
	struct arena *a = &g->j->arena;
	out->columns = arena_array(a, g->count + 1, sizeof *out->columns);
	out->count = g->count;
	out->codes = g->codes;
	out->cells = g->cells;
	for (size_t i = 0; i < g->count; i++)
		out->columns[i].column = arena_str(a, g->columns[i].name);
	for (size_t m = 0; m < IMPORT_M__COUNT; m++) {
		if (g->of[m] == SIZE_MAX)
			continue;
		struct import_map_column_guess *c = &out->columns[g->of[m]];
		c->into = into_of(a, (enum import_meaning)m);
		c->percent = g->percent[m];
		c->by_cells = m == IMPORT_M_CODE && g->by_cells;
	}
}

static int read_columns(struct guess *g)
{
	struct arena *a = &g->j->arena;
	struct db_stmt *s = db_must_prepare(
		g->s->db, "SELECT name FROM header ORDER BY position");
	size_t cap = 0;
	int more;
	while ((more = db_step(s, g->j->d)) > 0) {
		g->columns = arena_grow(a, g->columns, g->count, &cap, sizeof *g->columns);
		g->columns[g->count++] = column_of(a, db_text(s, 0));
	}
	db_finish(s);
	for (size_t m = 0; m < IMPORT_M__COUNT; m++)
		g->of[m] = SIZE_MAX;
	return more;
}

static size_t meanings(const struct guess *g)
{
	size_t n = 0;
	for (size_t m = 0; m < IMPORT_M__COUNT; m++)
		n += has(g, (enum import_meaning)m);
	return n;
}

int import_map_guess(struct import_job *j, struct import_source *s, const struct import_map **out)
{
	struct guess g = {.j = j, .s = s};
	if (s->format != IMPORT_CSV)
		return 0;
	if (read_columns(&g) < 0)
		return -1;
	match_names(&g);
	if (find_code(&g) < 0)
		return -1;
	if (!has(&g, IMPORT_M_CODE) || meanings(&g) < 2)
		return 0;
	if (j->guessed.p && j->o->save_map)
		return diag_add(j->d, DIAG_I058, ((struct place){.file = s->file}));
	j->guessed = write_map(&j->arena, &g);
	show(&g, &s->guessed);
	return import_map_take(j, j->guessed, out) < 0 ? -1 : 1;
}
