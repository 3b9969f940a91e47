/* SPDX-License-Identifier: MIT
 *
 * md_int - what md.c (the door to cmark), md_table.c (pipe tables) and md_put.c (the
 * parts of a page) share
 *
 * cmark has no tables. In its tree a table is a paragraph, or the text of a setext
 * heading, so that is where md_table looks, in the source lines the node came from. What is
 * a table is cut out of the source: each of its lines becomes an empty heading "#" behind
 * the same prefix of block quotes and list items. Such a line is a block of its own that
 * no later line can continue, which is what a row of a table is; so cmark, reading the
 * changed source, finds the blocks around the table as the GFM specification wants them.
 *
 *     > - | a | b |          > - #
 *     >   |---|---|     ->   >   #
 *     >   | 1 | 2 |          >   #
 *     > lazy                 > lazy      (was a line of the paragraph, is one by itself)
 *
 * Cells are put in front of the changed source, one "# cell #" each, so that cmark reads
 * their inlines with the references of the document. The writer sets all together again.
 */
#ifndef NIEMYET_FMT_MD_INT_H
#define NIEMYET_FMT_MD_INT_H

#include "base/map.h"
#include "fmt/md.h"

/* The source, line by line without line ends; lines are replaced when a table is cut. */
struct md_lines {
	struct str *line; /* [0] is line 1 */
	int count;
};

/* A block quote or list item around a paragraph, outermost first in an array. */
struct md_box {
	bool is_item;
	int line;   /* on which it begins, from 1 */
	int indent; /* columns of a continued item; found by md_table */
};

enum md_align { MD_NONE, MD_LEFT, MD_CENTER, MD_RIGHT };

struct md_row {
	int line;
	int given;         /* cells in the source, may be more than the table's columns */
	size_t first_cell; /* into md_tables.cells */
	int cells;         /* at most the table's columns */
};

struct md_table {
	int first, last;     /* lines, header to last row */
	int columns;
	enum md_align *align;
	size_t first_row;    /* the header, into md_tables.rows */
	size_t rows;
};

struct md_cell {
	struct str text; /* trimmed, pipes unescaped */
	int line;
};

/* Everything found so far, in the order of the source. */
struct md_tables {
	struct arena *arena;
	struct md_table *tables;
	size_t count, cap;
	struct md_row *rows;
	size_t row_count, row_cap;
	struct md_cell *cells;
	size_t cell_count, cell_cap;

	/* Does this line, alone, begin another block than a paragraph? cmark knows. */
	bool (*begins_block)(void *user, struct str line);
	void *user;
};

/* Where a table may be: a paragraph's lines and what is around it. */
struct md_spot {
	int first, last;  /* lines to look at; a heading's last is not known: that of the text */
	bool is_heading;  /* a setext heading: looking ends at its underline */
	int column;       /* bytes in front of the text in line `first` */
	struct md_box *boxes;
	int depth;
};

/* A line of hyphens under a row with another number of cells: no table, and surely meant
 * as one. */
struct md_mismatch {
	int line, header, delimiter;
};

/* Lines end at LF, CR and CR LF, as cmark has it. Kept in the arena; views of `text`. */
void md_split_lines(struct md_lines *src, struct arena *arena, struct str text);

/* "# heading" and its like at byte `column`: its next line is no part of it. */
bool md_is_atx(struct str line, int column);

/* False when the text cannot hold a table: spares the search. */
bool md_table_likely(struct str text);

/* Cuts the first table of the spot out of the lines and appends it to `t`. False when there
 * is none; *miss is set when one nearly was. */
bool md_table_take(struct md_tables *t, struct md_lines *src, struct md_spot *spot,
                   struct md_mismatch *miss);

/* Where a rendering is written, and what it has to remember between its parts. */
struct md_writer {
	const struct md_options *o;
	bool page;         /* o->mode is MD_PAGE */
	struct buf *out;
	size_t start;      /* where our part of `out` begins */
	struct diag *d;
	size_t said;       /* messages so far */
	bool failed;       /* one of them was an error */
	struct arena keep; /* until the rendering ends */
	struct map ids;    /* of headings */
	int heading_last;  /* level of the heading before */
};

/* `line` counts from 1 in the text, here and below. */
struct place md_place(const struct md_writer *w, int line);

/* Warnings and notes are for pages only. A text that does everything wrong says so
 * LIMIT_MESSAGES times, then only fails. */
void md_say(struct md_writer *w, enum diag_id id, int line, struct str a, struct str b);
struct str md_number(struct md_writer *w, int n);
void md_say_miss(struct md_writer *w, struct md_mismatch *miss); /* once: takes the line off */

/* Refuses what would be too much for cmark. */
must_use int md_check(struct md_writer *w, struct str text);

/* cmark reads NUL as U+FFFD and passes over a byte order mark; here this is done once,
 * before lines are counted. */
struct str md_clean(struct md_writer *w, struct str text);

/* Escapes. "&#1;" makes a control character out of innocent text, even the mark of
 * markup: in pages and words they become U+FFFD. */
void md_put_text(struct md_writer *w, struct str s);
void md_putz(struct md_writer *w, const char *z);
void md_fresh_line(struct md_writer *w); /* unless at the beginning of one */
bool md_too_long(const struct md_writer *w);

/* Of a page. */
void md_open_heading(struct md_writer *w, int level, struct str words, int line);

/* `tag` and the address behind it; false when it may not be posted, and nothing is put. */
bool md_put_address(struct md_writer *w, const char *tag, struct str url, int line);
void md_put_title(struct md_writer *w, struct str title);

/* Warns where a link or image has no words to be called by. */
void md_check_link(struct md_writer *w, struct str words, struct str url, bool is_image, int line);

/* "<br>", the one tag that passes into a page: the only way to part lines in a cell. */
bool md_is_break(struct str html);

void md_put_raw(struct md_writer *w, struct str html, bool is_block, int line);
void md_put_code(struct md_writer *w, struct str info, struct str text, int line);

/* What scrolls sideways on a small screen can be reached by keyboard, and is called by
 * what its columns are. An empty cell of the header heads nothing: in a page it is a td.
 * Returns the name of the tag. */
void md_open_table(struct md_writer *w, struct str label);
void md_close_table(struct md_writer *w, bool has_body);
const char *md_open_cell(struct md_writer *w, bool in_header, bool empty, enum md_align align);

#endif
