/* SPDX-License-Identifier: MIT
 * record - what is posted of a procedure, as one text that can be hashed */
#include "board/record.h"

#include <assert.h>

#include "builtin.h"

static const char query_path[] = "src/board/record.sql";
enum { CODE, VERSION, NAME, DECISION, FIRST_PART };

struct reading {
	struct db_stmt *rows;
	struct buf text, hashes;
};

static void put_part(struct reading *r, struct str name, struct str json)
{
	char hex[SEAL_HEX];
	buf_printf(&r->text, ",\"%.*s\":", STR_ARG(name));
	buf_put(&r->text, json.p ? json : STR("null"));
	seal_sha256(json.p ? json : STR("null"), hex);
	buf_printf(&r->hashes, "%s%.*s:%.*s", r->hashes.len ? " " : "", STR_ARG(name),
	           RECORD_PART_HEX, hex);
}

/* A code is letters, digits, "._-": nothing that JSON would escape. */
static struct record take_row(struct reading *r)
{
	struct record record = {
		.code = db_text(r->rows, CODE),
		.version = db_int(r->rows, VERSION),
		.name = db_text(r->rows, NAME),
		.decision_no = db_text(r->rows, DECISION),
	};
	buf_reset(&r->text);
	buf_reset(&r->hashes);
	buf_printf(&r->text, "{\"code\":\"%.*s\",\"version\":%lld", STR_ARG(record.code),
	           (long long)record.version);
	for (int i = FIRST_PART; i < db_column_count(r->rows); i++)
		put_part(r, db_column_name(r->rows, i), db_text(r->rows, i));
	buf_putc(&r->text, '}');
	record.text = buf_str(&r->text);
	record.hashes = buf_str(&r->hashes);
	seal_sha256(record.text, record.sha256);
	return record;
}

int record_each(struct db *db, struct str only, record_fn each, void *user, struct diag *d)
{
	const struct builtin_file *query = builtin_find(str_from(query_path));
	assert(query);
	struct reading r = {0};
	struct place at = {.file = str_from(query_path), .line = 1};
	if (db_prepare(db, query->bytes, at, &r.rows, d) < 0)
		return -1;
	db_bind_text(r.rows, 0, only);
	int status;
	while ((status = db_step(r.rows, d)) == 1) {
		struct record record = take_row(&r);
		status = each(user, &record);
		if (status < 0)
			break;
	}
	db_finish(r.rows);
	buf_release(&r.text);
	buf_release(&r.hashes);
	return status;
}

/* The hash that `hashes` has for the part; absent when it has none. */
static struct str hash_of(struct str hashes, struct str part)
{
	while (hashes.p) {
		struct str hash = str_cut(&hashes, ' ');
		if (str_eq(str_cut(&hash, ':'), part))
			return hash;
	}
	return (struct str){0};
}

void record_put_changed(struct buf *out, struct str before, struct str now)
{
	size_t from = out->len;
	while (now.p) {
		struct str hash = str_cut(&now, ' ');
		struct str part = str_cut(&hash, ':');
		struct str old = hash_of(before, part);
		if (!old.p || str_eq(old, hash))
			continue;
		buf_printf(out, "%s%.*s", out->len > from ? " " : "", STR_ARG(part));
	}
}
