/* SPDX-License-Identifier: MIT
 * json_fuzz - any bytes as JSON: what we accept, SQLite does too */
#include <assert.h>

#include "base/text.h"
#include "fmt/json.h"
#include "sys/db.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool lite_accepts(struct str text)
{
	struct diag d = {0};
	struct db *db = NULL;
	int opened = db_open(&db, ":memory:", DB_WRITE, &d);
	assert(opened == 0);
	(void)opened;
	struct db_stmt *s = db_must_prepare(db, "SELECT json_valid(?)");
	db_bind_text(s, 0, text);
	bool fine = db_step(s, &d) == 1 && db_int(s, 0) == 1;
	db_finish(s);
	db_close(db);
	diag_release(&d);
	return fine;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct buf written = {0};
	size_t bad;
	bool fine = json_is_valid(text, &bad);
	assert(bad <= size);
	if (fine && text_is_utf8(text, NULL))
		assert(lite_accepts(text));
	json_put_string(&written, text);
	assert(json_is_valid(buf_str(&written), &bad));
	buf_release(&written);
	return 0;
}
