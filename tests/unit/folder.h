/* SPDX-License-Identifier: MIT
 * All files of a folder as one text: before and after are compared with it. */
#ifndef NIEMYET_TESTS_FOLDER_H
#define NIEMYET_TESTS_FOLDER_H

#include "sys/fs.h"

struct gathered {
	const char *dir;
	struct buf all;
	struct diag d;
	struct arena arena;
};

static int gather(void *user, struct str path, struct fs_info info)
{
	(void)info;
	struct gathered *g = user;
	struct buf bytes = {0};
	buf_printf(&g->all, "=== %.*s\n", STR_ARG(path));
	int status = fs_read(fs_join(&g->arena, g->dir, arena_strz(&g->arena, path)), &bytes,
	 &g->d);
	buf_put(&g->all, buf_str(&bytes));
	buf_release(&bytes);
	return status;
}

/* All of a folder as one text, in the arena. */
static struct str folder_text(struct arena *a, const char *dir)
{
	struct gathered g = {.dir = dir};
	assert_int_equal(fs_walk(dir, gather, &g, &g.d), 0);
	struct str all = arena_str(a, buf_str(&g.all));
	buf_release(&g.all);
	arena_release(&g.arena);
	diag_release(&g.d);
	return all;
}

#endif
