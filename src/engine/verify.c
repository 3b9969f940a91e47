/* SPDX-License-Identifier: MIT
 * verify - is the ledger whole, and is what is posted what was published? */
#include "engine/verify.h"

#include <string.h>

#include "board/record.h"
#include "engine/post.h"
#include "engine/publish.h"
#include "sys/fs.h"

struct verification {
	const struct verify_options *o;
	struct verify_report *r;
	struct str ledger; /* the office's */
	struct arena arena;
	struct diag *d;
};

static int read_ledger(struct verification *v, const char *path, struct str name)
{
	struct str text;
	if (fs_stat(path).kind != FS_FILE)
		return 0;
	if (fs_read_text(path, LIMIT_DATA_FILE, &v->arena, &text, v->d) < 0 ||
	    ledger_check(text, name, v->d) < 0)
		return -1;
	v->ledger = text;
	return 0;
}

static int keep_record(void *user, const struct record *r)
{
	struct verification *v = user;
	buf_put(&v->r->record, r->text);
	return 0;
}

/* One record, or what today's board has that the ledger has not. */
static int look_at_board(struct verification *v, struct project *p, struct db *db)
{
	struct changes changes;
	if (!v->o->record.p) {
		if (changes_find(p, db, STR(""), &changes, v->d) < 0)
			return -1;
		memcpy(v->r->by_event, changes.by_event, sizeof v->r->by_event);
		return 0;
	}
	if (record_each(db, v->o->record, keep_record, v, v->d) < 0)
		return -1;
	return v->r->record.len ? 0 : diag_add(v->d, DIAG_L017, NOWHERE, v->o->record);
}

/* The ledger first, by itself: loading would refuse a broken one as a whole. */
static int verify_office(struct verification *v)
{
	struct project p = {.lock = -1};
	struct func_env env = {0};
	struct db *db = NULL;
	v->r->office = true;
	if (read_ledger(v, fs_join(&v->arena, v->o->dir, LEDGER_FILE), STR(LEDGER_FILE)) < 0)
		return -1;
	int status = project_open(&p, v->o->dir, v->o->date, v->d);
	if (status == 0)
		status = project_connect(&p, &env, &db, v->d);
	if (status == 0)
		status = look_at_board(v, &p, db);
	db_close(db);
	project_close(&p);
	return status;
}

static int verify_file(struct verification *v, struct str hash, struct str name)
{
	const char *path = NULL;
	char hex[SEAL_HEX];
	struct buf bytes = {.max = LIMIT_DATA_FILE};
	if (fs_join_safe(&v->arena, v->o->site, name, &path, NOWHERE, v->d) < 0)
		return -1;
	v->r->files++;
	if (fs_stat(path).kind != FS_FILE)
		return diag_add(v->d, DIAG_L014, NOWHERE, name);
	int status = fs_read(path, &bytes, v->d);
	seal_sha256(buf_str(&bytes), hex);
	buf_release(&bytes);
	if (status < 0)
		return -1;
	return str_eq(hash, (struct str){hex, SEAL_HEX}) ? 0
	                                                 : diag_add(v->d, DIAG_L015, NOWHERE, name);
}

static int verify_files(struct verification *v, struct str manifest)
{
	int status = 0;
	while (manifest.n) {
		struct str line = str_cut_line(&manifest);
		manifest_cut_left(&line);
		struct str name = str_slice(line, SEAL_HEX + 2, line.n);
		if (verify_file(v, str_slice(line, 0, SEAL_HEX), name) < 0)
			status = -1;
	}
	return status;
}

/* The copy's own chain, and against the office's ledger, which may be longer. */
static int verify_copy(struct verification *v)
{
	struct str copy;
	if (post_read_copy(v->o->site, &v->arena, &copy, v->d) < 0)
		return -1;
	if (!v->r->office) {
		v->r->end = ledger_end_of(copy);
		return ledger_check(copy, STR(LEDGER_COPY), v->d);
	}
	return post_compare_copy(v->ledger, copy, v->o->site, v->d);
}

static int verify_site(struct verification *v)
{
	const char *path = fs_join(&v->arena, v->o->site, MANIFEST_NAME);
	v->r->site = true;
	if (fs_stat(path).kind != FS_FILE)
		return diag_add(v->d, DIAG_L016, NOWHERE, str_from(v->o->site));
	struct buf manifest = {.max = LIMIT_DATA_FILE};
	int status = fs_read(path, &manifest, v->d);
	if (status == 0)
		status = verify_files(v, buf_str(&manifest));
	buf_release(&manifest);
	return verify_copy(v) < 0 ? -1 : status;
}

int verify_run(const struct verify_options *o, struct verify_report *r, struct diag *d)
{
	struct verification v = {.o = o, .r = r, .ledger = STR(""), .d = d};
	*r = (struct verify_report){0};
	bool office = fs_stat(fs_join(&v.arena, o->dir, "site.yml")).kind == FS_FILE;
	int status = 0;
	if (office || !o->site)
		status = verify_office(&v);
	r->end = ledger_end_of(v.ledger);
	if (o->site && !o->record.p && verify_site(&v) < 0)
		status = -1;
	arena_release(&v.arena);
	return status;
}
