/* SPDX-License-Identifier: MIT
 * project - an office's folder, loaded */
#include "engine/project.h"

#include "board/figures.h"
#include "board/ledger.h"
#include "board/schema.h"
#include "board/translate.h"
#include "builtin.h"
#include "sys/fs.h"

static void read_editions(struct project *p, struct db *db)
{
	struct diag unheard = {0};
	struct db_stmt *s =
	    db_must_prepare(db, "SELECT lang, folder FROM language ORDER BY position");
	size_t cap = 0;
	p->edition_count = 0;
	while (db_step(s, &unheard) == 1) {
		p->editions = arena_grow(&p->arena, p->editions, p->edition_count, &cap,
		                         sizeof *p->editions);
		struct edition *e = &p->editions[p->edition_count++];
		*e = (struct edition){.language = {.lang = arena_str(&p->arena, db_text(s, 0)),
		                                   .folder = arena_str(&p->arena, db_text(s, 1))}};
		if (e != p->editions)
			e->language.origin = p->editions->language.lang;
	}
	db_finish(s);
	diag_release(&unheard);
}

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
		read_editions(p, db);
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

int project_lock(struct project *p, const char *dir, struct str date, struct diag *d)
{
	*p = (struct project){.dir = dir, .date = date, .lock = -1};
	/* Before a cache is put into a folder that is no office. */
	if (fs_stat(fs_join(&p->arena, dir, "site.yml")).kind != FS_FILE)
		return diag_add(d, DIAG_C001, NOWHERE, str_from(dir));
	p->cache = fs_join(&p->arena, dir, ".niemyet");
	p->db_path = fs_join(&p->arena, p->cache, "board.db");
	p->plan_path = fs_join(&p->arena, p->cache, "plan.db");
	if (fs_mkdirs(p->cache, d) < 0)
		return -1;
	return fs_lock(fs_join(&p->arena, p->cache, "lock"), &p->lock, d);
}

int project_load(struct project *p, struct diag *d)
{
	if (load(p, d) < 0 || read_ledger(p, d) < 0)
		return -1;
	return assets_load(&p->arena, fs_join(&p->arena, p->dir, "assets"), &p->assets, d);
}

int project_open(struct project *p, const char *dir, struct str date, struct diag *d)
{
	return project_lock(p, dir, date, d) < 0 ? -1 : project_load(p, d);
}

static int connect(struct project *p, const struct edition *e, struct func_env *env,
                   const char *path, const char *name, struct db **out, struct diag *d)
{
	const struct theme_language *l = &e->language;
	if (db_open(out, p->db_path, DB_READ, d) < 0 ||
	    (path && db_attach(*out, path, name, d) < 0))
		return -1;
	env->date = p->date;
	env->lang = l->lang;
	env->origin = l->origin;
	env->folder = l->folder;
	env->assets = p->assets;
	env->search = e->search;
	env->d = d;
	func_register(*out, env);
	int status = l->origin.p ? translate_tables(*out, l->lang, l->origin, d) : 0;
	db_guard(*out, LIMIT_QUERY_STEPS);
	return status;
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
	return connect(p, p->editions, env, NULL, NULL, out, d);
}

int project_connect_edition(struct project *p, const struct edition *e, struct func_env *env,
                            struct db **out, struct diag *d)
{
	return connect(p, e, env, NULL, NULL, out, d);
}

int project_connect_beside(struct project *p, struct func_env *env, const char *path,
                           const char *name, struct db **out, struct diag *d)
{
	return connect(p, p->editions, env, path, name, out, d);
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
	return fs_walk_own(list->dir, read_template, list, list->d);
}

int project_compile(struct project *p, struct db *db, struct diag *d)
{
	struct template_list list = {.arena = &p->arena, .d = d};
	if (list_templates(p, &list) < 0)
		return -1;
	struct theme_files files = {list.items, list.count};
	struct edition *first = p->editions;
	int status = theme_compile(&first->theme, &p->arena, &files, db, &first->language, d);
	for (size_t i = 1; i < p->edition_count && status == 0; i++) {
		struct edition *e = &p->editions[i];
		struct func_env env = {0};
		struct db *other = NULL;
		status = project_connect_edition(p, e, &env, &other, d);
		if (status == 0)
			status = theme_translate(&e->theme, first->theme, other, &e->language, d);
		db_close(other);
	}
	return status;
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
