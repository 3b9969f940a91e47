/* SPDX-License-Identifier: MIT
 * tmpl_parse - a template's text becomes a tree
 *
 * Three passes: cut the text into tags and pieces of lines; find the lines that hold
 * nothing but tags and take them away; hang everything into a tree. */
#include "board/tmpl_int.h"

#include <string.h>

enum tag { TAG_NONE, TAG_NODE, TAG_CLOSE, TAG_SILENT /* comment, delimiters */ };

struct token {
	enum tag tag;
	enum node_kind kind;
	bool is_dynamic, starts_line, is_alone, is_gone;
	int line, col;
	struct str text;   /* literal text or name */
	struct str indent;
};

struct parser {
	struct arena *arena;
	struct diag *diag;
	struct str file, text;
	struct str open, close;      /* the delimiters in force */
	size_t at;
	int line;
	size_t line_start;
	struct token *tokens;
	size_t count, cap;
	int errors;
};

static int count_chars(struct str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += (s.p[i] & 0xc0) != 0x80;
	return n;
}

static struct place place_here(const struct parser *p)
{
	int col = 1 + count_chars(str_slice(p->text, p->line_start, p->at));
	return (struct place){p->file, p->line, col};
}

static struct place place_of(const struct parser *p, const struct token *t)
{
	return (struct place){p->file, t->line, t->col};
}

static struct token *add_token(struct parser *p, enum tag tag, struct str text)
{
	struct place at = place_here(p);
	p->tokens = arena_grow(p->arena, p->tokens, p->count, &p->cap, sizeof *p->tokens);
	struct token *t = &p->tokens[p->count++];
	*t = (struct token){.tag = tag, .text = text, .line = at.line, .col = at.col};
	return t;
}

static void advance(struct parser *p, size_t to)
{
	for (; p->at < to; p->at++) {
		if (p->text.p[p->at] != '\n')
			continue;
		p->line++;
		p->line_start = p->at + 1;
	}
}

/* --- cutting ------------------------------------------------------------------------- */

static bool is_name(struct str s)
{
	if (!s.n || s.n > LIMIT_NAME)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] <= ' ')
			return false;
	}
	return true;
}

/* {{=| |=}}: the text between the equal signs. */
static void set_delimiters(struct parser *p, struct str inside)
{
	struct str rest = str_trim(inside);
	size_t n = 0;
	while (n < rest.n && (unsigned char)rest.p[n] > ' ')
		n++;
	struct str open = str_slice(rest, 0, n);
	struct str close = str_trim(str_slice(rest, n, rest.n));
	bool is_bad = !is_name(open) || !is_name(close) || str_find_byte(open, '=', 0) < open.n ||
	              str_find_byte(close, '=', 0) < close.n;
	if (is_bad) {
		p->errors++;
		diag_add(p->diag, DIAG_T005, place_here(p), str_trim(inside));
		return;
	}
	p->open = open;
	p->close = close;
}

static void set_kind(struct token *t, char sigil)
{
	static const struct { char sigil; enum tag tag; enum node_kind kind; } table[] = {
		{'#', TAG_NODE, NODE_SECTION}, {'^', TAG_NODE, NODE_INVERTED},
		{'>', TAG_NODE, NODE_PARTIAL}, {'<', TAG_NODE, NODE_PARENT},
		{'$', TAG_NODE, NODE_BLOCK}, {'&', TAG_NODE, NODE_MARKUP},
		{'{', TAG_NODE, NODE_MARKUP}, {'/', TAG_CLOSE, NODE_TEXT},
		{'!', TAG_SILENT, NODE_TEXT}, {'=', TAG_SILENT, NODE_TEXT},
	};
	t->tag = TAG_NODE;
	t->kind = NODE_VALUE;
	for (size_t i = 0; i < countof(table); i++) {
		if (table[i].sigil == sigil) {
			t->tag = table[i].tag;
			t->kind = table[i].kind;
		}
	}
}

static bool may_be_dynamic(const struct token *t)
{
	return t->tag == TAG_CLOSE || t->kind == NODE_PARTIAL || t->kind == NODE_PARENT;
}

/* The name in a tag; a leading star is taken off where a dynamic name may be. */
static void set_name(struct parser *p, struct token *t, struct str inside)
{
	t->text = str_trim(inside);
	if (t->text.n && t->text.p[0] == '*' && may_be_dynamic(t)) {
		t->is_dynamic = true;
		t->text = str_trim(str_slice(t->text, 1, t->text.n));
	}
	if (is_name(t->text))
		return;
	p->errors++;
	diag_add(p->diag, DIAG_T006, place_of(p, t), str_slice(t->text, 0, LIMIT_NAME));
}

/* One tag, p->at being at its opening delimiter. False when it has no end. */
static bool cut_tag(struct parser *p)
{
	static const char sigils[] = "#^></$&{!=";
	struct str text = p->text;
	size_t from = p->at + p->open.n;
	while (from < text.n && strchr(" \t\r\n", text.p[from]))
		from++;
	char sigil =
	    from < text.n && text.p[from] && strchr(sigils, text.p[from]) ? text.p[from] : 0;
	from += sigil != 0;
	struct str close = p->close;
	struct buf end = {0};
	if (sigil == '{' || sigil == '=') {
		buf_putc(&end, sigil == '{' ? '}' : '=');
		buf_put(&end, p->close);
		close = buf_str(&end);
	}
	size_t to = str_find(text, close, from);
	size_t after = to + close.n;
	buf_release(&end);
	if (to >= text.n) {
		p->errors++;
		diag_add(p->diag, DIAG_T001, place_here(p), p->open, p->close);
		return false;
	}
	struct str inside = str_slice(text, from, to);
	struct token *t = add_token(p, TAG_NODE, inside);
	set_kind(t, sigil);
	if (sigil == '=')
		set_delimiters(p, inside);
	else if (sigil != '!')
		set_name(p, t, inside);
	advance(p, after);
	return true;
}

/* Literal text up to `to`, one token a line. */
static void cut_text(struct parser *p, size_t to)
{
	while (p->at < to) {
		size_t end = str_find_byte(p->text, '\n', p->at) + 1;
		if (end > to)
			end = to;
		add_token(p, TAG_NONE, str_slice(p->text, p->at, end));
		advance(p, end);
	}
}

/* False when a tag has no end: what follows it cannot be told. */
static bool cut_all(struct parser *p)
{
	while (p->at < p->text.n) {
		size_t tag = str_find(p->text, p->open, p->at);
		cut_text(p, tag);
		if (p->at < p->text.n && !cut_tag(p))
			return false;
	}
	return true;
}

/* --- lines that are only tags -------------------------------------------------------- */

static bool ends_line(const struct token *t)
{
	return t->tag == TAG_NONE && t->text.n && t->text.p[t->text.n - 1] == '\n';
}

static bool is_printed(const struct token *t)
{
	return t->tag == TAG_NODE && (t->kind == NODE_VALUE || t->kind == NODE_MARKUP);
}

static bool is_opener(const struct token *t)
{
	return t->tag == TAG_NODE && t->kind >= NODE_SECTION && t->kind != NODE_PARTIAL;
}

/* Gives each closing tag the kind of what it closes; where they do not fit, the tree's
 * pass will say so. */
static void pair_tags(struct parser *p)
{
	enum node_kind open[LIMIT_DEPTH];
	int depth = 0;
	for (size_t i = 0; i < p->count; i++) {
		struct token *t = &p->tokens[i];
		if (is_opener(t) && depth < LIMIT_DEPTH)
			open[depth++] = t->kind;
		else if (t->tag == TAG_CLOSE && depth > 0)
			t->kind = open[--depth];
	}
}

static bool is_inheritance(const struct token *t)
{
	return (t->tag == TAG_NODE || t->tag == TAG_CLOSE) &&
	       (t->kind == NODE_PARENT || t->kind == NODE_BLOCK);
}

/* A line of tokens [from, to) is taken away when it has nothing but white space and one
 * tag that prints nothing itself, or nothing but tags of inheritance. */
static bool is_only_tags(const struct parser *p, size_t from, size_t to)
{
	size_t tags = 0, kin = 0;
	for (size_t i = from; i < to; i++) {
		const struct token *t = &p->tokens[i];
		if (is_printed(t) || (t->tag == TAG_NONE && !str_blank(t->text)))
			return false;
		tags += t->tag != TAG_NONE;
		kin += is_inheritance(t);
	}
	return tags == 1 || (tags > 1 && kin == tags);
}

/* {{$x}}{{/x}} and nothing more: the block's place on a line of its own; the end of the
 * line stays, since a text put there may not bring one. */
static bool is_empty_block(const struct parser *p, size_t from, size_t to)
{
	const struct token *tags[2] = {0};
	size_t n = 0;
	for (size_t i = from; i < to; i++) {
		if (p->tokens[i].tag == TAG_NONE)
			continue;
		if (n == 2)
			return false;
		tags[n++] = &p->tokens[i];
	}
	return n == 2 && tags[0]->tag == TAG_NODE && tags[0]->kind == NODE_BLOCK &&
	       tags[1]->tag == TAG_CLOSE;
}

static struct str line_end(struct str s)
{
	size_t n = s.n > 1 && s.p[s.n - 2] == '\r' ? 2 : 1;
	return str_slice(s, s.n - n, s.n);
}

static void take_line(struct parser *p, size_t from, size_t to)
{
	struct str indent = {"", 0};
	bool keeps_end = is_empty_block(p, from, to);
	for (size_t i = from; i < to; i++) {
		struct token *t = &p->tokens[i];
		if (t->tag == TAG_NONE) {
			if (i == from)
				indent = t->text;
			t->is_gone = !(keeps_end && ends_line(t));
			if (!t->is_gone) /* what stood before the end goes all the same */
				t->text = line_end(t->text);
			continue;
		}
		t->is_alone = true;
		t->indent = indent;
		indent = STR("");
	}
}

/* Indentation goes before the first thing on the line that is there in the tree. */
static void mark_start(struct parser *p, size_t from, size_t to)
{
	while (from < to && p->tokens[from].tag != TAG_NONE && p->tokens[from].tag != TAG_NODE)
		from++;
	if (from < to)
		p->tokens[from].starts_line = true;
}

static void mark_lines(struct parser *p)
{
	for (size_t from = 0; from < p->count;) {
		size_t to = from;
		while (to < p->count && !ends_line(&p->tokens[to]))
			to++;
		if (to < p->count)
			to++;
		if (is_only_tags(p, from, to))
			take_line(p, from, to);
		else
			mark_start(p, from, to);
		from = to;
	}
}

/* --- the tree ------------------------------------------------------------------------ */

struct level {
	struct node *node;
	struct node **end; /* where the next child is hung */
};

static struct node *node_of(struct parser *p, const struct token *t)
{
	struct node *n = arena_new(p->arena, struct node);
	*n = (struct node){
		.kind = t->tag == TAG_NONE ? NODE_TEXT : t->kind,
		.starts_line = t->starts_line,
		.is_dynamic = t->is_dynamic,
		.is_alone = t->is_alone,
		.line = t->line,
		.col = t->col,
		.text = t->text,
		.indent = t->indent.p ? t->indent : STR(""),
		.lead = STR(""),
	};
	return n;
}

static struct str white_start(struct str s)
{
	size_t n = 0;
	while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
		n++;
	return str_slice(s, 0, n);
}

static void set_lead(struct node *block)
{
	const struct node *first = block->child;
	if (!first || !block->is_alone)
		return;
	if (first->kind == NODE_TEXT && first->starts_line)
		block->lead = white_start(first->text);
	else if (first->is_alone)
		block->lead = first->indent;
}

/* "#x", as it was written. */
static struct str tag_text(struct parser *p, const struct node *n)
{
	static const char *const sigils[] = {"", "", "&", "#", "^", ">", "<", "$"};
	return arena_printf(p->arena, "%s%s%.*s", sigils[n->kind], n->is_dynamic ? "*" : "",
	                    STR_ARG(n->text));
}

static void close_node(struct parser *p, struct level *levels, int *depth, const struct token *t)
{
	struct node *open = levels[*depth].node;
	struct str name = t->text;
	if (*depth == 0) {
		p->errors++;
		diag_add(p->diag, DIAG_T004, place_of(p, t), name);
		return;
	}
	if (!str_eq(open->text, name) || open->is_dynamic != t->is_dynamic) {
		p->errors++;
		struct str line = arena_printf(p->arena, "%d", open->line);
		diag_add(p->diag, DIAG_T003, place_of(p, t), name, tag_text(p, open), line);
		/* Closes an outer one? Then the ones between were forgotten. */
		int d = *depth;
		while (d > 0 && !str_eq(levels[d].node->text, name))
			d--;
		if (d == 0)
			return;
		*depth = d;
		open = levels[d].node;
	}
	if (open->kind == NODE_BLOCK)
		set_lead(open);
	(*depth)--;
}

static void hang_all(struct parser *p, struct tmpl *root)
{
	struct node top = {0};
	struct level levels[LIMIT_DEPTH + 1] = {{&top, &top.child}};
	int depth = 0;
	for (size_t i = 0; i < p->count; i++) {
		const struct token *t = &p->tokens[i];
		if (t->is_gone || t->tag == TAG_SILENT)
			continue;
		if (t->tag == TAG_CLOSE) {
			close_node(p, levels, &depth, t);
			continue;
		}
		struct node *n = node_of(p, t);
		*levels[depth].end = n;
		levels[depth].end = &n->next;
		if (!is_opener(t))
			continue;
		if (depth == LIMIT_DEPTH) {
			p->errors++;
			diag_add(p->diag, DIAG_T007, place_of(p, t),
			         arena_printf(p->arena, "%d", LIMIT_DEPTH));
			return;
		}
		levels[++depth] = (struct level){n, &n->child};
	}
	for (; depth > 0; depth--) {
		const struct node *n = levels[depth].node;
		p->errors++;
		if (!n->text.n) /* was reported as a tag without a name */
			continue;
		diag_add(
		    p->diag, DIAG_T002, ((struct place){p->file, n->line, n->col}), tag_text(p, n),
		    n->is_dynamic ? arena_printf(p->arena, "*%.*s", STR_ARG(n->text)) : n->text);
	}
	root->child = top.child;
}

int tmpl_parse(struct arena *a, struct str file, struct str text, struct tmpl **out,
               struct diag *d)
{
	struct parser p = {
		.arena = a, .diag = d, .file = file, .text = text,
		.open = STR("{{"), .close = STR("}}"), .line = 1,
	};
	*out = NULL;
	if (!cut_all(&p))
		return -1;
	pair_tags(&p);
	mark_lines(&p);
	struct tmpl *t = arena_new(a, struct tmpl);
	t->file = file;
	hang_all(&p, t);
	if (p.errors)
		return -1;
	*out = t;
	return 0;
}

struct str tmpl_file(const struct tmpl *t)
{
	return t->file;
}
