/* SPDX-License-Identifier: MIT
 *
 * check - what is missing, wrong or unlawful, before it is posted
 *
 * Rules of the data ask the tables; rules of the pages ask what engine/pages has recorded
 * while the pages were made; rules that compare ask engine/against. Findings are messages;
 * those that data/waivers.csv names are set aside, and a waiver that is over, or that sets
 * nothing aside, is a finding itself.
 */
#ifndef NIEMYET_ENGINE_CHECK_H
#define NIEMYET_ENGINE_CHECK_H

#include "board/rule.h"
#include "board/waiver.h"
#include "engine/against.h"

struct check_options {
	const char *dir;
	struct str date;
	struct str only;    /* one rule's id; absent: all */
	bool data_only;     /* no page is made */
	int jobs;           /* workers that make the pages, at least 1 */
	const char *const *against; /* an export to compare with: files and folders, relative
	                             * to the working folder; none: those rules do not run */
	size_t against_count;
	struct buf *sarif;  /* the findings in that form are put here; NULL: not wanted */
	void (*progress)(void *user, int64_t pages); /* NULL: not wanted */
	void *user;
};

/* Makes all pages, when a rule needs them, without writing any. -1 when the project or the
 * export cannot be read or a page not made or a rule is broken itself; 0 otherwise, whatever was
 * found. *compared says how much has been compared. */
must_use int check_run(const struct check_options *o, struct against_counts *compared,
                       struct diag *findings, struct diag *d);

/* The same in steps, over a project that is open; texts live in the project's arena. */
struct check {
	struct project *project;
	struct str only;
	struct rule_set rules;
	struct waivers waivers;
};
/* Reads rules and waivers and runs the rules of the data, once, for `findings` and, when pages
 * are going to be made and site.yml has check.page, for the table that its page reads
 * (board/finding), in the language of the site. No connection of the project is open. */
must_use int check_data(struct check *c, struct project *p, struct str only, bool makes_pages,
                        struct diag *findings, struct diag *d);
bool check_needs_pages(const struct check *c);
/* After plan_commit, on a connection of its own. */
must_use int check_pages(struct check *c, struct diag *findings, struct diag *d);
/* The rules that compare. */
must_use int check_against(struct check *c, const struct against *a, struct diag *findings,
                           struct diag *d);
/* What there is to say of the waivers themselves. */
void check_end(struct check *c, struct diag *findings);

#endif
