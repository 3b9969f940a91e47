/* SPDX-License-Identifier: MIT
 * import - what an office has becomes data/ files: finds the records, reads each, stores */
#include "engine/import.h"

#include <string.h>

#include "engine/import_int.h"
#include "fmt/json.h"
#include "fmt/portal_txt.h"
#include "sys/db.h"
#include "sys/fs.h"

enum { LIMIT_RECORD = LIMIT_CONFIG * 4 }; /* one record, bytes */

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
	bool may_be_record = str_ends(path, STR(".txt")) || str_ends(path, STR(".json"));
	if (info.kind != FS_FILE || !may_be_record)
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

/* What the file holds says what it is, not its name. */
static int read_record(struct import *im, struct str bytes, struct str file)
{
	struct portal_record r;
	struct place whole = {file, 0, 0};
	if (import_text_check(&im->arena, bytes, file, im->d) < 0)
		return -1;
	if (import_json_kind_of(bytes) != IMPORT_JSON_NONE)
		return import_json_read(im, bytes, file, &r) < 0 ? -1 : import_record(im, &r, file);
	struct str text =
		import_text_clean(&im->arena, bytes, whole, im->o->kept, im->report, im->d);
	return import_text_check_kept(im, text, whole) < 0 ||
	                       portal_txt_read(&im->arena, text, file, &r, im->d) < 0
	               ? -1
	               : import_record(im, &r, file);
}

static int read_file(struct import *im, const char *path, struct buf *bytes)
{
	buf_reset(bytes);
	im->report->counts[IMPORT_N_FILES]++;
	if (fs_read(path, bytes, im->d) < 0)
		return -1;
	bool is_read = read_record(im, buf_str(bytes), str_from(path)) == 0;
	im->report->counts[is_read ? IMPORT_N_RECORDS : IMPORT_N_REFUSED]++;
	return 0;
}

static int read_all(struct import *im)
{
	struct found f = {.im = im};
	struct buf bytes = {.max = LIMIT_RECORD};
	int status = find_files(im, &f);
	for (size_t i = 0; i < f.count && status == 0; i++)
		status = read_file(im, f.files[i], &bytes);
	buf_release(&bytes);
	return status;
}

void import_init(struct import *im)
{
	im->codes.arena = im->fields.arena = im->forms.arena = &im->arena;
	im->pages.arena = im->known.arena = im->replaced.arena = &im->arena;
}

void import_release(struct import *im)
{
	db_finish(im->members);
	db_close(im->json);
	arena_release(&im->arena);
}

static void tell_places(const struct import *im)
{
	struct map *places = im->o->places;
	for (size_t i = 0; places && i < im->codes.count; i++) {
		const struct map_entry *e = &im->codes.entries[i];
		struct place *at = arena_new(places->arena, struct place);
		at->file = arena_str(places->arena, str_from(e->value));
		map_put(places, arena_str(places->arena, e->key), at);
	}
}

static void tell_origins(const struct import *im)
{
	struct buf *out = im->o->origins;
	for (size_t i = 0; out && i < im->codes.count; i++) {
		const struct map_entry *e = &im->codes.entries[i];
		const char *end = map_has(&im->replaced, e->key) ? "changed"
		                  : map_has(&im->known, e->key)  ? "unchanged"
		                                                 : "new";
		buf_printf(out, "%s{\"row\": \"code %.*s\", \"end\": \"%s\", \"file\": ",
		           i ? ",\n" : "\n", STR_ARG(e->key), end);
		json_put_string(out, str_from(e->value));
		buf_putc(out, '}');
	}
}

int import_run(const struct import_options *o, struct import_report *report, struct diag *d)
{
	struct import im = {.o = o, .report = report, .d = d};
	*report = (struct import_report){0};
	import_init(&im);
	int lock = -1, status = 0;
	if (!o->dry_run)
		status = import_lock(&im.arena, o->dir, &lock, d);
	if (status == 0)
		status = read_all(&im);
	if (status == 0)
		status = import_store(&im);
	tell_places(&im);
	tell_origins(&im);
	if (lock >= 0)
		fs_unlock(lock);
	import_release(&im);
	return status;
}
