/* SPDX-License-Identifier: MIT
 * personal_fuzz - any bytes as a text in which data of persons may stand; finds go forward, lie
 * inside the text and are found again alone */
#include <assert.h>

#include "board/personal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct personal found, again;
	size_t at = 0, last = 0;
	while (personal_next(text, &at, &found)) {
		struct buf key = {0};
		size_t begin = (size_t)(found.text.p - text.p), alone = 0;
		assert(begin >= last && begin + found.text.n <= at && at <= size);
		assert(found.text.n > 0 && at > last);
		assert(personal_next(found.text, &alone, &again) && again.kind == found.kind);
		personal_put_key(&key, &found);
		assert(buf_str(&key).n > 0);
		buf_release(&key);
		last = begin + found.text.n;
	}
	(void)personal_is_column(text, true);
	return 0;
}
