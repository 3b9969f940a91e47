/* SPDX-License-Identifier: MIT
 *
 * import_int - between the files of import only
 *
 *   text    a file's bytes become clean, composed text            import_text.c
 *   limit   "7 WORKING_DAY" becomes number and unit               import_limit.c
 *   fee     "7000 VNĐ (...) | ..." becomes fees                   import_fee.c
 *   law     "Title (number)" becomes number, title, date          import_law.c
 *   md      lines of plain text become Markdown                   import_md.c
 *   record  one record becomes rows                               import_record.c, import_parts.c
 *   rows    rows are kept, joined with the old ones               import_rows.c, import_store.c
 *   stage   files are written, all or none                        import_stage.c
 *
 * Texts given to the parsers are clean and trimmed; what they return is in the arena or
 * borrowed from what they were given.
 */
#ifndef NIEMYET_ENGINE_IMPORT_INT_H
#define NIEMYET_ENGINE_IMPORT_INT_H

#include "base/map.h"
#include "engine/import.h"
#include "fmt/portal.h"

/* text ------------------------------------------------------------------------------- */

/* NFC; LF; tabs and other white space one space; invisible characters gone; bullets of
 * Word's private fonts become what they meant. Indentation stays, other spaces in a row
 * become one. What has no agreed meaning becomes "□" and a message. -1: not UTF-8 (I004). */
must_use int import_text_clean(struct arena *a, struct str raw, struct str file, struct str *out,
                               struct import_report *report, struct diag *d);

/* "Không có thông tin", "N/A", "-", "…", nothing: no value. */
bool import_is_sentinel(struct str s);
/* "Không", "Không có.", "không quy định" and the like: the whole text says "none". */
bool import_says_none(struct str s);
/* Bullets at the beginning taken off: "- + x" is "x". A number or letter stays. */
struct str import_skip_bullets(struct str s);
/* The same for a text that is one line; the bullets of a list stay. */
struct str import_skip_bullet(struct str s);
/* A long text of one line that was a list once, "...: - x; - y" or "...: a) x; b) y", with
 * each of its items on a line. */
struct str import_break_lines(struct arena *a, struct str s);

/* limit ------------------------------------------------------------------------------ */

/* Absent texts are NULL. `parsed`: number and unit are certain. */
struct import_limit {
	struct str value; /* "7", "1.5" */
	struct str unit;  /* WORKING_DAY ... OTHER */
	struct str text;  /* the source's words, when number and unit do not say all */
	bool parsed;
};
void import_limit_parse(struct arena *a, struct str s, struct import_limit *out);
/* "7 ngày làm việc"; absent when the limit is not parsed. */
struct str import_limit_words(struct arena *a, const struct import_limit *l);

/* fee -------------------------------------------------------------------------------- */

enum import_fee_kind {
	IMPORT_FEE_AMOUNT,  /* `amount` đồng, `note` */
	IMPORT_FEE_FORMULA, /* words */
	IMPORT_FEE_NONE,    /* `text` says why there is none */
	IMPORT_FEE_UNKNOWN, /* "0 VNĐ ()": free or not filled in, nobody can tell */
	IMPORT_FEE_EMPTY    /* nothing stands there */
};
struct import_fee {
	enum import_fee_kind kind;
	int64_t amount;
	struct str text, note, currency; /* absent when there is none */
	struct str unit;                 /* of an amount: "đồng/lần"; absent when not said */
	struct str source;               /* the part of the text that it was made of */
	bool doubtful;                   /* the amount is most likely mistyped */
};
/* All fees of one way of submitting, in order; equal ones once (*merged counts the rest).
 * Returns how many. */
size_t import_fee_parse(struct arena *a, struct str s, struct import_fee **out, size_t *merged);
/* The text names this amount and others beside it ("2.000 đồng/trang; từ trang thứ 3 trở lên
 * 1.000 đồng/trang"): the amount without a note says too little. */
bool import_fee_needs(const struct import_fee *f, struct str text);

/* law -------------------------------------------------------------------------------- */

struct import_law {
	struct str number, title, issued; /* absent when not certain; issued is ISO */
};
void import_law_parse(struct arena *a, struct str s, struct import_law *out);

/* md --------------------------------------------------------------------------------- */

struct import_md_line {
	struct str text;
	bool title; /* the name of a step */
};
/* Markdown that shows each line as it stands: a paragraph, an item of a list, a title in
 * bold. Nothing in the text is taken as markup. */
void import_md_put(struct buf *out, const struct import_md_line *lines, size_t count);

/* rows ------------------------------------------------------------------------------- */

enum import_table {
	IMPORT_T_FIELD, IMPORT_T_PROCEDURE, IMPORT_T_METHOD, IMPORT_T_FEE, IMPORT_T_CASE,
	IMPORT_T_COMPONENT, IMPORT_T_SUBJECT, IMPORT_T_RESULT, IMPORT_T_LAW
};
enum { IMPORT_COLUMNS_MAX = 20 };
struct import_table_spec {
	const char *file; /* "procedures": data/procedures.csv */
	const char *columns[IMPORT_COLUMNS_MAX + 1];
	bool is_part;     /* keyed by code and position */
};
const struct import_table_spec *import_table_spec(enum import_table t);

struct import_row {
	struct str cells[IMPORT_COLUMNS_MAX];
};
struct import_rows {
	struct import_row *rows;
	size_t count, cap;
};
/* Everything that is being imported. Zero but for `arena`, `report`, `d`. */
struct import {
	struct arena arena;
	const struct import_options *o;
	struct import_report *report;
	struct diag *d;
	struct import_rows tables[IMPORT_FILES];
	struct map codes;   /* code -> file (const char *) */
	struct map fields;  /* slug of name -> struct import_field_use */
};
/* A new row of `t` with nothing in it; valid until the next. */
struct import_row *import_row_add(struct import *im, enum import_table t);
struct str import_number(struct import *im, int64_t n);

/* A field's name in all its spellings. */
struct import_spelling {
	struct str name;
	size_t count;
};
struct import_field_use {
	struct str code;
	struct import_spelling *spellings;
	size_t count, cap;
};

/* record ----------------------------------------------------------------------------- */

/* One clean record into rows. A record that cannot be loaded at all is refused with a
 * message and counted; only then -1. */
must_use int import_record(struct import *im, struct str text, struct str file);

/* The parts. `code` is in the arena. */
void import_record_methods(struct import *im, struct str code, struct str file,
                           const struct portal_record *r);
/* *none: the text that says that no paper is required; *sets: copies of the dossier. */
void import_record_dossier(struct import *im, struct str code, struct str file,
                           const struct portal_record *r, struct str *none, struct str *sets);
void import_record_law(struct import *im, struct str code, const struct portal_record *r);

/* store ------------------------------------------------------------------------------ */

/* Joins with what stands in DIR/data and writes, unless dry. */
must_use int import_store(struct import *im);

/* stage ------------------------------------------------------------------------------ */

struct import_output {
	const char *name; /* in data/: "fees.csv" */
	struct str bytes;
};
/* Writes the files into DIR/data, which is made when it is not there; all others stay. At
 * every instant data/ is wholly old or wholly new. */
must_use int import_stage(struct arena *a, const char *dir, const struct import_output *files,
                          size_t count, struct diag *d);

/* Takes the project's lock, as a build does; fs_unlock(*lock) gives it back. */
must_use int import_lock(struct arena *a, const char *dir, int *lock, struct diag *d);

#endif
