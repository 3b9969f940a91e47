/* SPDX-License-Identifier: MIT
 * func_quality - SQL functions that look through a text: for words, for people's data, for
 * what a wrong encoding or a scan has left of it */
#include "board/func_int.h"

#include <ctype.h>
#include <string.h>

#include "board/quality.h"
#include "board/stated.h"

/* How much of the text stands on each side of what was found, bytes; and how far away words
 * of `unless` still count. */
enum { AROUND = 36, NEAR_BEFORE = 100, NEAR_AFTER = 160 };

/* The end of a text's slice must not cut a character. */
static size_t char_start(struct str s, size_t at)
{
	while (at > 0 && at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* What was found with some words before and after, on one line. */
static void put_excerpt(struct buf *out, struct str s, size_t from, size_t to)
{
	size_t a = from > AROUND ? from - AROUND : 0, b = to + AROUND < s.n ? to + AROUND : s.n;
	while (a > 0 && a < from && s.p[a - 1] != ' ' && s.p[a - 1] != '\n')
		a++;
	while (b < s.n && b > to && s.p[b] != ' ' && s.p[b] != '\n')
		b--;
	if (a > 0)
		buf_putz(out, "…");
	for (; a < b; a++)
		buf_putc(out, s.p[a] == '\n' ? ' ' : s.p[a]);
	if (b < s.n)
		buf_putz(out, "…");
}

/* What an argument lists, read when it is first met: it is mostly the same for all rows. */
struct word_list {
	struct quality_words words;
	char text[];
};

static struct word_list *read_list(struct str s)
{
	struct word_list *list = mem_resize(NULL, sizeof *list + s.n + 1);
	if (s.n)
		memcpy(list->text, s.p, s.n);
	list->text[s.n] = '\0';
	quality_read_words(&list->words, (struct str){list->text, s.n});
	return list;
}

/* The first place of `words` that has none of `unless` (or NULL) near by. */
static bool find_free(struct str s, const struct quality_words *words,
                      const struct quality_words *unless, size_t *from, size_t *to)
{
	for (*from = 0; quality_find(s, words, *from, from, to); *from = *to) {
		size_t a = char_start(s, *from > NEAR_BEFORE ? *from - NEAR_BEFORE : 0), x, y;
		size_t b = char_start(s, *to + NEAR_AFTER < s.n ? *to + NEAR_AFTER : s.n);
		if (!unless || !quality_find(str_slice(s, a, b), unless, 0, &x, &y))
			return true;
	}
	return false;
}

static void do_find_words(struct func_call *c)
{
	enum { WORDS = 1, UNLESS, ARGUMENTS };
	struct word_list *list[ARGUMENTS] = {0};
	bool is_new[ARGUMENTS] = {0};
	for (int i = WORDS; i < func_arg_count(c); i++) {
		list[i] = db_call_kept(c->sql, i);
		is_new[i] = !list[i];
		if (is_new[i])
			list[i] = read_list(func_arg_text(c, i));
	}
	struct str s = func_arg_text(c, 0);
	size_t from, to;
	if (find_free(s, &list[WORDS]->words, list[UNLESS] ? &list[UNLESS]->words : NULL, &from,
	              &to)) {
		struct buf out = {0};
		put_excerpt(&out, s, from, to);
		func_result(c, &out);
	}
	for (int i = WORDS; i < ARGUMENTS; i++)
		if (is_new[i])
			db_call_keep(c->sql, i, list[i], mem_free);
}

static void do_money_in(struct func_call *c)
{
	struct str s = func_arg_text(c, 0);
	struct stated_sum sum;
	struct buf out = {0};
	buf_putc(&out, '[');
	for (size_t at = 0; stated_next_sum(s, &at, &sum);)
		if (!sum.currency)
			buf_printf(&out, out.len > 1 ? ",%lld" : "%lld", (long long)sum.amount);
	buf_putc(&out, ']');
	func_result(c, &out);
}

static void do_limits_in(struct func_call *c)
{
	struct buf folded = {0}, out = {0};
	struct stated_limit limit;
	text_fold(&folded, func_arg_text(c, 0));
	buf_putc(&out, '[');
	for (size_t at = 0; stated_next_limit(buf_str(&folded), &at, &limit);) {
		buf_putz(&out, out.len > 1 ? ",\"" : "\"");
		stated_put_number(&out, limit.value);
		buf_printf(&out, " %s\"", limit.unit);
	}
	buf_putc(&out, ']');
	buf_release(&folded);
	func_result(c, &out);
}

static void do_find_personal(struct func_call *c)
{
	struct buf out = {0};
	if (quality_find_personal(func_arg_text(c, 0), func_arg_text(c, 1), &out))
		func_result(c, &out);
	buf_release(&out);
}

static void do_find_garbled(struct func_call *c)
{
	struct str s = func_arg_text(c, 0);
	size_t from, to;
	if (!quality_find_garbled(s, &from, &to))
		return;
	struct buf out = {0};
	put_excerpt(&out, s, from, to);
	func_result(c, &out);
}

const struct func_entry func_quality_entries[] = {
	{"find_words", "find_words(text, words [, unless])", 2, 3, FUNC_PURE, false, do_find_words,
	 "The first place in a text where one of some words stands, with what is around it."},
	{"money_in", "money_in(text)", 1, 1, FUNC_PURE, false, do_money_in,
	 "The sums of đồng that a text names, as a JSON list."},
	{"limits_in", "limits_in(text)", 1, 1, FUNC_PURE, false, do_limits_in,
	 "The time limits that a text names, as a JSON list."},
	{"find_personal", "find_personal(text [, known])", 1, 2, FUNC_PURE, true, do_find_personal,
	 "The beginning of the first thing in a text that looks like a person's data."},
	{"find_garbled", "find_garbled(text)", 1, 1, FUNC_PURE, false, do_find_garbled,
	 "The first place where a text shows signs of a wrong encoding or of a bad scan."},
	{0},
};
