/* SPDX-License-Identifier: MIT
 * yaml - the door to libyaml */
#include "fmt/yaml.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

struct reader {
	yaml_parser_t parser;
	yaml_event_t event; /* the one to look at */
	struct arena *arena;
	struct str text, file;
	int first_line;
	bool failed;        /* a mistake was recorded, yet reading goes on */
	struct diag *d;
};

static struct place place_of(const struct reader *r, yaml_mark_t mark)
{
	return (struct place){r->file, r->first_line + (int)mark.line, (int)mark.column + 1};
}

static struct str line_of(struct str text, size_t number)
{
	struct str line = {0};
	for (struct str rest = text; rest.p; number--) {
		line = str_cut_line(&rest);
		if (number == 0)
			return line;
	}
	return STR("");
}

static bool tab_leads(struct str line)
{
	size_t at = 0;
	while (at < line.n && line.p[at] == ' ')
		at++;
	return at < line.n && line.p[at] == '\t';
}

/* libyaml's complaint about a tab has many forms; a tab among the leading spaces of the
 * line it stopped at, or of the one before, is what to name. */
static bool name_tab(struct reader *r, yaml_mark_t mark)
{
	for (size_t back = 0; back < 2 && back <= mark.line; back++) {
		size_t number = mark.line - back;
		if (!tab_leads(line_of(r->text, number)))
			continue;
		struct place at = {.file = r->file, .line = r->first_line + (int)number};
		diag_add(r->d, DIAG_C010, at);
		return true;
	}
	return false;
}

static bool mentions(const char *text, const char *part)
{
	return text && strstr(text, part);
}

/* What libyaml says, in words for who wrote the file. */
static void explain(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	r->failed = true;
	if (name_tab(r, p->problem_mark))
		return;
	if (mentions(p->problem, "mapping values are not allowed"))
		diag_add(r->d, DIAG_C011, place_of(r, p->problem_mark));
	else if (mentions(p->context, "quoted scalar") || mentions(p->context, "parsing a flow"))
		diag_add(r->d, DIAG_C012, place_of(r, p->context_mark));
	else
		diag_add(r->d, DIAG_C013, place_of(r, p->problem_mark),
		         str_from(p->problem ? p->problem : "?"));
}

/* Forgets the event and looks at the next. False when the text is broken there. */
static bool advance(struct reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	memset(&r->event, 0, sizeof r->event);
	explain(r);
	return false;
}

static void refuse_extras(struct reader *r, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	struct place at = place_of(r, r->event.start_mark);
	if (anchor)
		diag_add(r->d, DIAG_C015, at, STR("&"));
	if (tag)
		diag_add(r->d, DIAG_C015, at, STR("!"));
	r->failed = r->failed || anchor || tag;
}

static struct yaml_node *new_node(struct reader *r, enum yaml_kind kind)
{
	struct yaml_node *n = arena_new(r->arena, struct yaml_node);
	struct place at = place_of(r, r->event.start_mark);
	*n = (struct yaml_node){.kind = kind, .line = at.line, .col = at.col, .value = STR("")};
	return n;
}

static struct yaml_node *read_scalar(struct reader *r)
{
	struct yaml_node *n = new_node(r, YAML_SCALAR);
	const char *value = (const char *)r->event.data.scalar.value;
	refuse_extras(r, r->event.data.scalar.anchor, r->event.data.scalar.tag);
	n->value = arena_str(r->arena, (struct str){value, r->event.data.scalar.length});
	n->quoted = r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	return n;
}

static struct yaml_item *add_item(struct reader *r, struct yaml_node *n, size_t *cap)
{
	n->items = arena_grow(r->arena, n->items, n->count, cap, sizeof *n->items);
	struct yaml_item *item = &n->items[n->count++];
	struct place at = place_of(r, r->event.start_mark);
	*item = (struct yaml_item){.line = at.line, .col = at.col};
	return item;
}

static struct yaml_node *read_node(struct reader *r, int depth);

static struct yaml_node *read_list(struct reader *r, int depth)
{
	struct yaml_node *n = new_node(r, YAML_LIST);
	size_t cap = 0;
	refuse_extras(r, r->event.data.sequence_start.anchor, r->event.data.sequence_start.tag);
	for (;;) {
		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			return n;
		struct yaml_item *item = add_item(r, n, &cap);
		item->node = read_node(r, depth + 1);
		if (!item->node)
			return NULL;
	}
}

/* The key of the item that was just added to `map`: text, and not there before. */
static void check_key(struct reader *r, const struct yaml_node *map, struct yaml_item *item,
                      const struct yaml_node *key)
{
	struct place at = {r->file, item->line, item->col};
	item->key = key->value;
	if (key->kind != YAML_SCALAR || key->value.n == 0) {
		diag_add(r->d, DIAG_C018, at);
		r->failed = true;
		return;
	}
	for (const struct yaml_item *old = map->items; old < item; old++) {
		if (!str_eq(old->key, item->key))
			continue;
		char line[16];
		snprintf(line, sizeof line, "%d", old->line);
		diag_add(r->d, DIAG_C014, at, item->key, str_from(line));
		r->failed = true;
		return;
	}
}

static struct yaml_node *read_map(struct reader *r, int depth)
{
	struct yaml_node *n = new_node(r, YAML_MAP);
	size_t cap = 0;
	refuse_extras(r, r->event.data.mapping_start.anchor, r->event.data.mapping_start.tag);
	for (;;) {
		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_MAPPING_END_EVENT)
			return n;
		struct yaml_item *item = add_item(r, n, &cap);
		struct yaml_node *key = read_node(r, depth + 1);
		if (!key || !advance(r))
			return NULL;
		check_key(r, n, item, key);
		item->node = read_node(r, depth + 1);
		if (!item->node)
			return NULL;
	}
}

/* The node that begins with the current event; stands on its last event after. NULL when
 * nothing more can be read. */
static struct yaml_node *read_node(struct reader *r, int depth)
{
	if (depth >= LIMIT_DEPTH) {
		char max[16];
		snprintf(max, sizeof max, "%d", LIMIT_DEPTH);
		diag_add(r->d, DIAG_C016, place_of(r, r->event.start_mark), str_from(max));
		r->failed = true;
		return NULL;
	}
	switch (r->event.type) {
	case YAML_MAPPING_START_EVENT:
		return read_map(r, depth);
	case YAML_SEQUENCE_START_EVENT:
		return read_list(r, depth);
	case YAML_SCALAR_EVENT:
		return read_scalar(r);
	default: /* an alias */
		diag_add(r->d, DIAG_C015, place_of(r, r->event.start_mark), STR("*"));
		r->failed = true;
		return new_node(r, YAML_SCALAR);
	}
}

/* Start of stream, of document; the node; end of document, of stream. */
static struct yaml_node *read_document(struct reader *r)
{
	if (!advance(r) || !advance(r))
		return NULL;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return new_node(r, YAML_MAP);
	if (!advance(r))
		return NULL;
	struct yaml_node *n = read_node(r, 0);
	if (!n || !advance(r) || !advance(r))
		return NULL;
	if (r->event.type != YAML_STREAM_END_EVENT) {
		diag_add(r->d, DIAG_C017, place_of(r, r->event.start_mark));
		r->failed = true;
	}
	return n;
}

int yaml_parse(struct arena *a, struct str text, struct str file, int first_line,
               struct yaml_node **out, struct diag *d)
{
	struct reader r = {.arena = a, .text = text, .file = file, .d = d};
	r.first_line = first_line;
	if (!yaml_parser_initialize(&r.parser))
		return diag_add(d, DIAG_C013, ((struct place){.file = file}), STR("libyaml"));
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.p, text.n);
	struct yaml_node *root = read_document(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	if (!root || r.failed)
		return -1;
	if (root->kind == YAML_SCALAR && yaml_is_null(root))
		root->kind = YAML_MAP;
	*out = root;
	return 0;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, struct str key)
{
	for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
		if (str_eq(map->items[i].key, key))
			return map->items[i].node;
	return NULL;
}

bool yaml_is_null(const struct yaml_node *n)
{
	return n->kind == YAML_SCALAR && !n->quoted &&
	       (n->value.n == 0 || str_eqz(n->value, "~") || str_eqz(n->value, "null"));
}
