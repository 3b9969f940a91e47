/* SPDX-License-Identifier: MIT
 *
 * portal - one procedure as the national portal has it, whatever file it came in
 *
 * Twenty labelled values; those that are tables (ways of submitting, papers, legal bases,
 * results) cut into their rows. The rows say things in the words of the portal's text
 * records, so that one reading of them serves all files (engine/import_record.c).
 *
 * Owns     nothing: texts are views of what was read or lie in its arena, as the arrays do
 * Threads  pure
 */
#ifndef NIEMYET_FMT_PORTAL_H
#define NIEMYET_FMT_PORTAL_H

#include "base/arena.h"

enum portal_label {
	PORTAL_CODE, PORTAL_DECISION, PORTAL_NAME, PORTAL_LEVEL, PORTAL_KIND, PORTAL_FIELD,
	PORTAL_STEPS, PORTAL_METHODS, PORTAL_DOSSIER, PORTAL_SUBJECTS, PORTAL_EXECUTING,
	PORTAL_DECIDING, PORTAL_ADDRESS, PORTAL_DELEGATED, PORTAL_COORDINATING, PORTAL_RESULT,
	PORTAL_LAW, PORTAL_REQUIREMENTS, PORTAL_KEYWORDS, PORTAL_DESCRIPTION,
	PORTAL_LABELS
};

/* As they stand in the portal's text records, without the colon. */
struct str portal_label_text(enum portal_label label);

/* A line with its indentation; `line` counts from 1. */
struct portal_line {
	struct str text;
	int line;
};

/* All lines of a value: the first is what follows the label on its line (maybe nothing);
 * empty lines at the end are left out, so that nothing at all is count == 0. */
struct portal_value {
	struct portal_line *lines;
	size_t count;
	int line; /* of the label */
};

/* A way of submitting; a text is absent when the record does not have it.
 *   channel  "ONLINE", "DIRECT", "POSTAL"
 *   limit    "7 WORKING_DAY", "1 OTHER", or words
 *   fee      "7000 VNĐ (note)", several with " | " between, or words
 * A stray one is a line that belongs to no way: `note`, and nothing else. */
struct portal_way {
	struct str channel, limit, fee, note;
	int line, fee_line;
	bool is_stray;
};

/* A row of the dossier. A case stands above its papers; one without a name ends the case
 * before: the papers below it belong to every case. A stray one is a line that is neither. */
enum portal_paper_kind { PORTAL_PAPER, PORTAL_CASE, PORTAL_STRAY };
struct portal_paper {
	enum portal_paper_kind kind;
	struct str name;           /* with its bullets; a case without one: absent */
	struct str form;           /* names of files, "; " between; absent when not said */
	bool has_form_in_name;     /* the name ends in them, nobody can tell where they begin */
	int64_t originals, copies; /* -1: not stated */
	int line;
};

struct portal_law {
	struct str text;   /* "Title (number)" */
	bool may_hold_two; /* of which nobody can tell where the second begins */
};

struct portal_result {
	struct str name, code; /* code absent when not said */
};

struct portal_record {
	struct portal_value values[PORTAL_LABELS];
	struct portal_way *ways;
	struct portal_paper *papers;
	struct portal_law *laws;
	struct portal_result *results;
	size_t way_count, paper_count, law_count, result_count;
	struct str id, url; /* of its page on the portal; absent when not said */
	bool is_page;       /* as the page has it, which shows one fee of several */
};

/* Adds a row to the record and returns it, all zeros; valid until the next of its kind. */
struct portal_rows {
	struct arena *arena;
	struct portal_record *record;
	size_t way_cap, paper_cap, law_cap, result_cap;
};
struct portal_way *portal_add_way(struct portal_rows *r);
struct portal_paper *portal_add_paper(struct portal_rows *r);
struct portal_law *portal_add_law(struct portal_rows *r);
struct portal_result *portal_add_result(struct portal_rows *r);

/* The lines without their indentation, joined with LF; empty lines inside stay. In the
 * arena; empty when there is nothing. */
struct str portal_value_text(struct arena *a, const struct portal_value *v);

#endif
