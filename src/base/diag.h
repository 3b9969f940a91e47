/* SPDX-License-Identifier: MIT
 *
 * diag - messages: collected, ordered, printed; the only voice of the program
 *
 * A function that fails for a reason of the user's (data, templates, files, SQL) adds
 * a message here and returns -1. Nobody else prints. Every message says where, what and
 * what to do next, and has an id that never changes meaning (messages.def; each id is
 * explained in docs/messages.md).
 *
 * Owns     copies of all text given to it
 * Fails    out of memory ends the program (status 3)
 * Threads  one struct diag belongs to one thread; workers' are joined in page order
 */
#ifndef NIEMYET_BASE_DIAG_H
#define NIEMYET_BASE_DIAG_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum diag_lang { DIAG_VI, DIAG_EN };
enum diag_format { DIAG_TEXT, DIAG_JSON };

#define X(id, level, vi, en, hint_vi, hint_en) DIAG_##id,
enum diag_id {
#include "base/messages.def"
	DIAG__COUNT
};
#undef X

/* Where. `file` is relative to the project's folder; absent when there is none. Line and
 * column count from 1; 0 is unknown. Columns count characters, not bytes. */
struct place {
	struct str file;
	int line, col;
};
#define NOWHERE ((struct place){.line = 0})

struct diag_message {
	enum diag_level level;
	struct str id;         /* "D012" or "NY071" */
	struct place at;
	struct str text, hint; /* hint may be absent */
	struct str object;     /* what a rule's finding is about: a code, a path; else absent */
	struct str waived;     /* why the finding is set aside and does not count; else absent */
};

/* The zero value is ready and speaks Vietnamese. */
struct diag {
	enum diag_lang lang;
	bool counts_only;      /* messages are counted by level, not kept */
	struct arena arena;
	struct diag_message *messages;
	size_t count, cap;
	size_t by_level[3];    /* how many of each level, without those set aside */
	size_t waived;         /* how many are set aside */
	size_t all;            /* how many procedures messages can be about; 0: not known */
};

/* What fills {1} to {4} of the catalogue's text and hint. */
struct diag_args {
	struct place at;
	struct str a, b, c, d;
};
int diag_add_args(struct diag *d, enum diag_id id, struct diag_args args); /* always -1 */

/* diag_add(d, DIAG_D012, place, STR("one"), two): up to four texts. A hint that names an
 * absent text is left out. Its value is -1, so that "return diag_add(...)" fails. */
#define diag_add(d, id, ...) diag_add_args((d), (id), (struct diag_args){__VA_ARGS__})

/* A message that is not in the catalogue: a posting rule's. Texts are copied. */
void diag_add_rule(struct diag *d, struct diag_message m);

/* Appends all messages of `from`, in their order. */
void diag_join(struct diag *d, const struct diag *from);

/* The same, without what `seen` (a map with its arena set) has met before: one mistake of a
 * template is one message, not one for each page. Notes go with the message before them. */
void diag_join_once(struct diag *d, const struct diag *from, struct map *seen);

bool diag_has_errors(const struct diag *d);

/* True when one of them is the machine's failure (disk, lock), not the input's. */
bool diag_machine_failed(const struct diag *d);

/* Prints all in order; more than LIMIT_MESSAGES of one id are counted instead of shown.
 * Text is "file:line:col: lỗi: text [id]" and the hint indented under it; JSON is one
 * object per line. `colour` marks levels for a terminal. What is set aside is in JSON only. */
void diag_print(const struct diag *d, FILE *to, enum diag_format format, bool colour);

/* Prints as text, what is of one id together: the most harmful first (by level, then by
 * number, then by id), of each at most `most` and how many more there are. What is said of
 * all things there are, `all` times, has one example and a line about what they share. */
void diag_print_groups(const struct diag *d, FILE *to, size_t most, bool colour);

/* One message as text, as diag_print does. */
void diag_print_one(const struct diag_message *m, FILE *to, enum diag_lang lang, bool colour);

void diag_reset(struct diag *d);   /* forgets the messages, keeps the language */
void diag_release(struct diag *d);

/* The catalogue, for the test that compares it with the manual. */
struct diag_entry {
	const char *id;
	enum diag_level level;
	const char *vi, *en, *hint_vi, *hint_en;
};
extern const struct diag_entry diag_catalogue[DIAG__COUNT];

#endif
