/* SPDX-License-Identifier: MIT
 *
 * golden - cases in files: tests/golden/AREA/NAME.in should give NAME.out
 *
 * A unit test calls golden_run("md", make, 4), where `make` writes into `out` what its part
 * makes of `in` (messages too, printed as text, where they are expected). What differs is
 * written to build/V/golden/AREA/NAME.out, for `make accept`, and named. The environment's
 * GOLDEN ("/md/tables-") chooses cases.
 *
 * Fails    gives the number of cases that differ; fewer than `least` cases is a failure too
 */
#ifndef NIEMYET_TESTS_GOLDEN_H
#define NIEMYET_TESTS_GOLDEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sys/fs.h"

typedef void (*golden_make)(struct str in, struct str name, struct buf *out);

struct golden {
	const char *area;
	golden_make make;
	struct arena arena;
	struct diag diag;
	int cases, different;
};

static inline const char *golden_path(struct golden *g, struct str name, const char *end)
{
	return arena_printf(&g->arena, "tests/golden/%s/%.*s.%s", g->area, STR_ARG(name), end).p;
}

static inline int golden_keep(struct golden *g, struct str name, struct str got)
{
	const char *build = getenv("BUILD");
	const char *path = arena_printf(&g->arena, "%s/golden/%s/%.*s.out", build ? build : "build",
	                                g->area, STR_ARG(name)).p;
	g->different++;
	fprintf(stderr, "# golden/%s/%.*s differs: diff tests/golden/%s/%.*s.out %s\n", g->area,
	        STR_ARG(name), g->area, STR_ARG(name), path);
	return fs_write(path, got, &g->diag);
}

static inline int golden_case(void *user, struct str path, struct fs_info info)
{
	(void)info;
	struct golden *g = user;
	const char *only = getenv("GOLDEN");
	if (!str_ends(path, STR(".in")))
		return 0;
	struct str name = str_slice(path, 0, path.n - 3);
	struct str full = arena_printf(&g->arena, "/%s/%.*s", g->area, STR_ARG(name));
	if (only && strncmp(full.p, only, strlen(only)) != 0)
		return 0;
	g->cases++;
	struct buf in = {0}, wanted = {0}, got = {0};
	int status = fs_read(golden_path(g, name, "in"), &in, &g->diag);
	if (status == 0 && fs_stat(golden_path(g, name, "out")).kind == FS_FILE)
		status = fs_read(golden_path(g, name, "out"), &wanted, &g->diag);
	if (status == 0) {
		g->make(buf_str(&in), name, &got);
		if (!str_eq(buf_str(&got), buf_str(&wanted)))
			status = golden_keep(g, name, buf_str(&got));
	}
	buf_release(&in);
	buf_release(&wanted);
	buf_release(&got);
	return status;
}

static inline int golden_run(const char *area, golden_make make, int least)
{
	struct golden g = {.area = area, .make = make};
	const char *dir = arena_printf(&g.arena, "tests/golden/%s", area).p;
	if (fs_walk(dir, golden_case, &g, &g.diag) < 0)
		g.different++;
	if (!getenv("GOLDEN") && g.cases < least)
		g.different += least - g.cases;
	diag_print(&g.diag, stderr, DIAG_TEXT, false);
	diag_release(&g.diag);
	arena_release(&g.arena);
	return g.different;
}

#endif
