/* SPDX-License-Identifier: MIT
 *
 * text - the door to ICU: composed text, folding, slugs, Vietnamese order, characters
 *
 * Nothing here depends on the machine's locale: the rules are Unicode's own and the
 * order is that of the Vietnamese alphabet. Text given in is UTF-8; a sequence of bytes
 * that is not counts, wherever it stands, as one U+FFFD. Results are added to `out`.
 *
 * Fails    never; out of memory ends the program (status 3)
 * Threads  pure; one struct text_order belongs to one thread
 */
#ifndef NIEMYET_BASE_TEXT_H
#define NIEMYET_BASE_TEXT_H

#include "base/buf.h"

/* UTF-8 without surrogates or overlong forms. When it is not, *bad_at (may be NULL) is
 * the byte position of the first mistake. */
bool text_is_utf8(struct str s, size_t *bad_at);

/* Unicode's composed form: "ấ" is one code point, not three. */
bool text_is_nfc(struct str s);
void text_nfc(struct buf *out, struct str s);

/* For searching: marks taken off, đ to d, lower case. text_fold_key also writes i for y,
 * so that "kỹ thuật" meets "kĩ thuật": the form of an index and of a query. */
void text_fold(struct buf *out, struct str s);
void text_fold_key(struct buf *out, struct str s);

/* "Hộ tịch (cấp xã)" becomes "ho-tich-cap-xa": a-z, 0-9 and single hyphens, none at the
 * ends; nothing at all when there is no letter or digit. */
void text_slug(struct buf *out, struct str s);

/* The letter under which a name stands in an A-Z list: one of the Vietnamese alphabet's
 * or F J W Z, capital, without tone ("Đăng ký" is Đ, "ấp" is Â); "#" for all others.
 * Marks and quotes in front are passed over. */
void text_first_letter(struct buf *out, struct str s);

/* Order of the Vietnamese alphabet, tones as its second level; texts that this order
 * calls equal are ordered by their bytes, so that only equal texts give 0. */
struct text_order;
struct text_order *text_order_new(void);
void text_order_free(struct text_order *o); /* NULL is allowed */
int text_compare(struct text_order *o, struct str a, struct str b);

/* Code points. */
size_t text_chars(struct str s);

/* Reads the code point at byte `at` (at < s.n) into *c and returns the position after it.
 * A sequence that is no code point gives U+FFFD. */
size_t text_next(struct str s, size_t at, uint32_t *c);
void text_put_char(struct buf *out, uint32_t c); /* surrogates and numbers too big: U+FFFD */

/* What a code point is, as far as loading cares. */
enum text_class {
	TEXT_GRAPHIC,      /* letters, marks, digits, signs */
	TEXT_SPACE,        /* any white space that is no control: U+0020, U+00A0, U+2009 ... */
	TEXT_LINE,         /* LF, CR, TAB; U+2028, U+2029 */
	TEXT_CONTROL,      /* other controls, U+FEFF */
	TEXT_DIRECTION,    /* marks that turn the direction of writing */
	TEXT_JOINER,       /* invisible: soft hyphen, zero-width space and joiners */
	TEXT_PRIVATE,      /* private use: no agreed meaning */
	TEXT_NONCHARACTER, /* U+FFFE, U+FDD0 ...; U+FFFD, the sign of a text lost before */
	TEXT_UNASSIGNED,   /* not in the Unicode version of this program */
};
enum text_class text_class_of(uint32_t c);

/* A letter or digit of any writing; a capital letter. */
bool text_is_word(uint32_t c);
bool text_is_upper(uint32_t c);

/* The code points that a composed one consists of, the letter first; one that is not composed
 * is its own. How many. */
enum { TEXT_PARTS_MAX = 24 };
int text_decompose(uint32_t c, uint32_t parts[TEXT_PARTS_MAX]);

/* The small letter of a capital; any other code point is its own. */
uint32_t text_lower(uint32_t c);
uint32_t text_upper(uint32_t c); /* and the capital of a small one */

/* The first `most` code points of `s`, ended at a word when the cut falls inside one (a
 * word longer than all of it is cut); without space or comma at its end. */
struct str text_cut_words(struct str s, size_t most);

/* For tables of text: `s` and spaces up to `width` code points, the spaces after it or in
 * front; a longer one stands whole. A count the Vietnamese way, at the right. */
void text_put_left(struct buf *out, struct str s, size_t width);
void text_put_right(struct buf *out, struct str s, size_t width);
void text_put_count(struct buf *out, size_t n, size_t width);

#endif
