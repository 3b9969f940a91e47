/* SPDX-License-Identifier: MIT
 *
 * quality - looking through a text: for words, for people's data, for what a wrong encoding
 * or a scan has left of it
 *
 * The text is NFC, as loading makes it. What is found may be a mistake: these are for
 * warnings that a person reads. Places are byte positions.
 *
 * Fails    never; false is "nothing found"
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_QUALITY_H
#define NIEMYET_BOARD_QUALITY_H

#include "base/buf.h"

/* Words to look for, read once for many texts. */
enum { QUALITY_WORDS_MOST = 64 };
struct quality_words {
	struct str word[QUALITY_WORDS_MOST];   /* borrowed from the list */
	size_t n;
	/* Bit k: word k may begin with this byte; go on with it, with any above 7F, with any. */
	uint64_t first[256], next[128], high_next, any_next;
};
/* "huyện|thị xã", in small letters; what is beyond QUALITY_WORDS_MOST is left out. */
void quality_read_words(struct quality_words *w, struct str list);

/* The first place at or after `start` where one of the words stands in `s` as whole words:
 * [*from, *to). The case of letters does not count, marks do; a space stands for any white
 * space. */
must_use bool quality_find(struct str s, const struct quality_words *w, size_t start,
                           size_t *from, size_t *to);
/* The same for one text. */
must_use bool quality_find_words(struct str s, struct str words, size_t start, size_t *from,
                                 size_t *to);

/* Personal data: numbers of identity cards, mobile phones, private mail addresses, plates,
 * people called by name. `known` lists what may be posted (numbers without separators, mail
 * addresses, names); what occurs in it is passed over. Only the beginning of what was found
 * is added to `out`, so that a report does not spread it. */
must_use bool quality_find_personal(struct str s, struct str known, struct buf *out);

/* TCVN3 or VNI bytes and UTF-8 read as Latin letters; digits for letters and lost marks of a
 * scan: the first such word [*from, *to). One sure sign is enough, or two doubtful ones. */
must_use bool quality_find_garbled(struct str s, size_t *from, size_t *to);

#endif
