/* SPDX-License-Identifier: MIT
 * csv_fuzz - any bytes read as CSV, at once or in pieces; what was read is written, and read back
 * the same */
#include <assert.h>

#include "fmt/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int next_piece(void *from, struct buf *out, size_t most, struct diag *d)
{
	struct str *rest = from;
	size_t n = 1 + rest->n % 7;
	bool is_more = rest->n > 0;
	(void)d;
	n = n < most ? n : most;
	buf_put(out, str_slice(*rest, 0, n));
	*rest = str_slice(*rest, n, rest->n);
	return is_more;
}

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
	struct str rest = text;
	first = csv_open(text, STR("a.csv"), 0);
	second = csv_open_input((struct csv_input){next_piece, &rest}, STR("a.csv"), 0, &d);
	assert(same_rows(first, second, &d));
	csv_close(first);
	csv_close(second);
	buf_release(&out);
	diag_release(&d);
	return 0;
}
