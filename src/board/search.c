/* SPDX-License-Identifier: MIT
 * search - words, pairs and what they weigh, entry by entry */
#include "board/search_int.h"

#include <assert.h>
#include <string.h>

/* What a word weighs where it stands, in hundredths; how long a text usually is, in words: a
 * longer one weighs less for each of its words (0: does not matter). */
static const struct {
	uint16_t weight, length;
	bool has_codes, has_pairs;
} parts[SEARCH_PARTS] = {
	[SEARCH_NAME] = {500, 14, true, true},   [SEARCH_KEYWORDS] = {400, 0, true, true},
	[SEARCH_SAID] = {400, 0, true, true},    [SEARCH_EVENT] = {150, 0, false, true},
	[SEARCH_RESULT] = {60, 0, true, true},   [SEARCH_PAPER] = {40, 0, true, false},
	[SEARCH_FIELD] = {120, 0, false, true},  [SEARCH_AGENCY] = {50, 0, false, false},
	[SEARCH_LAW] = {100, 0, true, false},    [SEARCH_BODY] = {25, 0, false, false},
};

/* K1: the weight, in hundredths, that gives half of the most a word can give. */
enum { K1 = 400, TIMES_MAX = 4, SHORT = 2 };

static const char scratch_sql[] =
	"CREATE TABLE IF NOT EXISTS search_run"
	" (list INT, run INT, bytes TEXT, PRIMARY KEY (list, run)) WITHOUT ROWID";

int search_open(struct search **out, struct db *scratch, size_t held, search_put_fn put, void *user,
                struct diag *d)
{
	if (db_exec(scratch, scratch_sql, d) < 0 ||
	    db_exec(scratch, "DELETE FROM search_run", d) < 0)
		return -1;
	struct search *s = mem_resize(NULL, sizeof *s);
	*s = (struct search){.put = put, .user = user, .scratch = scratch, .held_max = held};
	s->terms = terms_init(&s->arena);
	s->words.arena = &s->arena;
	for (size_t i = 0; i < countof(s->facets); i++)
		s->facets[i].arena = &s->arena;
	s->agency_sets.arena = &s->arena;
	s->save = db_must_prepare(scratch, "INSERT INTO search_run VALUES (?1, ?2, ?3)");
	s->fetch = db_must_prepare(
		scratch, "SELECT bytes FROM search_run WHERE list = ?1 ORDER BY run");
	*out = s;
	return 0;
}

void search_close(struct search *s)
{
	if (!s)
		return;
	struct buf *bufs[] = {&s->neutral, &s->runs,    &s->sets,      &s->lexicon,   &s->shards,
	                      &s->body[0], &s->body[1], &s->hashes[0], &s->hashes[1], &s->held};
	for (size_t i = 0; i < countof(bufs); i++)
		buf_release(bufs[i]);
	db_finish(s->save);
	db_finish(s->fetch);
	mem_free(s->lists);
	mem_free(s->slots);
	mem_free(s->touched);
	mem_free(s->tokens);
	arena_release(&s->pieces);
	arena_release(&s->arena);
	mem_free(s);
}

/* Lists ---------------------------------------------------------------------------------- */

static uint32_t slot_of(const struct search *s, uint32_t first, uint32_t second)
{
	uint64_t h = ((uint64_t)first << 32 | second) * 0x9E3779B97F4A7C15u;
	uint32_t at = (uint32_t)(h >> 32) & (s->slot_count - 1);
	for (; s->slots[at]; at = (at + 1) & (s->slot_count - 1)) {
		const struct list *l = &s->lists[s->slots[at] - 1];
		if (l->first == first && l->second == second)
			break;
	}
	return at;
}

static void grow_slots(struct search *s)
{
	enum { AT_FIRST = 4096 };
	s->slot_count = s->slot_count ? s->slot_count * 2 : AT_FIRST;
	s->slots = mem_resize(s->slots, s->slot_count * sizeof *s->slots);
	memset(s->slots, 0, s->slot_count * sizeof *s->slots);
	for (uint32_t i = 0; i < s->list_count; i++)
		s->slots[slot_of(s, s->lists[i].first, s->lists[i].second)] = i + 1;
}

static struct list *find_list(struct search *s, uint32_t first, uint32_t second)
{
	if (s->slot_count < 2 * (s->list_count + 1))
		grow_slots(s);
	uint32_t slot = slot_of(s, first, second);
	if (s->slots[slot] == 0) {
		if (s->list_count == s->list_cap) {
			s->list_cap = s->list_cap ? s->list_cap * 2 : 1024;
			s->lists = mem_resize(s->lists, s->list_cap * sizeof *s->lists);
		}
		s->lists[s->list_count++] = (struct list){.first = first, .second = second};
		s->slots[slot] = s->list_count;
	}
	return &s->lists[s->slots[slot] - 1];
}

/* The word weighs so much more in the entry; less each time it comes again in one part. */
static void add(struct search *s, uint32_t first, uint32_t second, uint32_t weight,
                enum search_part part)
{
	struct list *l = find_list(s, first, second);
	uint32_t place = s->entry * SEARCH_PARTS + part;
	if (l->weight == 0) {
		if (s->touched_count == s->touched_cap) {
			s->touched_cap = s->touched_cap ? s->touched_cap * 2 : 1024;
			s->touched = mem_resize(s->touched, s->touched_cap * sizeof *s->touched);
		}
		s->touched[s->touched_count++] = (uint32_t)(l - s->lists);
	}
	l->times = l->place != place ? 0 : l->times < TIMES_MAX ? l->times + 1 : TIMES_MAX;
	l->place = place;
	l->weight += l->times < TIMES_MAX ? weight >> l->times : 0;
}

static void put_byte(struct search *s, struct list *l, uint8_t byte)
{
	if (!l->end || l->end->used == sizeof l->end->bytes) {
		struct piece *piece = arena_new(&s->pieces, struct piece);
		s->piece_bytes += sizeof *piece;
		if (l->end)
			l->end->next = piece;
		else
			l->begin = piece;
		l->end = piece;
	}
	l->end->bytes[l->end->used++] = byte;
}

static void read_pieces(const struct list *l, struct buf *out)
{
	for (const struct piece *p = l->begin; p; p = p->next)
		buf_put(out, (struct str){(const char *)p->bytes, p->used});
}

/* The lists so far go to `scratch`; what is known of each stays. */
static int spill(struct search *s, struct diag *d)
{
	struct buf bytes = {0};
	int status = 0;
	for (uint32_t i = 0; status == 0 && i < s->list_count; i++) {
		struct list *l = &s->lists[i];
		if (!l->begin)
			continue;
		buf_reset(&bytes);
		read_pieces(l, &bytes);
		db_bind_int(s->save, 0, i);
		db_bind_int(s->save, 1, l->runs++);
		db_bind_text(s->save, 2, buf_str(&bytes));
		status = db_run(s->save, NULL, NULL, d);
		l->begin = l->end = NULL;
	}
	buf_release(&bytes);
	arena_reset(&s->pieces);
	s->piece_bytes = 0;
	return status;
}

int search_read_list(struct search *s, uint32_t number, struct buf *out, struct diag *d)
{
	const struct list *l = &s->lists[number];
	int status = 0;
	buf_reset(out);
	if (l->runs) {
		db_bind_int(s->fetch, 0, number);
		while ((status = db_step(s->fetch, d)) == 1)
			buf_put(out, db_text(s->fetch, 0));
		db_reset(s->fetch);
	}
	read_pieces(l, out);
	return status;
}

/* Entries -------------------------------------------------------------------------------- */

/* The entry's words into their lists, with weights that grow ever less: 255 is the most. */
static void end_entry(struct search *s)
{
	for (size_t i = 0; i < s->touched_count; i++) {
		struct list *l = &s->lists[s->touched[i]];
		uint32_t full = 255 * l->weight / (l->weight + K1) * s->favour / 100;
		uint32_t step = s->entry - l->last;
		for (; step >= 128; step >>= 7)
			put_byte(s, l, (uint8_t)(128 | (step & 127)));
		put_byte(s, l, (uint8_t)step);
		put_byte(s, l, (uint8_t)(full > 255 ? 255 : full ? full : 1));
		l->last = s->entry;
		l->count++;
		l->weight = 0;
	}
	s->touched_count = 0;
}

int search_begin(struct search *s, const struct search_entry *e, struct diag *d)
{
	end_entry(s);
	if (s->piece_bytes > s->held_max && spill(s, d) < 0)
		return -1;
	s->entry++;
	s->favour = (uint32_t)e->favour;
	return search_put_entry(s, e, d);
}

static struct word *find_word(struct search *s, const struct term *t, uint32_t *number)
{
	struct str letters = {t->word, t->n};
	struct word *w = map_get(&s->words, letters);
	if (!w) {
		w = arena_new(&s->arena, struct word);
		w->rank = (uint32_t)s->words.count;
		w->is_code = t->is_code;
		map_put(&s->words, arena_str(&s->arena, letters), w);
	}
	*number = w->rank;
	return w;
}

static struct token *new_token(struct search *s)
{
	if (s->token_count == s->token_cap) {
		s->token_cap = s->token_cap ? s->token_cap * 2 : 256;
		s->tokens = mem_resize(s->tokens, s->token_cap * sizeof *s->tokens);
	}
	return &s->tokens[s->token_count++];
}

/* The words of a text behind those that are there. */
static void read_tokens(struct search *s, struct str text, bool has_codes)
{
	struct term term;
	for (size_t at = 0; terms_next(s->terms, text, &at, &term);) {
		struct token token = {.marks = term.marks, .is_code = term.is_code};
		if (term.is_code && !has_codes)
			continue;
		find_word(s, &term, &token.word);
		*new_token(s) = token;
	}
}

static void add_tokens(struct search *s, enum search_part part, const struct token *tokens,
                       size_t count, uint32_t weight)
{
	const struct token *before = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct token *t = &tokens[i];
		add(s, t->word, t->marks, weight, part);
		if (before && !t->is_code && parts[part].has_pairs)
			add(s, before->word, PAIR + t->word, weight, part);
		before = t->is_code ? NULL : t;
	}
}

static bool stands_here(const struct phrase *p, const struct token *tokens, size_t count)
{
	if (p->count > count)
		return false;
	for (size_t i = 0; i < p->count; i++)
		if (p->tokens[i].word != tokens[i].word || p->tokens[i].marks != tokens[i].marks)
			return false;
	return true;
}

/* Phrase by phrase: one that says more than most weighs less for each of its words, so that who
 * types but a part of it means something else. */
static void add_saying(struct search *s, const struct saying *saying)
{
	for (size_t from = 0, to; from < saying->count; from = to + 1) {
		for (to = from; to < saying->count && saying->words[to].word != NO_WORD; to++)
			;
		uint32_t n = (uint32_t)(to - from), weight = parts[SEARCH_SAID].weight;
		if (n > SHORT)
			weight = weight * 2 * SHORT / (SHORT + n);
		add_tokens(s, SEARCH_SAID, saying->words + from, n, weight);
	}
}

/* What people say of something that has these words in its name. */
static void add_sayings(struct search *s, const struct token *tokens, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct word *w = s->words.entries[tokens[i].word].value;
		for (struct phrase *p = w->phrases; p; p = p->next) {
			struct saying *saying = p->saying;
			if (!stands_here(p, tokens + i, count - i))
				continue;
			if (saying->entry != s->entry)
				saying->found = 0;
			saying->entry = s->entry;
			bool was_all = saying->found == saying->all;
			saying->found |= p->bit;
			if (!was_all && saying->found == saying->all)
				add_saying(s, saying);
		}
	}
}

void search_text(struct search *s, enum search_part part, struct str text)
{
	assert(s->entry > 0 && part < SEARCH_PARTS);
	uint32_t weight = parts[part].weight, usual = parts[part].length;
	s->token_count = 0;
	read_tokens(s, text, parts[part].has_codes);
	if (usual && s->token_count < 5 * usual) /* a longer one than that weighs a quarter */
		weight = weight * 4 * usual / (usual + 3 * (uint32_t)s->token_count);
	else if (usual)
		weight /= 4;
	add_tokens(s, part, s->tokens, s->token_count, weight);
	if (part == SEARCH_NAME || part == SEARCH_KEYWORDS)
		add_sayings(s, s->tokens, s->token_count);
}

int search_finish(struct search *s, char hash[SEARCH_HASH], struct diag *d)
{
	end_entry(s);
	if (search_put_lists(s, d) < 0)
		return -1;
	return search_put_head(s, hash, d);
}

/* Everyday words ------------------------------------------------------------------------- */

static const struct token *keep_tokens(struct search *s, size_t *count)
{
	struct token *kept = arena_array(&s->arena, s->token_count + 1, sizeof *kept);
	if (s->token_count)
		memcpy(kept, s->tokens, s->token_count * sizeof *kept);
	*count = s->token_count;
	return kept;
}

static void add_phrase(struct search *s, struct saying *saying, struct str text)
{
	struct phrase *p = arena_new(&s->arena, struct phrase);
	s->token_count = 0;
	read_tokens(s, text, true);
	if (s->token_count == 0)
		return;
	p->tokens = keep_tokens(s, &p->count);
	p->saying = saying;
	p->bit = saying->all + 1;
	saying->all |= p->bit;
	struct word *first = s->words.entries[p->tokens[0].word].value;
	p->next = first->phrases;
	first->phrases = p;
}

void search_say(struct search *s, struct str words, struct str means)
{
	assert(s->entry == 0);
	struct str given = words;
	s->token_count = 0;
	while (words.p) {
		read_tokens(s, str_cut(&words, ';'), true);
		*new_token(s) = (struct token){.word = NO_WORD};
	}
	if (str_blank(means)) {
		buf_put(&s->neutral, given);
		buf_putc(&s->neutral, ';');
		return;
	}
	size_t count;
	const struct token *said = keep_tokens(s, &count);
	while (means.p) {
		struct str all = str_cut(&means, ';');
		struct saying *saying = arena_new(&s->arena, struct saying);
		*saying = (struct saying){.words = said, .count = count};
		while (all.p)
			add_phrase(s, saying, str_cut(&all, '+'));
	}
}
