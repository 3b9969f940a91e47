/* SPDX-License-Identifier: MIT
 * func_text - SQL functions of words: folding, slugs, letters, JSON, interface texts */
#include "board/func_int.h"
#include "board/cell.h"
#include "board/personal.h"

#include "fmt/html.h"
#include "fmt/original.h"

static void put_through(struct func_call *c, void (*put)(struct buf *out, struct str s))
{
	struct buf out = {0};
	put(&out, func_arg_text(c, 0));
	func_result(c, &out);
}

static void do_slug(struct func_call *c)
{
	put_through(c, text_slug);
}

static void do_fold(struct func_call *c)
{
	put_through(c, text_fold);
}

static void do_fold_key(struct func_call *c)
{
	put_through(c, text_fold_key);
}

static void do_first_letter(struct func_call *c)
{
	put_through(c, text_first_letter);
}

static void do_json_text(struct func_call *c)
{
	put_through(c, html_put_json);
}

static bool is_json(struct func_call *c, struct str s)
{
	struct diag unheard = {0};
	struct db_stmt *check = db_must_prepare(c->state->db, "SELECT json_valid(?1)");
	db_bind_text(check, 0, s);
	bool valid = db_step(check, &unheard) == 1 && db_int(check, 0) == 1;
	db_finish(check);
	diag_release(&unheard);
	return valid;
}

/* A mark of fmt/original as SQLite writes it: \u0002. */
static bool is_json_mark(struct str s)
{
	return s.n >= 6 && str_starts(s, STR("\\u000")) &&
	       original_is_mark((char)(s.p[5] - '0'));
}

/* In JSON these stand inside strings only, where their number says the same; so nothing in
 * it can end the script or begin a comment of HTML. */
static void put_script_json(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str tail = str_slice(s, i, s.n);
		if (s.p[i] == '\\') {
			size_t n = is_json_mark(tail) ? 6 : 2;
			buf_put(out, str_slice(tail, 0, n == 2 ? 2 : 0));
			i += n - 1;
		} else if (s.p[i] == '<' || s.p[i] == '>' || s.p[i] == '&') {
			buf_printf(out, "\\u%04x", (unsigned)s.p[i]);
		} else if (str_starts(tail, STR("\u2028")) || str_starts(tail, STR("\u2029"))) {
			buf_putz(out, str_starts(tail, STR("\u2028")) ? "\\u2028" : "\\u2029");
			i += 2;
		} else {
			buf_putc(out, s.p[i]);
		}
	}
}

static void do_script_json(struct func_call *c)
{
	struct str s = func_arg_text(c, 0);
	if (!is_json(c, s)) {
		func_fail(c, FUNC_NO_JSON, STR(""), STR(""));
		return;
	}
	struct buf out = {0};
	buf_putc(&out, MARKUP_MARK);
	put_script_json(&out, s);
	func_result(c, &out);
}

static void do_t(struct func_call *c)
{
	struct buf out = {0};
	if (func_put_text(c, &out, func_arg_text(c, 0)))
		func_result(c, &out);
	buf_release(&out);
}

/* Tr. The text as a cell of TEXT has it is the key, so that a line break of a spreadsheet more
 * or less makes no difference. */

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			return true;
	}
	return false;
}

/* The translation, borrowed until the statement is reset; absent when there is none. */
static struct str find_translation(struct func_state *s, struct str text)
{
	struct diag unheard = {0};
	struct str key = {0};
	uint32_t bad;
	if (!s->translation)
		s->translation = db_must_prepare(
			s->db, "SELECT translation FROM main.translation"
			       " WHERE text = ?1 AND lang = ?2");
	if (!cell_clean(&s->bare, text, false, &key, &bad))
		return (struct str){0};
	db_bind_text(s->translation, 0, key);
	db_bind_text(s->translation, 1, s->env->lang);
	bool found = db_step(s->translation, &unheard) == 1;
	diag_release(&unheard);
	return found ? db_text(s->translation, 0) : (struct str){0};
}

static void do_tr(struct func_call *c)
{
	struct func_state *s = c->state;
	struct str text = func_arg_marked(c, 0);
	if (!s->is_further || original_is_in(text) || !has_letter(text)) {
		db_result_text(c->sql, text);
		return;
	}
	struct str found = find_translation(s, text);
	if (found.p) {
		db_result_text(c->sql, found);
	} else {
		struct buf out = {0};
		original_put(&out, text);
		func_result(c, &out);
	}
	db_reset(s->translation);
}

static size_t digits_at_end(struct str s)
{
	size_t n = 0;
	while (n < s.n && s.p[s.n - 1 - n] >= '0' && s.p[s.n - 1 - n] <= '9')
		n++;
	return n;
}

/* The first group when it is short, and the last three digits when they are not most of what
 * is left: a short code must not come out whole. */
static void put_masked(struct buf *out, struct str s)
{
	size_t head = 0;
	while (head < s.n && s.p[head] != '.' && s.p[head] != '-')
		head++;
	if (head < s.n && head > 0 && head <= 4) {
		buf_put(out, str_slice(s, 0, head));
		buf_putz(out, ".…");
	} else {
		buf_putz(out, "…");
		head = 0;
	}
	if (s.n - head >= 8 && digits_at_end(s) >= 3) {
		buf_putz(out, "-…");
		buf_put(out, str_slice(s, s.n - 3, s.n));
	}
}

static void put_personal(struct buf *out, struct str s)
{
	static const char *const kinds[] = {"ID", "PHONE", "EMAIL", "NAME"};
	struct personal found;
	size_t at = 0;
	bool later = false;
	buf_putc(out, '[');
	for (; personal_next(s, &at, &found); later = true) {
		struct buf key = {0};
		personal_put_key(&key, &found);
		buf_putz(out, later ? "," : "");
		buf_printf(out, "{\"kind\":\"%s\",\"text\":", kinds[found.kind]);
		html_put_json(out, found.text);
		buf_putz(out, ",\"key\":");
		html_put_json(out, buf_str(&key));
		buf_putc(out, '}');
		buf_release(&key);
	}
	buf_putc(out, ']');
}

static void do_personal_data(struct func_call *c)
{
	put_through(c, put_personal);
}

static void do_mask_code(struct func_call *c)
{
	put_through(c, put_masked);
}

enum { WIDEST = 1000 };

static void do_text_lines(struct func_call *c)
{
	int64_t ems = 0;
	if (!func_arg_int(c, 1, &ems))
		return;
	ems = ems < 1 ? 1 : ems > WIDEST ? WIDEST : ems;
	db_result_int(c->sql, (int64_t)chart_line_count(func_arg_text(c, 0), (double)ems));
}

const struct func_entry func_text_entries[] = {
	{"t", "t(key)", 1, 1, FUNC_TEXT, false, do_t,
	 "An interface text in the language of the build, else in Vietnamese."},
	{"tr", "tr(x)", 1, 1, FUNC_TEXT, false, do_tr,
	 "A text of the data in the language of the page, marked where it has no translation."},
	{"slug", "slug(x)", 1, 1, FUNC_PURE, false, do_slug,
	 "The words of a text as part of an address: a-z, 0-9 and single hyphens."},
	{"fold", "fold(x)", 1, 1, FUNC_PURE, false, do_fold,
	 "A text without marks, in lower case, with d for đ: for comparing."},
	{"fold_key", "fold_key(x)", 1, 1, FUNC_PURE, false, do_fold_key,
	 "As fold, with i for y as well: the form that search compares."},
	{"first_letter", "first_letter(x)", 1, 1, FUNC_PURE, false, do_first_letter,
	 "The letter of the alphabet under which a name stands in a list, or # for none."},
	{"json_text", "json_text(x)", 1, 1, FUNC_PURE, false, do_json_text,
	 "A text as a JSON string, with its quotes."},
	{"mask_code", "mask_code(code)", 1, 1, FUNC_PURE, false, do_mask_code,
	 "A dossier's code for public lists: its first group and its last three digits."},
	{"personal_data", "personal_data(x)", 1, 1, FUNC_PURE, false, do_personal_data,
	 "What looks like data of a person in a text, as a JSON list."},
	{"text_lines", "text_lines(x, ems)", 2, 2, FUNC_PURE, false, do_text_lines,
	 "How many lines a text takes in a column."},
	{"script_json", "script_json(json)", 1, 1, FUNC_PURE, false, do_script_json,
	 "JSON that may stand inside a script element, as markup."},
	{0},
};
