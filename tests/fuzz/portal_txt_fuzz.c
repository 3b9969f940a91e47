/* SPDX-License-Identifier: MIT
 * portal_txt_fuzz - any bytes as a record of the portal, up to the rows it would give */
#include <assert.h>

#include "engine/import_int.h"
#include "fmt/portal_txt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look(struct arena *a, const struct portal_record *r)
{
	for (int i = 0; i < PORTAL_LABELS; i++) {
		struct str text = portal_value_text(a, &r->values[i]);
		assert(text.n == 0 || r->values[i].line >= 1);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag d = {0};
	struct import_report report = {0};
	struct import_options o = {.dir = "."};
	struct import im = {.o = &o, .report = &report, .d = &d};
	struct portal_record record;
	struct str text = {(const char *)data, size}, file = STR("a.txt");
	import_init(&im);
	if (portal_txt_read(&im.arena, text, file, &record, &d) == 0)
		look(&im.arena, &record);
	if (import_text_check(&im.arena, text, file, &d) == 0) {
		struct place whole = {file, 0, 0};
		text = import_text_clean(&im.arena, text, whole, &report, &d);
		if (portal_txt_read(&im.arena, text, file, &record, &d) == 0 &&
		    import_record(&im, &record, file) < 0)
			assert(d.count > 0);
	}
	import_release(&im);
	diag_release(&d);
	return 0;
}
