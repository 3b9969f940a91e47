/* SPDX-License-Identifier: MIT
 *
 * import_int - between the files of import only
 *
 *   text    a file's bytes become clean, composed text            import_text.c
 *   limit   "7 WORKING_DAY" becomes number and unit               import_limit.c
 *   fee     "7000 VNĐ (...) | ..." becomes fees                   import_fee.c
 *   law     "Title (number)" becomes number, title, date          import_law.c
 *   md      lines of plain text become Markdown                   import_md.c
 *   json    a crawled record's JSON becomes a record              import_json.c
 *   record  one record becomes rows                               import_record.c, import_parts.c
 *   rows    rows are kept                                         import_rows.c
 *   store   the files of data/ are read and written               import_store.c
 *   merge   rows are joined with those that stand there           import_merge.c
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

struct import;

/* text ------------------------------------------------------------------------------- */

/* -1 and I004: not UTF-8. */
must_use int import_text_check(struct arena *a, struct str raw, struct str file, struct diag *d);
/* NFC; LF; tabs and other white space one space; invisible characters gone; bullets of
 * Word's private fonts become what they meant. Indentation stays, other spaces in a row
 * become one. What has no agreed meaning becomes "□" and a message. `raw` is UTF-8. at.line
 * is 0 for the text of a whole file; else all of the text stands on that line. Steps of `kept`
 * (1 << enum import_clean) are not taken. */
struct str import_text_clean(struct arena *a, struct str raw, struct place at, unsigned kept,
                             struct import_report *report, struct diag *d);
/* -1 and D030: what was kept has a character that data/ cannot have. */
must_use int import_text_check_kept(const struct import *im, struct str text, struct place at);

/* What a character of Word's private fonts meant, in front of a line or elsewhere; NULL: nobody
 * knows. */
const char *import_symbol(uint32_t code, bool is_in_front);

/* "Không có thông tin", "N/A", "-", "…", nothing: no value. */
bool import_is_sentinel(struct str s);
/* "Không", "Không có.", "không quy định" and the like: the whole text says "none". */
bool import_says_none(struct str s);
/* The same letters and digits in the same order: what is between them, and capitals, may
 * differ, but for the points and commas inside a number. */
bool import_same_text(struct str a, struct str b);
/* The same items between commas, in any order. */
bool import_same_list(struct str a, struct str b);
/* Of the words of a text, whatever their order; texts of the same words have the same. To
 * be added up over several texts. */
uint64_t import_words_sum(struct str s);

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
	IMPORT_T_FIELD, IMPORT_T_FORM, IMPORT_T_PROCEDURE, IMPORT_T_METHOD, IMPORT_T_FEE,
	IMPORT_T_CASE, IMPORT_T_COMPONENT, IMPORT_T_SUBJECT, IMPORT_T_RESULT, IMPORT_T_LAW
};
struct import_table_spec {
	const char *file; /* "procedures": data/procedures.csv */
	const char *columns[IMPORT_COLUMNS_MAX + 1]; /* the first is the key */
	size_t common;    /* of them, that every source knows; the rest only some do */
	bool is_part;     /* keyed by code and position */
	bool is_shared;   /* rows belong to no procedure: those that are there stay */
};
const struct import_table_spec *import_table_spec(enum import_table t);

struct import_row {
	struct str cells[IMPORT_COLUMNS_MAX];
};
struct import_rows {
	struct import_row *rows;
	size_t count, cap;
};
/* Everything that is being imported. Zero but for `o`, `report`, `d`; then import_init. */
struct import {
	struct arena arena;
	const struct import_options *o;
	struct import_report *report;
	struct diag *d;
	struct import_rows tables[IMPORT_FILES];
	struct map codes;   /* code -> file (const char *) */
	struct db *json;    /* opened by the first JSON file */
	struct db_stmt *members;
	struct map fields;  /* slug of name -> struct import_field_use */
	struct map forms;   /* ref -> anything */
	struct map known;    /* codes that stood in procedures.csv -> anything */
	struct map replaced; /* codes of which something was replaced -> anything */
	struct map pages;   /* codes of records that show one fee of several -> anything */
};
void import_init(struct import *im);
void import_release(struct import *im);
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

/* One record into rows. A record that cannot be loaded at all is refused with a message and
 * counted; only then -1. */
must_use int import_record(struct import *im, const struct portal_record *r, struct str file);

/* The parts. `code` is in the arena. */
void import_record_methods(struct import *im, struct str code, struct str file,
                           const struct portal_record *r);
/* *none: the text that says that no paper is required; *sets: copies of the dossier. */
void import_record_dossier(struct import *im, struct str code, struct str file,
                           const struct portal_record *r, struct str *none, struct str *sets);
void import_record_law(struct import *im, struct str code, struct str file,
                       const struct portal_record *r);

/* json ------------------------------------------------------------------------------- */

/* What the bytes of a file hold, by their first sign and by their keys. */
enum import_json_kind {
	IMPORT_JSON_NONE, IMPORT_JSON_BROKEN, IMPORT_JSON_OTHER, IMPORT_JSON_RECORD
};
enum import_json_kind import_json_kind_of(struct str bytes);
/* `text` is UTF-8. -1 and a message: it is none, or none of the procedure it names. What is
 * in no row is in a message. */
must_use int import_json_read(struct import *im, struct str text, struct str file,
                              struct portal_record *out);

/* store ------------------------------------------------------------------------------ */

/* One data file: what stands there and what will. Columns that are not there are SIZE_MAX. */
struct import_line {
	struct str *cells; /* column_count of them, or fewer */
	size_t cell_count;
	int64_t version, position;
	size_t number;     /* keeps the order of equal keys */
	int at;            /* its line in the file; 0: it is new */
};
/* The rows of one code that stood there. */
struct import_part {
	struct import_line *lines;
	size_t count, cap;
	bool is_merged;
};
struct import_sheet {
	const struct import_table_spec *spec;
	enum import_table table;
	const char *file;    /* "data/procedures.csv" */
	struct str *columns; /* of the file; then those of ours that it lacks */
	size_t column_count, column_cap;
	size_t place[IMPORT_COLUMNS_MAX]; /* of our columns in `columns` */
	size_t key, position, version;
	struct import_line *lines; /* those that will stand there */
	size_t count, cap;
	struct map old;    /* code -> struct import_part *, of the codes being imported */
	struct str before; /* bytes of the file; absent when it is not there */
	struct buf after;
};
struct str import_cell(const struct import_line *l, size_t column); /* "" when not there */
void import_sheet_add(struct import *im, struct import_sheet *s, struct import_line l);

/* Joins with what stands in DIR/data and writes, unless dry. */
must_use int import_store(struct import *im);

/* merge ------------------------------------------------------------------------------ */

/* The rows being imported join those of the same codes in `s->old`: what says the same stays
 * as it stands, what says something else is replaced, counted and listed. */
void import_merge(struct import *im, struct import_sheet *s);

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
