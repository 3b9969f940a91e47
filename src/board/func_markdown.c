/* SPDX-License-Identifier: MIT
 * func_markdown - SQL functions of Markdown: as markup with live blocks, as plain words
 *
 * A live block "```table WORDS" holds a query; its rows become a table with the words as
 * caption, those of "```chart KIND WORDS" a figure (func_chart_block). The query runs on the
 * connection that called the function, so it may do what
 * the theme's own queries may and no more. */
#include "board/func_int.h"

#include "board/assets.h"
#include "fmt/html.h"
#include "fmt/md.h"
#include "fmt/original.h"

enum { TABLE_ROWS_MAX = 2000 };

/* One text on its way through md_render. */
struct rendering {
	struct func_state *state;
	struct str root, id_prefix;
	const struct map *given; /* name to struct given; NULL: no values were given */
};

/* A named value of the page: in the text `=NAME`, in a query :NAME. */
struct given {
	struct str text; /* absent: null */
	int64_t number;
	bool is_int;
};

static bool is_scheme_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '+' || c == '-' || c == '.';
}

/* Leads to a page or file of this site: no scheme, no host, no mere fragment. */
static bool is_inside(struct str url)
{
	if (url.n == 0 || url.p[0] == '#' || url.p[0] == '?' || str_starts(url, STR("//")))
		return false;
	size_t colon = str_find_byte(url, ':', 0);
	for (size_t i = 0; i < colon; i++)
		if (!is_scheme_byte(url.p[i]))
			return true;
	return colon == 0 || colon == url.n;
}

/* The published name of "assets/...", with what follows ? or #. */
static int put_asset(const struct rendering *r, struct str url, struct place at, struct buf *out,
                     struct diag *d)
{
	size_t end = str_find_byte(url, '#', 0), question = str_find_byte(url, '?', 0);
	end = question < end ? question : end;
	const struct assets *as = r->state->env->assets;
	struct str path = assets_find(as, str_slice(url, 0, end));
	if (!path.p)
		return diag_add(d, DIAG_A001, at, str_slice(url, 0, end),
		                assets_nearest(as, str_slice(url, 0, end)));
	func_put_top(r->state, out, r->root);
	buf_put(out, path);
	buf_put(out, str_slice(url, end, url.n));
	return 0;
}

/* Pages there are once a language; any other file is there once. */
static bool is_page(struct str url)
{
	struct str path = str_slice(url, 0, str_find_byte(url, '#', 0));
	path = str_slice(path, 0, str_find_byte(path, '?', 0));
	return !path.n || str_ends(path, STR("/")) || str_ends(path, STR(".html"));
}

static int put_link(void *user, struct str url, struct place at, struct buf *out, struct diag *d)
{
	const struct rendering *r = user;
	const struct func_env *env = r->state->env;
	if (!is_inside(url)) {
		buf_put(out, url);
		return 0;
	}
	url = str_slice(url, url.p[0] == '/', url.n);
	if (env->assets && str_starts(url, STR("assets/")))
		return put_asset(r, url, at, out, d);
	if (is_page(url))
		buf_put(out, r->root);
	else
		func_put_top(r->state, out, r->root);
	if (env->link_check)
		return env->link_check(env->link_user, url, at, out, d);
	buf_put(out, url);
	return 0;
}

/* Values. */

/* Members of a JSON object; a list or an object in it counts as null. */
static void read_given(struct func_state *s, struct arena *a, struct str json, struct map *given)
{
	struct diag unheard = {0};
	struct db_stmt *row = db_must_prepare(
		s->db, "SELECT key, atom FROM json_each(?1) ORDER BY id");
	db_bind_text(row, 0, json);
	while (db_step(row, &unheard) == 1) {
		struct given *g = arena_new(a, struct given);
		g->is_int = db_column_type(row, 1) == DB_INT;
		g->number = db_int(row, 1);
		if (!db_is_null(row, 1))
			g->text = original_bare(a, arena_str(a, db_text(row, 1)));
		map_put(given, arena_str(a, db_text(row, 0)), g);
	}
	db_finish(row);
	diag_release(&unheard);
}

static int find_value(void *user, struct str text, struct place at, struct str *value,
                      struct diag *d)
{
	const struct rendering *r = user;
	if (!r->given || !str_starts(text, STR("=")))
		return 0;
	struct str name = str_trim(str_slice(text, 1, text.n));
	const struct given *g = map_get(r->given, name);
	if (!g) {
		struct str near = map_nearest(r->given, name);
		return diag_add(d, DIAG_R064, at, name, near.p ? near : STR("–"));
	}
	*value = g->text;
	return 1;
}

/* Live tables. */

static void bind_given(struct db_stmt *query, int i, const struct given *g)
{
	if (g->is_int)
		db_bind_int(query, i, g->number);
	else
		db_bind_text(query, i, g->text);
}

static int bind_params(const struct rendering *r, struct db_stmt *query, struct place at,
                       struct diag *d)
{
	const struct func_env *env = r->state->env;
	for (int i = 0; i < db_param_count(query); i++) {
		struct str name = db_param_name(query, i);
		if (str_eqz(name, "date"))
			db_bind_text(query, i, env->date);
		else if (str_eqz(name, "lang"))
			db_bind_text(query, i, env->lang.p ? env->lang : STR("vi"));
		else if (str_eqz(name, "root"))
			db_bind_text(query, i, r->root);
		else if (r->given && map_has(r->given, name))
			bind_given(query, i, map_get(r->given, name));
		else
			return diag_add(d, DIAG_R060, at, name);
	}
	return 0;
}

/* Digits from `from` on, at most `most`. */
static size_t count_digits(struct str s, size_t from, size_t most)
{
	size_t n = 0;
	while (n < most && from + n < s.n && s.p[from + n] >= '0' && s.p[from + n] <= '9')
		n++;
	return n;
}

static char sign_of(struct str sign, char vietnamese)
{
	return sign.n == 1 ? sign.p[0] : vietnamese;
}

/* As num() and pct() write it: "-1.234,5", "81,76%", "–"; not a code such as 1.001193. */
static bool is_written_number(struct str s, struct num_signs signs)
{
	char group = sign_of(signs.group, '.'), point = sign_of(signs.point, ',');
	size_t at = str_starts(s, STR("-")), n = count_digits(s, at, 3);
	if (str_eqz(s, "–"))
		return true;
	if (n == 0)
		return false;
	for (at += n; at < s.n && s.p[at] == group; at += 4)
		if (count_digits(s, at + 1, 3) < 3)
			return false;
	if (at < s.n && s.p[at] == point)
		at += 1 + count_digits(s, at + 1, s.n);
	return at == s.n || (at + 1 == s.n && s.p[at] == '%');
}

/* Markup of our functions passes, its marks are taken off; all else is text. */
static void put_cell(struct buf *out, const struct db_stmt *row, int i, struct num_signs signs)
{
	struct str value = db_text(row, i);
	enum db_type type = db_column_type(row, i);
	bool number = type == DB_INT || type == DB_REAL || is_written_number(value, signs);
	buf_putz(out, number ? "<td class=\"ny-right\">" : "<td>");
	if (value.n > 0 && value.p[0] == MARKUP_MARK) {
		for (struct str rest = value; rest.p;)
			buf_put(out, str_cut(&rest, MARKUP_MARK));
	} else {
		html_put(out, value, HTML_TEXT);
	}
	buf_putz(out, "</td>");
}

static void put_head(struct buf *out, const struct db_stmt *query, struct str caption)
{
	buf_putz(out, "<div class=\"ny-table-scroll\" tabindex=\"0\"");
	if (caption.n) {
		buf_putz(out, " role=\"group\" aria-label=\"");
		html_put(out, caption, HTML_ATTR);
		buf_putz(out, "\"");
	}
	buf_putz(out, ">\n<table class=\"ny-table\">\n");
	if (caption.n) {
		buf_putz(out, "<caption class=\"ny-table__caption\">");
		html_put(out, caption, HTML_TEXT);
		buf_putz(out, "</caption>\n");
	}
	buf_putz(out, "<thead>\n<tr>");
	for (int i = 0; i < db_column_count(query); i++) {
		buf_putz(out, "<th scope=\"col\">");
		html_put(out, db_column_name(query, i), HTML_TEXT);
		buf_putz(out, "</th>");
	}
	buf_putz(out, "</tr>\n</thead>\n<tbody>\n");
}

static int put_rows(struct buf *out, struct db_stmt *query, struct num_signs signs,
                    struct place at, struct diag *d)
{
	int columns = db_column_count(query);
	int rows = 0, status;
	for (; (status = db_step(query, d)) == 1; rows++) {
		if (rows == TABLE_ROWS_MAX)
			return diag_add(d, DIAG_R061, at, STR("2000"));
		buf_putz(out, "<tr>");
		for (int i = 0; i < columns; i++)
			put_cell(out, query, i, signs);
		buf_putz(out, "</tr>\n");
	}
	if (rows == 0) /* a table without rows would look broken */
		buf_printf(out, "<tr><td colspan=\"%d\">–</td></tr>\n", columns);
	return status;
}

/* The words after "table", else those of a comment on the query's first line. */
static struct str caption_of(struct str words, struct str sql)
{
	if (!str_blank(words))
		return str_trim(words);
	struct str first = str_trim(str_cut_line(&sql));
	return str_starts(first, STR("--")) ? str_trim(str_slice(first, 2, first.n)) : STR("");
}

/* The query under a fence, ready to be stepped through; NULL and a message when it is wrong. */
static struct db_stmt *open_query(const struct rendering *r, struct str sql, struct place fence,
                                  struct diag *d)
{
	struct func_state *s = r->state;
	struct db_stmt *query = NULL;
	struct place at = fence;
	at.line++;
	if (s->live_depth > 0 || !db_is_guarded(s->db))
		diag_add(d, DIAG_R062, fence);
	else if (db_prepare(s->db, sql, at, &query, d) == 0 && bind_params(r, query, at, d) == 0)
		return query;
	db_finish(query);
	return NULL;
}

static int put_table(const struct rendering *r, struct str words, struct str sql, struct place at,
                     struct buf *out, struct diag *d)
{
	struct str caption = caption_of(words, sql);
	struct db_stmt *query = open_query(r, sql, at, d);
	if (!query)
		return -1;
	if (caption.n == 0)
		diag_add(d, DIAG_R063, at);
	at.line++; /* the query begins under the fence */
	r->state->live_depth++;
	put_head(out, query, caption);
	int status = put_rows(out, query, r->state->signs, at, d);
	buf_putz(out, "</tbody>\n</table>\n</div>\n");
	r->state->live_depth--;
	db_finish(query);
	return status;
}

static int put_chart(const struct rendering *r, struct str words, struct str sql, struct place at,
                     struct buf *out, struct diag *d)
{
	struct db_stmt *query = open_query(r, sql, at, d);
	if (!query)
		return -1;
	struct arena a = {0};
	struct func_chart_fence fence = {.words = words, .at = at};
	fence.caption = caption_of(STR(""), sql);
	fence.id = arena_printf(&a, "%.*sbieu-do-%d", STR_ARG(r->id_prefix), at.line);
	r->state->live_depth++;
	int status = func_chart_block(r->state, &fence, query, out, d);
	r->state->live_depth--;
	db_finish(query);
	arena_release(&a);
	return status;
}

static int put_block(void *user, struct str word, struct str text, struct place at, struct buf *out,
                     struct diag *d)
{
	struct str kind = str_cut(&word, ' ');
	if (str_eqz(kind, "table"))
		return put_table(user, word, text, at, out, d) < 0 ? -1 : 1;
	if (str_eqz(kind, "chart"))
		return put_chart(user, word, text, at, out, d) < 0 ? -1 : 1;
	return 0;
}

/* The functions. */

/* What is wrong with the text goes to the messages with its place; the first mistake is the
 * SQL error too, so that the page fails. */
static void hand_over(struct func_call *c, int status, const struct diag *own)
{
	struct diag *d = c->state->env->d;
	if (d)
		diag_join(d, own);
	for (size_t i = 0; i < own->count && status < 0; i++)
		if (own->messages[i].level == DIAG_ERROR) {
			func_fail(c, FUNC_IN_TEXT, own->messages[i].text, STR(""));
			return;
		}
}

static bool arg_small(struct func_call *c, int i, int64_t most, int64_t fallback, int *out)
{
	int64_t n = fallback;
	if (!func_arg_is_null(c, i) && !func_arg_int(c, i, &n))
		return false;
	if (n < 0 || n > most)
		return func_fail(c, FUNC_TOO_BIG, STR(""), STR(""));
	*out = (int)n;
	return true;
}

static bool arg_given(struct func_call *c, int i)
{
	return func_arg_is_null(c, i) || func_is_json_object(c->state, func_arg_text(c, i)) ||
	       func_fail(c, FUNC_NO_OBJECT, STR(""), STR(""));
}

static void do_markdown(struct func_call *c)
{
	enum { MD, ROOT, PATH, LINE, LEVELS, PREFIX, GIVEN };
	struct func_state *s = c->state;
	struct rendering r = {.state = s, .root = STR("")};
	if (!func_arg_is_null(c, ROOT))
		r.root = func_arg_text(c, ROOT);
	struct md_options o = {.mode = MD_PAGE, .root = r.root, .user = &r, .link = put_link,
	                       .block = put_block, .span = find_value};
	struct arena values = {0};
	struct map given = {.arena = &values};
	if (func_arg_is_null(c, MD) || !arg_small(c, LINE, INT32_MAX, 0, &o.at.line) ||
	    !arg_small(c, LEVELS, 5, 1, &o.heading_shift) || !arg_given(c, GIVEN))
		return;
	o.at.file = func_arg_text(c, PATH);
	o.id_prefix = r.id_prefix = func_arg_text(c, PREFIX);
	if (!func_arg_is_null(c, GIVEN)) {
		read_given(s, &values, func_arg_text(c, GIVEN), &given);
		r.given = &given;
	}
	struct diag own = {.lang = s->env->d ? s->env->d->lang : DIAG_VI};
	struct buf out = {.max = LIMIT_PAGE};
	bool is_original = original_is_in(func_arg_marked(c, MD));
	buf_putc(&out, MARKUP_MARK);
	if (is_original)
		buf_putc(&out, ORIGINAL_BLOCK);
	int status = md_render(&o, func_arg_text(c, MD), &out, &own);
	if (is_original)
		buf_putc(&out, ORIGINAL_BLOCK_END);
	hand_over(c, status, &own);
	if (status == 0)
		func_result(c, &out);
	arena_release(&values);
	buf_release(&out);
	diag_release(&own);
}

/* White space of any kind and length becomes one space. */
static struct str squeeze(struct buf *out, struct str s)
{
	bool apart = false;
	for (size_t at = 0; at < s.n;) {
		uint32_t ch;
		at = text_next(s, at, &ch);
		if (text_class_of(ch) == TEXT_LINE || ch == ' ') {
			apart = true;
			continue;
		}
		if (apart && out->len)
			buf_putc(out, ' ');
		apart = false;
		text_put_char(out, ch);
	}
	return buf_str(out);
}

static void do_plain(struct func_call *c)
{
	struct diag own = {.lang = c->state->env->d ? c->state->env->d->lang : DIAG_VI};
	struct md_options o = {.mode = MD_TEXT};
	struct buf words = {.max = LIMIT_PAGE}, line = {0};
	int most = 0;
	if (!arg_small(c, 1, INT32_MAX, INT32_MAX, &most))
		return;
	int status = md_render(&o, func_arg_text(c, 0), &words, &own);
	if (status < 0) {
		hand_over(c, status, &own);
	} else {
		struct str all = squeeze(&line, buf_str(&words));
		if (text_chars(all) > (size_t)most && most > 0) {
			struct str cut = text_cut_words(all, (size_t)most - 1);
			buf_truncate(&line, cut.n);
			buf_putz(&line, "…");
		} else if (most == 0) {
			buf_reset(&line);
		}
		if (original_is_in(func_arg_marked(c, 0))) {
			buf_reset(&words);
			original_put(&words, buf_str(&line));
			db_result_text(c->sql, buf_str(&words));
		} else {
			db_result_text(c->sql, buf_str(&line));
		}
	}
	buf_release(&line);
	buf_release(&words);
	diag_release(&own);
}

const struct func_entry func_markdown_entries[] = {
	{"markdown", "markdown(md [, root [, path [, line [, levels [, prefix [, given]]]]]])",
	 1, 7, FUNC_ANY, true, do_markdown,
	 "A Markdown text as markup, its links checked, its live blocks and values worked out."},
	{"plain", "plain(md [, n])", 1, 2, FUNC_PURE, false, do_plain,
	 "The words of a Markdown text on one line, at most n characters, cut at a word."},
	{0},
};
