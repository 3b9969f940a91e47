/* SPDX-License-Identifier: MIT
 * changes - what differs between the board of the day and what the ledger says is posted */
#include "engine/changes.h"

#include <string.h>

#include "base/num.h"
#include "board/ledger.h"
#include "board/record.h"

static const struct str event_words[CHANGE_EVENTS] = {
	[CHANGE_POSTED] = {"POSTED", 6},
	[CHANGE_CHANGED] = {"CHANGED", 7},
	[CHANGE_WITHDRAWN] = {"WITHDRAWN", 9},
};

/* A code as the ledger has it last. */
struct state {
	struct str name, hashes;
	int64_t version;
	bool posted, seen; /* seen: it is on the board of today */
};

struct finding {
	struct project *p;
	struct db *db;
	struct map states;
	struct str at;
	struct changes *out;
	struct ledger_end end;
	struct buf ledger, parts;
	struct db_stmt *word, *ended_by;
	struct diag *d;
};

static int replay(struct finding *f)
{
	struct arena *a = &f->p->arena;
	struct db_stmt *s = db_must_prepare(
		f->db, "SELECT code, name, part_hashes, version, event, max(seq) FROM ledger"
		       " GROUP BY code ORDER BY code");
	int status;
	f->states.arena = a;
	while ((status = db_step(s, f->d)) == 1) {
		struct state *state = arena_new(a, struct state);
		state->name = arena_str(a, db_text(s, 1));
		state->hashes = arena_str(a, db_text(s, 2));
		state->version = db_int(s, 3);
		state->posted = !str_eq(db_text(s, 4), event_words[CHANGE_WITHDRAWN]);
		map_put(&f->states, arena_str(a, db_text(s, 0)), state);
	}
	db_finish(s);
	return status;
}

/* "fees place" in the words of the language of the messages. */
static struct str put_words(struct finding *f, struct str parts)
{
	struct buf words = {0};
	while (parts.n) {
		struct str part = str_cut(&parts, ' ');
		struct str key = arena_printf(&f->p->arena, "ledger_part.%.*s", STR_ARG(part));
		db_bind_text(f->word, 0, f->d->lang == DIAG_EN ? STR("en") : STR("vi"));
		db_bind_text(f->word, 1, key);
		bool known = db_step(f->word, f->d) == 1;
		buf_putz(&words, words.len ? "; " : "");
		buf_put(&words, known ? db_text(f->word, 0) : part);
		db_reset(f->word);
	}
	struct str kept = arena_str(&f->p->arena, buf_str(&words));
	buf_release(&words);
	return kept;
}

static void add_change(struct finding *f, enum change_event event, const struct ledger_line *what)
{
	struct changes *c = f->out;
	struct arena *a = &f->p->arena;
	struct ledger_line line = *what;
	line.publication = c->publication;
	line.at = f->at;
	line.day = f->p->date;
	line.event = event_words[event];
	ledger_append(&f->ledger, &f->end, &line);
	c->items = arena_grow(a, c->items, c->count, &c->cap, sizeof *c->items);
	c->items[c->count++] = (struct change){
		event, arena_str(a, what->code), arena_str(a, what->name),
		put_words(f, what->parts)};
	c->by_event[event]++;
}

static int compare_record(void *user, const struct record *r)
{
	struct finding *f = user;
	struct state *state = map_get(&f->states, r->code);
	struct ledger_line line = {
		.code = r->code, .version = r->version, .name = r->name,
		.decision_no = r->decision_no, .hashes = r->hashes,
		.content = {r->sha256, SEAL_HEX},
	};
	if (state)
		state->seen = true;
	if (!state || !state->posted) {
		add_change(f, CHANGE_POSTED, &line);
		return 0;
	}
	buf_reset(&f->parts);
	record_put_changed(&f->parts, state->hashes, r->hashes);
	if (state->version != r->version)
		buf_printf(&f->parts, "%sversion", f->parts.len ? " " : "");
	line.parts = buf_str(&f->parts);
	if (line.parts.n)
		add_change(f, CHANGE_CHANGED, &line);
	return 0;
}

static int withdraw_rest(struct finding *f)
{
	for (size_t i = 0; i < f->states.count; i++) {
		const struct state *state = f->states.entries[i].value;
		if (state->seen || !state->posted)
			continue;
		struct ledger_line line = {
			.code = f->states.entries[i].key, .name = state->name,
			.version = state->version,
		};
		db_bind_text(f->ended_by, 0, line.code);
		int status = db_step(f->ended_by, f->d);
		if (status < 0)
			return -1;
		if (status == 1)
			line.decision_no = db_text(f->ended_by, 0);
		add_change(f, CHANGE_WITHDRAWN, &line);
		db_reset(f->ended_by);
	}
	return 0;
}

static int find(struct finding *f)
{
	if (replay(f) < 0 ||
	    record_each(f->db, (struct str){0}, compare_record, f, f->d) < 0)
		return -1;
	return withdraw_rest(f);
}

int changes_find(struct project *p, struct db *db, struct str at, struct changes *out,
                 struct diag *d)
{
	struct finding f = {.p = p, .db = db, .at = at, .out = out, .d = d};
	f.end = ledger_end_of(p->ledger);
	*out = (struct changes){.publication = f.end.publication + 1};
	f.word = db_must_prepare(db, "SELECT value FROM text WHERE lang = ?1 AND key = ?2");
	f.ended_by = db_must_prepare(db, "SELECT ended_by FROM procedure_withdrawn"
	                                 " WHERE code_national = ?1 ORDER BY code LIMIT 1");
	buf_put(&f.ledger, p->ledger);
	int status = find(&f);
	out->ledger = out->count ? arena_str(&p->arena, buf_str(&f.ledger)) : p->ledger;
	db_finish(f.word);
	db_finish(f.ended_by);
	buf_release(&f.ledger);
	buf_release(&f.parts);
	return status;
}
