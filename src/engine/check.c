/* SPDX-License-Identifier: MIT
 * check - what is missing, wrong or unlawful, before it is posted */
#include "engine/check.h"

#include "engine/render.h"
#include "engine/sarif.h"

int check_begin(struct check *c, struct project *p, struct db *db, struct str only, struct diag *d)
{
	*c = (struct check){.project = p, .only = only};
	if (rule_read_all(&c->rules, p->dir, &p->arena, d) < 0)
		return -1;
	return waiver_read_all(&c->waivers, db, p->date, &p->arena, d);
}

bool check_needs_pages(const struct check *c)
{
	for (size_t i = 0; i < c->rules.count; i++) {
		const struct rule *r = &c->rules.rules[i];
		bool chosen = !c->only.p || str_eq(c->only, r->id);
		if (chosen && r->needs_pages && rule_holds(r, c->project->date))
			return true;
	}
	return false;
}

int check_data(struct check *c, struct db *db, struct diag *findings, struct diag *d)
{
	struct rule_choice choice = {c->only, false, &c->waivers};
	return rule_run_all(&c->rules, c->project->date, &choice, db, findings, d);
}

int check_pages(struct check *c, struct diag *findings, struct diag *d)
{
	struct rule_choice choice = {c->only, true, &c->waivers};
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_connect_pages(c->project, &env, &db, d);
	if (status == 0)
		status = rule_run_all(&c->rules, c->project->date, &choice, db, findings, d);
	db_close(db);
	return status;
}

void check_end(struct check *c, struct diag *findings)
{
	for (size_t i = 0; i < c->waivers.count; i++) {
		const struct waiver *w = &c->waivers.items[i];
		if (c->only.p && !str_eq(c->only, w->rule))
			continue;
		if (w->is_over)
			diag_add(findings, DIAG_R050, w->at, w->rule, w->object, w->valid_to);
		else if (!rule_find(&c->rules, w->rule))
			diag_add(findings, DIAG_R051, w->at, w->rule);
		else if (w->tried && !w->used)
			diag_add(findings, DIAG_R052, w->at, w->rule, w->object);
	}
}

/* All pages, made and looked at; nothing is written but their outlines. */
static int look_at_pages(const struct check_options *o, struct check *c, struct db *db,
                         struct diag *findings, struct diag *d)
{
	struct project *p = c->project;
	struct render r = {.project = p, .jobs = o->jobs, .progress = o->progress, .user = o->user};
	struct theme *theme = NULL;
	int status = project_compile(p, db, &theme, d);
	r.theme = theme;
	if (status == 0)
		status = plan_open(&r.plan, p->plan_path, d);
	if (status == 0)
		status = plan_begin(r.plan, d);
	if (status == 0)
		status = pages_open(&r.pages, r.plan, project_setting(p, db, STR("url")), d);
	if (status == 0)
		status = render_all(&r, d);
	if (status == 0)
		status = plan_check_links(r.plan, d);
	if (status == 0)
		status = plan_commit(r.plan, d);
	pages_close(r.pages);
	plan_close(r.plan);
	return status < 0 ? -1 : check_pages(c, findings, d);
}

int check_run(const struct check_options *o, struct diag *findings, struct diag *d)
{
	struct project p = {0};
	struct check c = {0};
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_open(&p, o->dir, o->date, d);
	if (status == 0)
		status = project_connect(&p, &env, &db, d);
	if (status == 0)
		status = check_begin(&c, &p, db, o->only, d);
	if (status == 0)
		status = check_data(&c, db, findings, d);
	if (status == 0 && !o->data_only && check_needs_pages(&c))
		status = look_at_pages(o, &c, db, findings, d);
	if (status == 0)
		check_end(&c, findings);
	if (o->sarif)
		sarif_put(o->sarif, &c.rules, findings, d);
	db_close(db);
	project_close(&p);
	return status;
}
