/* SPDX-License-Identifier: MIT
 * post - niemyet publish: the board to its destination, and its lines into the ledger */
#include "engine/post.h"

#include <stdio.h>

#include "board/ledger.h"
#include "engine/publish.h"
#include "sys/fs.h"

struct posting {
	const struct post_options *o;
	struct post_report *r;
	struct project *project;
};

int post_read_copy(const char *folder, struct arena *a, struct str *out, struct diag *d)
{
	struct str manifest, copy;
	char hex[SEAL_HEX];
	*out = STR("");
	if (fs_read_text(fs_join(a, folder, MANIFEST_NAME), LIMIT_DATA_FILE, a, &manifest, d) < 0 ||
	    fs_read_text(fs_join(a, folder, LEDGER_COPY), LIMIT_DATA_FILE, a, &copy, d) < 0)
		return -1;
	seal_sha256(copy, hex);
	struct str line = arena_printf(a, "%.*s  " LEDGER_COPY "\n", SEAL_HEX, hex);
	if (str_find(manifest, line, 0) < manifest.n)
		*out = copy;
	return 0;
}

/* Lines without the head. */
static int64_t line_count(struct str ledger)
{
	int64_t lines = 0;
	for (size_t i = 0; i < ledger.n; i++)
		lines += ledger.p[i] == '\n';
	return lines > 0 ? lines - 1 : 0;
}

/* How many lines the two have in common at their beginnings. */
static int64_t common_lines(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, same = 0;
	while (same < n && a.p[same] == b.p[same])
		same++;
	while (same > 0 && a.p[same - 1] != '\n')
		same--;
	return line_count((struct str){a.p, same});
}

/* The ledger to come, which is on the disk, becomes ledger.csv. */
static int replace_ledger(struct project *p, struct diag *d)
{
	const char *path = fs_join(&p->arena, p->dir, LEDGER_FILE);
	if (fs_rename(fs_join(&p->arena, p->dir, LEDGER_COMING), path, d) < 0)
		return -1;
	return fs_sync_dir(p->dir, d);
}

int post_compare_copy(struct str ledger, struct str copy, const char *folder, struct diag *d)
{
	int64_t here = line_count(ledger), there = line_count(copy);
	int64_t common = common_lines(ledger, copy);
	char number[32];
	if (there <= common)
		return 0;
	snprintf(number, sizeof number, "%lld",
	         (long long)(common < here ? common + 1 : there - here));
	if (common < here)
		return diag_add(d, DIAG_L010, NOWHERE, str_from(folder), str_from(number));
	return diag_add(d, DIAG_L013, NOWHERE, str_from(number), str_from(folder));
}

static const char *coming_path(struct project *p)
{
	return fs_join(&p->arena, p->dir, LEDGER_COMING);
}

/* Ends what a run before may have left: what was sent counts, what was not goes. Refuses a
 * destination of another ledger. */
static int join_copy(struct posting *p, struct diag *d)
{
	struct project *project = p->project;
	struct arena *a = &project->arena;
	const char *out = p->o->build.out, *path = coming_path(project);
	struct str copy, coming;
	if (post_read_copy(out, a, &copy, d) < 0 ||
	    fs_read_text(path, LIMIT_DATA_FILE, a, &coming, d) < 0)
		return -1;
	if (coming.n && str_eq(coming, copy)) {
		diag_add(d, DIAG_L011, NOWHERE, str_from(out));
		if (!p->o->dry_run && replace_ledger(project, d) < 0)
			return -1;
		return project_set_ledger(project, copy, d);
	}
	if (post_compare_copy(project->ledger, copy, out, d) < 0)
		return -1;
	return p->o->dry_run ? 0 : fs_remove_tree(path, d);
}

static void warn_of_clock(struct posting *p, struct diag *d)
{
	struct ledger_end end = ledger_end_of(p->project->ledger);
	struct str last = {end.at, end.seq ? LEDGER_AT : 0};
	if (last.n && str_cmp(p->o->at, last) < 0)
		diag_add(d, DIAG_L012, NOWHERE, p->o->at, last);
}

static int compare(struct posting *p, struct diag *d)
{
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_connect(p->project, &env, &db, d);
	if (status == 0)
		status = changes_find(p->project, db, p->o->at, &p->r->changes, d);
	db_close(db);
	return status;
}

static int on_loaded(void *user, struct project *project, struct diag *d)
{
	struct posting *p = user;
	p->project = project;
	if (join_copy(p, d) < 0)
		return -1;
	warn_of_clock(p, d);
	if (compare(p, d) < 0)
		return -1;
	return p->r->changes.count ? project_set_ledger(project, p->r->changes.ledger, d) : 0;
}

static int on_ready(void *user, const struct build_report *report, struct diag *d)
{
	struct posting *p = user;
	(void)d;
	p->r->build = *report;
	bool go = p->o->confirm(p->o->user, p->r);
	p->r->outcome = go ? POST_DONE : POST_REFUSED;
	if (!go)
		return 1;
	if (!p->r->changes.count)
		return 0;
	return fs_replace(coming_path(p->project), p->project->ledger, d);
}

static int on_posted(void *user, struct project *project, struct diag *d)
{
	struct posting *p = user;
	return p->r->changes.count ? replace_ledger(project, d) : 0;
}

int post_run(const struct post_options *o, struct post_report *r, struct diag *d)
{
	*r = (struct post_report){.outcome = POST_NOTHING};
	struct posting p = {.o = o, .r = r};
	struct build_options build = o->build;
	struct build_report report;
	build.strict = true;
	build.hooks = (struct build_hooks){on_loaded, on_ready, on_posted, &p};
	int status = build_run(&build, &report, d);
	r->build = report;
	return status;
}
