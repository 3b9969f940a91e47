/* SPDX-License-Identifier: MIT
 *
 * syllable - whether letters are one Vietnamese syllable
 *
 * Vietnamese is written syllable by syllable, and a syllable is one of a few consonants, one
 * of about 170 rhymes, and one of six tones, of which rhymes that end in c, ch, p or t have
 * two. A text that was read in a wrong coding has almost no such words, so their share tells
 * how sure a guess is.
 *
 * Source   the tables of initials and rhymes of the school grammar ("Tiếng Việt", lớp 1); tones
 *          may stand on any vowel of the rhyme ("hoà", "hòa")
 * Threads  pure
 */
#ifndef NIEMYET_FMT_SYLLABLE_H
#define NIEMYET_FMT_SYLLABLE_H

#include "base/str.h"

/* `word` is composed UTF-8 in small or capital letters, but no capital after a small one. */
bool syllable_is_vietnamese(struct str word);

#endif
