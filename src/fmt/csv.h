/* SPDX-License-Identifier: MIT
 *
 * csv - the door to libcsv: records with the line each begins on, and a writer
 *
 * The delimiter is comma, semicolon, tab or bar: the one that stands equally often in the most of
 * the first records, outside quotes; at a tie the one that stands more often. A byte order mark
 * and a line "sep=;" above the header are passed over, as are blank lines. Spaces around a
 * cell are not part of it unless they stand in quotes. Quotes are strict: text after a
 * closing one and one never closed are errors, after which nothing of the file can be
 * trusted, so reading ends. Inside a cell that does not begin with one, a quote is text.
 * So does a cell over LIMIT_CELL, a record over LIMIT_CELLS or LIMIT_ROW end it.
 *
 * Owns     the reader owns the cells it shows; the text or what gives it is borrowed
 * Lives    a record until the next csv_next or csv_close
 * Fails    -1 and D001 to D004, D055
 * Threads  one reader belongs to one thread
 */
#ifndef NIEMYET_FMT_CSV_H
#define NIEMYET_FMT_CSV_H

#include "base/diag.h"

struct csv_reader;

/* One record. `line` counts from 1 and is where it begins: a quoted cell may hold more
 * lines. Cells are bytes as they stand, UTF-8 not checked; each ends in NUL. */
struct csv_record {
	int line;
	size_t count;
	const struct str *cells;
};

/* `file` is what messages call it; both are borrowed until csv_close. `delimiter` is a
 * character, or how to find it: of foreign tables by the records that agree, of an office's own
 * by the head alone, whose names are plain, so that no text of a cell ever decides. */
#define CSV_BY_RECORDS '\0'
#define CSV_BY_HEAD '\1'
struct csv_reader *csv_open(struct str text, struct str file, char delimiter);
/* The same of a text that comes in pieces, of which few are held at a time: `next` adds one to
 * `out`, at most `most` bytes: 1, 0 at the end, -1 with a message, which csv_next then returns. */
struct csv_input {
	int (*next)(void *from, struct buf *out, size_t most, struct diag *d);
	void *from;
};
struct csv_reader *csv_open_input(struct csv_input in, struct str file, char delimiter,
                                  struct diag *d);
void csv_close(struct csv_reader *r); /* NULL is allowed */

/* The delimiter and what it was found by: of the first `records` records, `agree` have it
 * `count` times. These are 0 when it was given, or named by "sep=". */
struct csv_dialect {
	char delimiter;
	size_t count, agree, records;
};
struct csv_dialect csv_dialect(const struct csv_reader *r);

/* 1 there is a record, 0 no more, -1 error (recorded; later calls give 0). */
must_use int csv_next(struct csv_reader *r, struct csv_record *out, struct diag *d);

/* Writes cells with commas and LF, in quotes where needed: what csv_next reads back is the
 * same. An absent text is an empty cell. csv_put_cell writes the comma before it unless it
 * is the first. */
void csv_put_cell(struct buf *out, struct str cell, bool first);
void csv_put_row(struct buf *out, const struct str *cells, size_t count);

#endif
