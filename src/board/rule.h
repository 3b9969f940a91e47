/* SPDX-License-Identifier: MIT
 *
 * rule - posting rules: a file a rule, a query that returns the rows which break it
 *
 * A rule file is SQL with a head of comments, one "-- key: value" a line:
 *
 *     -- id: NY001
 *     -- level: error | warning | note | off
 *     -- name: short name                        (English, for the manual)
 *     -- basis: document and article [2010-10-14 .. 2026-07-01]
 *                                                 (up to four; those of the day are printed)
 *     -- valid: 2010-10-14 ..                    (first day .. day after the last; optional)
 *     -- needs: pages | export                   (asks the finished pages, or an export of the
 *                                                 national database; optional)
 *     -- message.vi: text with {column}          and message.en
 *     -- cure.vi: what to do next                and cure.en
 *
 * A rule holds on the days of `valid`, and of its bases where all of them have days. With the
 * level "off" nothing else is needed: the rule is retired.
 *
 * The query returns one row for each finding, with source_id and source_line (NULL when
 * the finding has no line) and the columns that the texts name. Rules come from the
 * program (src/rules) and from the office's rules/; one of the office's with the same id
 * takes the place of ours.
 *
 * What a finding is about, its object, is the first that there is of the columns object, code
 * and path, else the file of its place: waivers (board/waiver) name it.
 *
 * The place of a finding without source_id is the column file, where there is one.
 *
 * A rule is an office's code: like any query it may only read, and it is stopped after
 * LIMIT_QUERY_STEPS in all (R002), LIMIT_FINDINGS rows or LIMIT_FINDINGS_TEXT bytes of
 * messages (R044).
 *
 * Owns     the arena given owns the rules
 * Fails    -1 and messages R0nn; findings are messages with the rule's own id
 */
#ifndef NIEMYET_BOARD_RULE_H
#define NIEMYET_BOARD_RULE_H

#include "sys/db.h"

/* ISO days, absent: open; the last is the day after. */
struct rule_period {
	struct str from, to;
};

/* What a rule asks besides the office's tables. */
enum rule_needs {
	RULE_NEEDS_NOTHING,
	RULE_NEEDS_PAGES,  /* the tables of engine/pages */
	RULE_NEEDS_EXPORT, /* those of engine/against */
};

struct rule {
	struct str id, name;
	struct rule_period valid;
	struct rule_basis {
		struct str text;
		struct rule_period valid;
	} basis[4];
	size_t basis_count;
	bool off;
	enum diag_level level;
	struct str message[2], cure[2];  /* by enum diag_lang */
	enum rule_needs needs;
	struct str sql;
	struct place at;                 /* where the query begins */
};

struct rule_set {
	struct rule *rules; /* sorted by id */
	size_t count, cap;
};

/* `dir` is the office's folder. */
must_use int rule_read_all(struct rule_set *out, const char *dir, struct arena *a, struct diag *d);

const struct rule *rule_find(const struct rule_set *set, struct str id); /* or NULL */

/* Whether a rule is in force on the day. */
bool rule_holds(const struct rule *r, struct str date);

/* Which rules are run. */
struct rule_choice {
	struct str only;         /* one rule's id; absent: all */
	enum rule_needs needs;   /* those that ask this */
	struct waivers *waivers; /* what is set aside; NULL: nothing */
	/* Gets the findings of all rules, whatever `only` says, in the language it has; its
	 * hints are the cures without the law. NULL: not wanted. */
	struct diag *kept;
};

/* The laws it rests on that day, "law; law". */
void rule_put_bases(struct buf *out, const struct rule *r, struct str date);

/* Runs the chosen rules that are in force on `date` over a guarded connection; each finding
 * becomes a message of `findings`, a rule that cannot be run one of `d` (they may be the
 * same). */
must_use int rule_run_all(const struct rule_set *set, struct str date,
                          const struct rule_choice *choice, struct db *db,
                          struct diag *findings, struct diag *d);

#endif
