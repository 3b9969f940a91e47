/* SPDX-License-Identifier: MIT
 *
 * import_map_int - between the files of import_map only
 *
 *   read    a map's YAML becomes a struct import_map            import_map_read.c
 *   choose  which maps there are, which is for a file           import_map_choose.c
 *   source  a file becomes a connection that holds it           import_map_source.c
 *   grid    rows of cells become its tables, headed by names    import_map_grid.c
 *   func    SQL functions that only maps have                   import_map_func.c
 *   meaning what columns are called, and where they go          import_map_meaning.c
 *   guess   a map made of what columns are called               import_map_guess.c
 *   clean   cells as nobody's program wrote them              import_map_clean.c
 *   book    the sheets of a workbook, each a source             import_map_book.c
 *   own     the office's own workbook, which needs no map       import_map_own.c
 *   rows    values and rows, worked out of a source by a map    import_map_rows.c
 *   batch   rows of all sources, one for each key               import_map_batch.c
 *   problem what went wrong most often, for the report         import_map_problem.c
 *   merge   the rows joined with data/NAME.csv                  import_map_merge.c
 *
 * All that is not said to be borrowed lies in the arena of struct import_job.
 */
#ifndef NIEMYET_ENGINE_IMPORT_MAP_INT_H
#define NIEMYET_ENGINE_IMPORT_MAP_INT_H

#include "base/map.h"
#include "board/func.h"
#include "board/load_trial.h"
#include "engine/import_map.h"
#include "sys/db.h"

/* read ------------------------------------------------------------------------------- */

enum import_format { IMPORT_JSON, IMPORT_CSV, IMPORT_SQLITE };

/* A piece of SQL and where it begins; absent when the map does not give it. */
struct import_sql {
	struct str text;
	struct place at;
};
struct import_map_set {
	struct str name;
	struct import_sql value, check;
	struct import_map_text hint;
	struct place at;
};
struct import_map_column {
	size_t column; /* of the table */
	struct import_sql value;
	bool keep;     /* only where nothing stands */
	struct import_sql over; /* or where this stands; absent: nothing else */
};
struct import_map_table {
	const struct trial_table *table;
	struct import_sql from, dated; /* dated: the day of a row's state; absent: not known */
	bool keep; /* only rows that are not there */
	struct import_map_column *columns;
	size_t count;
};
struct import_map_skip {
	struct import_sql count, list; /* list: what they are, as one text; absent: not told */
	struct import_map_text text;
};
struct import_map {
	struct str name, file; /* "papi", "src/maps/papi.yml" */
	enum import_format format;
	struct import_map_text title, description;
	struct import_sql match;
	struct import_map_set *sets;
	size_t set_count;
	struct import_map_table *tables;
	size_t table_count;
	struct import_map_skip *skips;
	size_t skip_count;
};

/* `text` is borrowed. Tables and columns are looked up in `trial`. */
must_use int import_map_read(struct arena *a, struct str name, struct str file, struct str text,
                             struct trial *trial, struct import_map *out, struct diag *d);

/* job -------------------------------------------------------------------------------- */

/* One import. */
struct import_job {
	struct arena arena;
	const struct import_map_options *o;
	struct import_map_report *report;
	struct trial *trial;
	struct import_map *maps; /* those that may be chosen, in the order of asking */
	size_t map_count, map_cap;
	struct import_batch **batches; /* beside report->sheets */
	struct str guessed; /* the map that was guessed, as YAML; absent: none was */
	struct diag *d;
};

/* source ----------------------------------------------------------------------------- */

/* A guarded connection with the tables
 *   document(text, file, sheet)  one row; text is NULL for a table, file without folders,
 *                                sheet its name in a workbook
 *   source(_line, _row, ...)     of a table: the columns are the header's, _row is JSON
 *   header(position, name)       of a table
 *   title(_line, text)           of a table: the cells above its header
 * An empty cell is NULL in `source` and null in _row. JSON Lines are an array of them. A database
 * has its own tables and views beside `document`; they are those of "data" where both have one. */
struct import_source {
	struct db *db;
	enum import_format format;
	struct str file, base; /* as given ("a.xlsx:Sheet1" for a sheet); without folders */
	struct str sheet;      /* its name; absent: not of a workbook */
	bool is_ragged;        /* rows may be shorter than the header */
	size_t rows, refused;
	struct import_map_how how;
	struct import_map_guessed guessed;
	const struct str *names; /* of the columns of a table */
	size_t name_count;
	struct str tables; /* of a database: "TTHC (Ma, Ten); ..." */
	struct func_env env;
};
/* What is known of a file before it is read. */
struct import_source import_source_of(const char *path, enum import_format format);
/* `bytes` of a JSON or CSV file; they become other ones. What is not open needs no closing. */
must_use int import_source_open(struct import_job *j, struct import_source *s, struct buf *bytes);
/* A table in UTF-8, straight from its file, of which few rows are held at a time: 1; 0: it is none,
 * open its bytes; -1. */
must_use int import_source_pull(struct import_job *j, struct import_source *s);
void import_source_close(struct import_source *s);
/* A database of SQLite, of any size: it is read where it lies. */
bool import_source_is_database(const char *path);
must_use int import_source_open_database(struct import_job *j, struct import_source *s,
                                         const char *path);
/* For those that fill it row by row: an empty one, then guarded. */
must_use int import_source_begin(struct import_job *j, struct import_source *s);
must_use int import_source_end(struct import_job *j, struct import_source *s);

/* Where a row stands: a line of a file, the first cell of a sheet's row. Line 0: the source. */
struct place import_source_place(struct arena *a, const struct import_source *s, int line);

/* The same for the cell of a column, counted from 0: "a.xlsx:Sheet1!C17". */
struct place import_source_cell(struct arena *a, const struct import_source *s, int line,
                                size_t column);

/* By its name: what ends in .json, .jsonl or .ndjson is JSON. */
enum import_format import_format_of(const char *path);

/* ASCII letters made small. */
struct str import_lower(struct arena *a, struct str s);

/* grid ------------------------------------------------------------------------------- */

/* Rows of cells on their way into `source`: the header is found among the first of them. */
struct import_grid_row {
	int line;
	size_t count;
	const struct str *cells;
};
struct import_grid *import_grid_new(struct import_job *j, struct import_source *s);
must_use int import_grid_put(struct import_grid *t, const struct import_grid_row *r);
bool import_grid_is_empty(const struct import_grid *t); /* no row that is not blank */
must_use int import_grid_end(struct import_grid *t);    /* D006 when it is empty */
void import_grid_free(struct import_grid *t);

/* clean ------------------------------------------------------------------------------ */

/* Without space at its ends and as the steps make it, but for those of `kept`; each step that
 * changed it is counted. In the arena, or borrowed. */
struct str import_clean_cell(struct arena *a, struct str cell, unsigned kept, size_t *counts);

/* choose ----------------------------------------------------------------------------- */

/* All maps that may be chosen, into j->maps: those there are, or the one of --map. */
must_use int import_map_load(struct import_job *j);
/* One more of j->maps, from its text. */
must_use int import_map_take(struct import_job *j, struct str text, const struct import_map **out);
/* The first map of the source's format whose `match` holds: 1, 0 when none does, -1 when one is
 * wrong. */
must_use int import_map_find(struct import_job *j, const struct import_source *s,
                             const struct import_map **out);
/* I030, always -1: `kind` is what the file is, "CSV" or "XLSX". I054, I064: its columns, as its
 * reader found them. */
int import_map_refuse(struct import_job *j, struct str file, enum import_format format,
                      const char *kind);
void import_map_say_header(struct import_job *j, const struct import_source *s, struct diag *d);
/* "papi (PAPI scores by year); ...", of one format or, -1, of all. */
struct str import_map_list(struct import_job *j, int format);

/* func ------------------------------------------------------------------------------- */

void import_map_functions(struct db *db);

/* meaning ---------------------------------------------------------------------------- */

/* What a column of a list of procedures is. */
enum import_meaning {
	IMPORT_M_CODE, IMPORT_M_NAME, IMPORT_M_FIELD, IMPORT_M_LEVEL, IMPORT_M_KIND,
	IMPORT_M_DECISION, IMPORT_M_PUBLISHER, IMPORT_M_EXECUTOR, IMPORT_M_DECIDER,
	IMPORT_M_ADDRESS, IMPORT_M_PARTNER, IMPORT_M_STEPS, IMPORT_M_REQUIREMENTS,
	IMPORT_M_KEYWORDS, IMPORT_M_ONLINE, IMPORT_M_URL, IMPORT_M_CHANNEL, IMPORT_M_LIMIT,
	IMPORT_M_FEE, IMPORT_M_SUBJECT, IMPORT_M_RESULT, IMPORT_M_LAW, IMPORT_M__COUNT
};
/* "ma tthc|ma so": what such columns are called. */
struct str import_meaning_names(enum import_meaning m);
/* What becomes of them. In SQL "?" is the column that `by` (or `what`) was found to be, "@" that of
 * the code, "!" one more argument: the unit that stands in the column's name. A table is for
 * sources that have its `by`; of several that give one column, the first whose `what` is there. */
struct import_meaning_column {
	enum import_meaning what;
	const char *column, *value;
	bool keep;
};
struct import_meaning_table {
	const char *file;
	enum import_meaning by;
	const char *from;
	bool keep;
	const struct import_meaning_column *columns;
	size_t count;
};
const struct import_meaning_table *import_meaning_table(size_t i); /* NULL: no more */

/* guess ------------------------------------------------------------------------------ */

/* For a table that no map is for: a map made of the names of its columns and of its codes. It
 * is one of j->maps from here on, so that it is found for the sources after this one, and what
 * was understood is s->guessed. 1, 0: this is no list of procedures, -1. */
must_use int import_map_guess(struct import_job *j, struct import_source *s,
                              const struct import_map **out);

/* book ------------------------------------------------------------------------------- */

/* Each sheet that is not hidden, by the map that is for it. */
must_use int import_map_book(struct import_job *j, const char *path, struct str bytes);

/* own -------------------------------------------------------------------------------- */

/* The office's own (engine/workbook.h): a sheet is one by its head, the last line of whose cells
 * names columns of one table. All its rows go into a batch that is whole, hidden ones too; sheets
 * that are none stand in the report. 1: it is one; 0: it is not, nothing was done; -1: messages at
 * the cell ("book.xlsx:Phí!C17"), D and I084 to I086, I083 at the sheet. */
struct xlsx;
must_use int import_map_own(struct import_job *j, struct xlsx *x, struct str file);

/* rows ------------------------------------------------------------------------------- */

/* All that `m` says of the source, into the batches and the report. */
must_use int import_map_apply(struct import_job *j, const struct import_map *m,
                              const struct import_source *s);
/* The report's part of a source; `m` NULL: it is not imported. */
struct import_map_source *import_map_show(struct import_job *j, const struct import_map *m,
                                          const struct import_source *s);

/* batch ------------------------------------------------------------------------------ */

/* Absent cells are not given. */
struct import_batch_row {
	struct str *cells; /* one for each column of the table */
	bool *weak;        /* such a cell goes only where nothing stands ... */
	struct str *over;  /* ... or this, which only held its place; NULL: of no column */
	bool keep;         /* all of the row goes only where no such row is */
	struct place at;
	struct str dated; /* ISO; absent: not known */
	struct str key;
};
struct import_batch {
	const struct trial_table *table;
	struct import_map_sheet *sheet;
	struct import_batch_row **rows;
	size_t count, cap;
	struct map by_key;
	bool is_whole;     /* rows of the file that are not among them go */
};
struct import_batch *import_batch_of(struct import_job *j, const struct trial_table *table);
/* Joins the row with one of the same key. Where two say different things the newer one counts,
 * when both are dated, or the earlier one with first_wins (I071); else the later one is refused
 * (I038). All such places are conflicts of the report. */
void import_batch_add(struct import_job *j, struct import_batch *b, struct import_batch_row *row);
/* Says in the report where a row came from and what became of it, when that is wanted. */
void import_batch_end(struct import_job *j, struct import_batch *b, const struct str *cells,
                      struct place at, enum import_map_end end);
/* The cells that tell rows apart, as one text; empty ones stand for what the schema says. */
struct str import_batch_key(struct arena *a, const struct trial_table *table,
                            const struct str *cells);
/* Order of rows in a file. */
int import_batch_compare(const struct trial_table *table, const struct str *a,
                         const struct str *b);
/* A cell, or what an empty one stands for. */
struct str import_batch_cell(const struct trial_table *table, const struct str *cells, size_t c);
/* "index_code 766, year 2026", for messages. */
struct str import_batch_name(struct arena *a, const struct trial_table *table,
                             const struct str *cells);

/* problems --------------------------------------------------------------------------- */

/* Of the messages from `from` on, into the report. */
void import_map_problems(struct import_job *j, size_t from);

/* merge ------------------------------------------------------------------------------ */

/* Joins with DIR/data/NAME.csv; *after is what the file becomes, when it changes. */
must_use int import_map_merge(struct import_job *j, struct import_batch *b, struct buf *after);

#endif
