/* SPDX-License-Identifier: MIT
 * finding - what the rules of the data have found, as tables that queries can read */
#include "board/finding.h"

static const char *const level_words[] = {
    [DIAG_NOTE] = "NOTE", [DIAG_WARNING] = "WARNING", [DIAG_ERROR] = "ERROR"};

/* The message of a rule, "…" where a finding has its own words: "{code} lacks {part}". */
static void put_title(struct buf *out, struct str pattern)
{
	while (pattern.n) {
		size_t open = str_find_byte(pattern, '{', 0);
		size_t close = str_find_byte(pattern, '}', open);
		buf_put(out, str_slice(pattern, 0, open));
		if (close >= pattern.n) {
			buf_put(out, str_slice(pattern, open, pattern.n));
			return;
		}
		buf_putz(out, "…");
		pattern = str_slice(pattern, close + 1, pattern.n);
	}
}

static int store_rules(struct db *db, const struct rule_set *set, struct str date,
                       enum diag_lang lang, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(
	    db, "INSERT INTO rule_checked(rule, level, title, basis) VALUES (?1, ?2, ?3, ?4)");
	struct buf title = {0}, basis = {0};
	int status = 0;
	for (size_t i = 0; status == 0 && i < set->count; i++) {
		const struct rule *r = &set->rules[i];
		if (r->needs != RULE_NEEDS_NOTHING || !rule_holds(r, date))
			continue;
		buf_reset(&title);
		buf_reset(&basis);
		put_title(&title, r->message[lang]);
		rule_put_bases(&basis, r, date);
		db_bind_text(s, 0, r->id);
		db_bind_text(s, 1, str_from(level_words[r->level]));
		db_bind_text(s, 2, buf_str(&title));
		db_bind_text(s, 3, basis.len ? buf_str(&basis) : (struct str){0});
		status = db_run(s, NULL, NULL, d);
	}
	buf_release(&title);
	buf_release(&basis);
	db_finish(s);
	return status;
}

static int store_findings(struct db *db, const struct diag *kept, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(
	    db, "INSERT INTO finding(rule, object, path, line, message, cure, waived)"
	        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
	int status = 0;
	for (size_t i = 0; status == 0 && i < kept->count; i++) {
		const struct diag_message *m = &kept->messages[i];
		db_bind_text(s, 0, m->id);
		db_bind_text(s, 1, m->object);
		db_bind_text(s, 2, m->at.file);
		if (m->at.line)
			db_bind_int(s, 3, m->at.line);
		db_bind_text(s, 4, m->text);
		db_bind_text(s, 5, m->hint);
		db_bind_text(s, 6, m->waived);
		status = db_run(s, NULL, NULL, d);
	}
	db_finish(s);
	return status;
}

int finding_store(struct db *db, const struct rule_set *set, struct str date,
                  const struct diag *kept, struct diag *d)
{
	if (!kept && db_int_of(db, "SELECT EXISTS (SELECT 1 FROM rule_checked)", 0) == 0)
		return 0;
	int status =
	    db_exec(db, "BEGIN IMMEDIATE; DELETE FROM finding; DELETE FROM rule_checked", d);
	if (status == 0 && kept)
		status = store_rules(db, set, date, kept->lang, d);
	if (status == 0 && kept)
		status = store_findings(db, kept, d);
	if (status == 0)
		return db_exec(db, "COMMIT", d);
	struct diag quiet = {0};
	(void)!db_exec(db, "ROLLBACK", &quiet);
	diag_release(&quiet);
	return -1;
}
