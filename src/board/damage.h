/* SPDX-License-Identifier: MIT
 *
 * damage - what a spreadsheet program makes of a cell when it opens a CSV file by itself
 *
 * It takes codes for numbers: 1.001190 becomes 1.00119 (372 of the 3,807 codes of the national
 * catalogue end in 0), or 1001190 where a point separates thousands; 00004 becomes 4. Long numbers
 * become 1.23E+15, narrow columns ####, text that begins with = or - an error. What is lost is not
 * in the file any more: the cure is the file as it was, and engine/workbook.h from then on.
 *
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_DAMAGE_H
#define NIEMYET_BOARD_DAMAGE_H

#include "base/str.h"

/* Not what stood there but a sign of the program: "####", "#NAME?", "Err:508". */
bool damage_is_mark(struct str cell);
/* A number of which digits are gone: "1E+05", "1,23457E+15". */
bool damage_is_shortened(struct str cell);

/* Two different texts, digits with at most one point, that are one number, or are so without the
 * point: "1.00119" or "1001190" and "1.001190", "4" and "00004". */
bool damage_is_same(struct str a, struct str b);

/* "1.001190" for what has become of it; false when the code is none of a procedure's, or whole. */
bool damage_whole_code(struct str code, char whole[9]);

#endif
