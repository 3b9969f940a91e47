/* SPDX-License-Identifier: MIT
 * search_int - what the files of search share */
#ifndef NIEMYET_BOARD_SEARCH_INT_H
#define NIEMYET_BOARD_SEARCH_INT_H

#include "base/map.h"
#include "board/search.h"
#include "board/terms.h"

/* A list in the making: bytes of (step to the entry, saturated weight), in the order of
 * entries; a step is 7 bits a byte, the highest bit says that more follow. */
struct piece {
	struct piece *next;
	uint8_t used, bytes[23];
};

/* A word with its marks (`second` is marks), or a pair of words (`second` is PAIR + word). */
enum { PAIR = 1 << 30 };
struct list {
	uint32_t first, second;
	uint32_t count, last;        /* entries so far; the last one, counted from 1 */
	uint32_t runs;               /* pieces that lie in `scratch` */
	/* of the entry that is being read */
	uint32_t weight, place;      /* place: entry and part of the last one seen */
	uint8_t times;
	struct piece *begin, *end;
};

struct saying;
struct phrase {                      /* words that have to stand in a name */
	struct phrase *next;         /* of those that begin with the same word */
	struct saying *saying;
	const struct token *tokens;
	size_t count;
	uint32_t bit;
};
struct saying {
	const struct token *words;   /* what people say; a token without word parts them */
	size_t count;
	uint32_t all, found, entry;  /* bits of its phrases; those found in the entry */
};

/* A word in a text. */
#define NO_WORD UINT32_MAX
struct token {
	uint32_t word;               /* position in `words` */
	uint8_t marks;
	bool is_code;
};

struct word {
	struct phrase *phrases;      /* that begin with it */
	uint32_t rank;               /* in the order of all words, when all are known */
	bool is_code;
};

/* Entries that follow one another and are alike. */
struct alike {
	size_t field, level, online, agencies; /* 0: none */
	int state;                             /* 1 withdrawn, 2 no procedure */
};

struct search {
	search_put_fn put;
	void *user;
	struct db *scratch;
	struct db_stmt *save, *fetch;
	struct terms *terms;
	struct arena arena;          /* lives as long as the index is made */
	struct arena pieces;         /* until they go to `scratch` */
	size_t piece_bytes, held_max;
	struct map words;            /* letters to struct word * */
	struct list *lists;
	uint32_t list_count, list_cap;
	uint32_t *slots;             /* list number + 1, or 0 */
	uint32_t slot_count;
	/* the entry that is being read */
	uint32_t entry, favour;      /* entry counts from 1 */
	uint32_t *touched;
	size_t touched_count, touched_cap;
	struct token *tokens;
	size_t token_count, token_cap;
	/* for the head */
	struct buf neutral, runs, sets, lexicon;
	struct buf shards;           /* the first word of each file of lists */
	struct map facets[4], agency_sets;
	struct alike alike;
	uint32_t alike_count;
	/* files: of lists and of names; a line of `held` each while they may yet become one */
	struct buf body[2], hashes[2], held;
	uint32_t file_count[2];
	bool is_split;
};

/* In search.c: all pieces of a list, into `out`. */
must_use int search_read_list(struct search *s, uint32_t number, struct buf *out, struct diag *d);

/* In search_lists.c: all lists into their files, and the words for the head. */
must_use int search_put_lists(struct search *s, struct diag *d);

/* In search_files.c: an entry for the head and the files of names; the file that is being
 * filled is complete; the head. */
enum { SEARCH_LISTS, SEARCH_NAMES };
must_use int search_put_entry(struct search *s, const struct search_entry *e, struct diag *d);
must_use int search_end_file(struct search *s, int kind, struct diag *d);
must_use int search_put_head(struct search *s, char hash[SEARCH_HASH], struct diag *d);

#endif
