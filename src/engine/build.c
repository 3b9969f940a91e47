/* SPDX-License-Identifier: MIT
 * build - data, pages and templates into the site, whole or not at all */
#include "engine/build.h"

#include "engine/check.h"
#include "engine/compress.h"
#include "engine/render.h"
#include "engine/unchanged.h"
#include "sys/timer.h"

/* One build on its way. */
struct build {
	const struct build_options *o;
	struct build_report *report;
	struct unchanged unchanged;
	struct project project;
	struct func_env env;
	struct db *db;
	struct plan *plan;
	struct pages *pages;
	struct publish publish;
	struct check check;
	struct diag findings;
	struct diag *d;
};

/* What publishing adds may have to be done though there is nothing to build. */
static int step_look(struct build *b)
{
	if (project_lock(&b->project, b->o->dir, b->o->date, b->d) < 0)
		return -1;
	if (b->o->hooks.user)
		return 0;
	int status = unchanged_look(&b->unchanged, &b->project, b->o, b->report, b->d);
	b->report->skipped = status == 1;
	return status;
}

static int step_load(struct build *b)
{
	if (project_load(&b->project, b->d) < 0)
		return -1;
	b->report->loaded = b->project.loaded;
	const struct build_hooks *hooks = &b->o->hooks;
	return hooks->loaded ? hooks->loaded(hooks->user, &b->project, b->d) : 0;
}

/* Before the pages: one of them may show what is found. */
static int step_check_data(struct build *b)
{
	return check_data(&b->check, &b->project, (struct str){0}, true, &b->findings, b->d);
}

static int step_compile(struct build *b)
{
	if (project_connect(&b->project, &b->env, &b->db, b->d) < 0)
		return -1;
	b->report->posted = db_int_of(b->db, "SELECT count(*) FROM procedure_posted", 0);
	return project_compile(&b->project, b->db, b->d);
}

static int step_render(struct build *b)
{
	struct str url = project_setting(&b->project, b->db, STR("url"));
	if (plan_open(&b->plan, b->project.plan_path, b->d) < 0 || plan_begin(b->plan, b->d) < 0 ||
	    pages_open(&b->pages, b->plan, url, b->d) < 0 ||
	    publish_open(&b->publish, b->o->out, b->plan, &b->project.arena, b->d) < 0)
		return -1;
	b->publish.stands = b->unchanged.site_stands;
	struct render r = {&b->project, b->plan,        b->pages,  &b->publish,
	                   b->o->jobs,  b->o->progress, b->o->user};
	if (render_all(&r, b->d) < 0 || plan_check_links(b->plan, b->d) < 0)
		return -1;
	return plan_commit(b->plan, b->d);
}

/* Broken posting rules are counted; only a strict build stops for them. */
static int step_check_pages(struct build *b)
{
	if (check_pages(&b->check, &b->findings, b->d) < 0)
		return -1;
	check_end(&b->check, &b->findings);
	for (int i = 0; i < 3; i++)
		b->report->findings[i] = b->findings.by_level[i];
	if (!b->o->strict || !diag_has_errors(&b->findings))
		return 0;
	diag_join(b->d, &b->findings);
	return -1;
}

static int step_compress(struct build *b)
{
	const struct compress c = {&b->project, b->plan, &b->publish, b->o->jobs};
	return b->o->compress ? compress_all(&c, b->d) : 0;
}

static int step_publish(struct build *b)
{
	const struct build_hooks *hooks = &b->o->hooks;
	struct build_report *r = b->report;
	r->counts = plan_count(b->plan);
	r->changed = r->counts.written > 0 || r->counts.removed > 0;
	int status = 0;
	if (r->changed && hooks->ready)
		status = hooks->ready(hooks->user, r, b->d);
	if (status == 0)
		status = publish_commit(&b->publish, &r->changed, b->d);
	if (status == 0 && hooks->posted)
		status = hooks->posted(hooks->user, &b->project, b->d);
	if (status == 0 && !b->d->count)
		unchanged_remember(&b->unchanged, &b->project, b->o->out, r);
	return status;
}

int build_run(const struct build_options *o, struct build_report *r, struct diag *d)
{
	static int (*const steps[BUILD_STEPS])(struct build *) = {
	    [BUILD_LOOK] = step_look,
	    [BUILD_LOAD] = step_load,
	    [BUILD_CHECK_DATA] = step_check_data,
	    [BUILD_COMPILE] = step_compile,
	    [BUILD_RENDER] = step_render,
	    [BUILD_CHECK_PAGES] = step_check_pages,
	    [BUILD_COMPRESS] = step_compress,
	    [BUILD_PUBLISH] = step_publish,
	};
	*r = (struct build_report){0};
	struct build b = {.o = o, .report = r, .d = d, .project = {.lock = -1}};
	b.findings = (struct diag){.lang = d->lang, .counts_only = !o->strict};
	int status = 0;
	for (int i = 0; status == 0 && i < BUILD_STEPS; i++) {
		int64_t began = timer_now_ms();
		status = steps[i](&b);
		if (status == 0 && diag_has_errors(d))
			status = -1;
		r->step_ms[i] = timer_now_ms() - began;
	}
	if (status != 0)
		publish_abandon(&b.publish);
	pages_close(b.pages);
	plan_close(b.plan);
	db_close(b.db);
	diag_release(&b.findings);
	project_close(&b.project);
	r->peak_kb = timer_peak_memory_kb();
	return status < 0 ? -1 : 0;
}
