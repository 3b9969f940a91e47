/* SPDX-License-Identifier: MIT
 *
 * cell - what stands in a file becomes a value of a column's domain
 *
 * The domain is the column's declared type in src/board/schema.sql. Text is cleaned in
 * silence where nothing is lost (composed, spaces folded, ends trimmed, invisible joiners
 * out) and refused where something may be wrong.
 *
 * Lives    a value borrows from the raw text, or lies in the arena when it had to change
 * Fails    -1 and messages D021 to D030, D048, D050, D051, D053
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_CELL_H
#define NIEMYET_BOARD_CELL_H

#include "base/diag.h"

enum cell_domain {
	CELL_TEXT, CELL_MARKDOWN, CELL_CODE, CELL_DATE, CELL_TIME, CELL_INT, CELL_VND, CELL_BOOL,
	CELL_NUMBER, CELL_PERIOD,
};
/* "VND_INT" is CELL_VND; what is not known is text. */
enum cell_domain cell_domain_of(struct str declared);

/* Composed; space at the ends off. Text: spaces in a row are one, none around a line's
 * end, joiners out. Markdown: lines end in LF, blank lines at the start and space at the
 * end off. When a character is not allowed, false and *bad is it. `raw` is UTF-8. */
bool cell_clean(struct arena *a, struct str raw, bool markdown, struct str *out, uint32_t *bad);

/* A whole file: valid UTF-8 (D005 with line and column), and without characters that are
 * not allowed (D030 with the line). */
must_use int cell_check_utf8(struct str text, struct str file, struct diag *d);
must_use int cell_check_file(struct str text, struct str file, struct diag *d);

/* Digits with at most one point and a sign. */
bool cell_is_decimal(struct str s);

/* The word of a reporting period in addresses: 2026-11, 2026-q3, 2026-6-thang-dau,
 * 2026-6-thang-cuoi, 2026-9-thang, 2026; months, quarters and years of the calendar end in
 * "-duong-lich". */
bool cell_is_period(struct str s);

/* A value, `is_int` or text; the absent text is an empty cell. */
struct cell {
	struct str text; /* cleaned, also of an integer */
	int64_t number;
	bool is_int;
};

/* `name` is the column's, for messages at `at`. */
must_use int cell_read(struct arena *a, enum cell_domain domain, struct str raw, struct str name,
                       struct place at, struct cell *out, struct diag *d);

#endif
