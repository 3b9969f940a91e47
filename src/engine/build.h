/* SPDX-License-Identifier: MIT
 *
 * build - data, pages and templates into the site, whole or not at all
 */
#ifndef NIEMYET_ENGINE_BUILD_H
#define NIEMYET_ENGINE_BUILD_H

#include "engine/plan.h"
#include "engine/project.h"

struct build_report;

/* What publishing adds to a build: called in this order, each may be NULL. 0 goes on, 1 ends
 * the build without an error and without posting, -1 is an error. With them no build is skipped;
 * then `user` is set. */
struct build_hooks {
	/* The project is loaded; the database may still be written to. */
	int (*loaded)(void *user, struct project *p, struct diag *d);
	/* All files are made and something differs; nothing is posted yet. */
	int (*ready)(void *user, const struct build_report *r, struct diag *d);
	/* The target is as it should be. */
	int (*posted)(void *user, struct project *p, struct diag *d);
	void *user;
};

struct build_options {
	const char *dir, *out;   /* the office's folder; the target folder */
	struct str date;
	int jobs;                /* workers, at least 1 */
	bool strict;             /* a broken posting rule of level error stops the build */
	bool compress;           /* .gz and .br beside the files */
	struct build_hooks hooks;
	/* Called now and then with the number of pages done; NULL: not wanted. */
	void (*progress)(void *user, int64_t pages);
	void *user;
};

enum build_step {
	BUILD_LOOK,
	BUILD_LOAD,
	BUILD_CHECK_DATA,
	BUILD_COMPILE,
	BUILD_RENDER,
	BUILD_CHECK_PAGES,
	BUILD_COMPRESS,
	BUILD_PUBLISH,
	BUILD_STEPS
};

struct build_report {
	struct load_stats loaded;
	int64_t posted;                /* procedures in force on the day */
	struct plan_counts counts;
	bool changed;                  /* the site is another one than before */
	bool skipped;                  /* nothing to build: the counts are those of the last one */
	size_t findings[3];            /* broken posting rules by level */
	int64_t step_ms[BUILD_STEPS];
	int64_t peak_kb;
};

/* -1 when there are errors: what is posted is then untouched. */
must_use int build_run(const struct build_options *o, struct build_report *r, struct diag *d);

#endif
