/* SPDX-License-Identifier: MIT
 *
 * coding - bytes in the codings of Vietnamese offices become composed UTF-8
 *
 *   utf-8, utf-16le, utf-16be   with or without a byte order mark
 *   windows-1258                letters, then their tones as marks of their own
 *   tcvn3                       the bytes of .VnTime fonts (ABC, TCVN 5712:1993); capitals with
 *                               tones were a font of their own (.VnTimeH) and read as small ones
 *   vni                         the bytes of VNI-Times fonts: a letter, then its marks
 *   viscii                      RFC 1456
 *
 * Which one it is, is guessed from the bytes: a byte order mark, zero bytes (UTF-16), and sequences
 * that are right UTF-8 settle it. Else each coding reads the words that have a byte over 0x7F,
 * and the one in which most of them are Vietnamese syllables (fmt/syllable.h) is the guess;
 * the share of them is its confidence.
 *
 * Source   RFC 1456; TCVN 5712:1993 as glibc's TCVN5712-1 has it; windows-1258 and, where the
 *          bytes 0x80 to 0x9F of TCVN3 and VNI fonts are signs, windows-1252 as Unicode's
 *          tables give them
 * Threads  pure
 */
#ifndef NIEMYET_FMT_CODING_H
#define NIEMYET_FMT_CODING_H

#include "base/diag.h"

enum coding {
	CODING_UTF8,
	CODING_UTF16LE,
	CODING_UTF16BE,
	CODING_WINDOWS_1258,
	CODING_TCVN3,
	CODING_VNI,
	CODING_VISCII,
	CODING__COUNT
};

const char *coding_name(enum coding c); /* "windows-1258" */
/* False when there is no such coding. Capitals do not count. */
bool coding_find(struct str name, enum coding *out);

/* What speaks for a coding. */
enum coding_why {
	CODING_BY_MARK,  /* a byte order mark */
	CODING_BY_BYTES, /* only this one has such bytes; or all are ASCII */
	CODING_BY_WORDS, /* most words with a byte over 0x7F are syllables */
	CODING_UNSURE    /* none is much better than another */
};
struct coding_score {
	enum coding coding;
	size_t words, fit; /* words with a byte over 0x7F; how many of them are syllables */
};
struct coding_guess {
	enum coding coding; /* the likeliest */
	enum coding_why why;
	struct coding_score ranked[CODING__COUNT]; /* the best first; only by words, or unsure */
	size_t count;
};
struct coding_guess coding_guess(struct str bytes);
/* Whole percent of words that fit, rounded down; 0 without words. */
int coding_percent(const struct coding_score *s);

/* The bytes as UTF-8 in NFC without a byte order mark, into `out`. What is no text in UTF-8 or
 * UTF-16 is I004 with its line, for each line, and then -1. A byte that has no letter in one
 * of the others becomes "□" and is I045 with its line. */
must_use int coding_read(struct buf *out, struct str bytes, enum coding c, struct str file,
                         struct diag *d);

/* The line that would show a reader best whether the coding is right, in it: at most `most`
 * characters. */
void coding_put_sample(struct buf *out, struct str bytes, enum coding c, size_t most);

#endif
