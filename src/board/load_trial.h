/* SPDX-License-Identifier: MIT
 *
 * load_trial - would these rows load? The tables of the schema in memory, empty, for those
 * who make rows of data files
 *
 * A cell is read by its column's domain and a row put into its table, just as loading does,
 * with the same messages. References to other tables are not looked at: the rows that are
 * referred to may stand in files that are not here.
 *
 * Owns     tables and names live until trial_close
 * Fails    -1 and messages D010 to D053; D054 is a warning of a code that is read all the same
 * Threads  one
 */
#ifndef NIEMYET_BOARD_LOAD_TRIAL_H
#define NIEMYET_BOARD_LOAD_TRIAL_H

#include "board/cell.h"

struct trial;

struct trial_column {
	struct str name;
	bool is_int;         /* written in digits, compared as a number */
	bool is_markdown;
	bool is_words;       /* any text will do: no number, day, code or one of a list */
	bool required;       /* may not be empty */
	struct str fallback; /* what an empty cell stands for; absent: nothing */
	enum cell_domain domain;
	const struct str *allowed; /* the values that it may have; none: any */
	size_t allowed_count;
	/* The column of another file in which it has to stand ("agencies", "code"); absent: none.
	 * Of a key of several columns its first only. */
	struct str refers_file, refers_column;
};
struct trial_table {
	struct str file;     /* "index-scores" */
	const struct trial_column *columns; /* those that a file may give, in the schema's order */
	size_t count;
	const size_t *key;   /* columns that tell rows apart; none: a row is its own key */
	size_t key_count;
	bool is_social;      /* a row may be refused because of another one of another key */
};

/* Messages go to `d` as long as the trial lives. */
must_use int trial_open(struct trial **out, struct diag *d);
void trial_close(struct trial *t); /* NULL is allowed */

/* The names of all files, in the order of `dataset`. */
size_t trial_count(const struct trial *t);
struct str trial_file(const struct trial *t, size_t i);

/* By the name of its file; NULL and a message (D040, D041) at `at` when there is none. */
const struct trial_table *trial_table(struct trial *t, struct str file, struct place at);
/* A column's number; -1 and a message (D010, D011) when there is none. */
must_use int trial_column(struct trial *t, const struct trial_table *table, struct str name,
                          struct place at, size_t *out);

/* One value; *out is what is to be written, in `a`, absent for an empty cell. */
must_use int trial_cell(struct trial *t, const struct trial_table *table, size_t column,
                        struct str raw, struct place at, struct arena *a, struct str *out);
/* A row that stands already, for the others to be held against; one that would not load is
 * passed over in silence. */
void trial_seed(struct trial *t, const struct trial_table *table, const struct str *cells,
                struct place at);
/* A whole row of table->count cells. */
must_use int trial_row(struct trial *t, const struct trial_table *table, const struct str *cells,
                       struct place at);

#endif
