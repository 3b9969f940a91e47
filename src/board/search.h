/* SPDX-License-Identifier: MIT
 *
 * search - the index that assets/js/search.js asks in the visitor's browser
 *
 * Entries come one after another, each with its texts; words and pairs of neighbouring words
 * are noted with what they weigh there. search_finish makes of them lists "word: entries, the
 * weightiest first" and gives them away as script files; docs/search.md has their form and
 * the formula. The same entries in the same order give the same bytes.
 *
 * Memory   at most SEARCH_LIST_BYTES for each word or pair there is, and SEARCH_HELD for the
 *          lists being filled: what is more lies in a table of `scratch` until search_finish
 * Owns     what search_open gives, until search_close
 * Fails    -1 and a message of the area R or S
 * Threads  one
 */
#ifndef NIEMYET_BOARD_SEARCH_H
#define NIEMYET_BOARD_SEARCH_H

#include "sys/db.h"

enum {
	SEARCH_LIST_BYTES = 200,     /* memory for a word or pair, its letters and slots included */
	SEARCH_HELD = 16 << 20,      /* bytes of lists before they go to `scratch` */
	SEARCH_HASH = 8,             /* characters of a file's name that its bytes give */
	SEARCH_CHUNK = 32,           /* entries in a file of names */
	SEARCH_SHARD = 8 << 10,      /* bytes of lists after which the next file begins */
	SEARCH_ONE_FILE = 96 << 10,  /* bytes up to which the index is one file */
	SEARCH_LIST_MAX = 4096,      /* entries in a list: the weightiest */
	SEARCH_NAME_CHARS = 400,     /* characters of a name that results show */
};

/* Where a text stands; what each counts is in search.c. */
enum search_part {
	SEARCH_NAME,
	SEARCH_KEYWORDS, /* the office's own, and codes */
	SEARCH_SAID,     /* everyday words, found by the name: not for callers */
	SEARCH_EVENT,    /* life events */
	SEARCH_RESULT,   /* results, subjects, cases of the dossier */
	SEARCH_PAPER,    /* components of the dossier and their forms */
	SEARCH_FIELD,
	SEARCH_AGENCY,
	SEARCH_LAW,      /* numbers of documents */
	SEARCH_BODY,
	SEARCH_PARTS
};

/* Text is borrowed for the call. Names of facets may be absent. Names may have the marks of
 * fmt/original. */
struct search_entry {
	struct str code, name;
	struct str field, level, online; /* names of facets */
	struct str agencies;             /* names, each ended by LF */
	int favour;                      /* percent of its weights that count: 100, more, less */
	bool is_gone, is_page;           /* withdrawn; no procedure: `code` is its address */
};

/* Takes a file: `name` is its own ("t007"), `hash` what its bytes give. */
typedef int (*search_put_fn)(void *user, struct str name, struct str bytes,
                             const char hash[SEARCH_HASH], struct diag *d);

/* `held`: SEARCH_HELD, or less to see that nothing depends on it. */
struct search;
must_use int search_open(struct search **out, struct db *scratch, size_t held, search_put_fn put,
                         void *user, struct diag *d);
void search_close(struct search *s); /* NULL is allowed */

/* People say `words` (several between ;) of what has `means` in its name or keywords (several
 * between ;, all that + joins). Without `means`: words that ask and name nothing. Before
 * entries. */
void search_say(struct search *s, struct str words, struct str means);

/* Begins an entry, to which the texts that follow belong. Neighbours of one field, level,
 * agencies and beginning of name make small files. */
must_use int search_begin(struct search *s, const struct search_entry *e, struct diag *d);
void search_text(struct search *s, enum search_part part, struct str text);

/* All entries are there. The hash of the head file, which is "head", into `hash`. */
must_use int search_finish(struct search *s, char hash[SEARCH_HASH], struct diag *d);

#endif
