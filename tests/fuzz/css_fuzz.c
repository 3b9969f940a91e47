/* SPDX-License-Identifier: MIT
 * css_fuzz - any bytes as a style sheet; with no address changed, a second reading of what
 * came out finds the same addresses */
#include <assert.h>

#include "fmt/css.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int collect(void *user, struct str url, struct place at, struct buf *out, struct diag *d)
{
	struct buf *all = user;
	(void)d;
	assert(at.line >= 1);
	buf_put(all, url);
	buf_putc(all, '\n');
	buf_put(out, url);
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag d = {0};
	struct buf once = {0}, twice = {0}, found = {0}, again = {0};
	struct str text = {(const char *)data, size};
	int status = css_rewrite(text, STR("a.css"), collect, &found, &once, &d);
	assert((status < 0) == diag_has_errors(&d));
	if (status == 0) {
		assert(css_rewrite(buf_str(&once), STR("a.css"), collect, &again, &twice, &d) == 0);
		assert(str_eq(buf_str(&once), buf_str(&twice)));
		assert(str_eq(buf_str(&found), buf_str(&again)));
	}
	buf_release(&once);
	buf_release(&twice);
	buf_release(&found);
	buf_release(&again);
	diag_release(&d);
	return 0;
}
