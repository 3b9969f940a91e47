/* SPDX-License-Identifier: MIT
 * quality - looking through a text: for words and for what a wrong encoding or a scan has
 * left of it */
#include "board/quality.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* Words. */

/* Letters and digits, by their first byte: C2 begins signs, E2 quotes and dashes, all other
 * bytes above 7F are letters in what is written here. */
static bool is_word_byte(char c)
{
	unsigned char b = (unsigned char)c;
	return b < 0x80 ? isalnum(b) != 0 : b != 0xC2 && b != 0xE2;
}

static bool at_word_start(struct str s, size_t at)
{
	while (at > 0 && ((unsigned char)s.p[at - 1] & 0xC0) == 0x80)
		at--;
	return at == 0 || !is_word_byte(s.p[at - 1]);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* The position after `word` when it stands at `at`, else 0. */
static size_t match_at(struct str s, size_t at, struct str word)
{
	size_t w = 0;
	while (w < word.n) {
		uint32_t have, want;
		if (at >= s.n)
			return 0;
		if (word.p[w] == ' ' && is_space(s.p[at])) {
			while (at < s.n && is_space(s.p[at]))
				at++;
			w++;
			continue;
		}
		at = text_next(s, at, &have);
		w = text_next(word, w, &want);
		if (have != want && text_lower(have) != want)
			return 0;
	}
	return at < s.n && is_word_byte(s.p[at]) ? 0 : at;
}

/* The words, and the bytes with which one of them can begin, in either case: of what has more
 * bytes than one both cases share the first. */
enum { WORDS_MOST = 64 };
struct words {
	struct str word[WORDS_MOST];
	size_t n;
	bool first[256];
};

static void list_words(struct words *w, struct str rest)
{
	*w = (struct words){.n = 0};
	while (rest.p && w->n < WORDS_MOST) {
		struct str word = str_cut(&rest, '|');
		if (word.n == 0)
			continue;
		unsigned char b = (unsigned char)word.p[0];
		w->word[w->n++] = word;
		w->first[b] = true;
		if (b < 0x80)
			w->first[toupper(b)] = true;
	}
}

bool quality_find_words(struct str s, struct str words, size_t start, size_t *from, size_t *to)
{
	struct words w;
	list_words(&w, words);
	for (size_t i = start; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];
		if (!w.first[b] || (i > 0 && !at_word_start(s, i)))
			continue;
		unsigned char small = b < 0x80 ? (unsigned char)tolower(b) : b;
		for (size_t k = 0; k < w.n; k++) {
			unsigned char begin = (unsigned char)w.word[k].p[0];
			size_t end = begin == b || begin == small ? match_at(s, i, w.word[k]) : 0;
			if (end) {
				*from = i;
				*to = end;
				return true;
			}
		}
	}
	return false;
}

/* Debris. One word at a time, as code points. */

enum { WORD_MOST = 40 };
struct word {
	uint32_t c[WORD_MOST + 1]; /* ended by 0 */
	size_t n;
};

enum sign { CLEAN, DOUBTFUL, SURE };

static bool is_lower(uint32_t c)
{
	return c > 0x40 && text_is_word(c) && text_lower(c) == c && (c > 0x7F || isalpha((int)c));
}

static bool is_letter(uint32_t c)
{
	return c > 0x40 && text_is_word(c);
}

/* Letters and signs of Latin-1 that Vietnamese does not have, yet TCVN3 and VNI use. */
static bool is_foreign(uint32_t c)
{
	return c >= 0xC4 && c <= 0xFF && strchr("\xC4\xC5\xC6\xC7\xCB\xCE\xCF\xD0\xD1\xD6\xD8\xDB"
	       "\xDC\xDE\xDF\xE4\xE5\xE6\xE7\xEB\xEE\xEF\xF0\xF1\xF6\xF8\xFB\xFC\xFE\xFF", (int)c);
}

static bool is_sign(uint32_t c)
{
	return c == 0xD7 || c == 0xF7 || (c >= 0xA5 && c <= 0xBE && strchr("\xA7\xA8\xA9\xAA\xAB\xAC\xAE\xB5\xB6\xB7\xB8\xB9\xBB"
	       "\xBC\xBD\xBE", (int)c));
}

/* UTF-8 shown as Latin letters: "Äăng", "áº¥", "Æ°", "Ã´". */
static bool is_twice_encoded(uint32_t a, uint32_t b)
{
	switch (a) {
	case 0xE1: return b == 0xBA || b == 0xBB;
	case 0xC3: return b >= 0xA0 && b <= 0xBF;
	case 0xC4: return b == 0x2018 || b == 0x192 || b == 0xA9 || b == 0x90;
	case 0xC6: return b == 0xB0 || b == 0xA1;
	case 0xE2: return b == 0x20AC;
	default: return false;
	}
}

/* A sign or a capital inside a word; a square, which stands for a lost character. */
static bool is_sure_at(const struct word *w, size_t i)
{
	uint32_t c = w->c[i], next = w->c[i + 1], before = i > 0 ? w->c[i - 1] : 0;
	if (is_twice_encoded(c, next))
		return true;
	if (c >= 0xB5 && c <= 0xB9 && next == 0)
		return is_lower(before);
	if (is_sign(c) || c == 0x25A1)
		return is_lower(next) && (is_letter(before) || c == 0xAE || c == 0xA7);
	return is_lower(before) && before < 0x100 && c >= 0xC6 && c <= 0xDE && is_lower(next);
}

static int count_foreign(const struct word *w)
{
	int count = 0;
	for (size_t i = 0; i < w->n; i++)
		count += is_foreign(w->c[i]);
	return count;
}

/* "th0ng", "1à". */
static bool has_digit_for_letter(const struct word *w)
{
	if (w->n == 2 && w->c[0] == '1' && w->c[1] == 0xE0)
		return true;
	bool found = false;
	for (size_t i = 0; i < w->n; i++) {
		if (i > 0 && w->c[i] == '0' && is_lower(w->c[i - 1]) && is_lower(w->c[i + 1]))
			found = true;
		else if (!is_lower(w->c[i]) && !(i == 0 && is_letter(w->c[i])))
			return false;
	}
	return found;
}

/* Vietnamese has "iế" and "yế" before a consonant, never "ié" and "yé". */
static bool lost_a_mark(const struct word *w)
{
	for (size_t i = 1; i < w->n; i++)
		if (w->c[i] == 0xE9 && (w->c[i - 1] == 'i' || w->c[i - 1] == 'y') && is_lower(w->c[i + 1]))
			return true;
	return false;
}

static bool is_scan_word(struct str s)
{
	static const char *const words[] = {"cia", "dugc", "duge", "duoc", "nguoi"};
	for (size_t i = 0; i < countof(words); i++)
		if (str_eqz(s, words[i]))
			return true;
	return false;
}

/* Most words: ASCII letters and the letters of Vietnamese, which UTF-8 begins with C4 to C6,
 * E1, or C3 for those of Latin-1; "é" and a capital after a small letter are looked at. */
static bool is_plain_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		if (b == '0' || b == '1' || b == 0xC2 || b == 0xE2 || (b > 0xC6 && b < 0xE1))
			return false;
		if (b == 0xC3 && (next == 0xA9 || next == 0x97 || next == 0xB7 || (next < 0xA0 && i > 0 && islower((unsigned char)s.p[i - 1])) ||
		                  is_foreign(next + 0x40U)))
			return false;
	}
	return true;
}

static enum sign judge(struct str s)
{
	if (is_plain_word(s))
		return is_scan_word(s) ? DOUBTFUL : CLEAN;
	struct word w = {.n = 0};
	for (size_t at = 0; at < s.n && w.n < WORD_MOST; w.n++)
		at = text_next(s, at, &w.c[w.n]);
	for (size_t i = 0; i < w.n; i++)
		if (is_sure_at(&w, i))
			return SURE;
	int foreign = count_foreign(&w);
	if (has_digit_for_letter(&w) || foreign > 1)
		return SURE;
	return foreign || lost_a_mark(&w) ? DOUBTFUL : CLEAN;
}

/* The next word at or after `at`, without the ASCII signs around it. Addresses are passed
 * over. */
static bool next_word(struct str s, size_t at, size_t *from, size_t *to)
{
	while (at < s.n) {
		while (at < s.n && is_space(s.p[at]))
			at++;
		size_t end = at;
		bool address = false;
		for (; end < s.n && !is_space(s.p[end]); end++)
			address = address || s.p[end] == '@' || s.p[end] == '/' || s.p[end] == '_';
		*from = at;
		*to = end;
		while (*from < *to && ispunct((unsigned char)s.p[*from]))
			++*from;
		while (*from < *to && ispunct((unsigned char)s.p[*to - 1]))
			--*to;
		if (!address && *from < *to)
			return true;
		at = end;
	}
	return false;
}

bool quality_find_garbled(struct str s, size_t *from, size_t *to)
{
	int doubtful = 0;
	size_t a, b;
	for (size_t at = 0; next_word(s, at, &a, &b); at = b) {
		enum sign sign = judge(str_slice(s, a, b));
		if (sign == CLEAN)
			continue;
		if (sign == SURE || doubtful == 0) {
			*from = a;
			*to = b;
		}
		if (sign == SURE || ++doubtful == 2)
			return true;
	}
	return false;
}
