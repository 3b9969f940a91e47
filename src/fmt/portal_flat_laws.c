/* SPDX-License-Identifier: MIT
 * portal_flat_laws - legal bases, cut out of the portal's page again
 *
 *   Luật 37/2018/QH1437/2018/QH14Nghị định sửa đổi ...18/2026/NĐ-CP
 *
 * is two rows: "Luật 37/2018/QH14", number 37/2018/QH14, and "Nghị định sửa đổi ...", number
 * 18/2026/NĐ-CP. Numbers stand in titles too, so a number is a cell of its own only when
 * something is glued to it, in front or behind. */
#include "fmt/portal_flat.h"

#include <string.h>

#include "base/text.h"

struct str portal_flat_laws_heads(void)
{
	return STR("Tên văn bản pháp lýMã văn bản");
}

static bool stands(struct str s, size_t at, const char *word)
{
	return str_starts(str_slice(s, at, s.n), str_from(word));
}

/* The length of a capital of a document's sign at `at`: A to Z, Đ, Ư; 0 when it is none. */
static size_t capital(struct str s, size_t at)
{
	if (at < s.n && s.p[at] >= 'A' && s.p[at] <= 'Z')
		return 1;
	return stands(s, at, "Đ") || stands(s, at, "Ư") ? strlen("Đ") : 0;
}

static size_t skip_capitals(struct str s, size_t at)
{
	for (size_t n = capital(s, at); n; n = capital(s, at))
		at += n;
	return at;
}

/* Behind the sign of who issued it, the last part of a number: one of those we know, for the
 * next title may begin with capitals too; else all capitals but the first of a word. */
static size_t issuer_end(struct str s, size_t at)
{
	static const char *const known[] = {
		"CP", "TTg", "BTC", "BCT", "BTP", "NHNN", "BCA", "BNNMT", "BGTVT", "BYT", "BKHCN",
		"BXD", "BQP", "BVHTTDL", "BNG", "BTTTT", "BLĐTBXH", "BGDĐT", "BNNPTNT", "BNV",
		"BTNMT", "BHXH", "BKHĐT", "VPCP", "BDTTG", "UBDT", "CTN", "TANDTC", "VKSNDTC",
		"TTCP", "HĐND", "UBND", "HĐTP", "CSXH", "BCY"};
	static const char *const terms[] = {"UBTVQH", "QH"}; /* and the number of the term */
	for (size_t i = 0; i < countof(terms); i++) {
		size_t digits = at + strlen(terms[i]);
		if (stands(s, at, terms[i]) && digits < s.n && str_is_digit(s.p[digits]))
			return digits + 1 + (s.p[digits] == '1' && digits + 1 < s.n &&
			                     str_is_digit(s.p[digits + 1]));
	}
	size_t best = 0;
	for (size_t i = 0; i < countof(known); i++)
		if (stands(s, at, known[i]) && strlen(known[i]) > best)
			best = strlen(known[i]);
	if (best)
		return at + best;
	size_t end = skip_capitals(s, at), last = end;
	uint32_t next = 0;
	if (end < s.n)
		text_next(s, end, &next);
	for (last = at; last < end && last + capital(s, last) < end;)
		last += capital(s, last);
	return text_is_word(next) && !text_is_upper(next) && next > '9' && last > at ? last : end;
}

/* Behind the document's number that begins at `at`; 0 when none does. */
static size_t number_end(struct str s, size_t at)
{
	size_t i = str_skip_digits(s, at);
	if (i < s.n && s.p[i] >= 'a' && s.p[i] <= 'z')
		i++;
	if (i + 1 < s.n && s.p[i] == '.')
		i = str_is_digit(s.p[i + 1]) ? str_skip_digits(s, i + 1) : i + 2;
	if (i >= s.n || s.p[i] != '/')
		return 0;
	size_t year = str_skip_digits(s, ++i);
	if (year == i + 4 && year < s.n && s.p[year] == '/')
		i = year + 1;
	if (!capital(s, i))
		return 0;
	for (;;) {
		size_t next = skip_capitals(s, i);
		next += next < s.n && s.p[next] == ' ' && next + 1 < s.n && s.p[next + 1] == '-';
		if (next >= s.n || !strchr("-/&", s.p[next]))
			break;
		bool dash = s.p[next] == '-' && s.p[next - 1] != ' ';
		next++;
		next += dash && next < s.n && s.p[next] == ' ';
		/* "- Luật" begins a title. */
		size_t behind = next + capital(s, next);
		uint32_t c = 0;
		if (behind < s.n)
			text_next(s, behind, &c);
		if (behind == next || (text_is_word(c) && !text_is_upper(c) && c > '9'))
			break;
		i = next;
	}
	return issuer_end(s, i);
}

/* The length of the one of these words that `s` ends in; 0 when it ends in none. */
static size_t ends_in(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_ends(s, str_from(*words)))
			return strlen(*words);
	return 0;
}

/* "Thông tư số " and the like right before `at`: where it begins, at or after `from`. Short
 * ones stand without a space too: "TT43/2023/TT-BTC". */
static size_t kind_start(struct str s, size_t from, size_t at)
{
	static const char *const numbers[] = {"số", "Số", NULL},
	                         *const shorts[] = {"NĐ", "TT", "NQ", "QĐ", NULL},
	                         *const kinds[] = {"Thông tư liên tịch", "Thông tư", "Nghị định",
	                                           "Nghị quyết", "Quyết định", "Pháp lệnh",
	                                           "Bộ luật", "Luật", "Chỉ thị", "NĐ", "TT", "NQ",
	                                           "QĐ", NULL};
	bool apart = at > from && strchr(" :", s.p[at - 1]);
	if (!apart)
		return at - ends_in(str_slice(s, from, at), shorts);
	const char *const *lists[] = {numbers, kinds};
	for (size_t i = 0; i < countof(lists); i++) {
		size_t end = at;
		while (end > from && strchr(" :", s.p[end - 1]))
			end--;
		size_t n = ends_in(str_slice(s, from, end), lists[i]);
		at = n ? end - n : at;
	}
	return at;
}

/* A title begins behind `at`, though a space stands there. */
static bool opens_title(struct str s, size_t at)
{
	static const char *const words[] = {"Thông tư", "Nghị định", "Nghị quyết", "Quyết định",
	                                    "Pháp lệnh", "Bộ luật", "Luật", "Quy định",
	                                    "Sửa đổi", "Hướng dẫn", "sửa đổi", "về "};
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\n'))
		at++;
	for (size_t i = 0; i < countof(words); i++)
		if (stands(s, at, words[i]))
			return true;
	return false;
}

/* What stands around a number that may be a cell. */
struct cell {
	size_t from;   /* with "Thông tư số " in front */
	size_t number; /* without */
	size_t end;
	size_t after;  /* behind the stops that some put there */
};

static bool is_cell(struct str s, size_t title, const struct cell *c)
{
	struct str rest = str_slice(s, c->after, s.n);
	uint32_t next = 0;
	/* A row has a title; one that ends in its own number has that number twice. */
	if (str_blank(str_slice(s, title, c->from)) ||
		str_starts(str_slice(s, c->end, s.n), str_slice(s, c->number, c->end)))
		return false;
	if (rest.n)
		text_next(rest, 0, &next);
	bool glued_behind = !rest.n || text_is_word(next) || next == '"' || next == 0x201C ||
	                    next == '-' || next == '+' || next == '*';
	if (!strchr(" \n(/-", s.p[c->from - 1]))
		return glued_behind || opens_title(s, c->after);
	/* "... theo Nghị định số 232/2025/NĐ-CP34/2025/TT-NHNN": the second is the cell. */
	return glued_behind && !(rest.n && str_is_digit(rest.p[0]) && number_end(rest, 0));
}

/* In "năm 202056/2020/QH14" the number begins behind the year. */
static size_t skip_year(struct str s, size_t at)
{
	size_t end = str_skip_digits(s, at);
	if ((!stands(s, at, "19") && !stands(s, at, "20")) || end >= s.n)
		return at;
	if (end > at + 4 && s.p[end] == '/')
		return at + 4;
	size_t behind = str_skip_digits(s, end + 1);
	bool stop = end == at + 4 && s.p[end] == '.' && behind > end + 1;
	return stop && behind < s.n && s.p[behind] == '/' ? end + 1 : at;
}

/* "92/2000/QĐ-NHNN792/2000/QĐ-NHNN7": the 7 belongs to the sign, as it stands twice. */
static bool ends_in_digit(struct str s, const struct cell *c)
{
	struct str number = str_slice(s, c->number, c->end);
	struct str with = str_slice(s, c->number, c->end + 1);
	return c->end < s.n && str_is_digit(s.p[c->end]) &&
	       (str_starts(str_slice(s, c->end + 1, s.n), number) ||
	        str_ends(str_slice(s, 0, c->number), with));
}

/* A seam is left in a title: a small letter and a capital behind it, a digit and the capital
 * of a word, or a number and a letter. */
static bool has_seam(struct str title)
{
	uint32_t last = 0, c;
	for (size_t i = 0; i < title.n; last = c) {
		bool begins = str_is_digit(title.p[i]) && !text_is_word(last);
		size_t end = begins ? number_end(title, i) : 0;
		if (end && end + 1 < title.n) { /* one digit may belong to the sign */
			text_next(title, end, &c);
			if (text_is_word(c))
				return true;
		}
		i = text_next(title, i, &c);
		uint32_t next = 0;
		if (i < title.n)
			text_next(title, i, &next);
		bool digit = last >= '0' && last <= '9';
		bool small = text_is_word(last) && !text_is_upper(last) && last > '9';
		bool opens = text_is_word(next) && !text_is_upper(next) && next > '9';
		if (text_is_upper(c) && (small || (digit && opens)))
			return true;
	}
	return false;
}

static void add_law(struct portal_rows *rows, struct str title, struct str number)
{
	struct portal_law *law = portal_add_law(rows);
	law->text = str_trim(title);
	law->may_hold_two = has_seam(law->text);
	if (number.n)
		law->text = arena_printf(rows->arena, "%.*s (%.*s)", STR_ARG(law->text),
		                         STR_ARG(number));
}

void portal_flat_laws(struct portal_rows *rows, struct str table)
{
	struct str heads = portal_flat_laws_heads();
	if (str_starts(table, heads))
		table = str_slice(table, heads.n, table.n);
	size_t title = 0;
	for (size_t i = 0; i < table.n;) {
		if (!str_is_digit(table.p[i])) {
			i++;
			continue;
		}
		struct cell c = {.number = skip_year(table, i)};
		c.end = number_end(table, c.number);
		if (!c.end) {
			i = str_skip_digits(table, i);
			continue;
		}
		c.end += ends_in_digit(table, &c);
		c.from = kind_start(table, title, c.number);
		c.after = c.end;
		while (c.after < table.n && strchr(".;", table.p[c.after]))
			c.after++;
		i = c.end;
		if (is_cell(table, title, &c)) {
			add_law(rows, str_slice(table, title, c.from),
			        str_slice(table, c.from, c.end));
			i = title = c.after;
		}
	}
	if (!str_blank(str_slice(table, title, table.n)))
		add_law(rows, str_slice(table, title, table.n), (struct str){0});
}
