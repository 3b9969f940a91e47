/* SPDX-License-Identifier: MIT
 *
 * import_map - JSON, CSV and XLSX files become rows of data/, as a map says
 *
 * A map is a YAML file: which sources it is for, and for each table of data/ a FROM clause
 * and an SQL expression for each column (docs/import.md). Maps of the office (maps/NAME.yml)
 * go before those inside the program (src/maps/), an office's own takes the place of one of
 * the same name. All SQL runs on a connection of its own that holds nothing but the source
 * and may only read.
 *
 * A table that no map is for may be a list of procedures all the same: then a map is made of
 * the names of its columns. A guess is shown and may be saved, and writes nothing into data/.
 *
 * Rows are joined with those of data/NAME.csv by the table's key: new ones are added, cells
 * that differ are replaced, what the map does not give stays, and so do rows that the source
 * does not have. A row that would not load is refused and counted, the others are written,
 * all files or none. The same source again changes no byte.
 *
 * Owns     the report owns its texts: import_map_report_release
 * Fails    -1 and messages of the area I (besides C, D, R and P); data/ is then untouched.
 *          Rows that were refused are messages too, yet no failure
 * Threads  one; takes the project's lock
 */
#ifndef NIEMYET_ENGINE_IMPORT_MAP_H
#define NIEMYET_ENGINE_IMPORT_MAP_H

#include "base/diag.h"

struct import_map_options {
	const char *dir;          /* the office's folder; data/ is made when it is not there */
	const char *maps_dir;     /* the folder whose maps/ are asked; NULL: `dir` */
	struct str date;          /* today, for the functions that ask */
	const char *const *paths; /* files, relative to the working folder; joined in order */
	size_t path_count;
	const char *map;          /* a name or a file; NULL: the first that fits */
	const char *coding;       /* of all files, a name of fmt/coding.h; NULL: it is found */
	const char *const *sets;  /* "year=2026": in place of what the map works out */
	size_t set_count;
	const char *save_map;     /* where the map that is guessed is written; NULL: nowhere */
	bool dry_run;             /* do everything but write */
	struct map *places;       /* of procedures, as in struct import_options; or NULL */
	unsigned kept;            /* 1 << enum import_clean: steps that are not taken */
	bool first_wins;          /* where sources contradict each other: the earlier operand */
	bool is_complete;         /* procedures that are not in the sources are told of (I072) */
	bool wants_origins;       /* rows are listed in the report */
	/* Told now and then how many rows of a file were read; NULL: not wanted. */
	void (*progress)(void *user, struct str file, size_t rows);
	void *progress_user;
};

/* Steps of cleaning that the cells of a table go through, each by its name. */
enum import_clean {
	IMPORT_CLEAN_NFC,       /* "nfc": letters and marks composed */
	IMPORT_CLEAN_SPACES,    /* "spaces": tabs and spaces of other widths become one space */
	IMPORT_CLEAN_INVISIBLE, /* "invisible": soft hyphens, joiners, marks of direction go */
	IMPORT_CLEAN_BULLETS,   /* "bullets": signs of Word's fonts become what they meant */
	IMPORT_CLEAN_NOTHING,   /* "no-information": what says so, "-", "N/A" is empty */
	IMPORT_CLEAN__COUNT
};
const char *import_clean_name(enum import_clean step);
bool import_clean_find(struct str name, enum import_clean *out);

/* In the report's language nothing is decided yet: texts of a map come in both. */
struct import_map_text {
	struct str vi, en;
};
struct import_map_value {
	struct str name, value;
	bool given; /* by --set */
};
struct import_map_left {
	struct import_map_text text;
	struct str list; /* what they are; absent: not told */
	int64_t count;
};
/* What a file was understood to be. Zeros are what was not looked for. */
struct import_map_how {
	const char *coding; /* its name */
	bool is_given;      /* by --coding */
	size_t words, fit;  /* found by words of which so many fit */
	char delimiter;     /* of a CSV file: stands `count` times in `agree` of `records` */
	size_t delimiter_count, delimiter_agree, delimiter_records;
	int header_line;    /* of a table */
	bool is_double;     /* of two rows, the upper one with names of groups */
	size_t titles;      /* rows above it */
	size_t cleaned[IMPORT_CLEAN__COUNT]; /* cells of a table, by step */
	size_t hidden_rows, hidden_columns; /* of a sheet: imported all the same */
	size_t unknown;     /* cells with an error, or a formula without a result */
	size_t merged;      /* ranges below the header: only their first cell is not empty */
	struct str first_merged;
};
/* What the columns of a table are, where no map is for it: the map was made of them. */
struct import_map_guessed {
	struct import_map_column_guess {
		struct str column;
		struct str into; /* "procedures.name", "methods"; absent: nothing is known of it */
		int percent;     /* how near its name is to one that is known */
		bool by_cells;   /* its cells say so, not its name */
	} *columns;
	size_t count;
	size_t codes, cells; /* of the cells under the code, those that look like one */
};
/* Why a sheet is not imported. */
enum import_map_fate {
	IMPORT_MAP_TAKEN, IMPORT_MAP_HIDDEN, IMPORT_MAP_EMPTY, IMPORT_MAP_NO_MAP,
	IMPORT_MAP_OWN, /* imported without one: the office's own workbook */
};
/* What became of one file, or of one sheet of a workbook. */
struct import_map_source {
	struct str file, map;
	enum import_map_fate fate;
	struct import_map_text title;
	struct import_map_how how;
	size_t rows, refused; /* of a CSV file; refused: not as long as its header */
	struct import_map_guessed guessed;
	struct import_map_value *values;
	size_t value_count;
	struct import_map_left *left; /* what the map says that it leaves out */
	size_t left_count;
};
/* What became of the cells of one column, over all rows read: parsed + text + empty + refused. */
struct import_map_cells {
	struct str column;
	size_t parsed;   /* numbers, days, codes, words of a list */
	size_t text;     /* as they stand */
	size_t empty, refused;
	size_t replaced; /* of the rows that changed: where something else stood */
};
/* What became of one table: read = repeated + refused + added + changed + same. */
struct import_map_sheet {
	struct str file; /* "index-scores" */
	size_t read, repeated, refused, added, changed, same;
	size_t removed;  /* of the file's: the source is all of the table and has them not */
	size_t rows;     /* in the file afterwards */
	bool is_written; /* it is not as it was */
	struct import_map_cells *columns; /* of the table; those that no map gives are all 0 */
	size_t column_count;
	struct import_map_origin *origins; /* with wants_origins */
	size_t origin_count, origin_cap;
};
/* Where a row was read, and what became of it. */
enum import_map_end { IMPORT_MAP_NEW, IMPORT_MAP_CHANGED, IMPORT_MAP_SAME, IMPORT_MAP_REFUSED };
struct import_map_origin {
	struct str row; /* "code 1.001193", by its key */
	struct place at;
	enum import_map_end end;
};
/* Messages that say the same of other values. */
enum { IMPORT_MAP_PROBLEMS = 10 };
struct import_map_problem {
	struct str id, text; /* of the first of them */
	struct place at;
	size_t count;
};
/* Two sources that say different things of one cell. */
enum { IMPORT_MAP_CONFLICTS = 200 };
struct import_map_conflict {
	struct str file, row, column, kept, dropped;
	struct place kept_at, dropped_at;
};
struct import_map_report {
	struct arena arena;
	struct import_map_source *sources;
	size_t source_count, source_cap;
	struct import_map_sheet **sheets; /* in the order in which tables come */
	size_t sheet_count, sheet_cap;
	bool is_dry;
	struct import_map_problem problems[IMPORT_MAP_PROBLEMS]; /* the most frequent first */
	size_t problem_count, problems_left; /* kinds that are not among them */
	struct import_map_conflict *conflicts; /* the first of them */
	size_t conflict_count;
	size_t gone; /* procedures that no source has, with is_complete */
	struct str saved; /* the file that the guessed map was written to; absent: none */
};

/* Whom an operand is for: maps (.json, .csv, workbooks) or records (engine/import.h). A JSON or
 * text file is what it holds. One that cannot be read, or is no JSON, is for whoever gets the
 * others, and is told there what is wrong with it. */
enum import_reader { IMPORT_BY_RECORDS, IMPORT_BY_MAPS, IMPORT_BY_EITHER };
enum import_reader import_reader_of(const char *path);

/* *report is to be released in any case. */
must_use int import_map_run(const struct import_map_options *o, struct import_map_report *report,
                            struct diag *d);
void import_map_report_release(struct import_map_report *report);

/* The report as text, lines ending in LF. */
void import_map_report_put(struct buf *out, const struct import_map_report *report,
                           enum diag_lang lang);
/* The same as one JSON object, whose names are in English in any language: docs/import.md. */
void import_map_report_json(struct buf *out, const struct import_map_report *report,
                            enum diag_lang lang);

#endif
