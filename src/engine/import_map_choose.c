/* SPDX-License-Identifier: MIT
 * import_map_choose - which maps there are, and which one a source is for */
#include <string.h>

#include "builtin.h"
#include "engine/import_map_int.h"
#include "sys/fs.h"

static const char builtin_folder[] = "src/maps/";

/* The name of a map's file: what stands between the last slash and ".yml". */
static struct str name_of(struct str path)
{
	size_t from = path.n;
	while (from > 0 && path.p[from - 1] != '/')
		from--;
	size_t to = str_ends(path, STR(".yml")) ? path.n - 4 : path.n;
	return str_slice(path, from, to);
}

static bool has_map(const struct import_job *j, struct str name)
{
	for (size_t i = 0; i < j->map_count; i++)
		if (str_eq(j->maps[i].name, name))
			return true;
	return false;
}

/* What a map says is read later, when it is asked. */
static void add_name(struct import_job *j, struct str name, struct str file)
{
	j->maps = arena_grow(&j->arena, j->maps, j->map_count, &j->map_cap, sizeof *j->maps);
	j->maps[j->map_count++] = (struct import_map){.name = name, .file = file};
}

static int each_own(void *user, struct str path, struct fs_info info)
{
	struct import_job *j = user;
	(void)info;
	bool is_deeper = str_find_byte(path, '/', 0) < path.n;
	if (!str_ends(path, STR(".yml")) || is_deeper || path.p[0] == '.')
		return 0;
	struct str file = arena_printf(&j->arena, "maps/%.*s", STR_ARG(path));
	add_name(j, name_of(file), file);
	return 0;
}

/* The folder that has the office's own. */
static const char *own_dir(const struct import_job *j)
{
	return j->o->maps_dir ? j->o->maps_dir : j->o->dir;
}

/* The office's by name, then ours that it has not got. */
static int find_names(struct import_job *j)
{
	if (fs_walk_own(fs_join(&j->arena, own_dir(j), "maps"), each_own, j, j->d) < 0)
		return -1;
	for (size_t i = 0; i < builtin_count; i++) {
		struct str path = str_from(builtin_files[i].path);
		if (str_starts(path, str_from(builtin_folder)) && !has_map(j, name_of(path)))
			add_name(j, name_of(path), path);
	}
	return 0;
}

/* `path` is where the file stands for us; absent: inside the program. */
static int read_map(struct import_job *j, struct import_map *m, const char *path)
{
	struct str text;
	if (!path)
		text = builtin_find(m->file)->bytes;
	else if (fs_read_text(path, LIMIT_CONFIG, &j->arena, &text, j->d) < 0)
		return -1;
	return import_map_read(&j->arena, m->name, m->file, text, j->trial, m, j->d);
}

static int read_named(struct import_job *j, struct import_map *m)
{
	bool is_ours = str_starts(m->file, str_from(builtin_folder));
	return read_map(j, m, is_ours ? NULL : fs_join(&j->arena, own_dir(j), m->file.p));
}

int import_map_take(struct import_job *j, struct str text, const struct import_map **out)
{
	struct str file = str_from(j->o->save_map ? j->o->save_map : "?.yml");
	add_name(j, name_of(file), file);
	struct import_map *m = &j->maps[j->map_count - 1];
	*out = m;
	return import_map_read(&j->arena, m->name, m->file, text, j->trial, m, j->d);
}

static int refuse_name(struct import_job *j, struct str name)
{
	struct map names = {.arena = &j->arena};
	struct buf list = {0};
	for (size_t i = 0; i < j->map_count; i++) {
		map_put(&names, j->maps[i].name, j);
		buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(j->maps[i].name));
	}
	struct str near = map_nearest(&names, name);
	diag_add(j->d, DIAG_I034, NOWHERE, name, near.p ? near : STR("–"), buf_str(&list));
	buf_release(&list);
	return -1;
}

/* --map: a file when it looks like one, else a name. */
static int load_one(struct import_job *j)
{
	struct str map = str_from(j->o->map);
	struct import_map found = {0};
	if (str_ends(map, STR(".yml")) || str_find_byte(map, '/', 0) < map.n) {
		found = (struct import_map){.name = name_of(map), .file = map};
		j->map_count = 0;
		add_name(j, found.name, found.file);
		return read_map(j, &j->maps[0], j->o->map);
	}
	for (size_t i = 0; i < j->map_count; i++)
		if (str_eq(j->maps[i].name, map))
			found = j->maps[i];
	if (!found.name.p)
		return refuse_name(j, map);
	j->maps[0] = found;
	j->map_count = 1;
	return read_named(j, &j->maps[0]);
}

int import_map_load(struct import_job *j)
{
	if (find_names(j) < 0)
		return -1;
	if (j->o->map)
		return load_one(j);
	int status = 0;
	for (size_t i = 0; i < j->map_count; i++)
		if (read_named(j, &j->maps[i]) < 0)
			status = -1;
	return status;
}

struct str import_map_list(struct import_job *j, int format)
{
	struct buf list = {0};
	for (size_t i = 0; i < j->map_count; i++) {
		const struct import_map *m = &j->maps[i];
		if (format >= 0 && m->format != (enum import_format)format)
			continue;
		struct str words = j->d->lang == DIAG_EN ? m->description.en : m->description.vi;
		buf_printf(&list, "%s%.*s (%.*s)", list.len ? "; " : "", STR_ARG(m->name),
		           STR_ARG(words));
	}
	struct str text = arena_str(&j->arena, list.len ? buf_str(&list) : STR("–"));
	buf_release(&list);
	return text;
}

/* That a source lacks a column or table which `match` names is an answer, not a mistake. */
static bool lacks_column(const struct diag *d)
{
	struct str text = d->count ? d->messages[0].text : STR("");
	return str_find(text, STR("no such column"), 0) < text.n ||
	       str_find(text, STR("no such table"), 0) < text.n;
}

/* 1: holds, 0: does not, -1: the expression is wrong. */
static int matches(struct import_job *j, const struct import_map *m, const struct import_source *s)
{
	struct diag heard = {.lang = j->d->lang};
	struct db_stmt *stmt = NULL;
	struct str sql = arena_printf(&j->arena, "SELECT (%.*s\n) FROM document",
	                              STR_ARG(m->match.text));
	int status = db_prepare(s->db, sql, m->match.at, &stmt, &heard);
	if (status == 0)
		status = db_step(stmt, &heard);
	if (status > 0)
		status = db_int(stmt, 0) != 0;
	db_finish(stmt);
	if (status < 0 && lacks_column(&heard))
		status = 0;
	else if (status < 0)
		diag_join(j->d, &heard);
	diag_release(&heard);
	return status;
}

int import_map_find(struct import_job *j, const struct import_source *s,
                    const struct import_map **out)
{
	for (size_t i = 0; i < j->map_count; i++) {
		int fits = j->maps[i].format == s->format ? matches(j, &j->maps[i], s) : 0;
		*out = &j->maps[i];
		if (fits)
			return fits;
	}
	return 0;
}

void import_map_say_header(struct import_job *j, const struct import_source *s, struct diag *d)
{
	if (s->format == IMPORT_SQLITE)
		diag_add(d, DIAG_I064, ((struct place){.file = s->file}), s->tables);
	if (s->format != IMPORT_CSV)
		return;
	struct db_stmt *stmt = db_must_prepare(
		s->db, "SELECT group_concat('“' || name || '”', ', ') FROM "
		       "(SELECT name FROM header ORDER BY position LIMIT 20)");
	if (db_step(stmt, d) > 0)
		diag_add(d, DIAG_I054, import_source_place(&j->arena, s, s->how.header_line),
		         db_text(stmt, 0));
	db_finish(stmt);
}

int import_map_refuse(struct import_job *j, struct str file, enum import_format format,
                      const char *kind)
{
	return diag_add(j->d, DIAG_I030, ((struct place){.file = file}),
	                import_map_list(j, format), str_from(kind));
}
