/* SPDX-License-Identifier: MIT
 *
 * import - what an office has becomes the CSV files of data/, whole or not at all
 *
 * Sources are records of the national portal, files or folders of them: as labelled text
 * (fmt/portal_txt.h) or as a crawler's JSON (engine/import_json.c). What a file holds says
 * which it is.
 *
 * The rows of an imported code replace that code's rows; all other rows stay, and so does
 * what the office knows and the source leaves open: cells of a procedure, and all rows of a
 * part (fees, papers ...) of which the source says nothing. What the source says in other
 * signs, spaces or order only stays as it stands; what it says differently is replaced,
 * counted and listed. Files are sorted by key, so an import of the same records changes no
 * byte. Cells of columns that the source does not know stay in procedures.csv; in a part
 * they stay with a row that says the same as before, otherwise they go, and a message says
 * so.
 *
 * Nothing of a record is dropped silently: it is a cell, a number in the report, or in a
 * message with file and line. docs/import.md says what becomes of each field.
 *
 * Fails    -1 and messages of the area I (besides D and P); data/ is then untouched
 * Threads  one; takes the project's lock
 */
#ifndef NIEMYET_ENGINE_IMPORT_H
#define NIEMYET_ENGINE_IMPORT_H

#include "base/diag.h"

struct import_options {
	const char *dir;             /* the office's folder; data/ is made when it is not there */
	const char *const *paths;    /* files and folders, relative to the working folder */
	size_t path_count;
	bool dry_run;                /* do everything but write */
	/* CENTRAL_REGULATION and LOCAL_REGULATION are what the portal calls the kind of almost
	 * all procedures whose code begins with 5 or 6, the internal ones; that they are
	 * internal is an inference. True: take them as OTHER instead, which is posted. */
	bool regulations_are_public;
	unsigned kept;               /* struct import_map_options */
	bool is_complete;            /* procedures that are in no record are told of (I072) */
	/* What was replaced is listed here, a line each; NULL: only counted. */
	struct buf *replaced;
	/* Where each code was read and what became of it, as a list in JSON; NULL: not wanted. */
	struct buf *origins;
	/* Where each code was read, struct place *, is put here, in the map's arena; NULL: not
	 * wanted. */
	struct map *places;
};

/* What became of the values of one field. */
struct import_tally {
	size_t parsed, text, empty;
};

/* Rows of the report: the fields of a record (a record counts once in each, but for the page
 * on the portal, which text records do not know), then what they hold. Kept in the order of
 * the table that is printed. */
#define IMPORT_FIELDS_X(X) \
	X(CODE) X(DECISION) X(NAME) X(LEVEL) X(KIND) X(FIELD) X(STEPS) X(METHODS) X(DOSSIER) \
	X(SUBJECTS) X(EXECUTING) X(DECIDING) X(ADDRESS) X(DELEGATED) X(COORDINATING) \
	X(RESULT) X(LAW) X(REQUIREMENTS) X(KEYWORDS) X(DESCRIPTION) X(PAGE) \
	X(EACH_CHANNEL) X(EACH_LIMIT) X(EACH_FEE) X(EACH_CASE) X(EACH_PAPER) X(EACH_FORM) \
	X(EACH_RESULT) X(EACH_LAW) X(EACH_ISSUED)
#define X(name) IMPORT_##name,
enum import_field { IMPORT_FIELDS_X(X) IMPORT_FIELD_COUNT };
#undef X

/* Single counts under the table. */
#define IMPORT_COUNTS_X(X) \
	X(FILES) X(RECORDS) X(REFUSED) X(INTERNAL) X(NOT_NFC) X(SPACES) X(INVISIBLE) X(BULLETS) \
	X(ODD_CHARACTERS) \
	X(DOUBTFUL_FEES) X(ZERO_FEES) X(NO_FEES) X(FOREIGN_FEES) X(MERGED_FEES) X(NOTES) \
	X(NO_QUANTITY) X(NAMELESS) X(SAME_DESCRIPTION) X(CONTROLS) X(CUT_ANEW) X(LEFT_OUT) \
	X(GLUED_LAWS) \
	X(ODD_CODES) X(FIELD_SPELLINGS) X(OLD_RECORDS) X(REPLACED) X(MORE_FEES) X(GONE)
#define X(name) IMPORT_N_##name,
enum import_count { IMPORT_COUNTS_X(X) IMPORT_COUNT_COUNT };
#undef X

enum { IMPORT_FILES = 10, IMPORT_COLUMNS_MAX = 22 };

struct import_report {
	struct import_tally fields[IMPORT_FIELD_COUNT];
	size_t counts[IMPORT_COUNT_COUNT];
	struct import_file {
		const char *name; /* "procedures" */
		size_t rows;      /* in the file afterwards */
		bool changed;
		/* How often the source says something else than what stood there: of
		 * procedures.csv for each column, of a part how many procedures. */
		size_t replaced[IMPORT_COLUMNS_MAX];
	} files[IMPORT_FILES];
};

must_use int import_run(const struct import_options *o, struct import_report *report,
                        struct diag *d);

/* The report as a table of text, lines ending in LF. */
void import_report_put(struct buf *out, const struct import_report *report, enum diag_lang lang);
/* The same as one JSON object (docs/import.md), with the lists of struct import_options. */
void import_report_json(struct buf *out, const struct import_report *report,
                        const struct import_options *o);

#endif
