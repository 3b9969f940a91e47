/* SPDX-License-Identifier: MIT
 *
 * xlsx_int - between the files of xlsx only
 *
 *   xlsx         what the file is, its parts, its sheets        xlsx.c
 *   tables       shared strings and number formats              xlsx_tables.c
 *   value        numbers, days and escapes as text              xlsx_value.c
 *   rows         the cells of a sheet                           xlsx_rows.c
 */
#ifndef NIEMYET_FMT_XLSX_INT_H
#define NIEMYET_FMT_XLSX_INT_H

#include "fmt/archive.h"
#include "fmt/xlsx.h"
#include "fmt/xml.h"

/* The sheet's own limits (Excel specifications and limits). */
enum { XLSX_COLUMNS_MAX = 16384, XLSX_ROWS_MAX = 1048576 };

/* How a number is shown. */
enum xlsx_show { XLSX_PLAIN, XLSX_DATE, XLSX_TIME, XLSX_DATE_TIME, XLSX_LENGTH, XLSX_ZEROS };
struct xlsx_format {
	enum xlsx_show show;
	int before, after; /* of XLSX_ZEROS: digits before and after the point */
};

struct xlsx_sheet {
	struct str name, place;
	const char *part; /* "xl/worksheets/sheet1.xml" */
	bool is_hidden;
};
struct xlsx_rows; /* of the sheet that is being read */

struct xlsx {
	struct arena arena;
	struct archive *archive;
	struct str file;
	bool is_1904;
	struct xlsx_sheet *sheets;
	size_t sheet_count, sheet_cap;
	/* Shared strings, one after the other, and where each ends. */
	struct buf strings;
	size_t *ends;
	size_t string_count, string_cap;
	/* By the number that a cell's s says. */
	struct xlsx_format *formats;
	size_t format_count, format_cap;
	struct xlsx_rows *rows;
};

/* parts ------------------------------------------------------------------------------ */

/* A part on its way through the parser: `calls` and `user` are those of who reads it. It stays
 * where it is until it is closed. */
struct xlsx_part {
	struct xlsx *x;
	const char *name;
	struct archive_part *bytes;
	struct xml *xml;
	int64_t status; /* of the last read */
};
must_use int xlsx_part_open(struct xlsx_part *p, struct xlsx *x, const char *name,
                            const struct xml_calls *calls, void *user, struct diag *d);
/* As xml_run; what is wrong is a message. */
must_use int xlsx_part_run(struct xlsx_part *p, struct diag *d);
void xlsx_part_close(struct xlsx_part *p);
/* Open, run and close; 1: a call paused it, and it is not read on. */
must_use int xlsx_part_parse(struct xlsx_part *p, struct xlsx *x, const char *name,
                             const struct xml_calls *calls, void *user, struct diag *d);

bool xlsx_is_true(const char *attribute); /* "1", "true"; NULL is not */
size_t xlsx_number(const char *digits);   /* 0 when it is none; SIZE_MAX when it is too large */

/* tables ----------------------------------------------------------------------------- */

must_use int xlsx_read_strings(struct xlsx *x, const char *part, struct diag *d);
must_use int xlsx_read_formats(struct xlsx *x, const char *part, struct diag *d);
struct str xlsx_string(const struct xlsx *x, size_t n); /* absent: there is none */

/* value ------------------------------------------------------------------------------ */

struct xlsx_format xlsx_format_of(size_t id, struct str code); /* code: absent for one built in */
void xlsx_put_number(struct buf *out, struct str v, struct xlsx_format f, bool is_1904);
void xlsx_put_iso(struct buf *out, struct str v);  /* of t="d" */
void xlsx_put_text(struct buf *out, struct str s); /* _x000D_ undone, line ends made LF */

/* rows ------------------------------------------------------------------------------- */

void xlsx_rows_free(struct xlsx_rows *r); /* NULL is allowed */

#endif
