/* SPDX-License-Identifier: MIT
 * yaml_fuzz - any bytes as a site file, by way of the tree */
#include <assert.h>

#include "board/site.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look(const struct yaml_node *n, int depth)
{
	assert(depth <= LIMIT_DEPTH && n->line >= 1 && n->col >= 1);
	if (n->kind == YAML_SCALAR)
		assert(n->value.p);
	for (size_t i = 0; i < n->count; i++)
		look(n->items[i].node, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = {0};
	struct yaml_node *root = NULL;
	struct site_setting *settings;
	size_t count;
	struct str text = {(const char *)data, size};
	if (yaml_parse(&a, text, STR("site.yml"), 1, &root, &d) < 0) {
		assert(diag_has_errors(&d));
	} else {
		look(root, 0);
		if (site_read(&a, root, STR("site.yml"), &settings, &count, &d) < 0)
			assert(diag_has_errors(&d));
	}
	diag_release(&d);
	arena_release(&a);
	return 0;
}
