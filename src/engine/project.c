/* SPDX-License-Identifier: MIT
 * project - an office's folder, loaded */
#include "engine/project.h"

#include "board/figures.h"
#include "board/ledger.h"
#include "board/schema.h"
#include "builtin.h"
#include "sys/fs.h"

static int load(struct project *p, struct diag *d)
{
	struct db *db = NULL;
	int status = db_open(&db, p->db_path, DB_WRITE, d);
	if (status == 0)
		status = schema_apply(db, d);
	if (status == 0)
		status = load_project(p->dir, db, &p->loaded, d);
	if (status == 0)
		status = figures_update(db, p->date, d);
	if (status == 0)
		status = figures_check_reports(db, p->date, d);
	if (status == 0)
		p->lang = project_setting(p, db, STR("lang"));
	db_close(db);
	return status;
}

static int read_ledger(struct project *p, struct diag *d)
{
	const char *path = fs_join(&p->arena, p->dir, LEDGER_FILE);
	struct buf text = {.max = LIMIT_DATA_FILE};
	if (fs_stat(path).kind == FS_NONE)
		return 0;
	int status = fs_read(path, &text, d);
	if (status == 0)
		p->ledger = arena_str(&p->arena, buf_str(&text));
	buf_release(&text);
	return status;
}

int project_open(struct project *p, const char *dir, struct str date, struct diag *d)
{
	*p = (struct project){.dir = dir, .date = date, .lang = STR("vi"), .lock = -1};
	/* Before a cache is put into a folder that is no office. */
	if (fs_stat(fs_join(&p->arena, dir, "site.yml")).kind != FS_FILE)
		return diag_add(d, DIAG_C001, NOWHERE, str_from(dir));
	const char *cache = fs_join(&p->arena, dir, ".niemyet");
	p->db_path = fs_join(&p->arena, cache, "board.db");
	p->plan_path = fs_join(&p->arena, cache, "plan.db");
	if (fs_mkdirs(cache, d) < 0 || fs_lock(fs_join(&p->arena, cache, "lock"), &p->lock, d) < 0)
		return -1;
	if (load(p, d) < 0 || read_ledger(p, d) < 0)
		return -1;
	return assets_load(&p->arena, fs_join(&p->arena, dir, "assets"), &p->assets, d);
}

int project_connect_beside(struct project *p, struct func_env *env, const char *path,
                           const char *name, struct db **out, struct diag *d)
{
	if (db_open(out, p->db_path, DB_READ, d) < 0 ||
	    (path && db_attach(*out, path, name, d) < 0))
		return -1;
	env->date = p->date;
	env->lang = p->lang;
	env->assets = p->assets;
	env->search = p->search;
	env->d = d;
	db_guard(*out, LIMIT_QUERY_STEPS);
	func_register(*out, env);
	return 0;
}

int project_set_ledger(struct project *p, struct str text, struct diag *d)
{
	struct db *db = NULL;
	p->ledger = text;
	int status = db_open(&db, p->db_path, DB_WRITE, d);
	if (status == 0)
		status = load_coming_ledger(db, text, d);
	db_close(db);
	return status;
}

int project_connect(struct project *p, struct func_env *env, struct db **out, struct diag *d)
{
	return project_connect_beside(p, env, NULL, NULL, out, d);
}

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
static int list_templates(struct project *p, struct template_list *list)
{
	const struct str folder = STR("templates/");
	for (size_t i = 0; i < builtin_count; i++) {
		struct str path = str_from(builtin_files[i].path);
		if (str_starts(path, folder))
			add_template(list, str_slice(path, folder.n, path.n),
			             builtin_files[i].bytes);
	}
	list->dir = fs_join(list->arena, p->dir, "templates");
	return fs_walk(list->dir, read_template, list, list->d);
}

int project_compile(struct project *p, struct db *db, struct theme **out, struct diag *d)
{
	struct template_list list = {.arena = &p->arena, .d = d};
	if (list_templates(p, &list) < 0)
		return -1;
	struct theme_files files = {list.items, list.count};
	return theme_compile(out, &p->arena, &files, db, p->lang, d);
}

struct str project_setting(struct project *p, struct db *db, struct str key)
{
	struct diag unheard = {0};
	struct db_stmt *s = db_must_prepare(db, "SELECT value FROM setting WHERE key = ?1");
	db_bind_text(s, 0, key);
	struct str value = STR("");
	if (db_step(s, &unheard) == 1)
		value = arena_str(&p->arena, db_text(s, 0));
	db_finish(s);
	diag_release(&unheard);
	return value;
}

void project_close(struct project *p)
{
	if (p->lock >= 0 && p->dir)
		fs_unlock(p->lock);
	arena_release(&p->arena);
	*p = (struct project){.lock = -1};
}
