/* SPDX-License-Identifier: MIT
 * search_lists - lists of entries, the weightiest first, in letters */
#include "board/search_int.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The 91 letters that numbers are written in: # to ~ without \. */
enum { FIRST_LETTER = '#', LETTERS = 91, SHORT = 61, LONG = LETTERS - SHORT };
enum { LEVELS = LETTERS, LEVELS_A_BIT = 5 };

static void put_letter(struct buf *out, uint32_t n)
{
	assert(n < LETTERS);
	char c = (char)(FIRST_LETTER + n);
	buf_putc(out, c < '\\' ? c : (char)(c + 1));
}

/* Below 61 one letter, else 61 + a digit of base 30 and the rest likewise. */
static void put_number(struct buf *out, uint32_t n)
{
	for (; n >= SHORT; n = (n - SHORT) / LONG)
		put_letter(out, SHORT + (n - SHORT) % LONG);
	put_letter(out, n);
}

/* The logarithm to base 2 of x / 256, in 1/256; x >= 256. Integers, so that every machine
 * writes the same bytes. */
static uint32_t log2_of(uint64_t x)
{
	uint32_t result = 0;
	for (; x >= 512; x >>= 1)
		result += 256;
	x <<= 16; /* now 1 <= x / 2^24 < 2 */
	for (uint32_t bit = 128; bit; bit >>= 1) {
		x = (x * x) >> 24;
		if (x >= (uint64_t)1 << 25) {
			x >>= 1;
			result += bit;
		}
	}
	return result;
}

/* How rare a word is that `count` of `all` entries have, in 1/256 bits: log2(1 + all / count). */
static uint32_t rarity(uint32_t all, uint32_t count)
{
	return log2_of(256 + ((uint64_t)all << 8) / count);
}

struct lists {
	struct search *s;
	struct order {
		uint64_t key;
		uint32_t list;
	} *order;
	uint32_t *known;             /* by word: its place in the head's words */
	struct buf bytes;            /* of a list */
	/* its entries, and behind each the next one of its level */
	uint32_t *entries, *next, entry_cap;
	struct str last_word;        /* in the head's words */
};

static int by_key(const void *a, const void *b)
{
	uint64_t x = ((const struct order *)a)->key, y = ((const struct order *)b)->key;
	return (x > y) - (x < y);
}

struct lettered {
	struct str letters;
	struct word *word;
};

static int by_letters(const void *a, const void *b)
{
	const struct lettered *x = a, *y = b;
	return str_cmp(x->letters, y->letters);
}

/* Words get their rank in the order of letters. */
static void rank_words(struct search *s)
{
	size_t n = s->words.count;
	struct lettered *all = arena_array(&s->arena, n + 1, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct lettered){s->words.entries[i].key, s->words.entries[i].value};
	qsort(all, n, sizeof *all, by_letters);
	for (size_t i = 0; i < n; i++)
		all[i].word->rank = (uint32_t)i;
}

static const struct word *word_at(const struct search *s, uint32_t number)
{
	return s->words.entries[number].value;
}

/* Lists by their word, with the spellings of the word before its pairs. */
static void sort_lists(struct lists *w)
{
	struct search *s = w->s;
	w->order = mem_resize(NULL, (s->list_count + 1) * sizeof *w->order);
	for (uint32_t i = 0; i < s->list_count; i++) {
		const struct list *l = &s->lists[i];
		uint64_t first = word_at(s, l->first)->rank, second = l->second;
		if (l->second >= PAIR)
			second = PAIR + word_at(s, l->second - PAIR)->rank;
		w->order[i] = (struct order){first << 32 | second, i};
	}
	qsort(w->order, s->list_count, sizeof *w->order, by_key);
}

/* Entries of the list fall into levels: w->entries in the order of their coming, linked. */
static void share_out(struct lists *w, uint32_t rare, uint32_t levels[LEVELS],
                      uint32_t ends[LEVELS])
{
	struct str bytes = buf_str(&w->bytes);
	uint32_t entry = 0, n = 0;
	memset(levels, 0xFF, LEVELS * sizeof *levels);
	for (size_t at = 0; at < bytes.n; n++) {
		uint32_t step = 0;
		for (int shift = 0;; shift += 7) {
			uint8_t byte = (uint8_t)bytes.p[at++];
			step |= (uint32_t)(byte & 127) << shift;
			if (byte < 128)
				break;
		}
		entry += step;
		uint32_t full = (uint8_t)bytes.p[at++];
		uint32_t level = (full * rare * LEVELS_A_BIT + 255 * 128) / (255 * 256);
		level = level < LEVELS ? level : LEVELS - 1;
		if (n == w->entry_cap) {
			w->entry_cap = w->entry_cap ? w->entry_cap * 2 : 1024;
			w->next = mem_resize(w->next, w->entry_cap * sizeof *w->next);
			w->entries = mem_resize(w->entries, w->entry_cap * sizeof *w->entries);
		}
		w->entries[n] = entry - 1;
		w->next[n] = UINT32_MAX;
		if (levels[level] == UINT32_MAX)
			levels[level] = n;
		else
			w->next[ends[level]] = n;
		ends[level] = n;
	}
}

/* For each level that has entries: level, how many, the steps from one to the next. */
static int put_list(struct lists *w, uint32_t number, uint32_t rare, struct buf *out,
                    struct diag *d)
{
	uint32_t levels[LEVELS], ends[LEVELS], left = SEARCH_LIST_MAX;
	if (search_read_list(w->s, number, &w->bytes, d) < 0)
		return -1;
	share_out(w, rare, levels, ends);
	for (uint32_t level = LEVELS - 1; level > 0 && left; level--) {
		uint32_t count = 0, last = 0;
		for (uint32_t i = levels[level]; i != UINT32_MAX && count < left; i = w->next[i])
			count++;
		if (count == 0)
			continue;
		left -= count;
		put_letter(out, level);
		put_number(out, count);
		for (uint32_t i = levels[level]; count; i = w->next[i], count--) {
			put_number(out, w->entries[i] - last);
			last = w->entries[i];
		}
	}
	return 0;
}

/* A word for the head: how many letters it shares with the one before, the others, and A to Z
 * for how many entries have it (A 1, B 2 to 3, C 4 to 7 ...). */
static void put_known(struct lists *w, struct str word, uint32_t count)
{
	struct buf *out = &w->s->lexicon;
	size_t shared = 0;
	while (shared < 9 && shared < word.n && shared < w->last_word.n &&
	       word.p[shared] == w->last_word.p[shared] && (word.p[shared] & 0x80) == 0)
		shared++;
	buf_putc(out, (char)('0' + shared));
	buf_put(out, str_slice(word, shared, word.n));
	buf_putc(out, (char)('A' + log2_of((uint64_t)count << 8) / 256));
	w->last_word = word;
}

/* The lists order[from..to) of one word: "word!Mlist!Mlist !Nlist!Nlist ", first those of its
 * spellings, then those of the words that follow it. */
static int put_word(struct lists *w, uint32_t from, uint32_t to, struct diag *d)
{
	struct search *s = w->s;
	struct buf *out = &s->body[SEARCH_LISTS];
	uint32_t number = s->lists[w->order[from].list].first, count = 0;
	struct str word = s->words.entries[number].key;
	for (uint32_t i = from; i < to; i++) {
		const struct list *l = &s->lists[w->order[i].list];
		count += l->second < PAIR ? l->count : 0;
	}
	if (!word_at(s, number)->is_code)
		put_known(w, word, count);
	if (out->len == 0) {
		buf_printf(&s->shards, "%s%.*s", s->file_count[SEARCH_LISTS] ? " " : "",
		           STR_ARG(word));
		buf_putc(out, '"');
	} else {
		buf_putc(out, ' ');
	}
	buf_put(out, word);
	bool in_pairs = false;
	for (uint32_t i = from; i < to; i++) {
		const struct list *l = &s->lists[w->order[i].list];
		bool is_pair = l->second >= PAIR;
		buf_putz(out, is_pair && !in_pairs ? " !" : "!");
		in_pairs = is_pair;
		put_number(out, is_pair ? w->known[l->second - PAIR] : l->second);
		uint32_t rare = rarity(s->entry, is_pair ? l->count : count);
		if (put_list(w, w->order[i].list, rare, out, d) < 0)
			return -1;
	}
	if (!in_pairs)
		buf_putc(out, ' ');
	return out->len >= SEARCH_SHARD ? search_end_file(s, SEARCH_LISTS, d) : 0;
}

/* The head's words are those that have lists and are no codes, in their order. */
static void number_words(struct lists *w)
{
	struct search *s = w->s;
	uint32_t n = 0;
	w->known = mem_resize(NULL, (s->words.count + 1) * sizeof *w->known);
	for (uint32_t i = 0; i < s->list_count; i++) {
		uint32_t number = s->lists[w->order[i].list].first;
		bool is_new = i == 0 || s->lists[w->order[i - 1].list].first != number;
		if (is_new && !word_at(s, number)->is_code)
			w->known[number] = n++;
	}
}

int search_put_lists(struct search *s, struct diag *d)
{
	struct lists w = {.s = s};
	int status = 0;
	rank_words(s);
	sort_lists(&w);
	number_words(&w);
	for (uint32_t from = 0, to; status == 0 && from < s->list_count; from = to) {
		for (to = from + 1; to < s->list_count; to++)
			if (w.order[to].key >> 32 != w.order[from].key >> 32)
				break;
		status = put_word(&w, from, to, d);
	}
	if (status == 0)
		status = search_end_file(s, SEARCH_LISTS, d);
	mem_free(w.order);
	mem_free(w.known);
	mem_free(w.next);
	mem_free(w.entries);
	buf_release(&w.bytes);
	return status;
}
