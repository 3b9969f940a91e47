/* SPDX-License-Identifier: MIT
 * csv_fuzz - any bytes read as CSV; what was read is written, and read back the same */
#include <assert.h>

#include "fmt/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool same_rows(struct csv_reader *a, struct csv_reader *b, struct diag *d)
{
	struct csv_record x, y;
	for (;;) {
		int more = csv_next(a, &x, d), again = csv_next(b, &y, d);
		if (more <= 0)
			return again <= 0;
		if (again != 1 || x.count != y.count)
			return false;
		for (size_t i = 0; i < x.count; i++)
			if (!str_eq(x.cells[i], y.cells[i]))
				return false;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct diag d = {0};
	struct buf out = {0};
	struct csv_record r;
	struct csv_reader *in = csv_open(text, STR("a.csv"), 0);
	/* A first line that names no delimiter and is no byte order mark. */
	buf_putz(&out, "a,b\n");
	int line = 0;
	while (csv_next(in, &r, &d) == 1) {
		assert(r.line > line);
		line = r.line;
		csv_put_row(&out, r.cells, r.count);
	}
	csv_close(in);

	struct csv_reader *first = csv_open(text, STR("a.csv"), 0);
	struct csv_reader *second = csv_open(buf_str(&out), STR("b.csv"), ',');
	struct csv_record skipped;
	assert(csv_next(second, &skipped, &d) == 1);
	assert(same_rows(first, second, &d));
	csv_close(first);
	csv_close(second);
	buf_release(&out);
	diag_release(&d);
	return 0;
}
