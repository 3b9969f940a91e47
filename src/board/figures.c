/* SPDX-License-Identifier: MIT
 * figures - what the agencies report, checked and added up */
#include "board/figures.h"

#include "board/schema.h"

static const char figures_path[] = "src/board/figures.sql";
static const char withheld_path[] = "src/board/withheld.sql";

/* What the sums rest on. day: the last one on or before ?1 on which a period can have closed,
 * the first of a month or the cut-off day; a cut-off day that is none is 15, as for
 * func_period. files: those whose tables figures.sql reads. While all three are the same
 * nothing is worked out again, whatever else of the office has changed. */
#define STATE                                                                             \
	"SELECT max(date(?1, 'start of month'), iif(?1 >= cut, cut, '')) AS day, cut_day,"      \
	" (SELECT coalesce(group_concat(id || ' ' || sha256), '') FROM (SELECT id, sha256"      \
	" FROM source WHERE path IN ('data/agencies.csv', 'data/dossier-stats.csv',"            \
	" 'data/fields.csv', 'data/pakn-stats.csv') ORDER BY path)) AS files"                   \
	" FROM (SELECT cut_day, date(?1, 'start of month', (cut_day - 1) || ' days') AS cut"    \
	" FROM (SELECT coalesce((SELECT CAST(value AS INT) FROM setting"                        \
	" WHERE key = 'period.cut_day' AND CAST(value AS INT) BETWEEN 1 AND 28), 15) AS cut_day))"

static bool is_current(struct db *db, struct str date)
{
	struct db_stmt *s = db_must_prepare(
		db, "SELECT 1 FROM figure_state s JOIN (" STATE ") n USING (day, cut_day, files)");
	db_bind_text(s, 0, date);
	struct diag unheard = {0};
	bool same = db_step(s, &unheard) == 1;
	db_finish(s);
	diag_release(&unheard);
	return same && schema_has_run(db, figures_path) && schema_has_run(db, withheld_path);
}

static int work_out(struct db *db, struct str date, struct diag *d)
{
	if (db_exec(db, "DELETE FROM figure_state", d) < 0)
		return -1;
	struct db_stmt *s =
		db_must_prepare(db, "INSERT INTO figure_state(day, cut_day, files) " STATE);
	db_bind_text(s, 0, date);
	int status = db_run(s, NULL, NULL, d);
	db_finish(s);
	if (status == 0)
		status = schema_run(db, figures_path, d);
	return status < 0 ? -1 : schema_run(db, withheld_path, d);
}

int figures_update(struct db *db, struct str date, struct diag *d)
{
	if (is_current(db, date))
		return 0;
	if (db_exec(db, "BEGIN IMMEDIATE", d) < 0)
		return -1;
	if (work_out(db, date, d) == 0)
		return db_exec(db, "PRAGMA analysis_limit = 1000; ANALYZE period_sum; ANALYZE pakn;"
		                   " ANALYZE stat_fault; ANALYZE stat_gap; COMMIT", d);
	struct diag quiet = {0};
	(void)!db_exec(db, "ROLLBACK", &quiet);
	diag_release(&quiet);
	return -1;
}

int figures_check_reports(struct db *db, struct str date, struct diag *d)
{
	struct db_stmt *s = db_must_prepare(
		db, "SELECT s.path, a.source_line, a.path, a.period FROM article a"
		    " JOIN source s ON s.id = a.source_id"
		    " WHERE a.kind = 'REPORT' AND a.draft = 0"
		    " AND coalesce(a.posted_from, a.doc_date, '') <= ?1"
		    " AND NOT EXISTS (SELECT 1 FROM stat t WHERE t.field_code = ''"
		    " AND t.agency_code = coalesce(a.agency_code, '') AND t.kind = a.period_kind"
		    " AND t.year = a.period_year AND t.n = a.period_n) ORDER BY a.path");
	db_bind_text(s, 0, date);
	int status = 0, row;
	while ((row = db_step(s, d)) == 1) {
		struct place at = {.file = db_text(s, 0), .line = (int)db_int(s, 1)};
		status = diag_add(d, DIAG_D049, at, db_text(s, 2), db_text(s, 3));
	}
	db_finish(s);
	return row < 0 ? -1 : status;
}
