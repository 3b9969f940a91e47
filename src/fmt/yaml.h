/* SPDX-License-Identifier: MIT
 *
 * yaml - the door to libyaml: a text as a tree of nodes with their lines
 *
 * What the site file, front matter and import maps need and no more: one document, text
 * keys, no anchors, aliases or tags, no key twice, LIMIT_DEPTH levels. Scalars stay text:
 * "no" is no boolean and 01 no number unless who reads the node says so.
 *
 * Owns     everything lies in the arena given
 * Fails    -1 and messages C010 to C018
 * Threads  pure
 */
#ifndef NIEMYET_FMT_YAML_H
#define NIEMYET_FMT_YAML_H

#include "base/diag.h"

enum yaml_kind { YAML_SCALAR, YAML_MAP, YAML_LIST };

struct yaml_node;
struct yaml_item {
	struct str key; /* absent in a list */
	int line, col;  /* of the key, or of the list's element */
	struct yaml_node *node;
};

struct yaml_node {
	enum yaml_kind kind;
	int line, col;
	/* a scalar */
	struct str value; /* never absent */
	bool quoted;      /* in quotes, or a block (| or >) */
	/* a map or a list */
	struct yaml_item *items;
	size_t count;
};

/* `first_line` is the line of the file on which `text` begins. An empty text is an empty
 * map. */
must_use int yaml_parse(struct arena *a, struct str text, struct str file, int first_line,
                        struct yaml_node **out, struct diag *d);

/* The value of a map's key; NULL when it is not there or `map` is no map. */
const struct yaml_node *yaml_get(const struct yaml_node *map, struct str key);

/* Nothing was written: an unquoted scalar that is empty, ~ or null. */
bool yaml_is_null(const struct yaml_node *n);

#endif
