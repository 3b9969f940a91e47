/* SPDX-License-Identifier: MIT
 * figures_box - an office of figures in memory: rows are given, worked out, asked for.
 * Include after cmocka.h. */
#ifndef NIEMYET_TESTS_FIGURES_BOX_H
#define NIEMYET_TESTS_FIGURES_BOX_H

#include <stdio.h>
#include <string.h>

#include "board/figures.h"
#include "board/func.h"
#include "board/schema.h"

struct box {
	struct arena a;
	struct diag d;
	struct db *db;
	struct func_env env;
	int line;
};

/* A text made for the length of a test. */
#define SAY(...) arena_strz(&b->a, arena_printf(&b->a, __VA_ARGS__))

static void run(struct box *b, const char *sql)
{
	if (db_exec(b->db, sql, &b->d) < 0)
		fail_msg("%s: %.*s", sql, STR_ARG(b->d.messages[0].text));
}

static void put_agency(struct box *b, const char *code, const char *from, const char *to)
{
	run(b, SAY("INSERT INTO agency(code, name, level, valid_from, valid_to, source_id,"
		" source_line)"
		" VALUES ('%s', '%s', 'XA', nullif('%s', ''), nullif('%s', ''), 99, 2)",
		code, code, from, to));
}

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	*state = b;
	b->env = (struct func_env){.date = STR("2026-11-21"), .lang = STR("vi"), .d = &b->d};
	if (db_open(&b->db, ":memory:", DB_WRITE, &b->d) < 0 || schema_apply(b->db, &b->d) < 0)
		return -1;
	func_register(b->db, &b->env);
	run(b, "INSERT INTO source(id, path, size, ctime_ns, inode, sha256)"
	       " VALUES (98, 'data/forms.csv', 0, 0, 0, ''),"
	       " (99, 'data/dossier-stats.csv', 0, 0, 0, '')");
	put_agency(b, "a", "", "");
	return 0;
}

static int close_box(void **state)
{
	struct box *b = *state;
	db_close(b->db);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return 0;
}

/* One row: `who` is "agency" or "agency/field", `when` "MONTH 2026 1", then columns and values. */
static void give(struct box *b, const char *who, const char *when, const char *columns,
                 const char *values)
{
	struct str field = str_from(who), agency = str_cut(&field, '/');
	struct str rest = str_from(when), kind = str_cut(&rest, ' ');
	struct str n = rest, year = str_cut(&n, ' ');
	const char *table = strstr(columns, "received") ? "pakn_stat" : "dossier_stat";
	const char *second = strstr(columns, "received") ? "channel" : "field_code";
	run(b, SAY("INSERT INTO %s(agency_code, %s, period_kind, year, n, %s, source_id,"
	           " source_line) VALUES ('%.*s', '%.*s', '%.*s', %.*s, %.*s, %s, 99, %d)",
	           table, second, columns, STR_ARG(agency), STR_ARG(field), STR_ARG(kind),
	           STR_ARG(year), STR_ARG(n), values, ++b->line));
}

/* The columns of the form; totals are left empty. */
#define FORM                                                                                     \
	"recv_online, recv_direct_postal, carried_over, done_early, done_on_time, done_late, "   \
	"open_in_term, open_overdue"

/* As after loading a file that has changed. */
static void change_file(struct box *b, int id)
{
	run(b, SAY("UPDATE source SET sha256 = sha256 || 'x' WHERE id = %d", id));
}

static void work_out(struct box *b, const char *date)
{
	change_file(b, 99);
	if (figures_update(b->db, str_from(date), &b->d) < 0)
		fail_msg("%.*s", STR_ARG(b->d.messages[0].text));
}

/* The rows of a query: columns with |, rows with /. */
static const char *rows(struct box *b, const char *sql)
{
	struct buf out = {0};
	struct db_stmt *s = db_must_prepare(b->db, sql);
	int status;
	while ((status = db_step(s, &b->d)) > 0) {
		buf_putz(&out, out.len ? "/" : "");
		for (int i = 0; i < db_column_count(s); i++) {
			buf_putz(&out, i ? "|" : "");
			buf_put(&out, db_is_null(s, i) ? STR("NULL") : db_text(s, i));
		}
	}
	if (status < 0)
		fail_msg("%s: %.*s", sql, STR_ARG(b->d.messages[0].text));
	db_finish(s);
	const char *text = arena_strz(&b->a, buf_str(&out));
	buf_release(&out);
	return text;
}

#endif
