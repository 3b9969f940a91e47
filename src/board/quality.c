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

/* Whether one character of the text is that of the word, in either case; moves both on. */
static bool same_char(struct str s, size_t *at, struct str word, size_t *w)
{
	unsigned char have = (unsigned char)s.p[*at], want = (unsigned char)word.p[*w];
	if (want < 0x80) {
		++*at;
		++*w;
		return have == want || (have < 0x80 && tolower(have) == want);
	}
	uint32_t a, b;
	*at = text_next(s, *at, &a);
	*w = text_next(word, *w, &b);
	return a == b || text_lower(a) == b;
}

/* The position after `word` when it stands at `at`, else 0. */
static size_t match_at(struct str s, size_t at, struct str word)
{
	for (size_t w = 0; w < word.n;) {
		if (at >= s.n)
			return 0;
		if (word.p[w] == ' ' && is_space(s.p[at])) {
			while (at < s.n && is_space(s.p[at]))
				at++;
			w++;
		} else if (!same_char(s, &at, word, &w)) {
			return 0;
		}
	}
	return at < s.n && is_word_byte(s.p[at]) ? 0 : at;
}

static void add_word(struct quality_words *w, struct str word)
{
	const uint64_t bit = UINT64_C(1) << w->n;
	unsigned char first = (unsigned char)word.p[0];
	unsigned char next = word.n > 1 ? (unsigned char)word.p[1] : 0;
	w->word[w->n++] = word;
	w->first[first] |= bit;
	if (first < 0x80)
		w->first[toupper(first)] |= bit;
	if (word.n == 1)
		w->any_next |= bit;
	else if (next >= 0x80)
		w->high_next |= bit;
	w->next[next & 0x7F] |= bit;
	w->next[toupper(next & 0x7F)] |= bit;
	if (next == ' ') {
		w->next['\n'] |= bit;
		w->next['\t'] |= bit;
	}
}

/* Those that may stand at `i`. */
static uint64_t candidates(const struct quality_words *w, struct str s, size_t i)
{
	uint64_t may = w->first[(unsigned char)s.p[i]];
	if (!may)
		return 0;
	unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
	return may & (w->any_next | (next < 0x80 ? w->next[next] : w->high_next));
}

void quality_read_words(struct quality_words *w, struct str list)
{
	memset(w, 0, sizeof *w);
	while (list.p && w->n < QUALITY_WORDS_MOST) {
		struct str word = str_cut(&list, '|');
		if (word.n)
			add_word(w, word);
	}
}

bool quality_find(struct str s, const struct quality_words *w, size_t start, size_t *from,
                  size_t *to)
{
	for (size_t i = start; i < s.n; i++) {
		uint64_t may = candidates(w, s, i);
		if (!may || (i > 0 && !at_word_start(s, i)))
			continue;
		for (size_t k = 0; k < w->n; k++) {
			size_t end = may >> k & 1 ? match_at(s, i, w->word[k]) : 0;
			if (end) {
				*from = i;
				*to = end;
				return true;
			}
		}
	}
	return false;
}

bool quality_find_words(struct str s, struct str words, size_t start, size_t *from, size_t *to)
{
	struct quality_words w;
	quality_read_words(&w, words);
	return quality_find(s, &w, start, from, to);
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
	if (c == 0xD7 || c == 0xF7)
		return true;
	return c >= 0xA5 && c <= 0xBE &&
	       strchr("\xA7\xA8\xA9\xAA\xAB\xAC\xAE\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE", (int)c);
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
		return (is_lower(next) || is_sign(next)) &&
		       (is_letter(before) || c == 0xAE || c == 0xA7);
	return is_lower(before) && before < 0x100 && c >= 0xC6 && c <= 0xDE && is_lower(next);
}

/* VNI writes the mark behind its letter: "aê", "kyù". */
static bool is_mark_behind(uint32_t letter, uint32_t mark)
{
	if (letter == 'y')
		return mark == 0xF9;
	return (letter == 'a' || letter == 'e') && mark >= 0xE0 && mark <= 0xF9 &&
	       strchr("\xE0\xE1\xE2\xE3\xEA\xF9", (int)mark);
}

static int count_foreign(const struct word *w)
{
	int count = 0;
	for (size_t i = 0; i < w->n; i++)
		count += is_foreign(w->c[i]) || is_mark_behind(w->c[i], w->c[i + 1]);
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
		if (w->c[i] == 0xE9 && (w->c[i - 1] == 'i' || w->c[i - 1] == 'y') &&
		    is_lower(w->c[i + 1]))
			return true;
	return false;
}

/* "của", "được", "người" without their marks. */
static const char *const scan_words[] = {"cia", "dugc", "duge", "duoc", "nguoi"};

static bool is_scan_word(struct str s)
{
	for (size_t i = 0; i < countof(scan_words); i++)
		if (str_eqz(s, scan_words[i]))
			return true;
	return false;
}

/* "cia", "du", "ngu" */
static bool begins_scan_word(struct str s)
{
	char second = s.n > 2 ? s.p[1] : 0;
	if (second == 'u')
		return s.p[0] == 'd';
	return (second == 'i' && s.p[0] == 'c' && s.p[2] == 'a') ||
	       (second == 'g' && s.p[0] == 'n' && s.p[2] == 'u');
}

static enum sign judge(struct str s)
{
	if (is_scan_word(s))
		return DOUBTFUL;
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

/* Whether a word may be judged otherwise than clean because of the byte at `i`: most texts
 * have no such byte. UTF-8 begins the letters of Vietnamese with C3 to C6 and E1. */
static bool is_odd_letter(struct str s, size_t i)
{
	unsigned char b = (unsigned char)s.p[i], before = i > 0 ? (unsigned char)s.p[i - 1] : ' ';
	unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : ' ';
	if (b == '0')
		return islower(before) && (islower(next) || next > 0x80);
	if (b == '1')
		return next == 0xC3;
	if (b < 0x80)
		return before < 0x80 && !isalnum(before) && begins_scan_word(str_slice(s, i, s.n));
	uint32_t c = next + 0x40U; /* of Latin-1, when b is C3 */
	return b != 0xC3 || c == 0xE9 || is_sign(c) || is_foreign(c) || is_mark_behind(before, c) ||
	       (c < 0xE0 && islower(before));
}

static bool is_odd_byte(struct str s, size_t i)
{
	unsigned char b = (unsigned char)s.p[i];
	if (b < 0x80 ? b != '0' && b != '1' && b != 'c' && b != 'd' && b != 'n'
	             : b < 0xC2 || (b >= 0xC4 && b <= 0xC6) || b == 0xE1 || b > 0xE2)
		return false;
	return is_odd_letter(s, i);
}

/* The word around `at`, without the ASCII signs at its ends; false for addresses. */
static bool word_around(struct str s, size_t at, size_t *from, size_t *to)
{
	bool address = false;
	*from = *to = at;
	while (*from > 0 && !is_space(s.p[*from - 1]))
		--*from;
	while (*to < s.n && !is_space(s.p[*to]))
		++*to;
	for (size_t i = *from; i < *to; i++)
		address = address || s.p[i] == '@' || s.p[i] == '/' || s.p[i] == '_';
	while (*from < *to && ispunct((unsigned char)s.p[*from]))
		++*from;
	while (*from < *to && ispunct((unsigned char)s.p[*to - 1]))
		--*to;
	return !address && *from < *to;
}

bool quality_find_garbled(struct str s, size_t *from, size_t *to)
{
	int doubtful = 0;
	for (size_t i = 0; i < s.n; i++) {
		size_t a, b;
		if (!is_odd_byte(s, i))
			continue;
		enum sign sign = word_around(s, i, &a, &b) ? judge(str_slice(s, a, b)) : CLEAN;
		if (sign == CLEAN)
			continue;
		if (sign == SURE || doubtful == 0) {
			*from = a;
			*to = b;
		}
		if (sign == SURE || ++doubtful == 2)
			return true;
		i = b;
	}
	return false;
}
