/* SPDX-License-Identifier: MIT
 * tmpl_exec - runs the steps of a program: bytes into a sink */
#include "board/tmpl_int.h"

#include <assert.h>

struct runner {
	const struct tmpl_program *program;
	const struct tmpl_run *run;
	struct sink *out;
	struct diag *diag;
	int calls;                         /* of templates that include themselves */
	int keeping;                       /* how many STEP_KEEPs are open */
	size_t kept_from[LIMIT_DEPTH * 2]; /* where in the buffer each began */
};

bool value_is_true(const struct value *v)
{
	switch (v->type) {
	case DB_NULL:
		return false;
	case DB_INT:
		return v->i != 0;
	case DB_REAL:
		return v->r != 0;
	case DB_TEXT:
		break;
	}
	return v->s.n > 0;
}

#define fail(r, step, id, ...) \
	chain_report((r)->diag, (step)->at, (id), (struct diag_args){.at = NOWHERE, __VA_ARGS__})

static bool is_marked(struct str s)
{
	return s.n && s.p[0] == MARKUP_MARK;
}

/* {{{x}}}: only what a function of ours has marked. */
static int put_markup(struct runner *r, const struct step *step, struct str s)
{
	if (s.n && !is_marked(s))
		return fail(r, step, DIAG_T026, step->ref->name, r->run->page);
	buf_put(&r->out->buf, str_slice(s, 1, s.n));
	return 0;
}

static void put_json_value(struct buf *out, const struct value *v)
{
	switch (v->type) {
	case DB_NULL:
		buf_putz(out, "null");
		return;
	case DB_INT:
	case DB_REAL:
		buf_put(out, v->s);
		return;
	case DB_TEXT:
		break;
	}
	html_put_json(out, v->s);
}

/* XML and JSON may carry markup as text (a feed does), elsewhere a reader would see tags. */
static bool takes_marked(const struct runner *r)
{
	return r->program->format == TMPL_XML || r->program->format == TMPL_JSON;
}

static int put_value(struct runner *r, const struct step *step)
{
	struct buf *out = &r->out->buf;
	struct value v = {.type = DB_NULL};
	if (r->run->data->value(r->run->user, step->ref, &v, r->diag) < 0)
		return -1;
	bool is_spec = r->program->format == TMPL_SPEC;
	if (step->is_markup && !is_spec)
		return put_markup(r, step, v.s);
	if (is_marked(v.s) && !is_spec) {
		if (!takes_marked(r))
			return fail(r, step, DIAG_T027, step->ref->name, r->run->page);
		v.s = str_slice(v.s, 1, v.s.n);
	}
	if (step->is_json_value)
		put_json_value(out, &v);
	else if (r->run->escape)
		r->run->escape(out, v.s, step->place);
	else if (v.s.n || step->place == HTML_CSV)
		html_put(out, v.s, step->place);
	return 0;
}

/* Between two rows: is it too much, or time to hand it on? */
static int look_at_size(struct runner *r, const struct step *step)
{
	struct sink *out = r->out;
	if (out->buf.full)
		return fail(r, step, DIAG_T032, r->run->page);
	if (!out->flush || r->keeping || r->program->format == TMPL_HTML ||
	    out->buf.len < LIMIT_STREAM_AT)
		return 0;
	int result = out->flush(out->user, buf_str(&out->buf), r->diag);
	buf_reset(&out->buf);
	return result;
}

/* The step to go to, or -1; `after` when no choice fits. */
static int64_t choose(struct runner *r, const struct step *step)
{
	struct value v = {.type = DB_NULL};
	if (r->run->data->value(r->run->user, step->ref, &v, r->diag) < 0)
		return -1;
	for (uint32_t i = 0; i < step->number; i++) {
		if (str_eq(step->choices[i].value, v.s))
			return step->choices[i].step;
	}
	if (v.s.n && step->is_markup) {
		struct buf list = {0};
		for (uint32_t i = 0; i < step->number; i++) {
			buf_putz(&list, i ? ", " : "");
			buf_put(&list, step->choices[i].value);
		}
		fail(r, step, DIAG_T031, v.s, step->ref->name, r->run->page, buf_str(&list));
		buf_release(&list);
		return -1;
	}
	return step->jump;
}

static void begin_keep(struct runner *r)
{
	assert(r->keeping < (int)countof(r->kept_from));
	r->kept_from[r->keeping++] = r->out->buf.len;
}

static void end_keep(struct runner *r, uint32_t number)
{
	size_t from = r->kept_from[--r->keeping];
	struct str bytes = str_slice(buf_str(&r->out->buf), from, r->out->buf.len);
	if (r->run->keep && !r->out->buf.full)
		r->run->keep[number].bytes = arena_str(r->run->keep_arena, bytes);
}

static int run_steps(struct runner *r, uint32_t at, uint32_t end);

static int call(struct runner *r, const struct step *step)
{
	if (r->calls == LIMIT_DEPTH)
		return fail(r, step, DIAG_T014, r->run->page);
	const struct span *span = &r->program->spans[step->jump];
	r->calls++;
	int result = run_steps(r, span->first, span->end);
	r->calls--;
	return result;
}

/* One condition or step of a section: 1 to go on, 0 to jump, -1. */
static int test(struct runner *r, const struct step *step)
{
	const struct tmpl_data *data = r->run->data;
	void *user = r->run->user;
	int result = 0;
	switch (step->kind) {
	case STEP_OPEN:
		return data->open(user, step->ref, r->diag);
	case STEP_NEXT:
		if (look_at_size(r, step) < 0)
			return -1;
		result = data->next(user, step->ref, r->diag);
		return result < 0 ? -1 : !result;
	case STEP_IF:
		return data->truth(user, step->ref, r->diag);
	case STEP_UNLESS:
		result = data->truth(user, step->ref, r->diag);
		return result < 0 ? -1 : !result;
	case STEP_TEXT:
	case STEP_VALUE:
	case STEP_GO:
	case STEP_CALL:
	case STEP_CHOOSE:
	case STEP_KEEP:
	case STEP_KEPT:
		break;
	}
	assert(false && "a step that is no test");
	return -1;
}

static int run_steps(struct runner *r, uint32_t at, uint32_t end)
{
	while (at < end) {
		const struct step *step = &r->program->steps[at];
		int64_t to = at + 1;
		int result = 0;
		switch (step->kind) {
		case STEP_TEXT:
			buf_put(&r->out->buf, step->text);
			break;
		case STEP_VALUE:
			result = put_value(r, step);
			break;
		case STEP_OPEN:
		case STEP_NEXT:
		case STEP_IF:
		case STEP_UNLESS:
			result = test(r, step);
			to = result == 0 ? step->jump : to;
			break;
		case STEP_GO:
			to = step->jump;
			break;
		case STEP_CALL:
			result = call(r, step);
			break;
		case STEP_CHOOSE:
			to = choose(r, step);
			result = to < 0 ? -1 : 0;
			break;
		case STEP_KEEP:
			if (r->run->keep && r->run->keep[step->number].bytes.p) {
				buf_put(&r->out->buf, r->run->keep[step->number].bytes);
				to = step->jump;
			} else {
				begin_keep(r);
			}
			break;
		case STEP_KEPT:
			end_keep(r, step->number);
			break;
		}
		if (result < 0)
			return -1;
		at = (uint32_t)to;
	}
	return 0;
}

int tmpl_run(const struct tmpl_program *p, const struct tmpl_run *run, struct sink *out,
             struct diag *d)
{
	struct runner r = {.program = p, .run = run, .out = out, .diag = d};
	out->buf.max = p->format == TMPL_HTML ? LIMIT_PAGE : 0;
	if (run_steps(&r, 0, (uint32_t)p->count) < 0)
		return -1;
	if (out->buf.full)
		return diag_add(d, DIAG_T032, ((struct place){.file = p->file}), run->page);
	return 0;
}
