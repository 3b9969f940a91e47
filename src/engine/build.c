/* SPDX-License-Identifier: MIT
 * build - data, pages and templates into the site, whole or not at all */
#include "engine/build.h"

#include "builtin.h"
#include "engine/check.h"
#include "engine/render.h"
#include "sys/fs.h"
#include "sys/timer.h"

/* One build on its way. */
struct build {
	const struct build_options *o;
	struct build_report *report;
	struct project project;
	struct func_env env;
	struct db *db;
	struct theme *theme;
	struct plan *plan;
	struct publish publish;
	struct diag *d;
};

struct template_list {
	struct arena *arena;
	const char *dir;
	struct theme_file *items;
	size_t count, cap;
	struct diag *d;
};

static void add_template(struct template_list *list, struct str path, struct str bytes)
{
	list->items =
	    arena_grow(list->arena, list->items, list->count, &list->cap, sizeof *list->items);
	list->items[list->count++] = (struct theme_file){path, bytes};
}

static int read_template(void *user, struct str path, struct fs_info info)
{
	struct template_list *list = user;
	if (info.kind != FS_FILE)
		return 0;
	struct buf text = {.max = LIMIT_CONFIG};
	int status = fs_read(fs_join(list->arena, list->dir, path.p), &text, list->d);
	if (status == 0)
		add_template(list, arena_str(list->arena, path),
		             arena_str(list->arena, buf_str(&text)));
	buf_release(&text);
	return status;
}

/* The default theme, then the office's own files, which take their places. */
static int list_templates(struct build *b, struct template_list *list)
{
	const struct str folder = STR("templates/");
	for (size_t i = 0; i < builtin_count; i++) {
		struct str path = str_from(builtin_files[i].path);
		if (str_starts(path, folder))
			add_template(list, str_slice(path, folder.n, path.n),
			             builtin_files[i].bytes);
	}
	list->dir = fs_join(list->arena, b->o->dir, "templates");
	return fs_walk(list->dir, read_template, list, b->d);
}

static int step_load(struct build *b)
{
	if (project_open(&b->project, b->o->dir, b->o->date, b->d) < 0)
		return -1;
	b->report->loaded = b->project.loaded;
	const struct build_hooks *hooks = &b->o->hooks;
	int status = hooks->loaded ? hooks->loaded(hooks->user, &b->project, b->d) : 0;
	if (status != 0)
		return status;
	if (project_connect(&b->project, &b->env, &b->db, b->d) < 0)
		return -1;
	b->report->posted = db_int_of(b->db, "SELECT count(*) FROM procedure_posted", 0);
	return 0;
}

static int step_compile(struct build *b)
{
	struct template_list list = {.arena = &b->project.arena, .d = b->d};
	if (list_templates(b, &list) < 0)
		return -1;
	struct theme_files files = {list.items, list.count};
	return theme_compile(&b->theme, &b->project.arena, &files, b->db, b->project.lang, b->d);
}

static int step_render(struct build *b)
{
	if (plan_open(&b->plan, b->project.plan_path, b->d) < 0 || plan_begin(b->plan, b->d) < 0 ||
	    publish_open(&b->publish, b->o->out, b->plan, &b->project.arena, b->d) < 0)
		return -1;
	struct render r = {&b->project, b->theme, &b->publish, b->o};
	if (render_all(&r, b->d) < 0 || plan_check_links(b->plan, b->d) < 0)
		return -1;
	return plan_commit(b->plan, b->d);
}

/* Broken posting rules are counted; only a strict build stops for them. */
static int step_check(struct build *b)
{
	struct diag findings = {.lang = b->d->lang, .counts_only = !b->o->strict};
	int status = check_project(&b->project, b->db, (struct str){0}, &findings, b->d);
	for (int i = 0; i < 3; i++)
		b->report->findings[i] = findings.by_level[i];
	if (b->o->strict && diag_has_errors(&findings)) {
		diag_join(b->d, &findings);
		status = -1;
	}
	diag_release(&findings);
	return status;
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
	return status;
}

int build_run(const struct build_options *o, struct build_report *r, struct diag *d)
{
	static int (*const steps[BUILD_STEPS])(struct build *) = {
	    [BUILD_LOAD] = step_load,       [BUILD_COMPILE] = step_compile,
	    [BUILD_RENDER] = step_render,   [BUILD_CHECK] = step_check,
	    [BUILD_PUBLISH] = step_publish,
	};
	*r = (struct build_report){0};
	struct build b = {.o = o, .report = r, .d = d, .project = {.lock = -1}};
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
	plan_close(b.plan);
	db_close(b.db);
	project_close(&b.project);
	r->peak_kb = timer_peak_memory_kb();
	return status < 0 ? -1 : 0;
}
