/* SPDX-License-Identifier: MIT
 *
 * xlsx_write - a new workbook (Office Open XML): tables of text with a header
 *
 * Every cell is text and its column has the format "@", so that a spreadsheet program neither
 * takes "1.001190" for a number nor "=A1" for a formula, also in cells that are typed later; no
 * cell is ever a formula. Characters that XML cannot hold stand as _x0001_ (18.4 of ECMA-376),
 * which fmt/xlsx.h reads back. The header is one row that does not scroll away: in each cell the
 * title and, on a line of its own, smaller, the column's name. The same tables are the same bytes.
 *
 * Rows are asked for while the workbook is written and packed at once: memory grows with the packed
 * bytes only.
 *
 * Fails    -1 when `next` failed, which has said why
 * Threads  pure
 */
#ifndef NIEMYET_FMT_XLSX_WRITE_H
#define NIEMYET_FMT_XLSX_WRITE_H

#include "base/buf.h"

/* What spreadsheet programs can hold: rows with the header, UTF-16 units of a cell, characters of a
 * sheet's name, of a note's title and of a note. Longer notes are cut at a word; the others are for
 * the caller to see to. */
enum {
	XLSX_MOST_ROWS = 1 << 20, XLSX_MOST_CELL = 32767, XLSX_MOST_NAME = 31,
	XLSX_MOST_NOTE_TITLE = 32, XLSX_MOST_NOTE = 255,
};

struct xlsx_write_column {
	struct str title, name;
	struct str note;  /* shown beside a cell of the column that is chosen; absent: none */
	struct str list;  /* what may be chosen: "\"A,B\"", "'Sheet 2'!$A$2:$A$9"; absent: any */
	bool is_list_all; /* nothing else can be typed */
	bool is_required;
	int width;        /* characters */
};
struct xlsx_write_sheet {
	struct str name; /* without any of []:*?/\ */
	const struct xlsx_write_column *columns;
	size_t count;
};

/* The next row of sheet number `sheet`: one text for each column, an absent one is an empty cell.
 * 1 there is one, 0 no more, -1 error. Sheets are asked in their order, each to its end. */
typedef int (*xlsx_write_next)(void *user, size_t sheet, const struct str **cells);

must_use int xlsx_write(const struct xlsx_write_sheet *sheets, size_t count, xlsx_write_next next,
                        void *user, struct buf *out);

/* How long a cell counts as: UTF-16 units. */
size_t xlsx_cell_length(struct str s);

/* "A" for 0, "AB" for 27. */
void xlsx_put_column(struct buf *out, size_t column);

#endif
