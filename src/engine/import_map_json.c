/* SPDX-License-Identifier: MIT
 * import_map_json - the report of an import by maps as JSON, for programs */
#include "engine/import_map.h"
#include "fmt/json.h"

/* {"a": 1, "b": "x"}: members one after the other, `first` of an object or list. */
static void put_comma(struct buf *out, bool *first)
{
	buf_putz(out, *first ? "" : ", ");
	*first = false;
}

static void put_name(struct buf *out, const char *name, bool *first)
{
	put_comma(out, first);
	json_put_string(out, str_from(name));
	buf_putz(out, ": ");
}

static void put_text(struct buf *out, const char *name, struct str value, bool *first)
{
	if (!value.p)
		return;
	put_name(out, name, first);
	json_put_string(out, value);
}

static void put_count(struct buf *out, const char *name, size_t value, bool *first)
{
	put_name(out, name, first);
	buf_printf(out, "%zu", value);
}

static void put_flag(struct buf *out, const char *name, bool value, bool *first)
{
	put_name(out, name, first);
	buf_putz(out, value ? "true" : "false");
}

static void put_place(struct buf *out, struct place at, bool *first)
{
	put_text(out, "file", at.file, first);
	if (at.line)
		put_count(out, "line", (size_t)at.line, first);
}

static void put_guess(struct buf *out, const struct import_map_guessed *g, bool *outer)
{
	bool first = true;
	if (!g->count)
		return;
	put_name(out, "guessed", outer);
	buf_putc(out, '[');
	for (size_t i = 0; i < g->count; i++) {
		bool one = true;
		put_comma(out, &first);
		buf_putc(out, '{');
		put_text(out, "column", g->columns[i].column, &one);
		put_text(out, "into", g->columns[i].into, &one);
		if (g->columns[i].into.p)
			put_count(out, "percent", (size_t)g->columns[i].percent, &one);
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

static void put_source(struct buf *out, const struct import_map_source *s, enum diag_lang lang)
{
	static const char *const fates[] = {
		[IMPORT_MAP_TAKEN] = "taken", [IMPORT_MAP_HIDDEN] = "hidden",
		[IMPORT_MAP_EMPTY] = "empty", [IMPORT_MAP_NO_MAP] = "no-map",
		[IMPORT_MAP_OWN] = "own-workbook"};
	bool first = true, cleaned = true, value = true, left = true;
	buf_putc(out, '{');
	put_text(out, "file", s->file, &first);
	put_text(out, "map", s->map, &first);
	put_text(out, "fate", str_from(fates[s->fate]), &first);
	put_text(out, "coding", str_from(s->how.coding), &first);
	put_count(out, "header_line", (size_t)s->how.header_line, &first);
	put_count(out, "rows", s->rows, &first);
	put_count(out, "refused", s->refused, &first);
	put_name(out, "cleaned", &first);
	buf_putc(out, '{');
	for (int i = 0; i < IMPORT_CLEAN__COUNT; i++)
		put_count(out, import_clean_name((enum import_clean)i), s->how.cleaned[i],
		          &cleaned);
	buf_putc(out, '}');
	put_guess(out, &s->guessed, &first);
	put_name(out, "values", &first);
	buf_putc(out, '{');
	for (size_t i = 0; i < s->value_count; i++) {
		put_comma(out, &value);
		json_put_string(out, s->values[i].name);
		buf_putz(out, ": ");
		json_put_string(out, s->values[i].value);
	}
	buf_putz(out, "}");
	put_name(out, "left_out", &first);
	buf_putc(out, '[');
	for (size_t i = 0; i < s->left_count; i++) {
		bool one = true;
		put_comma(out, &left);
		buf_putc(out, '{');
		put_count(out, "count", (size_t)s->left[i].count, &one);
		put_text(out, "text", lang == DIAG_EN ? s->left[i].text.en : s->left[i].text.vi,
		         &one);
		put_text(out, "list", s->left[i].list, &one);
		buf_putc(out, '}');
	}
	buf_putz(out, "]}");
}

static void put_columns(struct buf *out, const struct import_map_sheet *s)
{
	bool first = true;
	buf_putc(out, '[');
	for (size_t i = 0; i < s->column_count; i++) {
		const struct import_map_cells *c = &s->columns[i];
		bool one = true;
		if (!c->parsed && !c->text && !c->empty && !c->refused)
			continue;
		put_comma(out, &first);
		buf_putc(out, '{');
		put_text(out, "column", c->column, &one);
		put_count(out, "parsed", c->parsed, &one);
		put_count(out, "text", c->text, &one);
		put_count(out, "empty", c->empty, &one);
		put_count(out, "refused", c->refused, &one);
		put_count(out, "replaced", c->replaced, &one);
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

static void put_origins(struct buf *out, const struct import_map_sheet *s)
{
	static const char *const ends[] = {
		[IMPORT_MAP_NEW] = "new", [IMPORT_MAP_CHANGED] = "changed",
		[IMPORT_MAP_SAME] = "unchanged", [IMPORT_MAP_REFUSED] = "refused"};
	buf_putc(out, '[');
	for (size_t i = 0; i < s->origin_count; i++) {
		bool one = true;
		buf_putz(out, i ? ",\n{" : "\n{");
		put_text(out, "row", s->origins[i].row, &one);
		put_text(out, "end", str_from(ends[s->origins[i].end]), &one);
		put_place(out, s->origins[i].at, &one);
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

static void put_sheet(struct buf *out, const struct import_map_sheet *s)
{
	bool first = true;
	buf_putc(out, '{');
	put_text(out, "table", s->file, &first);
	put_count(out, "read", s->read, &first);
	put_count(out, "new", s->added, &first);
	put_count(out, "removed", s->removed, &first);
	put_count(out, "changed", s->changed, &first);
	put_count(out, "unchanged", s->same, &first);
	put_count(out, "repeated", s->repeated, &first);
	put_count(out, "refused", s->refused, &first);
	put_count(out, "rows", s->rows, &first);
	put_flag(out, "written", s->is_written, &first);
	put_name(out, "columns", &first);
	put_columns(out, s);
	put_name(out, "origins", &first);
	put_origins(out, s);
	buf_putc(out, '}');
}

static void put_problems(struct buf *out, const struct import_map_report *r)
{
	buf_putc(out, '[');
	for (size_t i = 0; i < r->problem_count; i++) {
		const struct import_map_problem *p = &r->problems[i];
		bool one = true;
		buf_putz(out, i ? ",\n{" : "\n{");
		put_text(out, "id", p->id, &one);
		put_count(out, "count", p->count, &one);
		put_place(out, p->at, &one);
		put_text(out, "text", p->text, &one);
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

static void put_conflicts(struct buf *out, const struct import_map_report *r)
{
	size_t shown = r->conflict_count < IMPORT_MAP_CONFLICTS ? r->conflict_count
	                                                        : IMPORT_MAP_CONFLICTS;
	buf_putc(out, '[');
	for (size_t i = 0; i < shown; i++) {
		const struct import_map_conflict *c = &r->conflicts[i];
		bool one = true, kept = true, dropped = true;
		buf_putz(out, i ? ",\n{" : "\n{");
		put_text(out, "table", c->file, &one);
		put_text(out, "row", c->row, &one);
		put_text(out, "column", c->column, &one);
		put_name(out, "kept", &one);
		buf_putc(out, '{');
		put_text(out, "value", c->kept, &kept);
		put_place(out, c->kept_at, &kept);
		buf_putc(out, '}');
		put_name(out, "dropped", &one);
		buf_putc(out, '{');
		put_text(out, "value", c->dropped, &dropped);
		put_place(out, c->dropped_at, &dropped);
		buf_putz(out, "}}");
	}
	buf_putc(out, ']');
}

void import_map_report_json(struct buf *out, const struct import_map_report *r,
                            enum diag_lang lang)
{
	bool first = true;
	buf_putc(out, '{');
	put_flag(out, "dry_run", r->is_dry, &first);
	put_text(out, "saved_map", r->saved, &first);
	put_name(out, "sources", &first);
	buf_putc(out, '[');
	for (size_t i = 0; i < r->source_count; i++) {
		buf_putz(out, i ? ",\n" : "\n");
		put_source(out, &r->sources[i], lang);
	}
	buf_putz(out, "],\n\"tables\": [");
	for (size_t i = 0; i < r->sheet_count; i++) {
		buf_putz(out, i ? ",\n" : "\n");
		put_sheet(out, r->sheets[i]);
	}
	buf_putz(out, "],\n\"conflicts\": ");
	put_conflicts(out, r);
	put_count(out, "gone", r->gone, &first);
	put_count(out, "conflict_count", r->conflict_count, &first);
	put_name(out, "problems", &first);
	put_problems(out, r);
	buf_putz(out, "}\n");
}
