/* SPDX-License-Identifier: MIT
 * import - what an office has becomes data/ files: finds the records, reads each, stores */
#include "engine/import.h"

#include <string.h>

#include "engine/import_int.h"
#include "sys/fs.h"

/* What fs_walk finds in one folder given. */
struct found {
	struct import *im;
	const char *dir;
	const char **files;
	size_t count, cap;
};

static int add_file(struct found *f, const char *path)
{
	f->files = arena_grow(&f->im->arena, f->files, f->count, &f->cap, sizeof *f->files);
	f->files[f->count++] = path;
	return 0;
}

static int each_file(void *user, struct str path, struct fs_info info)
{
	struct found *f = user;
	if (info.kind != FS_FILE || !str_ends(path, STR(".txt")))
		return 0;
	return add_file(f, fs_join(&f->im->arena, f->dir, arena_strz(&f->im->arena, path)));
}

/* Files in the order given; a folder's in the order of their paths. */
static int find_files(struct import *im, struct found *f)
{
	for (size_t i = 0; i < im->o->path_count; i++) {
		const char *path = im->o->paths[i];
		size_t before = f->count;
		if (fs_stat(path).kind != FS_DIR) {
			add_file(f, path);
			continue;
		}
		f->dir = path;
		if (fs_walk(path, each_file, f, im->d) < 0)
			return -1;
		if (f->count == before)
			return diag_add(im->d, DIAG_I013, NOWHERE, str_from(path));
	}
	return 0;
}

static int read_file(struct import *im, const char *path, struct buf *bytes)
{
	struct str text, file = str_from(path);
	buf_reset(bytes);
	im->report->counts[IMPORT_N_FILES]++;
	if (fs_read(path, bytes, im->d) < 0)
		return -1;
	if (import_text_clean(&im->arena, buf_str(bytes), file, &text, im->report, im->d) < 0 ||
		import_record(im, text, file) < 0) {
		im->report->counts[IMPORT_N_REFUSED]++;
		return 0;
	}
	im->report->counts[IMPORT_N_RECORDS]++;
	return 0;
}

static int read_all(struct import *im)
{
	struct found f = {.im = im};
	struct buf bytes = {.max = LIMIT_CONFIG * 4};
	int status = find_files(im, &f);
	for (size_t i = 0; i < f.count && status == 0; i++)
		status = read_file(im, f.files[i], &bytes);
	buf_release(&bytes);
	return status;
}

int import_run(const struct import_options *o, struct import_report *report, struct diag *d)
{
	struct import im = {.o = o, .report = report, .d = d};
	*report = (struct import_report){0};
	im.codes.arena = im.fields.arena = &im.arena;
	int lock = -1, status = 0;
	if (!o->dry_run)
		status = import_lock(&im.arena, o->dir, &lock, d);
	if (status == 0)
		status = read_all(&im);
	if (status == 0)
		status = import_store(&im);
	if (lock >= 0)
		fs_unlock(lock);
	arena_release(&im.arena);
	return status;
}
