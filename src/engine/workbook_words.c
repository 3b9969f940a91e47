/* SPDX-License-Identifier: MIT
 * workbook_words - what docs/data.md says of tables and columns */
#include "engine/workbook_words.h"

#include "base/map.h"
#include "base/text.h"
#include "builtin.h"

/* A line of the table of values: the values are between backticks. */
struct meaning {
	struct str values, text;
};
struct words {
	struct arena *arena;
	struct map tables;  /* "fees" to struct str *, its title */
	struct map columns; /* "fees.name" to struct str *, its row's last cell */
	struct meaning *meanings;
	size_t count, cap;
};

static void keep(struct words *w, struct map *in, struct str key, struct str value)
{
	struct str *kept = arena_new(w->arena, struct str);
	*kept = value;
	map_put(in, key, kept);
}

/* The next cell of a row of a table; absent after the last. */
static struct str next_cell(struct str *rest)
{
	return str_trim(str_cut(rest, '|'));
}

static struct str between_ticks(struct str s)
{
	size_t from = str_find_byte(s, '`', 0) + 1;
	return str_slice(s, from, str_find_byte(s, '`', from));
}

/* "### fees.csv: Phí, lệ phí"; any other heading ends the table before. */
static struct str take_heading(struct words *w, struct str line)
{
	struct str mark = STR("### "), end = STR(".csv: ");
	size_t at = str_find(line, end, 0);
	if (!str_starts(line, mark) || at == line.n)
		return (struct str){0};
	struct str title = str_slice(line, at + end.n, line.n);
	struct str file = str_slice(line, mark.n, at);
	keep(w, &w->tables, file, str_trim(str_slice(title, 0, str_find_byte(title, '(', 0))));
	return file;
}

static void take_column(struct words *w, struct str file, struct str row)
{
	struct str name = between_ticks(next_cell(&row)), text = {0};
	while (row.p) {
		struct str cell = next_cell(&row);
		text = cell.n ? cell : text;
	}
	keep(w, &w->columns, arena_printf(w->arena, "%.*s.%.*s", STR_ARG(file), STR_ARG(name)),
	     text);
}

static void take_meaning(struct words *w, struct str row)
{
	w->meanings = arena_grow(w->arena, w->meanings, w->count, &w->cap, sizeof *w->meanings);
	struct str values = next_cell(&row);
	w->meanings[w->count++] = (struct meaning){values, next_cell(&row)};
}

struct words *words_open(struct arena *a)
{
	struct words *w = arena_new(a, struct words);
	*w = (struct words){.arena = a, .tables = {.arena = a}, .columns = {.arena = a}};
	struct str rest = builtin_find(STR("docs/data.md"))->bytes, file = {0};
	bool is_values = false;
	while (rest.p) {
		struct str line = str_cut_line(&rest);
		if (str_starts(line, STR("#"))) {
			file = take_heading(w, line);
			is_values = str_eq(line, STR("## Nghĩa của các giá trị"));
		}
		if (!str_starts(line, STR("| `")))
			continue;
		if (file.p)
			take_column(w, file, str_slice(line, 1, line.n));
		else if (is_values)
			take_meaning(w, str_slice(line, 1, line.n));
	}
	return w;
}

struct str words_table(const struct words *w, struct str file)
{
	const struct str *title = map_get(&w->tables, file);
	return title ? *title : (struct str){0};
}

static struct str text_of(const struct words *w, struct str file, struct str column)
{
	struct str key = arena_printf(w->arena, "%.*s.%.*s", STR_ARG(file), STR_ARG(column));
	const struct str *text = map_get(&w->columns, key);
	return text ? *text : (struct str){0};
}

/* With a capital, without the ticks of code. */
static struct str as_sentence(const struct words *w, struct str s)
{
	struct buf out = {0};
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		bool is_first = at == 0;
		at = text_next(s, at, &c);
		if (c != '`')
			text_put_char(&out, is_first ? text_upper(c) : c);
	}
	struct str text = arena_str(w->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

struct str words_title(const struct words *w, struct str file, struct str column)
{
	struct str text = text_of(w, file, column);
	size_t end = 0;
	while (end < text.n && text.p[end] != ';' && text.p[end] != ':' && text.p[end] != '`' &&
	       !(end && text.p[end] == '('))
		end++;
	/* ", ở `fees.csv`" */
	if (end < text.n && text.p[end] == '`')
		while (end > 0 && text.p[end] != ',')
			end--;
	return as_sentence(w, str_trim(str_slice(text, 0, end)));
}

/* All values of the line are among those of the column. */
static bool is_meant(const struct trial_column *c, struct str values)
{
	for (struct str rest = values; rest.p;) {
		str_cut(&rest, '`');
		if (!rest.p)
			break;
		struct str value = str_cut(&rest, '`');
		size_t i = 0;
		while (i < c->allowed_count && !str_eq(c->allowed[i], value))
			i++;
		if (i == c->allowed_count)
			return false;
	}
	return true;
}

struct str words_note(const struct words *w, struct str file, const struct trial_column *c)
{
	struct buf out = {0};
	buf_put(&out, as_sentence(w, text_of(w, file, c->name)));
	for (size_t i = 0; i < w->count && c->allowed_count; i++) {
		const struct meaning *m = &w->meanings[i];
		if (is_meant(c, m->values))
			buf_printf(&out, "%s%.*s: %.*s", out.len ? "\n" : "",
			           STR_ARG(as_sentence(w, m->values)), STR_ARG(m->text));
	}
	struct str text = arena_str(w->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

struct str words_reference(const struct words *w, struct str file, struct str column)
{
	struct str text = text_of(w, file, column), mark = STR(", ở `"), end = STR(".csv`");
	size_t from = str_find(text, mark, 0) + mark.n;
	size_t to = from < text.n ? str_find(text, end, from) : text.n;
	return to < text.n ? str_slice(text, from, to) : (struct str){0};
}
