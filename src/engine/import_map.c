/* SPDX-License-Identifier: MIT
 * import_map - JSON and CSV files become rows of data/, as a map says */
#include "engine/import_map.h"

#include "engine/import_int.h"
#include "engine/import_map_int.h"
#include "fmt/xlsx.h"
#include "sys/fs.h"

static const char *const kinds[] = {[IMPORT_JSON] = "JSON", [IMPORT_CSV] = "CSV",
                                    [IMPORT_SQLITE] = "SQLite"};

static int take_source(struct import_job *j, struct import_source *s)
{
	const struct import_map *m = &j->maps[0];
	int status = j->o->map ? 1 : import_map_find(j, s, &m);
	if (status == 0)
		status = import_map_guess(j, s, &m);
	if (status > 0)
		status = import_map_apply(j, m, s);
	else if (status == 0) {
		status = import_map_refuse(j, s->file, s->format, kinds[s->format]);
		import_map_say_header(j, s, j->d);
	}
	import_source_close(s);
	return status;
}

/* A database is one whatever it is called, and only for maps that are for databases. */
static int import_database(struct import_job *j, const char *path)
{
	struct import_source s = import_source_of(path, IMPORT_SQLITE);
	if (j->o->map && j->maps[0].format != IMPORT_SQLITE)
		return import_map_refuse(j, s.file, IMPORT_SQLITE, kinds[IMPORT_SQLITE]);
	int status = import_source_open_database(j, &s, path);
	return status < 0 ? status : take_source(j, &s);
}

/* The format of a file is its map's when that is named, else its name's; a workbook is one
 * whatever it is called. */
static int import_file(struct import_job *j, const char *path)
{
	if (import_source_is_database(path))
		return import_database(j, path);
	enum import_format format = j->o->map ? j->maps[0].format : import_format_of(path);
	struct buf bytes = {.max = LIMIT_DOCUMENT};
	struct import_source s = import_source_of(path, format);
	if (format == IMPORT_SQLITE)
		return diag_add(j->d, DIAG_I065, ((struct place){.file = s.file}));
	int status = format == IMPORT_CSV ? import_source_pull(j, &s) : 0;
	if (status > 0)
		return take_source(j, &s);
	if (status == 0)
		status = fs_read(path, &bytes, j->d);
	bool is_book = format != IMPORT_JSON && xlsx_is_claimed(buf_str(&bytes));
	if (status == 0 && is_book)
		status = import_map_book(j, path, buf_str(&bytes));
	else if (status == 0)
		status = import_source_open(j, &s, &bytes);
	buf_release(&bytes);
	return status < 0 || is_book ? status : take_source(j, &s);
}

/* What is wrong with one file is said together with what is wrong with the others. */
static int import_files(struct import_job *j)
{
	int status = 0;
	if (import_map_load(j) < 0)
		return -1;
	for (size_t i = 0; i < j->o->path_count; i++)
		if (import_file(j, j->o->paths[i]) < 0)
			status = -1;
	return status;
}

static int store(struct import_job *j)
{
	size_t count = j->report->sheet_count, changed = 0;
	struct buf *after = arena_array(&j->arena, count + 1, sizeof *after);
	struct import_output *files = arena_array(&j->arena, count + 1, sizeof *files);
	int status = 0;
	for (size_t i = 0; i < count; i++) {
		if (import_map_merge(j, j->batches[i], &after[i]) < 0 ||
		    (j->batches[i]->is_whole && j->report->sheets[i]->refused))
			status = -1;
		if (j->report->sheets[i]->is_written)
			files[changed++] = (struct import_output){
				arena_printf(&j->arena, "%.*s.csv",
				             STR_ARG(j->report->sheets[i]->file)).p,
				buf_str(&after[i])};
	}
	if (status == 0 && changed && !j->report->is_dry)
		status = import_stage(&j->arena, j->o->dir, files, changed, j->d);
	for (size_t i = 0; i < count; i++)
		buf_release(&after[i]);
	return status;
}

/* Of procedures: where each code was read. */
static void tell_places(const struct import_job *j, const struct import_batch *b)
{
	struct map *places = j->o->places;
	size_t code = 0;
	while (code < b->table->count && !str_eqz(b->table->columns[code].name, "code"))
		code++;
	for (size_t i = 0; i < b->count; i++) {
		struct place *at = arena_new(places->arena, struct place);
		*at = b->rows[i]->at;
		at->file = arena_str(places->arena, at->file);
		map_put(places, arena_str(places->arena, b->rows[i]->cells[code]), at);
	}
}

/* What was guessed goes where it can be read and corrected, and not into data/. */
static int save_guess(struct import_job *j)
{
	const char *path = j->o->save_map;
	struct place at = {.file = str_from(path)};
	if (!j->guessed.p)
		return path ? diag_add(j->d, DIAG_I059, at) : 0;
	if (!path) {
		diag_add(j->d, DIAG_I057, NOWHERE);
		return 0; /* the report shows what was guessed */
	}
	if (fs_stat(path).kind != FS_NONE)
		return diag_add(j->d, DIAG_I063, at);
	j->report->saved = arena_str(&j->report->arena, at.file);
	return fs_write(path, j->guessed, j->d);
}

int import_map_run(const struct import_map_options *o, struct import_map_report *report,
                   struct diag *d)
{
	*report = (struct import_map_report){.is_dry = o->dry_run};
	struct import_job j = {.o = o, .report = report, .d = d};
	size_t said = d->count;
	int lock = -1, status = 0;
	if (!o->dry_run)
		status = import_lock(&j.arena, o->dir, &lock, d);
	if (status == 0)
		status = trial_open(&j.trial, d);
	if (status == 0)
		status = import_files(&j);
	report->is_dry = report->is_dry || j.guessed.p;
	if (status == 0)
		status = save_guess(&j);
	if (status == 0)
		status = store(&j);
	import_map_problems(&j, said);
	for (size_t i = 0; o->places && i < report->sheet_count; i++)
		if (str_eqz(report->sheets[i]->file, "procedures"))
			tell_places(&j, j.batches[i]);
	trial_close(j.trial);
	if (lock >= 0)
		fs_unlock(lock);
	arena_release(&j.arena);
	return status;
}

void import_map_report_release(struct import_map_report *report)
{
	arena_release(&report->arena);
	*report = (struct import_map_report){0};
}
