/* SPDX-License-Identifier: MIT
 * assets - styles, scripts, fonts and pictures under names that carry their hash */
#include "board/assets.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "builtin.h"
#include "fmt/css.h"
#include "sys/fs.h"
#include "sys/seal.h"

enum { HASH_LENGTH = 8, ASSET_BYTES_MAX = 256 << 20 };

enum progress { RAW, UNDER_WAY, DONE };

/* A file on its way to a struct asset, which comes first. */
struct item {
	struct asset asset;
	enum progress progress;
};

struct assets {
	struct arena *arena;
	struct map by_logical; /* to struct item * */
	struct item **sorted;
	size_t count;
};

/* What a page loads by itself, without anybody seeing the name. */
static const char *const hashed_kinds[] = {
	"css", "js", "mjs", "woff2", "woff", "ttf", "otf",
	"svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico",
};

static struct str extension(struct str path)
{
	for (size_t i = path.n; i > 0 && path.p[i - 1] != '/'; i--)
		if (path.p[i - 1] == '.')
			return str_slice(path, i, path.n);
	return STR("");
}

/* "css/img/" of "css/img/x.png"; empty at the top. */
static struct str folder(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

static bool is_hashed(struct str path)
{
	struct str ext = extension(path);
	for (size_t i = 0; i < countof(hashed_kinds); i++)
		if (str_eqz(ext, hashed_kinds[i]))
			return true;
	return false;
}

/* Collecting. */

static void add(struct assets *as, struct str logical, struct str bytes)
{
	struct item *item = map_get(&as->by_logical, logical);
	if (!item) {
		item = arena_new(as->arena, struct item);
		item->asset.logical = logical;
		map_put(&as->by_logical, logical, item);
	}
	item->asset.bytes = bytes;
}

static void add_builtin(struct assets *as)
{
	for (size_t i = 0; i < builtin_count; i++) {
		struct str path = str_from(builtin_files[i].path);
		if (str_starts(path, STR("assets/")))
			add(as, path, builtin_files[i].bytes);
	}
}

/* What systems and editors leave behind: ".DS_Store", "x~", "Thumbs.db". */
static bool is_stray(struct str path)
{
	struct str rest = path, name = path;
	while (rest.p) {
		name = str_cut(&rest, '/');
		if (str_starts(name, STR(".")) || str_starts(name, STR("~$")))
			return true;
	}
	return str_ends(name, STR("~")) || str_eqz(name, "Thumbs.db") ||
	       str_eqz(name, "desktop.ini");
}

struct office {
	struct assets *as;
	const char *dir;
	struct diag *d;
	bool failed;
};

static int add_office_file(void *user, struct str path, struct fs_info info)
{
	struct office *o = user;
	struct arena *a = o->as->arena;
	struct str logical = arena_printf(a, "assets/%.*s", STR_ARG(path));
	struct place at = {.file = logical};
	if (info.kind != FS_FILE || is_stray(path)) {
		diag_add(o->d, DIAG_A006, at, logical);
		return 0;
	}
	if (!fs_name_is_safe(path)) {
		o->failed = true;
		diag_add(o->d, DIAG_A005, at, logical);
		return 0;
	}
	struct buf bytes = {.max = ASSET_BYTES_MAX};
	if (fs_read(fs_join(a, o->dir, arena_strz(a, path)), &bytes, o->d) < 0)
		o->failed = true;
	else
		add(o->as, logical, arena_str(a, buf_str(&bytes)));
	buf_release(&bytes);
	return 0;
}

static int by_logical(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;
	return str_cmp((*x)->asset.logical, (*y)->asset.logical);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int refuse_twins(const struct assets *as, struct diag *d)
{
	struct map seen = {.arena = as->arena};
	int status = 0;
	for (size_t i = 0; i < as->count; i++) {
		struct str logical = as->sorted[i]->asset.logical;
		char *folded = arena_strz(as->arena, logical);
		for (size_t k = 0; k < logical.n; k++)
			folded[k] = lower(folded[k]);
		const struct item *twin = map_get(&seen, str_from(folded));
		if (twin)
			status = diag_add(d, DIAG_A008, (struct place){.file = logical},
			                  twin->asset.logical, logical);
		map_put(&seen, str_from(folded), as->sorted[i]);
	}
	return status;
}

static void sort(struct assets *as)
{
	as->count = as->by_logical.count;
	as->sorted = arena_array(as->arena, as->count + 1, sizeof(struct item *));
	for (size_t i = 0; i < as->count; i++)
		as->sorted[i] = as->by_logical.entries[i].value;
	if (as->count)
		qsort(as->sorted, as->count, sizeof(struct item *), by_logical);
}

/* Naming. */

/* `path` seen from `base` ("assets/css/"), with "." and ".." worked out; absent when it
 * climbs out of assets/. */
static struct str resolve(struct arena *a, struct str base, struct str path)
{
	struct buf out = {0};
	buf_put(&out, base);
	for (struct str rest = path; rest.p;) {
		struct str part = str_cut(&rest, '/');
		if (str_eqz(part, "..")) {
			struct str here = str_slice(buf_str(&out), 0, out.len ? out.len - 1 : 0);
			buf_truncate(&out, folder(here).n);
		} else if (!str_eqz(part, ".") && part.n > 0) {
			buf_put(&out, part);
			buf_putz(&out, rest.p ? "/" : "");
		}
	}
	bool inside = str_starts(buf_str(&out), STR("assets/"));
	struct str logical = inside ? arena_str(a, buf_str(&out)) : (struct str){0};
	buf_release(&out);
	return logical;
}

/* A sheet being rewritten; `depth` sheets led to it. */
struct sheet {
	struct assets *as;
	struct item *item;
	int depth;
};

static int finish(struct assets *as, struct item *item, int depth, struct diag *d);

/* Has a scheme or a host, or counts from the server's top. */
static bool is_elsewhere(struct str url)
{
	size_t colon = str_find_byte(url, ':', 0);
	return str_starts(url, STR("/")) || colon < str_find_byte(url, '/', 0);
}

/* An address in a sheet: same folder as written, published name. */
static int put_address(void *user, struct str url, struct place at, struct buf *out, struct diag *d)
{
	const struct sheet *sheet = user;
	struct assets *as = sheet->as;
	if (url.n == 0 || url.p[0] == '#' || str_starts(url, STR("data:"))) {
		buf_put(out, url);
		return 0;
	}
	if (is_elsewhere(url))
		return diag_add(d, DIAG_A004, at, url);
	size_t end = str_find_byte(url, '#', 0), question = str_find_byte(url, '?', 0);
	end = question < end ? question : end;
	struct str path = str_slice(url, 0, end);
	struct str logical = resolve(as->arena, folder(sheet->item->asset.logical), path);
	struct item *target = logical.p ? map_get(&as->by_logical, logical) : NULL;
	if (!target)
		return diag_add(d, DIAG_A002, at, url,
		                logical.p ? map_nearest(&as->by_logical, logical) : logical);
	if (target->progress == UNDER_WAY || sheet->depth > LIMIT_DEPTH)
		return diag_add(d, DIAG_A003, at, logical);
	if (finish(as, target, sheet->depth + 1, d) < 0)
		return -1;
	struct str published = target->asset.path;
	buf_put(out, folder(path));
	buf_put(out, str_slice(published, folder(published).n, published.n));
	buf_put(out, str_slice(url, end, url.n));
	return 0;
}

bool asset_is_named_by(struct str path, struct str hash)
{
	struct str ext = extension(path);
	char end[HASH_LENGTH + 16];
	snprintf(end, sizeof end, ".%.*s.%.*s", HASH_LENGTH, hash.p, STR_ARG(str_slice(ext, 0, 5)));
	return (str_eqz(ext, "css") || str_eqz(ext, "js") || str_eqz(ext, "woff2")) &&
	       str_ends(path, str_from(end));
}

/* "assets/css/site.css" becomes "assets/css/site.1a2b3c4d.css". */
static void name_by_hash(struct arena *a, struct asset *asset)
{
	asset->hashed = is_hashed(asset->logical);
	asset->path = asset->logical;
	if (!asset->hashed)
		return;
	char hex[SEAL_HEX];
	seal_sha256(asset->bytes, hex);
	struct str ext = extension(asset->logical);
	struct str stem = str_slice(asset->logical, 0, asset->logical.n - ext.n - 1);
	asset->path =
		arena_printf(a, "%.*s.%.*s.%.*s", STR_ARG(stem), HASH_LENGTH, hex, STR_ARG(ext));
}

/* Gives the item its final bytes and name; what a sheet shows comes before it. A sheet with
 * mistakes is named too, so that each mistake is said once. */
static int finish(struct assets *as, struct item *item, int depth, struct diag *d)
{
	if (item->progress == DONE)
		return 0;
	int status = 0;
	item->progress = UNDER_WAY;
	if (str_eqz(extension(item->asset.logical), "css")) {
		struct sheet sheet = {as, item, depth};
		struct buf css = {0};
		status = css_rewrite(item->asset.bytes, item->asset.logical, put_address, &sheet,
		                     &css, d);
		item->asset.bytes = arena_str(as->arena, buf_str(&css));
		buf_release(&css);
	}
	name_by_hash(as->arena, &item->asset);
	item->progress = DONE;
	return status;
}

int assets_load(struct arena *a, const char *dir, struct assets **out, struct diag *d)
{
	struct assets *as = arena_new(a, struct assets);
	*as = (struct assets){.arena = a, .by_logical = {.arena = a}};
	add_builtin(as);
	struct office office = {as, dir, d, false};
	int status = dir ? fs_walk_own(dir, add_office_file, &office, d) : 0;
	sort(as);
	if (refuse_twins(as, d) < 0 || office.failed)
		status = -1;
	for (size_t i = 0; i < as->count; i++)
		if (finish(as, as->sorted[i], 0, d) < 0)
			status = -1;
	*out = as;
	return status;
}

/* Looking up. */

const struct asset *assets_get(const struct assets *as, struct str logical)
{
	struct buf full = {0};
	if (!str_starts(logical, STR("assets/")))
		buf_putz(&full, "assets/");
	buf_put(&full, logical);
	const struct item *item = map_get(&as->by_logical, buf_str(&full));
	buf_release(&full);
	return item ? &item->asset : NULL;
}

struct str assets_find(const struct assets *as, struct str logical)
{
	const struct asset *asset = assets_get(as, logical);
	return asset ? asset->path : (struct str){0};
}

struct str assets_nearest(const struct assets *as, struct str logical)
{
	struct buf full = {0};
	if (!str_starts(logical, STR("assets/")))
		buf_putz(&full, "assets/");
	buf_put(&full, logical);
	struct str near = map_nearest(&as->by_logical, buf_str(&full));
	buf_release(&full);
	return near;
}

size_t assets_count(const struct assets *as)
{
	return as->count;
}

const struct asset *assets_at(const struct assets *as, size_t i)
{
	return &as->sorted[i]->asset;
}
