/* SPDX-License-Identifier: MIT
 *
 * portal_txt - one procedure's record as labelled text, as read off the national portal
 *
 * The first line is a heading; then twenty labels stand at the beginning of a line, always
 * in the same order, each followed by a colon and its value, which may go on over more
 * lines. A line of a value may look like a label: then the last place that keeps the order
 * counts, and a note says so.
 *
 * Owns     nothing: lines are views of the text given, arrays are in the arena
 * Fails    -1 and I001 or I002
 * Threads  pure
 */
#ifndef NIEMYET_FMT_PORTAL_TXT_H
#define NIEMYET_FMT_PORTAL_TXT_H

#include "base/diag.h"

enum portal_label {
	PORTAL_CODE, PORTAL_DECISION, PORTAL_NAME, PORTAL_LEVEL, PORTAL_KIND, PORTAL_FIELD,
	PORTAL_STEPS, PORTAL_METHODS, PORTAL_DOSSIER, PORTAL_SUBJECTS, PORTAL_EXECUTING,
	PORTAL_DECIDING, PORTAL_ADDRESS, PORTAL_DELEGATED, PORTAL_COORDINATING, PORTAL_RESULT,
	PORTAL_LAW, PORTAL_REQUIREMENTS, PORTAL_KEYWORDS, PORTAL_DESCRIPTION,
	PORTAL_LABELS
};

/* As they stand in the file, without the colon. */
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

struct portal_record {
	struct portal_value values[PORTAL_LABELS];
};

/* `file` is what messages call it. */
must_use int portal_txt_read(struct arena *a, struct str text, struct str file,
                             struct portal_record *out, struct diag *d);

/* The lines without their indentation, joined with LF; empty lines inside stay. In the
 * arena; empty when there is nothing. */
struct str portal_value_text(struct arena *a, const struct portal_value *v);

#endif
