/* SPDX-License-Identifier: MIT
 * coding_fuzz - any bytes: what they are taken for, and read in every coding: composed UTF-8 */
#include <assert.h>

#include "base/text.h"
#include "fmt/coding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_in(struct str bytes, enum coding c)
{
	struct diag d = {0};
	struct buf text = {0};
	int status = coding_read(&text, bytes, c, STR("a"), &d);
	assert(text_is_utf8(buf_str(&text), NULL) && text_is_nfc(buf_str(&text)));
	assert((status < 0) == diag_has_errors(&d));
	for (size_t i = 0; i < d.count; i++)
		assert(d.messages[i].at.line >= 1);
	buf_release(&text);
	diag_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	struct coding_guess g = coding_guess(bytes);
	struct buf sample = {0};
	assert(g.coding < CODING__COUNT && g.count <= CODING__COUNT);
	for (size_t i = 0; i < g.count; i++) {
		assert(g.ranked[i].fit <= g.ranked[i].words);
		assert(i == 0 || g.ranked[i].fit <= g.ranked[i - 1].fit);
	}
	for (int c = 0; c < CODING__COUNT; c++) {
		read_in(bytes, (enum coding)c);
		coding_put_sample(&sample, bytes, (enum coding)c, 60);
	}
	assert(text_is_utf8(buf_str(&sample), NULL));
	buf_release(&sample);
	return 0;
}
