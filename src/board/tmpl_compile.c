/* SPDX-License-Identifier: MIT
 * tmpl_compile - a tree, with all it includes, becomes a flat list of steps
 *
 * Partials, parents and blocks are put in their places here, so that each name is asked
 * for where it is used, each value knows its place in the page, and nothing is looked up
 * by name while pages are made. A section is
 *
 *      OPEN end ─┐     or    IF end ─┐
 *   ┌─►body      │           body    │
 *   └─ NEXT body │                   │
 *      ... ◄─────┘           ... ◄───┘
 */
#include "board/tmpl_int.h"
#include "base/map.h"

#include <assert.h>

/* A block given to a parent: {{<parent}}{{$name}}..{{/name}}{{/parent}}. */
struct filling {
	struct str name;
	const struct node *block;
	const struct where *from; /* where it was written */
};

/* The fillings in force, and those of what included it. The outermost one of a name
 * counts. `places` has the names of all blocks that were met. */
struct env {
	struct filling *fillings;
	size_t count;
	const struct env *outer;
	struct map *places;
};

/* The file whose nodes are being laid out: constant while it is. */
struct where {
	const struct tmpl *tmpl;
	const void *space;
	const struct env *env;
	const struct chain *up;
	struct str indent; /* put before each line */
	struct str dedent; /* taken off each line */
};

/* What is being put in, from the innermost outward, to see circles. */
struct active {
	const struct tmpl *tmpl;
	const struct env *env;
	uint32_t first;    /* step */
	uint32_t span;     /* number + 1, once it is called */
	struct active *up;
};

struct compiler {
	struct arena *arena;
	struct diag *diag;
	const struct tmpl_names *names;
	void *user;
	struct tmpl_program *program;
	struct buf text;           /* literal text that is no step yet */
	struct spot_state spot;
	struct active *active;
	int depth, rows, errors;
	bool is_stopped;           /* too deep or too large: no more of it */
	/* of the partial being laid out: */
	int outermost;
	bool runs_queries;
};

struct tmpl_spot {
	struct compiler *c;
	const struct chain *at;
};

static void lay_nodes(struct compiler *c, const struct where *w, const struct node *n);

/* --- messages ------------------------------------------------------------------------ */

enum { CHAIN_SHOWN = 6 };

int chain_report(struct diag *d, const struct chain *at, enum diag_id id, struct diag_args args)
{
	args.at = (struct place){at->file, at->line, at->col};
	diag_add_args(d, id, args);
	int shown = 0;
	for (at = at->up; at && shown < CHAIN_SHOWN; at = at->up, shown++)
		diag_add(d, DIAG_T029, ((struct place){at->file, at->line, at->col}));
	return -1;
}

int tmpl_report_args(const struct tmpl_spot *spot, enum diag_id id, struct diag_args args)
{
	spot->c->errors++;
	return chain_report(spot->c->diag, spot->at, id, args);
}

static const struct chain *chain_of(struct compiler *c, const struct where *w,
                                    const struct node *n)
{
	struct chain *at = arena_new(c->arena, struct chain);
	*at = (struct chain){w->tmpl->file, n->line, n->col, w->up};
	return at;
}

static struct tmpl_spot spot_of(struct compiler *c, const struct where *w, const struct node *n)
{
	return (struct tmpl_spot){c, chain_of(c, w, n)};
}

#define report(c, w, n, id, ...) \
	tmpl_report_args(&(struct tmpl_spot){(c), chain_of((c), (w), (n))}, (enum diag_id)(id), \
	                 (struct diag_args){.at = NOWHERE, __VA_ARGS__})

/* --- steps --------------------------------------------------------------------------- */

static struct step *append(struct compiler *c, struct step step)
{
	struct tmpl_program *p = c->program;
	p->steps = arena_grow(c->arena, p->steps, p->count, &p->cap, sizeof step);
	p->steps[p->count] = step;
	return &p->steps[p->count++];
}

/* The literal text collected becomes a step; from here on `count` can be jumped to. */
static uint32_t here(struct compiler *c)
{
	if (c->text.len) {
		append(c, (struct step){.kind = STEP_TEXT,
		                        .text = arena_str(c->arena, buf_str(&c->text))});
		buf_reset(&c->text);
	}
	return (uint32_t)c->program->count;
}

static uint32_t add_step(struct compiler *c, struct step step)
{
	uint32_t at = here(c);
	append(c, step);
	return at;
}

static void set_jump(struct compiler *c, uint32_t step)
{
	uint32_t to = here(c);
	c->program->steps[step].jump = to;
}

static void note_use(struct compiler *c, const struct tmpl_ref *ref)
{
	if (ref->outermost < c->outermost)
		c->outermost = ref->outermost;
	if (ref->kind == TMPL_ROWS || ref->kind == TMPL_TRUTH)
		c->runs_queries = true;
}

/* --- text ---------------------------------------------------------------------------- */

static void put_text(struct compiler *c, const struct where *w, const struct node *n,
                     struct str text)
{
	buf_put(&c->text, text);
	spot_feed(&c->spot, text);
	if (c->spot.is_broken)
		report(c, w, n, DIAG_T028, n->text);
	c->spot.is_broken = false;
}

static struct str without_lead(struct str s, struct str lead)
{
	size_t n = 0;
	while (n < s.n && n < lead.n && s.p[n] == lead.p[n])
		n++;
	return str_slice(s, n, s.n);
}

/* Before whatever comes first on a line. */
static void start_line(struct compiler *c, const struct where *w, const struct node *n)
{
	bool is_empty = n->kind == NODE_TEXT && str_blank(n->text) && str_ends(n->text, STR("\n"));
	if (n->starts_line && !is_empty)
		put_text(c, w, n, w->indent);
}

static void lay_text(struct compiler *c, const struct where *w, const struct node *n)
{
	struct str text = n->starts_line ? without_lead(n->text, w->dedent) : n->text;
	put_text(c, w, n, text);
}

/* --- values -------------------------------------------------------------------------- */

static const struct tmpl_ref *resolve(struct compiler *c, const struct where *w,
                                      const struct node *n, struct str name, enum tmpl_use use)
{
	struct tmpl_spot spot = spot_of(c, w, n);
	struct tmpl_ref *ref = arena_new(c->arena, struct tmpl_ref);
	ref->outermost = TMPL_NO_ROW;
	ref->name = name;
	if (c->names->resolve(c->user, w->space, name, use, &spot, ref) < 0)
		return NULL;
	note_use(c, ref);
	return ref;
}

static void put_fixed(struct compiler *c, const struct where *w, const struct node *n,
                      const struct tmpl_ref *ref, struct step step)
{
	if (step.is_markup) {
		report(c, w, n, DIAG_T036, ref->name);
		return;
	}
	if (step.is_json_value)
		buf_putc(&c->text, '"');
	html_put(&c->text, ref->value.s, step.place);
	if (step.is_json_value)
		buf_putc(&c->text, '"');
}

static void lay_value(struct compiler *c, const struct where *w, const struct node *n)
{
	const struct tmpl_ref *ref = resolve(c, w, n, n->text, TMPL_PRINT);
	enum html_place place = HTML_TEXT;
	bool is_json_value = false, is_markup = n->kind == NODE_MARKUP;
	int why = spot_place(&c->spot, is_markup, &place, &is_json_value);
	if (why)
		report(c, w, n, why, n->text, arena_str(c->arena, str_from(c->spot.name)));
	spot_value(&c->spot, ref && ref->kind == TMPL_ROOT);
	if (!ref || why)
		return;
	if (ref->kind == TMPL_ROOT && is_markup)
		report(c, w, n, DIAG_T036, n->text);
	struct step step = {
		.kind = STEP_VALUE, .place = place, .is_markup = is_markup,
		.is_json_value = is_json_value, .ref = ref,
	};
	if (ref->kind == TMPL_FIXED) {
		put_fixed(c, w, n, ref, step);
		return;
	}
	step.at = chain_of(c, w, n);
	add_step(c, step);
}

/* True, and reported once, when there is no going on. */
static bool is_too_deep(struct compiler *c, const struct where *w, const struct node *n)
{
	if (!c->is_stopped && (c->depth >= LIMIT_DEPTH || c->program->count > LIMIT_STEPS)) {
		struct str limit = arena_printf(c->arena, "%d", LIMIT_DEPTH);
		if (c->depth >= LIMIT_DEPTH)
			report(c, w, n, DIAG_T007, limit);
		else
			report(c, w, n, DIAG_T015, n->text);
		c->is_stopped = true;
	}
	return c->is_stopped;
}

/* --- sections ------------------------------------------------------------------------ */

static void join(struct compiler *c, const struct where *w, const struct node *n,
                 const struct spot_state *from)
{
	if (!spot_join(from, &c->spot)) {
		struct str before = spot_word(c->arena, from),
		           after = spot_word(c->arena, &c->spot);
		report(c, w, n, DIAG_T022, n->text, before, after);
		c->spot = *from;
	}
}

/* A condition that is known now: its text is there or is not, its mistakes are found. */
static void lay_fixed(struct compiler *c, const struct where *w, const struct node *n,
                      const struct tmpl_ref *ref)
{
	bool runs = value_is_true(&ref->value) == (n->kind == NODE_SECTION);
	uint32_t mark = here(c);
	if (n->kind == NODE_SECTION)
		c->names->push(c->user, ref);
	lay_nodes(c, w, n->child);
	if (n->kind == NODE_SECTION)
		c->names->pop(c->user);
	here(c);
	if (!runs)
		c->program->count = mark;
}

static void lay_rows(struct compiler *c, const struct where *w, const struct node *n,
                     const struct tmpl_ref *ref)
{
	const struct chain *at = chain_of(c, w, n);
	uint32_t open = add_step(c, (struct step){.kind = STEP_OPEN, .ref = ref, .at = at});
	c->names->push(c->user, ref);
	c->rows++;
	lay_nodes(c, w, n->child);
	c->rows--;
	c->names->pop(c->user);
	add_step(c, (struct step){.kind = STEP_NEXT, .ref = ref, .jump = open + 1, .at = at});
	set_jump(c, open);
}

static void lay_condition(struct compiler *c, const struct where *w, const struct node *n,
                          const struct tmpl_ref *ref)
{
	enum step_kind kind = n->kind == NODE_SECTION ? STEP_IF : STEP_UNLESS;
	uint32_t test =
	    add_step(c, (struct step){.kind = kind, .ref = ref, .at = chain_of(c, w, n)});
	lay_nodes(c, w, n->child);
	set_jump(c, test);
}

static void lay_section(struct compiler *c, const struct where *w, const struct node *n)
{
	enum tmpl_use use = n->kind == NODE_SECTION ? TMPL_SECTION : TMPL_INVERTED;
	const struct tmpl_ref *ref = resolve(c, w, n, n->text, use);
	if (!ref || is_too_deep(c, w, n))
		return;
	c->depth++;
	if (ref->kind == TMPL_FIXED)
		lay_fixed(c, w, n, ref);
	else if (ref->kind == TMPL_ROWS && use == TMPL_SECTION)
		lay_rows(c, w, n, ref);
	else
		lay_condition(c, w, n, ref);
	c->depth--;
}

static bool is_pair(const struct node *a, const struct node *b)
{
	bool is_section = a->kind == NODE_SECTION || a->kind == NODE_INVERTED;
	return is_section && b &&
	       b->kind == (a->kind == NODE_SECTION ? NODE_INVERTED : NODE_SECTION) &&
	       str_eq(a->text, b->text);
}

/* {{#x}}..{{/x}}{{^x}}..{{/x}}: exactly one of the two is there, so both begin at the same
 * place of the page and have to end at the same. Returns the last node laid out. */
static const struct node *lay_sections(struct compiler *c, const struct where *w,
                                       const struct node *n)
{
	struct spot_state before = c->spot;
	lay_section(c, w, n);
	if (!is_pair(n, n->next)) {
		join(c, w, n, &before);
		return n;
	}
	struct spot_state first = c->spot;
	c->spot = before;
	start_line(c, w, n->next);
	lay_section(c, w, n->next);
	join(c, w, n->next, &first);
	return n->next;
}

/* --- partials, parents, blocks ------------------------------------------------------- */

static struct str join_str(struct compiler *c, struct str a, struct str b)
{
	return arena_printf(c->arena, "%.*s%.*s", STR_ARG(a), STR_ARG(b));
}

static struct active *find_active(struct compiler *c, const struct tmpl *t, const struct env *env)
{
	struct active *a = c->active;
	while (a && (a->tmpl != t || a->env != env))
		a = a->up;
	return a;
}

/* The template includes itself as it is: with strict names an endless circle, else a
 * call that the data ends. */
static void call_active(struct compiler *c, const struct where *w, const struct node *n,
                        struct active *a)
{
	struct tmpl_program *p = c->program;
	if (c->names->is_strict) {
		report(c, w, n, DIAG_T014, n->text);
		c->is_stopped = true;
		return;
	}
	if (!a->span) {
		p->spans =
		    arena_grow(c->arena, p->spans, p->span_count, &p->span_cap, sizeof *p->spans);
		p->spans[p->span_count++] = (struct span){a->first, a->first};
		a->span = (uint32_t)p->span_count;
	}
	add_step(c, (struct step){.kind = STEP_CALL, .jump = a->span - 1, .at = chain_of(c, w, n)});
}

/* Puts a template in at this place. */
static void lay_template(struct compiler *c, const struct where *w, const struct node *n,
                         const struct tmpl *t, const struct env *env)
{
	struct active *circle = find_active(c, t, env);
	if (circle) {
		call_active(c, w, n, circle);
		return;
	}
	if (is_too_deep(c, w, n))
		return;
	struct where *in = arena_new(c->arena, struct where);
	*in = (struct where){
	    .tmpl = t,
	    .env = env,
	    .up = chain_of(c, w, n),
	    .space = c->names->space(c->user, t, w->space),
	    .indent =
	        n->is_alone ? join_str(c, w->indent, without_lead(n->indent, w->dedent)) : STR(""),
	};
	struct active active = {.tmpl = t, .env = env, .first = here(c), .up = c->active};
	struct spot_state before = c->spot;
	c->active = &active;
	c->depth++;
	lay_nodes(c, in, t->child);
	c->depth--;
	c->active = active.up;
	if (active.span)
		c->program->spans[active.span - 1].end = here(c);
	join(c, w, n, &before);
}

/* As lay_template, and when what was put in has run queries and depends on no row that is
 * open here, it is kept from page to page. */
static void lay_kept(struct compiler *c, const struct where *w, const struct node *n,
                     const struct tmpl *t, const struct env *env)
{
	int outermost = c->outermost;
	bool runs_queries = c->runs_queries;
	c->outermost = TMPL_NO_ROW;
	c->runs_queries = false;
	uint32_t keep = add_step(c, (struct step){.kind = STEP_TEXT, .text = STR("")});
	lay_template(c, w, n, t, env);
	if (c->names->is_strict && c->runs_queries && c->outermost > c->rows && !c->is_stopped) {
		uint32_t number = (uint32_t)c->program->keep_count++;
		add_step(c, (struct step){.kind = STEP_KEPT, .number = number});
		uint32_t end = here(c);
		c->program->steps[keep] =
		    (struct step){.kind = STEP_KEEP, .number = number, .jump = end};
	}
	c->outermost = outermost < c->outermost ? outermost : c->outermost;
	c->runs_queries = c->runs_queries || runs_queries;
}

/* {{>*name}}: all that may be chosen, one after the other. */
static void lay_dynamic(struct compiler *c, const struct where *w, const struct node *n,
                        const struct env *env)
{
	struct tmpl_spot spot = spot_of(c, w, n);
	struct str name = n->text;
	const struct tmpl_choice *list = NULL;
	size_t count = 0;
	if (c->names->choices(c->user, &name, &spot, &list, &count) < 0)
		return;
	const struct tmpl_ref *ref = resolve(c, w, n, name, TMPL_CHOOSE);
	if (!ref)
		return;
	struct choice *choices = arena_array(c->arena, count, sizeof *choices);
	uint32_t choose = add_step(c, (struct step){
		.kind = STEP_CHOOSE, .ref = ref, .choices = choices, .number = (uint32_t)count,
		.is_markup = c->names->is_strict, .at = spot.at,
	});
	uint32_t *goes = arena_array(c->arena, count, sizeof *goes);
	struct spot_state before = c->spot;
	for (size_t i = 0; i < count; i++) {
		c->spot = before;
		choices[i] = (struct choice){list[i].value, here(c)};
		lay_template(c, w, n, list[i].tmpl, env);
		goes[i] = add_step(c, (struct step){.kind = STEP_GO});
	}
	set_jump(c, choose);
	for (size_t i = 0; i < count; i++)
		set_jump(c, goes[i]);
}

static void lay_partial(struct compiler *c, const struct where *w, const struct node *n,
                        const struct env *env)
{
	if (n->is_dynamic) {
		lay_dynamic(c, w, n, env);
		return;
	}
	struct tmpl_spot spot = spot_of(c, w, n);
	const struct tmpl *t = NULL;
	if (c->names->find(c->user, n->text, &spot, &t) == 0 && t)
		lay_kept(c, w, n, t, env);
}

static struct env *env_of(struct compiler *c, const struct where *w, const struct node *n)
{
	struct env *env = arena_new(c->arena, struct env);
	size_t cap = 0;
	env->outer = w->env;
	env->places = arena_new(c->arena, struct map);
	env->places->arena = c->arena;
	for (const struct node *b = n->child; b; b = b->next) {
		if (b->kind != NODE_BLOCK) {
			bool is_lost = b->kind != NODE_TEXT || !str_blank(b->text);
			if (is_lost && c->names->is_strict)
				report(c, w, b, DIAG_T040, n->text);
			continue;
		}
		for (size_t i = 0; i < env->count; i++) {
			if (c->names->is_strict && str_eq(env->fillings[i].name, b->text))
				report(c, w, b, DIAG_T038, b->text);
		}
		env->fillings =
		    arena_grow(c->arena, env->fillings, env->count, &cap, sizeof(struct filling));
		env->fillings[env->count++] = (struct filling){b->text, b, w};
	}
	return env;
}

/* A block given under a name that the parent has not would be lost without a word. */
static void check_fillings(struct compiler *c, const struct where *w, const struct node *n,
                           const struct env *env)
{
	for (size_t i = 0; i < env->count; i++) {
		const struct filling *f = &env->fillings[i];
		if (map_has(env->places, f->name))
			continue;
		struct str nearest = map_nearest(env->places, f->name);
		report(c, w, f->block, DIAG_T039, f->name, n->text, nearest.p ? nearest : STR("–"));
	}
}

static void lay_parent(struct compiler *c, const struct where *w, const struct node *n)
{
	struct env *env = env_of(c, w, n);
	int errors = c->errors;
	lay_partial(c, w, n, env->count ? env : w->env);
	if (c->names->is_strict && c->errors == errors)
		check_fillings(c, w, n, env);
}

static const struct filling *find_filling(const struct env *env, struct str name)
{
	if (!env)
		return NULL;
	const struct filling *f = find_filling(env->outer, name);
	for (size_t i = 0; !f && i < env->count; i++) {
		if (str_eq(env->fillings[i].name, name))
			f = &env->fillings[i];
	}
	return f;
}

/* {{$x}}{{/x}} alone on a line, whose end is still there: what is put in its place need not
 * bring one. */
static bool stands_in_one_line(const struct node *n)
{
	return n->is_alone && !n->child && n->next && n->next->kind == NODE_TEXT &&
	       !n->next->starts_line;
}

/* A block's place: what was given for it, else what stands in it. */
static void lay_block(struct compiler *c, const struct where *w, const struct node *n)
{
	for (const struct env *e = w->env; e; e = e->outer)
		map_put(e->places, n->text, (void *)n);
	const struct filling *f = find_filling(w->env, n->text);
	if (!f && n->child) {
		lay_nodes(c, w, n->child);
		return;
	}
	if (!f || is_too_deep(c, w, n))
		return;
	struct where *in = arena_new(c->arena, struct where);
	*in = *f->from;
	in->indent = w->indent;
	in->dedent = f->block->lead;
	if (n->is_alone) {
		struct str own = n->child ? n->lead : n->indent;
		in->indent = join_str(c, w->indent, without_lead(own, w->dedent));
	}
	struct spot_state before = c->spot;
	c->depth++;
	lay_nodes(c, in, f->block->child);
	c->depth--;
	if (stands_in_one_line(n) && str_ends(buf_str(&c->text), STR("\n")))
		buf_truncate(&c->text, c->text.len - 1);
	join(c, f->from, f->block, &before);
}

/* --- the walk ------------------------------------------------------------------------ */

static void lay_nodes(struct compiler *c, const struct where *w, const struct node *n)
{
	for (; n && !c->is_stopped; n = n->next) {
		if (n->kind != NODE_BLOCK || !n->is_alone)
			start_line(c, w, n);
		switch (n->kind) {
		case NODE_TEXT:
			lay_text(c, w, n);
			break;
		case NODE_VALUE:
		case NODE_MARKUP:
			lay_value(c, w, n);
			break;
		case NODE_SECTION:
		case NODE_INVERTED:
			n = lay_sections(c, w, n);
			break;
		case NODE_PARTIAL:
			lay_partial(c, w, n, w->env);
			break;
		case NODE_PARENT:
			lay_parent(c, w, n);
			break;
		case NODE_BLOCK:
			lay_block(c, w, n);
			break;
		}
	}
}

int tmpl_compile(struct arena *a, const struct tmpl *t, enum tmpl_format format,
                 const struct tmpl_names *names, void *user, struct tmpl_program **out,
                 struct diag *d)
{
	struct tmpl_program *p = arena_new(a, struct tmpl_program);
	*p = (struct tmpl_program){.format = format, .file = t->file};
	struct compiler c = {
		.arena = a, .diag = d, .names = names, .user = user, .program = p,
		.outermost = TMPL_NO_ROW,
	};
	struct where w = {.tmpl = t, .space = names->space(user, t, NULL), .indent = STR(""),
	                  .dedent = STR("")};
	struct active active = {.tmpl = t};
	c.active = &active;
	spot_init(&c.spot, format);
	lay_nodes(&c, &w, t->child);
	uint32_t end = here(&c);
	if (active.span)
		p->spans[active.span - 1].end = end;
	if (!c.errors && !spot_is_end(&c.spot)) {
		c.errors++;
		diag_add(d, DIAG_T023, ((struct place){.file = t->file}), spot_word(a, &c.spot));
	}
	buf_release(&c.text);
	*out = c.errors ? NULL : p;
	return c.errors ? -1 : 0;
}

size_t tmpl_keep_count(const struct tmpl_program *p)
{
	return p->keep_count;
}
