/* SPDX-License-Identifier: MIT
 * load_fuzz - any bytes as one file of a small office; the first one chooses which. All or
 * nothing: with a mistake the tables stay as they were, without one a second load reads
 * nothing. */
#include <assert.h>

#include "board/load.h"
#include "board/schema.h"
#include "office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
	const char *path, *text;
} office[] = {
	{"site.yml", "title: Xã A\nagency: A\nurl: https://a.example\n"},
	{"data/agencies.csv", "code,name,level\nA,Xã A,XA\n"},
	{"data/fields.csv", "code,name\nh,Hộ tịch\n"},
	{"data/procedures.csv", "code,name,kind,field_code\n1.000001,Khai sinh,LAW_DETAILED,h\n"},
	{"data/fees.csv", "code,position,name,kind,amount_vnd\n1.000001,1,Lệ phí,LE_PHI,5000\n"},
	{"pages/a.md", "---\ntitle: A\n---\n\nA.\n"},
	{"i18n/vi.yml", "site:\n  search: Tìm\n"},
};

static int64_t rows(struct db *db)
{
	return db_int_of(db, "SELECT (SELECT count(*) FROM agency) + (SELECT count(*) FROM fee)"
	                     " + (SELECT count(*) FROM procedure)"
	                     " + (SELECT count(*) FROM article)", -1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = {0};
	struct load_stats stats;
	struct db *db;
	if (size < 1)
		return 0;
	const char *dir = fuzz_folder(&a, "office");
	size_t chosen = (uint8_t)(data[0] - (uint8_t)'0') % countof(office);
	for (size_t i = 0; i < countof(office); i++) {
		struct str text = str_from(office[i].text);
		if (i == chosen)
			text = (struct str){(const char *)data + 1, size - 1};
		assert(fs_write(fs_join(&a, dir, office[i].path), text, &d) == 0);
	}
	assert(db_open(&db, ":memory:", DB_WRITE, &d) == 0);
	assert(schema_apply(db, &d) == 0);
	int status = load_project(dir, db, &stats, &d);
	assert((status < 0) == diag_has_errors(&d));
	if (status < 0) {
		assert(rows(db) == 0);
	} else {
		assert(load_project(dir, db, &stats, &d) == 0);
		assert(stats.files_read == 0 && !stats.wrote);
	}
	db_close(db);
	diag_release(&d);
	arena_release(&a);
	return 0;
}
