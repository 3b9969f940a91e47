/* SPDX-License-Identifier: MIT
 * import_map_book - the sheets of a workbook, each a source of its own */
#include "engine/import_map_int.h"
#include "fmt/xlsx.h"

struct book {
	struct import_job *j;
	struct xlsx *x;
	const char *path;
	size_t visible, taken; /* sheets */
	bool guesses;          /* no map is for any of them */
	struct diag unfit;     /* what the columns of the others are */
};

static int read_rows(struct book *b, struct import_source *s, struct import_grid *g)
{
	struct diag *d = b->j->d;
	struct xlsx_row r;
	int more = xlsx_next(b->x, &r, d);
	while (more > 0) {
		struct import_grid_row row = {r.line, r.count, r.cells};
		more = import_grid_put(g, &row) < 0 ? -1 : xlsx_next(b->x, &r, d);
	}
	if (more < 0)
		return -1;
	bool is_empty = import_grid_is_empty(g);
	if (!is_empty && import_grid_end(g) < 0)
		return -1;
	struct xlsx_seen seen = xlsx_seen_below(b->x, s->how.header_line);
	s->how.hidden_rows = seen.hidden_rows;
	s->how.hidden_columns = seen.hidden_columns;
	s->how.unknown = seen.unknown;
	s->how.merged = seen.merged;
	s->how.first_merged = seen.first_merged;
	return !is_empty;
}

/* 1 open, 0 there is no row, -1 error. */
static int open_sheet(struct book *b, size_t sheet, struct import_source *s)
{
	struct import_grid *g = import_grid_new(b->j, s);
	int status = xlsx_begin(b->x, sheet, b->j->d);
	if (status == 0)
		status = import_source_begin(b->j, s);
	if (status == 0)
		status = read_rows(b, s, g);
	import_grid_free(g);
	if (status > 0 && import_source_end(b->j, s) < 0)
		status = -1;
	if (status <= 0)
		import_source_close(s);
	return status;
}

/* A map that is named is for the only sheet there is; of several it is for those it matches. */
static int take(struct book *b, struct import_source *s)
{
	struct import_job *j = b->j;
	const struct import_map *m = &j->maps[0];
	int status = j->o->map && b->visible == 1 ? 1 : import_map_find(j, s, &m);
	if (status == 0 && b->guesses)
		status = import_map_guess(j, s, &m);
	if (status > 0) {
		b->taken++;
		return import_map_apply(j, m, s);
	}
	import_map_say_header(j, s, &b->unfit);
	import_map_show(j, NULL, s)->fate = IMPORT_MAP_NO_MAP;
	return status;
}

static int take_sheet(struct book *b, size_t sheet)
{
	struct import_job *j = b->j;
	struct import_source s = import_source_of(b->path, IMPORT_CSV);
	s.file = arena_str(&j->arena, xlsx_sheet_place(b->x, sheet));
	s.sheet = arena_str(&j->arena, xlsx_sheet_name(b->x, sheet));
	s.is_ragged = true;
	if (xlsx_sheet_is_hidden(b->x, sheet)) {
		import_map_show(j, NULL, &s)->fate = IMPORT_MAP_HIDDEN;
		return 0;
	}
	int status = open_sheet(b, sheet, &s);
	if (status == 0)
		import_map_show(j, NULL, &s)->fate = IMPORT_MAP_EMPTY;
	if (status <= 0)
		return status;
	status = take(b, &s);
	import_source_close(&s);
	return status;
}

/* No sheet was imported: none has rows to show, or no map is for any. */
static int refuse(struct book *b)
{
	struct str file = str_from(b->path);
	struct buf names = {0};
	if (b->unfit.count) {
		import_map_refuse(b->j, file, IMPORT_CSV, "XLSX");
		diag_join(b->j->d, &b->unfit);
		return -1;
	}
	for (size_t i = 0; i < xlsx_sheet_count(b->x); i++)
		buf_printf(&names, "%s%.*s", i ? ", " : "", STR_ARG(xlsx_sheet_name(b->x, i)));
	diag_add(b->j->d, DIAG_I055, ((struct place){.file = file}),
	         names.len ? buf_str(&names) : STR("–"));
	buf_release(&names);
	return -1;
}

int import_map_book(struct import_job *j, const char *path, struct str bytes)
{
	struct book b = {.j = j, .path = path, .unfit = {.lang = j->d->lang}};
	int status = xlsx_open(&b.x, bytes, str_from(path), j->d);
	int own = status == 0 && !j->o->map ? import_map_own(j, b.x, str_from(path)) : 0;
	if (own < 0)
		status = -1;
	size_t count = status == 0 && !own ? xlsx_sheet_count(b.x) : 0;
	for (size_t i = 0; i < count; i++)
		b.visible += !xlsx_sheet_is_hidden(b.x, i);
	size_t shown = j->report->source_count;
	for (size_t i = 0; i < count && status == 0; i++)
		status = take_sheet(&b, i);
	b.guesses = status == 0 && !b.taken && b.unfit.count && !j->o->map;
	if (b.guesses) {
		j->report->source_count = shown; /* they are shown anew */
		diag_reset(&b.unfit);
	}
	for (size_t i = 0; i < count && status == 0 && b.guesses; i++)
		status = take_sheet(&b, i);
	if (status == 0 && !own && !b.taken)
		status = refuse(&b);
	xlsx_close(b.x);
	diag_release(&b.unfit);
	return status;
}
