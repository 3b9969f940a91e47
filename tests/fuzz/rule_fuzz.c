/* SPDX-License-Identifier: MIT
 * rule_fuzz - any bytes as a rule of the office's: its head read, its query run */
#include <assert.h>

#include "board/rule.h"
#include "board/schema.h"
#include "sys/fs.h"
#include "office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = {0};
	struct rule_set set = {0};
	struct db *db;
	const char *dir = fuzz_folder(&a, "rule");
	struct str text = {(const char *)data, size};
	assert(fs_write(fs_join(&a, dir, "rules/x.sql"), text, &d) == 0);
	assert(db_open(&db, ":memory:", DB_WRITE, &d) == 0);
	assert(db_exec(db, "CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT)", &d) == 0);
	db_guard(db, 100000);
	int status = rule_read_all(&set, dir, &a, &d);
	assert((status < 0) == diag_has_errors(&d));
	for (size_t i = 0; status == 0 && i < set.count; i++) {
		const struct rule *r = &set.rules[i];
		if (!str_eqz(r->at.file, "rules/x.sql"))
			continue;
		struct rule_choice choice = {.only = r->id, .needs = r->needs};
		if (rule_run_all(&set, STR("2026-11-21"), &choice, db, &d, &d) < 0)
			assert(diag_has_errors(&d));
	}
	db_close(db);
	diag_release(&d);
	arena_release(&a);
	return 0;
}
