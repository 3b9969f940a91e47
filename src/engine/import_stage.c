/* SPDX-License-Identifier: MIT
 * import_stage - new files of data/ take their places all at once, or none does */
#include "engine/import_int.h"
#include "sys/fs.h"

/* A folder beside data/ gets the new files and links to all others, then the two change
 * places in one step. */
struct staging {
	struct arena *arena;
	const char *dir, *data, *stage;
	const struct import_output *files;
	size_t count;
	struct diag *d;
};

static int link_file(void *user, struct str path, struct fs_info info)
{
	struct staging *g = user;
	(void)info;
	for (size_t i = 0; i < g->count; i++)
		if (str_eqz(path, g->files[i].name))
			return 0;
	const char *name = arena_strz(g->arena, path);
	return fs_link(fs_join(g->arena, g->data, name), fs_join(g->arena, g->stage, name), g->d);
}

/* Where the file system cannot exchange, two renames: what is lost at a power failure in
 * between is not the data, only its name (data.old). */
static int change_places(struct staging *g)
{
	struct diag quiet = {.lang = g->d->lang};
	int status = fs_exchange(g->data, g->stage, &quiet);
	diag_release(&quiet);
	if (status == 0)
		return 0;
	const char *old = fs_join(g->arena, g->dir, "data.old");
	if (fs_remove_tree(old, g->d) < 0 || fs_rename(g->data, old, g->d) < 0)
		return -1;
	if (fs_rename(g->stage, g->data, g->d) < 0) {
		if (fs_rename(old, g->data, g->d) < 0)
			return -1;
		return -1;
	}
	return fs_rename(old, g->stage, g->d);
}

int import_stage(struct arena *a, const char *dir, const struct import_output *files,
                 size_t count, struct diag *d)
{
	struct staging g = {a, dir, fs_join(a, dir, "data"), fs_join(a, dir, "data.import"), files,
	                    count, d};
	bool is_new = fs_stat(g.data).kind == FS_NONE;
	int status = fs_remove_tree(g.stage, d) < 0 ? -1 : fs_mkdirs(g.stage, d);
	if (status == 0)
		status = fs_walk(g.data, link_file, &g, d);
	for (size_t i = 0; i < count && status == 0; i++)
		status = fs_replace(fs_join(a, g.stage, files[i].name), files[i].bytes, d);
	if (status == 0)
		status = fs_sync_dir(g.stage, d);
	if (status == 0)
		status = is_new ? fs_rename(g.stage, g.data, d) : change_places(&g);
	if (fs_remove_tree(g.stage, d) < 0)
		status = -1;
	return status;
}

int import_lock(struct arena *a, const char *dir, int *lock, struct diag *d)
{
	const char *cache = fs_join(a, dir, ".niemyet");
	return fs_mkdirs(cache, d) < 0 ? -1 : fs_lock(fs_join(a, cache, "lock"), lock, d);
}
