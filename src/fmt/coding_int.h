/* SPDX-License-Identifier: MIT
 *
 * coding_int - between the files of coding only: what a byte over 0x7F is
 */
#ifndef NIEMYET_FMT_CODING_INT_H
#define NIEMYET_FMT_CODING_INT_H

#include "fmt/coding.h"

enum { CODING_MARKS_MAX = 2 };

/* Of the codings of one byte a letter: the code point of a byte, 0 for none. */
uint32_t coding_letter(enum coding c, unsigned char byte);

/* VNI: the marks which the byte puts on the letter before it, in `marks`; how many. 0 when it
 * is no mark, or none for that letter (`before`, 0 for none). */
size_t coding_vni_marks(unsigned char byte, unsigned char before,
                        uint32_t marks[CODING_MARKS_MAX]);

#endif
