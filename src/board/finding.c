/* SPDX-License-Identifier: MIT
 * finding - what the rules of the data have found, as tables that queries can read */
#include "board/finding.h"

#include "base/fill.h"

static const char *const level_words[] = {
    [DIAG_NOTE] = "NOTE", [DIAG_WARNING] = "WARNING", [DIAG_ERROR] = "ERROR"};

/* The message of a rule, "…" where a finding has its own words: "{code} lacks {part}". */
static void put_title(struct buf *out, struct str pattern)
{
	struct fill_piece p;
	while (fill_next(&pattern, &p)) {
		buf_put(out, p.text);
		buf_putz(out, p.name.p ? "…" : "");
	}
}

static int store_rules(struct db *db, const struct rule_set *set, struct str date,
                       enum diag_lang lang, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(
	    db, "INSERT INTO temp.rule_made(rule, level, title, basis) VALUES (?1, ?2, ?3, ?4)");
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
	    db, "INSERT INTO temp.finding_made(rule, object, path, line, message, cure, waived)"
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

/* What is made beside the tables takes their place when it differs, so that a build which
 * changes nothing leaves the database untouched. */
static const char made[] =
    "CREATE TEMP TABLE rule_made AS SELECT * FROM rule_checked WHERE 0;"
    "CREATE TEMP TABLE finding_made(position INTEGER PRIMARY KEY, rule, object, path, line,"
    " message, cure, waived)";
#define DIFFER(old, new) \
	"EXISTS (SELECT * FROM " old " EXCEPT SELECT * FROM " new ")" \
	" OR EXISTS (SELECT * FROM " new " EXCEPT SELECT * FROM " old ")"
static const char differ[] =
    "SELECT " DIFFER("rule_checked", "rule_made") " OR " DIFFER("finding", "finding_made");
static const char replace[] =
    "BEGIN IMMEDIATE; DELETE FROM finding; DELETE FROM rule_checked;"
    "INSERT INTO rule_checked SELECT * FROM rule_made ORDER BY rowid;"
    "INSERT INTO finding SELECT * FROM finding_made ORDER BY position; COMMIT";

int finding_store(struct db *db, const struct rule_set *set, struct str date,
                  const struct diag *kept, struct diag *d)
{
	int status = db_exec(db, made, d);
	if (status == 0 && kept)
		status = store_rules(db, set, date, kept->lang, d);
	if (status == 0 && kept)
		status = store_findings(db, kept, d);
	if (status < 0 || !db_int_of(db, differ, 0))
		return status;
	status = db_exec(db, replace, d);
	struct diag quiet = {0};
	if (status < 0)
		(void)!db_exec(db, "ROLLBACK", &quiet);
	diag_release(&quiet);
	return status;
}
