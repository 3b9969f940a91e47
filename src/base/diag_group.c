/* SPDX-License-Identifier: MIT
 * diag_group - many messages for a reader who mends them: each kind together, the most
 * harmful kind first */
#include "base/diag.h"

#include <stdlib.h>

/* The messages of one id. */
struct group {
	struct str id;
	enum diag_level level;
	size_t count;
	size_t objects;     /* of a run of messages about one only the first counts */
	size_t first, last; /* messages of it lie between, in `messages` */
};

static struct group *group_of(struct map *groups, const struct diag_message *m, size_t at)
{
	struct group *g = map_get(groups, m->id);
	if (!g) {
		g = arena_new(groups->arena, struct group);
		*g = (struct group){.id = m->id, .level = m->level, .first = at};
		map_put(groups, m->id, g);
	}
	return g;
}

static int by_harm(const void *a, const void *b)
{
	const struct group *x = ((const struct map_entry *)a)->value;
	const struct group *y = ((const struct map_entry *)b)->value;
	if (x->level != y->level)
		return x->level > y->level ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return str_cmp(x->id, y->id);
}

static void add(struct group *g, const struct diag *d, size_t at)
{
	struct str object = d->messages[at].object;
	if (object.p && (g->count == 0 || !str_eq(object, d->messages[g->last].object)))
		g->objects++;
	g->count++;
	g->last = at;
}

/* A field that nothing has is one thing to mend, not thousands. */
static bool is_everywhere(const struct diag *d, const struct group *g, size_t most)
{
	return g->count > most && g->count == d->all && g->objects == d->all;
}

static void print_head(const struct group *g, FILE *to, enum diag_lang lang, bool everywhere)
{
	static const char *const words[2][3] = {
	    [DIAG_VI] = {"lưu ý", "cảnh báo", "lỗi"},
	    [DIAG_EN] = {"note", "warning", "error"},
	};
	const char *more = lang == DIAG_EN ? ", every procedure" : ", ở mọi thủ tục";
	fprintf(to, "%.*s: %zu %s%s%s\n", STR_ARG(g->id), g->count, words[lang][g->level],
	        lang == DIAG_EN && g->count != 1 ? "s" : "", everywhere ? more : "");
}

static void print_once(FILE *to, enum diag_lang lang)
{
	static const char *const words[2] = {
	    [DIAG_VI] = "cả loạt là một việc: mở tệp bằng phần mềm bảng tính, điền một lượt; "
	                "nếu để sau, miễn trừ có thời hạn trong data/waivers.csv (object là *)",
	    [DIAG_EN] = "one task for all: fill them at one go in a spreadsheet program; "
	                "to leave it for later, a dated line of data/waivers.csv (object *)",
	};
	fprintf(to, "    %s\n", words[lang]);
}

/* The hint is told once, as long as it stays the same. */
static void print_group(const struct diag *d, const struct group *g, FILE *to, size_t most,
                        bool colour)
{
	struct str told = {0};
	size_t shown = 0;
	bool everywhere = is_everywhere(d, g, most);
	most = everywhere ? 1 : most;
	print_head(g, to, d->lang, everywhere);
	for (size_t i = g->first; i <= g->last && shown < most; i++) {
		struct diag_message m = d->messages[i];
		if (m.waived.p || !str_eq(m.id, g->id))
			continue;
		struct str hint = m.hint;
		if (shown && str_eq(hint, told))
			m.hint = (struct str){0};
		told = hint;
		diag_print_one(&m, to, d->lang, colour);
		shown++;
	}
	if (everywhere)
		print_once(to, d->lang);
	if (shown < g->count)
		fprintf(to,
		        d->lang == DIAG_EN ? "    ... and %zu more: niemyet check --rule %.*s\n"
		                           : "    ... và %zu nữa: niemyet check --rule %.*s\n",
		        g->count - shown, STR_ARG(g->id));
	fputc('\n', to);
}

void diag_print_groups(const struct diag *d, FILE *to, size_t most, bool colour)
{
	struct arena arena = {0};
	struct map groups = {.arena = &arena};
	for (size_t i = 0; i < d->count; i++) {
		if (d->messages[i].waived.p)
			continue;
		add(group_of(&groups, &d->messages[i], i), d, i);
	}
	if (groups.count)
		qsort(groups.entries, groups.count, sizeof *groups.entries, by_harm);
	for (size_t i = 0; i < groups.count; i++)
		print_group(d, groups.entries[i].value, to, most, colour);
	arena_release(&arena);
}
