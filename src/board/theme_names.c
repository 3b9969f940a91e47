/* SPDX-License-Identifier: MIT
 * theme_names - what a name in a theme's template means: columns, settings, texts, queries
 *
 * Rows that are open are numbered from the page's, 0, inward. A bare name is a column of
 * the innermost; queries are those of the file in which the name is written. */
#include "board/theme_int.h"

#include <stdlib.h>

enum { LISTED = 12 }; /* names shown in a message */

/* What push() has opened: a row, or a setting that is known to be there. */
struct scope {
	const struct query *query; /* NULL: a setting */
	struct str setting;
};

struct namer {
	struct theme *theme;
	const struct theme_route *route;
	struct scope scopes[LIMIT_DEPTH + 2];
	int depth;
	int rows; /* scopes that are rows; the page's is the first */
};

/* --- messages ------------------------------------------------------------------------ */

static void list_name(struct arena *a, struct map *m, struct str name)
{
	m->arena = a;
	map_put(m, name, m);
}

static struct str list_text(struct arena *a, const struct map *m)
{
	struct str text = STR("");
	for (size_t i = 0; i < m->count && i < LISTED; i++)
		text = arena_printf(a, "%.*s%s%.*s", STR_ARG(text), i ? ", " : "",
		                    STR_ARG(m->entries[i].key));
	return m->count > LISTED ? arena_printf(a, "%.*s, ...", STR_ARG(text)) : text;
}

static int unknown(struct namer *n, const struct tmpl_spot *spot, struct str name,
                   const struct map *known)
{
	struct str nearest = map_nearest(known, name);
	struct str list = list_text(n->theme->arena, known);
	return tmpl_report(spot, DIAG_T008, .a = name, .b = nearest.p ? nearest : STR("–"),
	                   .c = list.n ? list : STR("–"));
}

/* --- rows ---------------------------------------------------------------------------- */

/* The query whose row is number `row`. */
static const struct query *row_query(const struct namer *n, int row)
{
	for (int i = 0; i < n->depth; i++) {
		if (n->scopes[i].query && row-- == 0)
			return n->scopes[i].query;
	}
	return NULL;
}

/* 1 and *ref, 0 when there is none, -1. */
static int find_column(const struct namer *n, int row, struct str name,
                       const struct tmpl_spot *spot, struct tmpl_ref *ref)
{
	const struct query *q = row_query(n, row);
	int column = query_column(q->columns, q->column_count, name);
	if (column == TWO_COLUMNS)
		return tmpl_report(spot, DIAG_T012, .a = name, .b = q->name);
	if (column == NO_COLUMN)
		return 0;
	ref->kind = TMPL_VALUE;
	ref->frame = ref->outermost = row;
	ref->column = column;
	return 1;
}

static int fix(struct tmpl_ref *ref, struct str text)
{
	ref->kind = TMPL_FIXED;
	ref->value = (struct value){.type = DB_TEXT, .s = text};
	return 0;
}

static int page_column(struct namer *n, struct str name, const struct tmpl_spot *spot,
                       struct tmpl_ref *ref)
{
	const struct query *q = row_query(n, 0);
	if (q->is_broken)
		return fix(ref, STR(""));
	int found = find_column(n, 0, name, spot, ref);
	if (found != 0)
		return found < 0 ? -1 : 0;
	struct arena *a = n->theme->arena;
	struct map known = {0};
	for (size_t i = 0; i < q->column_count; i++)
		list_name(a, &known, arena_printf(a, "page.%.*s", STR_ARG(q->columns[i])));
	return unknown(n, spot, arena_printf(a, "page.%.*s", STR_ARG(name)), &known);
}

/* --- settings and texts -------------------------------------------------------------- */

static bool is_assumed(const struct namer *n, struct str key)
{
	for (int i = 0; i < n->depth; i++) {
		if (!n->scopes[i].query && str_eq(n->scopes[i].setting, key))
			return true;
	}
	return false;
}

static int constant(struct namer *n, const struct map *from, const char *prefix, struct str key,
                    const struct tmpl_spot *spot, struct tmpl_ref *ref)
{
	const struct value *v = map_get(from, key);
	if (v || is_assumed(n, key))
		return fix(ref, v ? v->s : STR(""));
	struct arena *a = n->theme->arena;
	struct map known = {0};
	for (size_t i = 0; i < from->count; i++)
		list_name(a, &known,
		          arena_printf(a, "%s%.*s", prefix, STR_ARG(from->entries[i].key)));
	return unknown(n, spot, arena_printf(a, "%s%.*s", prefix, STR_ARG(key)), &known);
}

/* site.KEY?: may be asked of a setting that the office has not made. */
static int is_set(struct namer *n, struct str key, struct tmpl_ref *ref)
{
	const struct value *v = map_get(&n->theme->settings, key);
	ref->what = arena_strz(n->theme->arena, key);
	return fix(ref, v ? v->s : STR(""));
}

/* --- queries ------------------------------------------------------------------------- */

bool bind_constant(struct str name, enum bind_from *from)
{
	static const struct { const char *name; enum bind_from from; } table[] = {
		{"medium", BIND_MEDIUM}, {"lang", BIND_LANG}, {"date", BIND_DATE},
		{"root", BIND_ROOT}, {"edition", BIND_EDITION}, {"top", BIND_TOP},
		{"url", BIND_URL}, {"languages", BIND_LANGUAGES},
	};
	for (size_t i = 0; i < countof(table); i++) {
		if (str_eqz(name, table[i].name)) {
			*from = table[i].from;
			return true;
		}
	}
	return false;
}

bool bind_is_of_pages(enum bind_from from)
{
	return from == BIND_MEDIUM || from == BIND_LANG || from == BIND_DATE;
}

static int unknown_param(struct namer *n, const struct query *q, struct str name,
                         const struct tmpl_spot *spot)
{
	struct map known = {0};
	for (int row = n->rows; row-- > 0;) {
		const struct query *from = row_query(n, row);
		for (size_t i = 0; i < from->column_count; i++)
			list_name(n->theme->arena, &known, from->columns[i]);
	}
	struct str list = list_text(n->theme->arena, &known);
	return tmpl_report(spot, DIAG_R010, .a = name, .b = q->name, .c = list.n ? list : STR("–"));
}

/* From the innermost row outward, then what every page has. */
static int find_param(struct namer *n, const struct query *q, struct str name,
                      const struct tmpl_spot *spot, struct bind *bind, int *outermost)
{
	for (int row = n->rows; row-- > 0;) {
		struct tmpl_ref ref = {0};
		int found = find_column(n, row, name, spot, &ref);
		if (found < 0)
			return -1;
		if (!found)
			continue;
		*bind = (struct bind){BIND_COLUMN, row, ref.column};
		*outermost = row < *outermost ? row : *outermost;
		return 0;
	}
	if (!bind_constant(name, &bind->from))
		return unknown_param(n, q, name, spot);
	if (bind->from == BIND_URL || bind->from == BIND_LANGUAGES)
		*outermost = 0;
	return 0;
}

static size_t slot_of(struct namer *n, const struct query *q)
{
	struct theme *t = n->theme;
	int nth = 0;
	for (int i = 0; i < n->depth; i++)
		nth += n->scopes[i].query == q;
	for (size_t i = 0; i < t->slot_count; i++) {
		if (t->slots[i].query == q && t->slots[i].nth == nth)
			return i;
	}
	t->slots = arena_grow(t->arena, t->slots, t->slot_count, &t->slot_cap, sizeof *t->slots);
	t->slots[t->slot_count] = (struct theme_slot){q, nth};
	return t->slot_count++;
}

static int use_query(struct namer *n, const struct query *q, enum tmpl_ref_kind kind,
                     const struct tmpl_spot *spot, struct tmpl_ref *ref)
{
	struct arena *a = n->theme->arena;
	struct bind *binds = arena_array(a, q->param_count, sizeof *binds);
	int status = 0, deepest = 0;
	for (size_t i = 0; i < q->param_count; i++) {
		if (find_param(n, q, q->params[i], spot, &binds[i], &ref->outermost) < 0)
			status = -1;
		deepest = binds[i].frame > deepest ? binds[i].frame : deepest;
	}
	struct query_use *use = arena_new(a, struct query_use);
	*use = (struct query_use){q, slot_of(n, q), binds, deepest};
	ref->kind = kind;
	ref->what = use;
	return status;
}

/* --- the whole order of names -------------------------------------------------------- */

static int unknown_bare(struct namer *n, const struct query_file *space, struct str name,
                        const struct tmpl_spot *spot)
{
	struct arena *a = n->theme->arena;
	const struct query *row = row_query(n, n->rows - 1);
	struct map known = {0};
	if (row->is_broken)
		return -1;
	for (size_t i = 0; i < row->column_count; i++)
		list_name(a, &known, row->columns[i]);
	for (size_t i = 0; space && i < space->count; i++) {
		if (!str_eqz(space->queries[i].name, "pages"))
			list_name(a, &known, space->queries[i].name);
	}
	return unknown(n, spot, name, &known);
}

static struct str without(struct str s, size_t first, size_t last)
{
	return str_slice(s, first, s.n - last);
}

static int ask(struct namer *n, const struct query_file *space, struct str name,
               enum tmpl_use use, const struct tmpl_spot *spot, struct tmpl_ref *ref)
{
	struct str base = without(name, 0, 1);
	if (use == TMPL_PRINT || use == TMPL_CHOOSE)
		return tmpl_report(spot, DIAG_T011, .a = name, .b = base);
	if (str_starts(base, STR("site.")))
		return is_set(n, without(base, 5, 0), ref);
	const struct query *q = route_find(space, base);
	if (q)
		return use_query(n, q, TMPL_TRUTH, spot, ref);
	struct tmpl_ref column = {0};
	if (find_column(n, n->rows - 1, base, spot, &column) != 0)
		return tmpl_report(spot, DIAG_T037, .a = base);
	return unknown_bare(n, space, base, spot);
}

static int resolve(void *user, const void *the_space, struct str name, enum tmpl_use use,
                   const struct tmpl_spot *spot, struct tmpl_ref *ref)
{
	struct namer *n = user;
	const struct query_file *space = the_space;
	if (str_ends(name, STR("?")))
		return ask(n, space, name, use, spot, ref);
	if (str_starts(name, STR("page.")))
		return page_column(n, without(name, 5, 0), spot, ref);
	if (str_starts(name, STR("site.")))
		return constant(n, &n->theme->settings, "site.", without(name, 5, 0), spot, ref);
	if (str_starts(name, STR("t.")))
		return constant(n, &n->theme->texts, "t.", without(name, 2, 0), spot, ref);
	for (int way = 0; way < WAYS; way++) {
		if (!str_eq(name, theme_ways[way]))
			continue;
		ref->kind = TMPL_ROOT;
		ref->column = way;
		return 0;
	}
	const struct query *q = route_find(space, name);
	int found = find_column(n, n->rows - 1, name, spot, ref);
	if (found < 0)
		return -1;
	if (found && q)
		return tmpl_report(spot, DIAG_T010, .a = name, .b = space->file);
	if (found)
		return 0;
	if (!q)
		return unknown_bare(n, space, name, spot);
	if (use == TMPL_PRINT || use == TMPL_CHOOSE)
		return tmpl_report(spot, DIAG_T011, .a = name, .b = name);
	return use_query(n, q, TMPL_ROWS, spot, ref);
}

static void push(void *user, const struct tmpl_ref *ref)
{
	struct namer *n = user;
	struct scope *s = &n->scopes[n->depth++];
	*s = (struct scope){0};
	if (ref->kind == TMPL_ROWS) {
		const struct query_use *use = ref->what;
		s->query = use->query;
		n->rows++;
	} else {
		s->setting = str_from(ref->what);
	}
}

static void pop(void *user)
{
	struct namer *n = user;
	n->depth--;
	n->rows -= n->scopes[n->depth].query != NULL;
}

/* --- templates ----------------------------------------------------------------------- */

/* NAME as it is written, then NAME.MEDIUM.EXT, then NAME.EXT of the page being made. */
static const struct theme_template *find_template(const struct namer *n, struct str name)
{
	const struct theme *t = n->theme;
	struct str ext = n->route->tmpl->ext, medium = theme_media[n->route->tmpl->medium].name;
	const struct str paths[] = {
	    name,
	    arena_printf(t->arena, "%.*s.%.*s.%.*s", STR_ARG(name), STR_ARG(medium), STR_ARG(ext)),
	    arena_printf(t->arena, "%.*s.%.*s", STR_ARG(name), STR_ARG(ext)),
	};
	const struct theme_template *found = NULL;
	for (size_t i = 0; i < countof(paths) && !found; i++)
		found = map_get(&t->templates, paths[i]);
	return found;
}

static int find(void *user, struct str name, const struct tmpl_spot *spot, const struct tmpl **out)
{
	struct namer *n = user;
	const struct theme_template *found = find_template(n, name);
	if (found) {
		*out = found->tmpl;
		return found->tmpl ? 0 : -1;
	}
	struct map known = {0};
	for (size_t i = 0; i < n->theme->templates.count; i++) {
		const struct theme_template *t = n->theme->templates.entries[i].value;
		if (str_eq(t->ext, n->route->tmpl->ext))
			list_name(n->theme->arena, &known, t->stem);
	}
	struct str nearest = map_nearest(&known, name);
	return tmpl_report(spot, DIAG_T013, .a = name, .b = n->route->tmpl->ext,
	                   .c = nearest.p ? nearest : STR("–"));
}

static const void *space(void *user, const struct tmpl *t, const void *outer)
{
	struct namer *n = user;
	struct str path = tmpl_file(t);
	path = str_slice(path, STR("templates/").n, path.n);
	const struct theme_template *found = map_get(&n->theme->templates, path);
	return found->queries ? found->queries : outer;
}

static int order_choices(const void *a, const void *b)
{
	const struct tmpl_choice *x = a, *y = b;
	return str_cmp(x->value, y->value);
}

/* The templates of one folder that a page of this medium and extension may include. */
static struct tmpl_choice *folder_choices(struct namer *n, struct str folder, size_t *count)
{
	struct tmpl_choice *list = NULL;
	size_t cap = 0;
	struct map seen = {.arena = n->theme->arena};
	for (size_t i = 0; i < n->theme->templates.count; i++) {
		const struct theme_template *t = n->theme->templates.entries[i].value;
		struct str value = str_slice(t->stem, folder.n, t->stem.n);
		if (!str_starts(t->stem, folder) || str_find_byte(value, '/', 0) < value.n)
			continue;
		const struct theme_template *use = find_template(n, t->stem);
		if (!use || !use->tmpl || map_has(&seen, value))
			continue;
		map_put(&seen, value, n);
		list = arena_grow(n->theme->arena, list, *count, &cap, sizeof *list);
		list[(*count)++] = (struct tmpl_choice){value, use->tmpl};
	}
	if (*count)
		qsort(list, *count, sizeof *list, order_choices);
	return list;
}

/* {{>*folder/name}}: the value of `name` is a template in templates/folder/. */
static int choices(void *user, struct str *name, const struct tmpl_spot *spot,
                   const struct tmpl_choice **out, size_t *count)
{
	struct namer *n = user;
	size_t slash = name->n;
	while (slash > 0 && name->p[slash - 1] != '/')
		slash--;
	if (slash == 0)
		return tmpl_report(spot, DIAG_T030, .a = *name);
	struct str folder = str_slice(*name, 0, slash);
	*name = str_slice(*name, slash, name->n);
	*count = 0;
	*out = folder_choices(n, folder, count);
	if (*count == 0)
		return tmpl_report(spot, DIAG_T033, .a = folder, .b = n->route->tmpl->ext);
	return 0;
}

int theme_compile_route(struct theme *t, struct theme_route *r, struct diag *d)
{
	static const struct tmpl_names names = {
		.is_strict = true, .resolve = resolve, .push = push, .pop = pop, .space = space,
		.find = find, .choices = choices,
	};
	struct namer *n = mem_resize(NULL, sizeof *n);
	*n = (struct namer){.theme = t, .route = r, .depth = 1, .rows = 1};
	n->scopes[0].query = r->pages;
	int status =
	    tmpl_compile(t->arena, r->tmpl->tmpl, r->tmpl->format, &names, n, &r->program, d);
	mem_free(n);
	return status;
}
