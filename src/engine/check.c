/* SPDX-License-Identifier: MIT
 * check - what is missing, wrong or unlawful, before it is posted */
#include "engine/check.h"

#include "board/finding.h"
#include "engine/render.h"
#include "engine/sarif.h"

bool check_needs_pages(const struct check *c)
{
	for (size_t i = 0; i < c->rules.count; i++) {
		const struct rule *r = &c->rules.rules[i];
		bool chosen = !c->only.p || str_eq(c->only, r->id);
		if (chosen && r->needs == RULE_NEEDS_PAGES && rule_holds(r, c->project->date))
			return true;
	}
	return false;
}

/* NULL empties the tables. */
static int store(struct check *c, const struct diag *kept, struct diag *d)
{
	struct db *db = NULL;
	int status = db_open(&db, c->project->db_path, DB_WRITE, d);
	if (status == 0)
		status = finding_store(db, &c->rules, c->project->date, kept, d);
	db_close(db);
	return status;
}

int check_data(struct check *c, struct project *p, struct str only, bool makes_pages,
               struct diag *findings, struct diag *d)
{
	*c = (struct check){.project = p, .only = only};
	const bool is_en = str_eqz(p->editions->language.lang, "en");
	struct diag kept = {.lang = is_en ? DIAG_EN : DIAG_VI};
	struct rule_choice choice = {.only = only, .waivers = &c->waivers};
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_connect(p, &env, &db, d);
	if (status == 0)
		status = rule_read_all(&c->rules, p->dir, &p->arena, d);
	if (status == 0)
		status = waiver_read_all(&c->waivers, db, p->date, &p->arena, d);
	if (status == 0) {
		findings->all = (size_t)db_int_of(db, "SELECT count(*) FROM procedure_posted", 0);
		makes_pages = makes_pages && (!only.p || check_needs_pages(c));
		if (makes_pages && str_eqz(project_setting(p, db, STR("check.page")), "yes"))
			choice.kept = &kept;
		status = rule_run_all(&c->rules, p->date, &choice, db, findings, d);
	}
	db_close(db);
	if (status == 0 && makes_pages)
		status = store(c, choice.kept, d);
	diag_release(&kept);
	return status;
}

/* Those that need `needs`, on a connection with another database beside the office's. */
static int check_beside(struct check *c, enum rule_needs needs, const char *path, const char *name,
                        struct diag *findings, struct diag *d)
{
	struct rule_choice choice = {c->only, needs, &c->waivers};
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_connect_beside(c->project, &env, path, name, &db, d);
	if (status == 0)
		status = rule_run_all(&c->rules, c->project->date, &choice, db, findings, d);
	db_close(db);
	return status;
}

int check_pages(struct check *c, struct diag *findings, struct diag *d)
{
	return check_beside(c, RULE_NEEDS_PAGES, c->project->plan_path, "plan", findings, d);
}

int check_against(struct check *c, const struct against *a, struct diag *findings, struct diag *d)
{
	return check_beside(c, RULE_NEEDS_EXPORT, a->db_path, "national", findings, d);
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
static int look_at_pages(const struct check_options *o, struct check *c, struct diag *findings,
                         struct diag *d)
{
	struct func_env env = {0};
	struct db *db = NULL;
	struct project *p = c->project;
	struct render r = {.project = p, .jobs = o->jobs, .progress = o->progress, .user = o->user};
	int status = project_connect(p, &env, &db, d);
	if (status == 0)
		status = project_compile(p, db, d);
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
	db_close(db);
	return status < 0 ? -1 : check_pages(c, findings, d);
}

/* A rule that compares, asked for by name, with nothing to compare with. */
static int refuse_alone(const struct check_options *o, const struct check *c, struct diag *d)
{
	const struct rule *r = o->only.p ? rule_find(&c->rules, o->only) : NULL;
	bool alone = r && r->needs == RULE_NEEDS_EXPORT && !o->against_count;
	return alone ? diag_add(d, DIAG_R043, NOWHERE, r->id) : 0;
}

/* After check_data. */
static int check_rest(const struct check_options *o, struct check *c, const struct against *a,
                      struct diag *findings, struct diag *d)
{
	int status = refuse_alone(o, c, d);
	if (status == 0 && !o->data_only && check_needs_pages(c))
		status = look_at_pages(o, c, findings, d);
	if (status == 0 && a->db_path)
		status = check_against(c, a, findings, d);
	if (status == 0)
		check_end(c, findings);
	return status;
}

int check_run(const struct check_options *o, struct against_counts *compared,
              struct diag *findings, struct diag *d)
{
	struct project p = {0};
	struct check c = {0};
	struct against a = {0};
	int status = project_open(&p, o->dir, o->date, d);
	if (status == 0 && o->against_count)
		status = against_open(&a, &p, o->against, o->against_count, d);
	if (status == 0)
		status = check_data(&c, &p, o->only, !o->data_only, findings, d);
	if (status == 0)
		status = check_rest(o, &c, &a, findings, d);
	if (o->sarif)
		sarif_put(o->sarif, &c.rules, findings, d);
	*compared = a.counts;
	against_close(&a, d);
	project_close(&p);
	return status;
}
