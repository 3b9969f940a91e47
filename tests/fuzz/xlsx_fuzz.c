/* SPDX-License-Identifier: MIT
 * xlsx_fuzz - any bytes as a workbook, and as the parts of one (tests/unit/workbook.h), so that
 * changes are not all caught by the archive's sums: rows in their bounds, or a message */
#include <assert.h>

#include "../unit/workbook.h"
#include "fmt/xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_sheet(struct xlsx *x, size_t sheet, struct diag *d)
{
	struct xlsx_row r;
	size_t before = d->count;
	int more = xlsx_begin(x, sheet, d);
	if (more == 0)
		more = xlsx_next(x, &r, d);
	for (; more > 0; more = xlsx_next(x, &r, d)) {
		assert(r.line >= 1 && r.line <= 1048576 && r.count <= 16384);
		for (size_t i = 0; i < r.count; i++)
			assert(r.cells[i].p && r.cells[i].n <= LIMIT_CELL);
	}
	assert((more == 0) || d->count > before);
	if (more == 0)
		(void)xlsx_seen_below(x, 1);
}

static void read_book(struct str bytes)
{
	struct diag d = {0};
	struct xlsx *x;
	int status = xlsx_open(&x, bytes, STR("a.xlsx"), &d);
	assert((status == 0) == (x != NULL) && (status == 0) == !diag_has_errors(&d));
	for (size_t i = 0; x && i < xlsx_sheet_count(x); i++)
		read_sheet(x, i, &d);
	xlsx_close(x);
	diag_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	struct buf book = {0};
	read_book(bytes);
	workbook_make(&book, bytes);
	read_book(buf_str(&book));
	buf_release(&book);
	return 0;
}
