/* SPDX-License-Identifier: MIT
 *
 * terms - a text as the words that are searched for
 *
 * A word is a run of letters, without marks and in small letters ("Đất" is "dat"), and a
 * number for its marks, which tells "đất" from "đạt" and does not mind where a tone stands:
 * "hòa" and "hoà" are the same. y at the end after a consonant, or after qu, is i: "kỹ" and
 * "kĩ", "quý" and "quí". A run with a digit in it is a code: what . / - join belongs to it and
 * they are left out: "15/2020/NĐ-CP" is "152020ndcp", "1.001193" is "1001193".
 *
 * assets/js/search.js reads what people type in the same way.
 *
 * Owns     the table of letters, made once by terms_init, lies in the arena
 * Fails    never
 * Threads  any number may read with one struct terms
 */
#ifndef NIEMYET_BOARD_TERMS_H
#define NIEMYET_BOARD_TERMS_H

#include "base/arena.h"

enum {
	TERM_MAX = 40,   /* bytes of a word; what is longer is cut */
	TERM_MARKS = 48, /* stroke of đ + 2 x (^ 1, breve 2, horn 3) + 8 x (tone 0 to 5) */
};

struct terms;
struct terms *terms_init(struct arena *a);

struct term {
	char word[TERM_MAX];
	uint8_t n;       /* bytes of word, at least 1 */
	uint8_t marks;   /* below TERM_MARKS; 0 of a code */
	bool is_code;
};

/* The next word at or after byte *at, which moves behind it; false when there is none. */
bool terms_next(const struct terms *t, struct str text, size_t *at, struct term *out);

#endif
