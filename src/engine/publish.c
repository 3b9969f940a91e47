/* SPDX-License-Identifier: MIT
 * publish - stage beside the target, exchange whole */
#include "engine/publish.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "board/assets.h"
#include "sys/fs.h"

/* Sees whether a folder holds anything but hidden files (a version-control keep file). */
static int note_visible(void *user, struct str path, struct fs_info info)
{
	(void)info;
	bool *any = user;
	*any = *any || path.p[0] != '.';
	return 0;
}

static int read_posted(struct publish *p, struct arena *a, struct diag *d)
{
	const char *path = fs_join(a, p->live, MANIFEST_NAME);
	if (fs_stat(path).kind == FS_NONE) {
		bool any = false;
		if (fs_walk(p->live, note_visible, &any, d) < 0)
			return -1;
		return any ? diag_add(d, DIAG_P008, NOWHERE, str_from(p->live)) : 0;
	}
	struct buf text = {.max = LIMIT_DATA_FILE};
	int status = fs_read(path, &text, d);
	if (status == 0)
		status = plan_read_manifest(p->plan, buf_str(&text), d);
	buf_release(&text);
	return status;
}

int publish_open(struct publish *p, const char *target, struct plan *plan, struct arena *a,
                 struct diag *d)
{
	size_t n = strlen(target);
	while (n > 1 && target[n - 1] == '/')
		n--;
	*p = (struct publish){
	    .live = arena_strz(a, (struct str){target, n}),
	    .stage = arena_printf(a, "%.*s.stage", (int)n, target).p,
	    .plan = plan,
	};
	if (read_posted(p, a, d) < 0)
		return -1;
	return fs_remove_tree(p->stage, d);
}

bool publish_is_posted(const struct publish *p, struct str path, const char *posted_hash,
                       const char hash[SEAL_HEX], int64_t size, struct arena *a)
{
	if (!posted_hash || memcmp(posted_hash, hash, SEAL_HEX) != 0)
		return false;
	char found[SEAL_HEX];
	const char *posted = arena_printf(a, "%s/%.*s", p->live, STR_ARG(path)).p;
	struct fs_info info = fs_stat(posted);
	if (info.kind != FS_FILE || info.size != size)
		return false;
	return p->stands || (fs_seal(posted, found) && memcmp(found, hash, SEAL_HEX) == 0);
}

/* What one walk over the plan's files does: manifest lines into a file of the stage, and
 * links for what is kept. */
struct completion {
	struct publish *p;
	struct buf manifest;
	struct arena arena;
	struct diag *d;
};

static int complete_file(void *user, const struct plan_file *f)
{
	struct completion *c = user;
	assert(f->hash.n == SEAL_HEX && "every file of the plan is finished");
	buf_printf(&c->manifest, "%.*s  %.*s\n", STR_ARG(f->hash), STR_ARG(f->path));
	int status = 0;
	if (f->kept)
		status = fs_link(
		    arena_printf(&c->arena, "%s/%.*s", c->p->live, STR_ARG(f->path)).p,
		    arena_printf(&c->arena, "%s/%.*s", c->p->stage, STR_ARG(f->path)).p, c->d);
	arena_reset(&c->arena);
	return status;
}

/* What an open page may still ask for, if it is there, is left for one build more. */
static int leave_asset(void *user, const struct plan_file *f)
{
	struct completion *c = user;
	const char *posted = arena_printf(&c->arena, "%s/%.*s", c->p->live, STR_ARG(f->path)).p;
	if (!asset_is_named_by(f->path, f->hash) || fs_stat(posted).kind != FS_FILE)
		return 0;
	buf_put(&c->manifest, STR("#"));
	return complete_file(c, f);
}

struct foreign {
	struct publish *p;
	struct arena arena;
	struct diag *d;
	int64_t count;
	char first[LIMIT_NAME];
};

static int carry_foreign(void *user, struct str path, struct fs_info info)
{
	struct foreign *f = user;
	char hash[SEAL_HEX];
	if (info.kind != FS_FILE || str_eqz(path, MANIFEST_NAME) ||
	    plan_posted_hash(f->p->plan, path, hash))
		return 0;
	const char *to = arena_printf(&f->arena, "%s/%.*s", f->p->stage, STR_ARG(path)).p;
	int status = 0;
	if (fs_stat(to).kind == FS_NONE) { /* a new page of ours takes its place otherwise */
		status = fs_link(arena_printf(&f->arena, "%s/%.*s", f->p->live, STR_ARG(path)).p,
		                 to, f->d);
		if (path.p[0] != '.' && f->count++ == 0)
			snprintf(f->first, sizeof f->first, "%.*s", STR_ARG(path));
	}
	arena_reset(&f->arena);
	return status;
}

static int carry_all_foreign(struct publish *p, struct diag *d)
{
	struct foreign f = {.p = p, .d = d};
	int status = fs_walk(p->live, carry_foreign, &f, d);
	if (status == 0 && f.count) {
		char count[32];
		snprintf(count, sizeof count, "%lld", (long long)f.count);
		diag_add(d, DIAG_P009, NOWHERE, str_from(count), str_from(f.first));
	}
	arena_release(&f.arena);
	return status;
}

static int exchange(struct publish *p, struct diag *d)
{
	if (fs_sync_dir(p->stage, d) < 0)
		return -1;
	if (fs_stat(p->live).kind == FS_NONE)
		return fs_rename(p->stage, p->live, d);
	if (fs_exchange(p->stage, p->live, d) < 0)
		return -1;
	return fs_remove_tree(p->stage, d);
}

int publish_commit(struct publish *p, bool *changed, struct diag *d)
{
	struct plan_counts counts = plan_count(p->plan);
	*changed = counts.written > 0 || counts.removed > 0;
	if (!*changed)
		return fs_remove_tree(p->stage, d);
	struct completion c = {.p = p, .d = d};
	int status = fs_mkdirs(p->stage, d);
	if (status == 0)
		status = plan_each(p->plan, complete_file, &c, d);
	if (status == 0)
		status = plan_each_gone(p->plan, leave_asset, &c, d);
	if (status == 0)
		status = carry_all_foreign(p, d);
	if (status == 0)
		status =
		    fs_replace(fs_join(&c.arena, p->stage, MANIFEST_NAME), buf_str(&c.manifest), d);
	if (status == 0)
		status = exchange(p, d);
	arena_release(&c.arena);
	buf_release(&c.manifest);
	return status;
}

void publish_abandon(struct publish *p)
{
	struct diag unheard = {0};
	if (p->stage && fs_remove_tree(p->stage, &unheard) < 0)
		p->stage = NULL; /* the next build clears it */
	diag_release(&unheard);
}
