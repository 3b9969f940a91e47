/* SPDX-License-Identifier: MIT
 * import_cell_fuzz - any text as a cell of a table: cleaned it is text, and clean */
#include <assert.h>

#include "base/text.h"
#include "engine/import_map_int.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct str text = {(const char *)data, size};
	size_t counts[IMPORT_CLEAN__COUNT] = {0}, again[IMPORT_CLEAN__COUNT] = {0};
	size_t none[IMPORT_CLEAN__COUNT] = {0};
	if (!text_is_utf8(text, NULL))
		return 0;
	struct str clean = import_clean_cell(&a, text, 0, counts);
	assert(text_is_utf8(clean, NULL) && text_is_nfc(clean));
	assert(str_eq(import_clean_cell(&a, clean, 0, again), clean));
	for (int i = 0; i < IMPORT_CLEAN__COUNT; i++)
		assert(!again[i]);
	assert(str_eq(import_clean_cell(&a, text, ~0u, none), str_trim(text)));
	for (int i = 0; i < IMPORT_CLEAN__COUNT; i++)
		assert(!none[i]);
	arena_release(&a);
	return 0;
}
