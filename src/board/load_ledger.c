/* SPDX-License-Identifier: MIT
 * load_ledger - the lines of ledger.csv into their table */
#include "board/ledger.h"
#include "board/load_int.h"
#include "sys/seal.h"

static const char insert[] =
	"INSERT INTO ledger(seq, publication, at, day, event, code, version, name, parts,"
	" decision_no, content_sha256, part_hashes, chain_sha256, source_id, source_line)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

struct insertion {
	struct db_stmt *s;
	struct arena arena;
	int64_t source_id;
	struct diag *d;
};

/* An empty cell is NULL, as everywhere in the database. */
static void bind_cell(struct db_stmt *s, int i, struct str cell)
{
	db_bind_text(s, i, cell.n ? cell : (struct str){0});
}

static int insert_line(void *user, const struct ledger_line *line, int row)
{
	struct insertion *in = user;
	const struct str first[] = {line->at, line->day, line->event, line->code};
	const struct str last[] = {line->name,    line->parts,  line->decision_no,
	                           line->content, line->hashes, line->chain};
	db_bind_int(in->s, 0, line->seq);
	db_bind_int(in->s, 1, line->publication);
	for (int i = 0; i < (int)countof(first); i++)
		bind_cell(in->s, 2 + i, first[i]);
	db_bind_int(in->s, 6, line->version);
	for (int i = 0; i < (int)countof(last); i++)
		bind_cell(in->s, 7 + i, last[i]);
	db_bind_int(in->s, 13, in->source_id);
	db_bind_int(in->s, 14, row);
	struct str broken = {0};
	if (db_run(in->s, &in->arena, &broken, in->d) == 0)
		return 0;
	struct place at = {.file = STR(LEDGER_FILE), .line = row};
	return broken.p ? diag_add(in->d, DIAG_L002, at) : -1;
}

int load_ledger(struct db *db, struct str text, int64_t source_id, struct diag *d)
{
	const struct str file = STR(LEDGER_FILE);
	if (ledger_check(text, file, d) < 0 || db_exec(db, "DELETE FROM ledger", d) < 0)
		return -1;
	struct insertion in = {.s = db_must_prepare(db, insert), .source_id = source_id, .d = d};
	int status = ledger_read(text, file, insert_line, &in, d);
	db_finish(in.s);
	arena_release(&in.arena);
	return status;
}

/* The file as the source of rows that it does not have yet: with a time of change that no
 * file has, so that the next load looks at it. */
static int remember_coming(struct db *db, struct str text, int64_t *source_id, struct diag *d)
{
	char hex[SEAL_HEX];
	seal_sha256(text, hex);
	struct db_stmt *s = db_must_prepare(
		db, "INSERT INTO source(path, size, ctime_ns, inode, sha256)"
		    " VALUES ('" LEDGER_FILE "', -1, -1, 0, ?1)"
		    " ON CONFLICT (path) DO UPDATE SET size = -1, ctime_ns = -1,"
		    " sha256 = excluded.sha256");
	db_bind_text(s, 0, (struct str){hex, SEAL_HEX});
	int status = db_run(s, NULL, NULL, d);
	db_finish(s);
	*source_id =
		db_int_of(db, "SELECT id FROM source WHERE path = '" LEDGER_FILE "'", 0);
	return status;
}

int load_coming_ledger(struct db *db, struct str text, struct diag *d)
{
	int64_t source_id = 0;
	if (db_exec(db, "BEGIN IMMEDIATE", d) < 0)
		return -1;
	int status = remember_coming(db, text, &source_id, d);
	if (status == 0)
		status = load_ledger(db, text, source_id, d);
	if (status == 0)
		return db_exec(db, "COMMIT", d);
	struct diag quiet = {0};
	(void)!db_exec(db, "ROLLBACK", &quiet);
	diag_release(&quiet);
	return -1;
}
