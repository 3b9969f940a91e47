/* SPDX-License-Identifier: MIT
 *
 * xlsx - the sheets of a workbook (Office Open XML), row by row
 *
 * A row is pulled when it is asked for: the sheet is unpacked and parsed only that far, and of the
 * workbook nothing is kept but its shared strings, at most LIMIT_DOCUMENT bytes of them. Cells
 * come as text:
 *
 *   a string        as it stands, rich text without its looks, phonetic hints left out;
 *                   _x000D_ is the character it means, line ends are LF
 *   a number        as Excel shows it without a format: at most 15 digits, no exponent. Zeros that
 *                   only its format shows stand too: 1.00119 as 0.000000 is "1.001190", 4 as
 *                   00000 "00004"
 *   a day or time   by its number format: "2021-01-01", "2021-01-01 10:10", "10:10:05"; lengths
 *                   of time ([h]:mm) in hours, "255:10:10". Workbooks that count from 1900 or 1904
 *   yes or no       "1", "0"
 *   a formula       what it gave when the workbook was saved
 *   an error        nothing, and I052 for the first LIMIT_MESSAGES of a sheet; a formula without
 *                   a result likewise (I053)
 *
 * Source   ECMA-376 part 1: 18.2 to 18.4 and 18.8 (parts, cells, number formats), 18.17.4 (days)
 *
 * Owns     the workbook borrows its bytes; a row lives until the next call
 * Fails    -1 and I048 to I051, D003
 * Threads  one workbook belongs to one thread
 */
#ifndef NIEMYET_FMT_XLSX_H
#define NIEMYET_FMT_XLSX_H

#include "base/diag.h"

struct xlsx;

/* The bytes begin as a workbook does, or as a file that people take for one (.xls, .ods, a web page
 * or a document): xlsx_open says what it is. */
bool xlsx_is_claimed(struct str bytes);

/* `file` is what messages call it; both are borrowed. */
must_use int xlsx_open(struct xlsx **out, struct str bytes, struct str file, struct diag *d);
void xlsx_close(struct xlsx *x); /* NULL is allowed */

/* Sheets of cells, in their order. */
size_t xlsx_sheet_count(const struct xlsx *x);
struct str xlsx_sheet_name(const struct xlsx *x, size_t sheet);
bool xlsx_sheet_is_hidden(const struct xlsx *x, size_t sheet);

/* "book.xlsx:Sheet1", to which a cell's address ("!C17") is added; in the workbook's memory. */
struct str xlsx_sheet_place(const struct xlsx *x, size_t sheet);

/* Cells count from column A; those in between are empty texts. */
struct xlsx_row {
	int line;
	size_t count;
	const struct str *cells;
};
/* Begins a sheet, ending one before it. */
must_use int xlsx_begin(struct xlsx *x, size_t sheet, struct diag *d);
/* 1 there is a row, 0 no more, -1 error. */
must_use int xlsx_next(struct xlsx *x, struct xlsx_row *out, struct diag *d);

/* What a reader would not see in the rows, known when there are no more of them. */
struct xlsx_seen {
	size_t hidden_rows, hidden_columns; /* they came as any other */
	size_t unknown;            /* cells with an error, or a formula without a result */
	size_t merged;             /* ranges below `line`: only their first cell has a text */
	struct str first_merged;   /* "A5:A9"; absent when there is none */
};
struct xlsx_seen xlsx_seen_below(const struct xlsx *x, int line);

#endif
