/* SPDX-License-Identifier: MIT
 * waiver - findings that the office has set aside for a time */
#include "board/waiver.h"

static const char all_waivers[] =
    "SELECT w.rule, w.object, w.valid_to,"
    "  w.reason || ' (' || w.decided_by || ', ' || w.valid_to || ')', s.path, w.source_line"
    " FROM waiver w JOIN source s ON s.id = w.source_id ORDER BY w.source_line";

int waiver_read_all(struct waivers *out, struct db *db, struct str date, struct arena *a,
                    struct diag *d)
{
	*out = (struct waivers){0};
	struct db_stmt *s = db_must_prepare(db, all_waivers);
	int status;
	while ((status = db_step(s, d)) == 1) {
		out->items = arena_grow(a, out->items, out->count, &out->cap, sizeof *out->items);
		struct waiver *w = &out->items[out->count++];
		*w = (struct waiver){
		    .rule = arena_str(a, db_text(s, 0)),
		    .object = arena_str(a, db_text(s, 1)),
		    .valid_to = arena_str(a, db_text(s, 2)),
		    .why = arena_str(a, db_text(s, 3)),
		    .at = {arena_str(a, db_text(s, 4)), (int)db_int(s, 5), 0},
		};
		w->is_over = str_cmp(w->valid_to, date) <= 0;
	}
	db_finish(s);
	return status;
}

void waiver_try(struct waivers *w, struct str rule)
{
	for (size_t i = 0; i < w->count; i++)
		if (str_eq(w->items[i].rule, rule))
			w->items[i].tried = true;
}

struct str waiver_find(struct waivers *w, struct str rule, struct str object)
{
	for (size_t i = 0; i < w->count; i++) {
		struct waiver *one = &w->items[i];
		if (one->is_over || !str_eq(one->rule, rule) ||
		    (!str_eqz(one->object, "*") && !str_eq(one->object, object)))
			continue;
		one->used = true;
		return one->why;
	}
	return (struct str){0};
}
