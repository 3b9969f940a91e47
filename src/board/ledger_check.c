/* SPDX-License-Identifier: MIT
 * ledger_check - which line of a ledger was edited, dropped, moved or repeated
 *
 * Each line is bound to the one before by its chain and to its place by its number. A wrong
 * chain alone does not say what happened, so the numbers are put right first (an edited
 * number is one whose line is true with the number that belongs there), then lines are
 * taken in the order of their numbers, and only then is each compared with its chain. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "board/ledger_int.h"

struct item {
	struct ledger_raw raw;
	int row;
	bool told; /* what is wrong with it has been said */
};

struct checker {
	struct arena arena;
	struct str file;
	struct item *items;
	size_t count, cap;
	struct diag *d;
	int status;
};

static bool is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!memchr("0123456789abcdef", s.p[i], 16))
			return false;
	return s.n == SEAL_HEX;
}

bool ledger_split(struct str line, struct ledger_raw *out)
{
	size_t last = line.n;
	while (last > 0 && line.p[last - 1] != ',')
		last--;
	if (last == 0)
		return false;
	out->body = str_slice(line, 0, last - 1);
	out->chain = str_slice(line, last, line.n);
	struct str number = str_slice(line, 0, str_find_byte(line, ',', 0));
	return num_parse_int(number, &out->seq) == 0 && out->seq > 0 && is_hex(out->chain);
}

static void tell(struct checker *c, enum diag_id id, int row, int64_t a, int64_t b)
{
	struct place at = {.file = c->file, .line = row};
	c->status = diag_add(c->d, id, at, arena_printf(&c->arena, "%lld", (long long)a),
	                     arena_printf(&c->arena, "%lld", (long long)b));
}

static bool same_chain(const char *a, struct str b)
{
	return b.n == SEAL_HEX && memcmp(a, b.p, SEAL_HEX) == 0;
}

static void take_line(struct checker *c, struct str line, int row)
{
	struct ledger_raw raw;
	if (!ledger_split(line, &raw)) {
		tell(c, DIAG_L002, row, row, 0);
		return;
	}
	c->items = arena_grow(&c->arena, c->items, c->count, &c->cap, sizeof *c->items);
	c->items[c->count++] = (struct item){.raw = raw, .row = row};
}

/* Lines into items. -1 when another program has saved the file: every line would be wrong. */
static int take_lines(struct checker *c, struct str text)
{
	struct place top = {.file = c->file, .line = 1};
	if (str_find_byte(text, '\r', 0) < text.n || str_starts(text, STR("\xef\xbb\xbf")))
		return diag_add(c->d, DIAG_L007, top);
	bool cut = text.n > 0 && text.p[text.n - 1] != '\n';
	struct str rest = cut ? text : str_slice(text, 0, text.n - 1);
	int row = 0;
	while (rest.p) {
		struct str line = str_cut(&rest, '\n');
		row++;
		if (row == 1 && str_eqz(line, LEDGER_HEAD))
			continue;
		struct ledger_raw raw;
		if (row == 1)
			tell(c, DIAG_L001, row, 0, 0);
		if (row > 1 || ledger_split(line, &raw)) /* the head itself may have gone */
			take_line(c, line, row);
	}
	if (cut)
		tell(c, DIAG_L008, row, 0, 0);
	return 0;
}

/* The chain that the line would have with another number in front. */
static void chain_with_number(struct checker *c, struct str before, const struct item *item,
                              int64_t seq, char out[SEAL_HEX])
{
	struct str body = item->raw.body;
	struct str tail = str_slice(body, str_find_byte(body, ',', 0), body.n);
	ledger_chain(before,
	             arena_printf(&c->arena, "%lld%.*s", (long long)seq, STR_ARG(tail)), out);
}

static void mend_numbers(struct checker *c)
{
	char head[SEAL_HEX], chain[SEAL_HEX];
	ledger_head_chain(head);
	struct str before = {head, SEAL_HEX};
	int64_t wanted = 1;
	for (size_t i = 0; i < c->count; i++) {
		struct item *item = &c->items[i];
		if (item->raw.seq != wanted) {
			chain_with_number(c, before, item, wanted, chain);
			if (same_chain(chain, item->raw.chain)) {
				tell(c, DIAG_L003, item->row, wanted, 0);
				item->told = true;
				item->raw.seq = wanted;
			}
		}
		before = item->raw.chain;
		wanted = item->raw.seq + 1;
	}
}

static int by_number(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	if (x->raw.seq != y->raw.seq)
		return x->raw.seq < y->raw.seq ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* Puts the items in order; tells of two lines that changed places, or of each line that
 * stands after one with a greater number. */
static void put_in_order(struct checker *c)
{
	struct item *sorted = arena_array(&c->arena, c->count + 1, sizeof *sorted);
	size_t moved[2], count = 0;
	if (!c->count)
		return;
	memcpy(sorted, c->items, c->count * sizeof *sorted);
	qsort(sorted, c->count, sizeof *sorted, by_number);
	for (size_t i = 0; i < c->count; i++)
		if (sorted[i].row != c->items[i].row && count++ < countof(moved))
			moved[count - 1] = i;
	if (count == 2)
		tell(c, DIAG_L005, c->items[moved[0]].row, c->items[moved[0]].row,
		     c->items[moved[1]].row);
	int64_t greatest = 0;
	for (size_t i = 0; i < c->count; i++) {
		int64_t seq = c->items[i].raw.seq;
		if (count > 2 && seq < greatest)
			tell(c, DIAG_L006, c->items[i].row, seq, 0);
		greatest = seq > greatest ? seq : greatest;
	}
	c->items = sorted;
}

/* Each line against the chain of the one before. Where that one's own chain was what was
 * edited, the line is true to the chain it ought to have. */
static void check_chains(struct checker *c)
{
	char recorded[SEAL_HEX], computed[SEAL_HEX], chain[SEAL_HEX];
	int64_t seq = 0;
	ledger_head_chain(recorded);
	memcpy(computed, recorded, SEAL_HEX);
	for (size_t i = 0; i < c->count; i++) {
		struct item *item = &c->items[i];
		if (item->raw.seq == seq) {
			tell(c, DIAG_L009, item->row, seq, 0);
			continue;
		}
		ledger_chain((struct str){recorded, SEAL_HEX}, item->raw.body, chain);
		bool fine = same_chain(chain, item->raw.chain) || item->told;
		if (!fine && memcmp(recorded, computed, SEAL_HEX) != 0) {
			ledger_chain((struct str){computed, SEAL_HEX}, item->raw.body, chain);
			fine = same_chain(chain, item->raw.chain);
		}
		if (item->raw.seq > seq + 1)
			tell(c, DIAG_L004, item->row, seq + 1, item->raw.seq - 1);
		else if (!fine)
			tell(c, DIAG_L003, item->row, item->raw.seq, 0);
		memcpy(recorded, item->raw.chain.p, SEAL_HEX);
		memcpy(computed, item->told ? recorded : chain, SEAL_HEX);
		seq = item->raw.seq;
	}
}

int ledger_check(struct str text, struct str file, struct diag *d)
{
	struct checker c = {.file = file, .d = d};
	if (text.n == 0)
		return 0;
	c.status = 0;
	if (take_lines(&c, text) < 0) {
		c.status = -1;
	} else {
		mend_numbers(&c);
		put_in_order(&c);
		check_chains(&c);
	}
	arena_release(&c.arena);
	return c.status;
}
