/* SPDX-License-Identifier: MIT
 * ledger_fuzz - any bytes checked as a ledger; one that is whole can be read and goes on whole */
#include <assert.h>

#include "board/ledger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int count_line(void *user, const struct ledger_line *line, int row)
{
	int64_t *last = user;
	assert(line->seq == *last + 1 && row == line->seq + 1);
	*last = line->seq;
	return 0;
}

/* A line more, and the ledger is whole; a byte of it less, and it is not. */
static void go_on(struct str text, struct diag *d)
{
	struct buf longer = {0};
	struct ledger_end end = ledger_end_of(text);
	struct ledger_line line = {
		.publication = 1, .at = STR("2026-11-02T08:15:00+07:00"), .day = STR("2026-11-02"),
		.event = STR("POSTED"), .code = STR("1.001193"), .version = 1, .name = text,
	};
	buf_put(&longer, text);
	ledger_append(&longer, &end, &line);
	assert(ledger_check(buf_str(&longer), STR("a"), d) == 0);
	assert(ledger_check(str_slice(buf_str(&longer), 0, longer.len - 1), STR("a"), d) < 0);
	buf_release(&longer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct diag d = {.counts_only = true};
	if (ledger_check(text, STR("a"), &d) == 0) {
		int64_t last = 0;
		if (ledger_read(text, STR("a"), count_line, &last, &d) == 0)
			go_on(text, &d);
	}
	(void)ledger_end_of(text);
	diag_release(&d);
	return 0;
}
