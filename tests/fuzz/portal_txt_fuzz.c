/* SPDX-License-Identifier: MIT
 * portal_txt_fuzz - any bytes as a record of the portal, up to the rows it would give */
#include <assert.h>

#include "fmt/portal_txt.h"
#include "importing.h"

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
	struct importing x;
	struct portal_record record;
	struct str text = {(const char *)data, size}, file = STR("a.txt");
	importing_begin(&x);
	if (portal_txt_read(&x.im.arena, text, file, &record, &x.d) == 0)
		look(&x.im.arena, &record);
	if (import_text_check(&x.im.arena, text, file, &x.d) == 0) {
		struct place whole = {file, 0, 0};
		text = import_text_clean(&x.im.arena, text, whole, 0, &x.report, &x.d);
		if (portal_txt_read(&x.im.arena, text, file, &record, &x.d) == 0 &&
		    import_record(&x.im, &record, file) < 0)
			assert(x.d.count > 0);
	}
	importing_end(&x);
	return 0;
}
