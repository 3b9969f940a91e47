/* SPDX-License-Identifier: MIT
 * figures: rows that do not add up are found, months become longer periods and agencies a
 * whole, what is not known is never zero, rates come from sums */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "figures_box.h"

#define BALANCE "recv_total, carried_over, done_total, open_total"

/* Some columns of one row of `stat`; `who` and `when` as for give. */
static const char *stat(struct box *b, const char *who, const char *when, const char *columns)
{
	return rows(b, SAY("SELECT %s FROM stat WHERE agency_code || '/' || field_code = '%s%s'"
		" AND kind || ' ' || year || ' ' || n = '%s'",
		columns, who, strchr(who, '/') ? "" : "/", when));
}

static const char *figure(struct box *b, const char *who, const char *when, const char *code)
{
	return rows(b, SAY("SELECT num, den, parts, parts_due FROM figure WHERE agency_code = '%s'"
		" AND field_code = '' AND kind || ' ' || year || ' ' || n = '%s'"
		" AND indicator = '%s'",
		who, when, code));
}

static const char *faults(struct box *b)
{
	return rows(b, "SELECT fault, has, wants, source_line FROM stat_fault"
	               " ORDER BY agency_code, field_code, period_kind, year, n, fault");
}

static const char *gaps(struct box *b)
{
	return rows(b, "SELECT month_kind, agency_code, year, month FROM stat_gap"
	               " ORDER BY 1, 2, 3, 4");
}

static void totals_left_empty_are_added_up(void **state)
{
	struct box *b = *state;
	give(b, "a", "MONTH 2026 1", FORM, "60, 30, 10, 50, 20, 5, 24, 1");
	give(b, "a", "MONTH 2026 2", "recv_online, recv_direct, recv_postal, carried_over",
	     "60, 20, 5, 25");
	give(b, "a", "MONTH 2026 3", "recv_total, recv_online, carried_over", "110, 60, 25");
	give(b, "a", "MONTH 2026 4", "recv_total, recv_online, recv_direct_postal", "110, 60, 25");
	give(b, "a", "MONTH 2026 5", "done_early, done_late", "3, 1");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "");
	assert_string_equal(stat(b, "a", "MONTH 2026 1", BALANCE ", parts"), "100|10|75|25|1");
	assert_string_equal(stat(b, "a", "MONTH 2026 2", "recv_total, recv_direct_postal, parts"),
	                    "110|25|0");
	assert_string_equal(stat(b, "a", "MONTH 2026 3", "recv_direct_postal, recv_new"), "25|85");
	assert_string_equal(stat(b, "a", "MONTH 2026 4", "carried_over, recv_new"), "25|85");
	assert_string_equal(stat(b, "a", "MONTH 2026 5", "done_total, done_on_time, done_late"),
	                    "NULL|NULL|1");
}

static const struct fault_case {
	const char *columns, *good, *bad, *found; /* found: fault, has, wants */
} fault_cases[] = {
	{"recv_total, recv_online, recv_direct_postal, carried_over", "100, 60, 30, 10",
	 "101, 60, 30, 10", "RECV|101|100"},
	{"recv_total, recv_online, carried_over", "100, 60, 40", "100, 60, 50", "RECV|100|110"},
	{"recv_direct_postal, recv_direct, recv_postal", "30, 25, 5", "30, 25, 6", "DIRECT|30|31"},
	{"done_total, done_early, done_on_time, done_late", "9, 5, 3, 1", "9, 5, 3, 0", "DONE|9|8"},
	{"done_total, done_early, done_late", "9, 5, 3", "9, 5, 5", "DONE|9|10"},
	{"open_total, open_in_term, open_overdue", "9, 8, 1", "8, 8, 1", "OPEN|8|9"},
	{"recv_total, done_total, open_total", "100, 75, 25", "100, 75, 24", "BALANCE|100|99"},
	{"recv_total, done_total", "100, 75", "100, 101", "BALANCE|100|101"},
	{"returned, done_total", "9, 9", "10, 9", "PART_returned|9|10"},
	{"suspended, open_total", "0, 0", "1, 0", "PART_suspended|0|1"},
	{"apology_due, done_late, open_overdue", "5, 3, 2", "6, 3, 2", "PART_apology_due|5|6"},
	{"apology_sent, done_late, open_overdue", "5, 3, 2", "6, 3, 2", "PART_apology_sent|5|6"},
	{"apology_sent, apology_due", "4, 4", "5, 4", "PART_apology_sent|4|5"},
	{"digit_done, digit_due", "9, 9", "10, 9", "PART_digit_done|9|10"},
	{"results_digital, results_issued", "9, 9", "10, 9", "PART_results_digital|9|10"},
	{"reuse_done, recv_online, recv_direct_postal", "9, 5, 4", "10, 5, 4",
	 "PART_reuse_done|9|10"},
	{"paid_online, fee_dossiers", "9, 9", "10, 9", "PART_paid_online|9|10"},
	{"payments_cashless, payments", "9, 9", "10, 9", "PART_payments_cashless|9|10"},
	{"sat_very, sat_satisfied, sat_neutral, sat_unsatisfied, sat_asked", "1, 2, 3, 4, 10",
	 "1, 2, 3, 5, 10", "PART_sat_rated|10|11"},
	{"home_done, home_booked", "9, 9", "10, 9", "PART_home_done|9|10"},
	{"post_returned, results_issued", "9, 9", "10, 9", "PART_post_returned|9|10"},
	{"procedures_simplified, procedures_total", "9, 9", "10, 9",
	 "PART_procedures_simplified|9|10"},
	{"docs_signed, docs_issued", "9, 9", "10, 9", "PART_docs_signed|9|10"},
};

static void what_does_not_add_up_is_found(void **state)
{
	struct box *b = *state;
	for (size_t i = 0; i < countof(fault_cases); i++) {
		const struct fault_case *c = &fault_cases[i];
		run(b, "DELETE FROM dossier_stat");
		give(b, "a", "MONTH 2026 1", c->columns, c->good);
		work_out(b, "2026-11-21");
		assert_string_equal(faults(b), "");
		run(b, "DELETE FROM dossier_stat");
		give(b, "a", "MONTH 2026 1", c->columns, c->bad);
		work_out(b, "2026-11-21");
		assert_string_equal(faults(b), SAY("%s|%d", c->found, b->line));
		/* What an agency does about letters of apology does not spoil its figures. */
		assert_string_equal(stat(b, "a", "MONTH 2026 1", "faults"),
		                    strstr(c->found, "apology") ? "0" : "1");
		assert_string_equal(stat(b, "", "YEAR 2026 1", "faults"),
		                    strstr(c->found, "apology") ? "0" : "1");
	}
}

static void what_is_carried_over_was_open_before(void **state)
{
	struct box *b = *state;
	give(b, "a", "MONTH 2025 12", "open_total", "7");
	give(b, "a", "MONTH 2026 1", "carried_over, open_total", "7, 5");
	give(b, "a", "MONTH 2026 2", "carried_over", "6");
	give(b, "a/x", "MONTH 2026 2", "open_total", "3");
	give(b, "a/x", "MONTH 2026 3", "carried_over", "2");
	give(b, "a", "CALENDAR_MONTH 2026 2", "carried_over", "99");
	give(b, "a/q", "QUARTER 2025 4", "open_total", "7");
	give(b, "a/q", "QUARTER 2026 1", "carried_over", "8");
	give(b, "a/q", "NINE_MONTHS 2025 1", "open_total", "1");
	give(b, "a/q", "NINE_MONTHS 2026 1", "carried_over", "2");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "CARRY|6|5|3/CARRY|8|7|8/CARRY|2|3|5");
	assert_string_equal(stat(b, "a", "MONTH 2026 2", "faults"), "0");
}

static void fields_come_to_what_the_agency_says(void **state)
{
	struct box *b = *state;
	give(b, "a", "MONTH 2026 1", BALANCE, "10, 1, 8, 2");
	give(b, "a/x", "MONTH 2026 1", BALANCE, "6, 1, 5, 1");
	give(b, "a/y", "MONTH 2026 1", BALANCE, "4, 0, 3, 1");
	give(b, "a", "MONTH 2026 2", BALANCE, "10, 2, 8, 2");
	give(b, "a/x", "MONTH 2026 2", BALANCE, "6, 1, 5, 1");
	give(b, "a/y", "MONTH 2026 2", BALANCE, "5, 1, 4, 1");
	/* A field that does not say is no zero: there is nothing to compare. */
	give(b, "a", "MONTH 2026 3", "recv_total", "10");
	give(b, "a/x", "MONTH 2026 3", "recv_total", "6");
	give(b, "a/y", "MONTH 2026 3", "done_late", "1");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "FIELDS_done_total|8|9|4/FIELDS_recv_total|10|11|4");
}

static void an_agency_of_fields_is_their_sum(void **state)
{
	struct box *b = *state;
	give(b, "a/x", "MONTH 2026 1", FORM, "6, 4, 0, 4, 3, 1, 1, 1");
	give(b, "a/y", "MONTH 2026 1", FORM, "2, 1, 2, 1, 1, 0, 2, 1");
	give(b, "a/x", "MONTH 2026 2", FORM ", digit_due", "6, 4, 2, 4, 3, 1, 3, 1, 10");
	give(b, "a/y", "MONTH 2026 2", "recv_online, open_in_term, open_overdue", "1, 1, 0");
	/* The agency's own row has what only it knows; the rest is its fields'. */
	give(b, "a", "MONTH 2026 3", "sat_satisfied, sat_unsatisfied, recv_online", "9, 1, 4");
	give(b, "a/x", "MONTH 2026 3", FORM, "4, 2, 4, 5, 1, 0, 4, 1");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "BALANCE|10|11|6");
	assert_string_equal(stat(b, "a", "MONTH 2026 3", "faults"), "1");
	assert_string_equal(stat(b, "", "QUARTER 2026 1", "faults"), "1");
	run(b, "UPDATE dossier_stat SET done_early = 4 WHERE n = 3 AND field_code = 'x'");
	work_out(b, "2026-11-21");
	assert_string_equal(stat(b, "a", "MONTH 2026 1", BALANCE ", parts"), "15|2|10|5|1");
	assert_string_equal(stat(b, "a", "MONTH 2026 2", BALANCE ", recv_online, digit_due, parts"),
	                    "NULL|NULL|NULL|5|7|NULL|0");
	assert_string_equal(stat(b, "a", "MONTH 2026 3", BALANCE ", sat_rated, recv_online"),
	                    "10|4|5|5|10|4");
	assert_string_equal(gaps(b), "");
}

/* Twelve months of 10 received and 10 settled, 3 open all the time. */
static void put_year(struct box *b, const char *who, int year, int first, int last)
{
	for (int n = first; n <= last; n++) {
		give(b, who, SAY("MONTH %d %d", year, n), FORM, "6, 4, 3, 5, 4, 1, 2, 1");
	}
}

static void months_make_longer_periods(void **state)
{
	struct box *b = *state;
	put_year(b, "a", 2025, 1, 12);
	run(b, "UPDATE dossier_stat SET carried_over = 7, done_early = 9 WHERE n = 4");
	run(b, "UPDATE dossier_stat SET open_overdue = 5, done_early = 1 WHERE n = 3");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "");
	const char *what = BALANCE ", recv_new, open_overdue, months, months_due, parts, parts_due";
	assert_string_equal(stat(b, "a", "MONTH 2025 2", what), "13|3|10|3|10|1|1|1|1|1");
	assert_string_equal(stat(b, "a", "QUARTER 2025 1", what), "33|3|26|7|30|5|3|3|3|3");
	assert_string_equal(stat(b, "a", "QUARTER 2025 2", what), "37|7|34|3|30|1|3|3|3|3");
	assert_string_equal(stat(b, "a", "HALF 2025 1", what), "63|3|60|3|60|1|6|6|6|6");
	assert_string_equal(stat(b, "a", "HALF 2025 2", what), "63|3|60|3|60|1|6|6|6|6");
	assert_string_equal(stat(b, "a", "NINE_MONTHS 2025 1", what), "93|3|90|3|90|1|9|9|9|9");
	assert_string_equal(stat(b, "a", "YEAR 2025 1", what), "123|3|120|3|120|1|12|12|12|12");
	assert_string_equal(stat(b, "", "YEAR 2025 1", what), "123|3|120|3|120|1|12|12|12|12");
	assert_string_equal(figure(b, "a", "QUARTER 2025 1", "on_time_done"), "23|26|3|3");
	assert_string_equal(figure(b, "a", "QUARTER 2025 1", "on_time_766"), "25|33|3|3");
	assert_string_equal(figure(b, "", "YEAR 2025 1", "on_time_766"), "110|123|12|12");
	assert_string_equal(rows(b, "SELECT count(*) FROM stat"), "40");
}

/* Every column is added into its own place: no two have the same numbers. */
static void each_column_keeps_its_place(void **state)
{
	struct box *b = *state;
	const char *known = "name IN (SELECT name FROM pragma_table_info('stat')) AND"
	                    " name NOT IN ('agency_code', 'field_code', 'year', 'n', 'data_asof',"
	                    " 'source_system')";
	struct str list = str_from(rows(b, SAY(
		"SELECT group_concat(name, ', ') FROM pragma_table_info('dossier_stat') WHERE %s",
		known)));
	put_agency(b, "b", "", "");
	static const struct { const char *who, *when; int plus; } given[] = {
		{"a", "MONTH 2026 1", 1}, {"a", "MONTH 2026 3", 2}, {"b", "MONTH 2026 3", 5}};
	for (size_t i = 0; i < countof(given); i++)
		give(b, given[i].who, given[i].when, arena_strz(&b->a, list),
		     rows(b, SAY("SELECT group_concat(cid * 100 + %d, ', ')"
			" FROM pragma_table_info('dossier_stat') WHERE %s", given[i].plus, known)));
	work_out(b, "2026-11-21");
	int seen = 0;
	for (struct str rest = list; rest.p; seen++) {
		struct str name = str_trim(str_cut(&rest, ','));
		const char *column = arena_strz(&b->a, name);
		int stock = str_starts(name, STR("open_")) || str_eqz(name, "suspended") ||
		            str_eqz(name, "procedures_total");
		int carried = str_eqz(name, "carried_over"), total = str_eqz(name, "recv_total");
		if (total)
			continue;
		struct str got = arena_printf(&b->a, "%s|%s",
		                              stat(b, "a", "QUARTER 2026 1", column),
		                              stat(b, "", "QUARTER 2026 1", column));
		int one = stock || carried;
		const char *want = rows(b, SAY(
			"SELECT cid * %d + %d, cid * %d + %d FROM pragma_table_info('dossier_stat')"
			" WHERE name = '%s'", one ? 100 : 200, carried ? 1 : stock ? 2 : 3,
			one ? 200 : 300, carried ? 6 : stock ? 7 : 8, column));
		assert_string_equal(arena_strz(&b->a, got), want);
	}
	assert_true(seen > 35);
	/* Each indicator has its two sides, and none is another's. */
	assert_string_equal(rows(b, "SELECT code FROM indicator WHERE code NOT IN (SELECT indicator"
	                            " FROM figure) AND code <> 'pakn_on_time'"), "");
	assert_string_equal(rows(b, "SELECT count(DISTINCT num || '/' || den) FROM figure"
	                            " WHERE agency_code = 'a' AND kind = 'MONTH' AND n = 1"), "15");
}

static void a_month_that_is_missing_is_no_zero(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "", "");
	put_year(b, "a", 2026, 1, 3);
	put_year(b, "b", 2026, 2, 2);
	run(b, "UPDATE dossier_stat SET open_in_term = NULL, open_overdue = NULL"
	       " WHERE agency_code = 'a' AND n = 2");
	work_out(b, "2026-11-21");
	assert_string_equal(gaps(b), "MONTH|b|2026|3");
	const char *what = BALANCE ", months, months_due, parts, parts_due";
	assert_string_equal(stat(b, "b", "MONTH 2026 3", what), "");
	assert_string_equal(stat(b, "b", "MONTH 2026 1", what), "");
	assert_string_equal(stat(b, "b", "QUARTER 2026 1", what), "13|3|10|3|1|3|1|2");
	assert_string_equal(stat(b, "", "MONTH 2026 3", what), "13|3|10|3|1|1|1|2");
	assert_string_equal(stat(b, "a", "MONTH 2026 2", what), "13|3|10|NULL|1|1|0|1");
	assert_string_equal(stat(b, "a", "QUARTER 2026 1", what), "33|3|30|3|3|3|2|3");
	assert_string_equal(stat(b, "", "QUARTER 2026 1", what), "46|6|40|6|3|3|3|5");
	assert_string_equal(stat(b, "a", "YEAR 2026 1", "months, months_due"), "3|12");
	/* The rate of what stands at the end wants all months; others want what they have. */
	assert_string_equal(figure(b, "a", "QUARTER 2026 1", "on_time_766"), "");
	assert_string_equal(figure(b, "", "QUARTER 2026 1", "on_time_766"), "11|13|1|5");
	assert_string_equal(figure(b, "", "QUARTER 2026 1", "on_time_done"), "36|40|4|5");
}

static void half_of_a_pair_is_not_counted(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "", "");
	give(b, "a", "MONTH 2026 1", "digit_done, digit_due", "8, 10");
	give(b, "a", "MONTH 2026 2", "digit_done", "9");
	give(b, "b", "MONTH 2026 2", "digit_due", "20");
	give(b, "b", "MONTH 2026 1", "digit_due, digit_done, results_issued", "20, 10, 5");
	work_out(b, "2026-11-21");
	assert_string_equal(figure(b, "a", "QUARTER 2026 1", "digit"), "8|10|1|2");
	assert_string_equal(figure(b, "a", "MONTH 2026 2", "digit"), "");
	assert_string_equal(figure(b, "", "QUARTER 2026 1", "digit"), "18|30|2|4");
	assert_string_equal(stat(b, "a", "QUARTER 2026 1", "digit_done, digit_due"), "17|10");
	assert_string_equal(figure(b, "b", "MONTH 2026 1", "eresult"), "");
}

/* What old agencies hand on to new ones on 1 July is one and the same. */
static void dossiers_handed_on_are_counted_once(void **state)
{
	struct box *b = *state;
	put_agency(b, "old", "", "2025-07-01");
	put_agency(b, "new", "2025-07-01", "");
	put_year(b, "a", 2025, 1, 12);
	put_year(b, "old", 2025, 1, 6);
	put_year(b, "new", 2025, 7, 12);
	work_out(b, "2026-11-21");
	assert_string_equal(gaps(b), "");
	const char *what = BALANCE ", months, months_due, parts, parts_due";
	assert_string_equal(stat(b, "old", "YEAR 2025 1", what), "63|3|60|3|6|6|6|6");
	assert_string_equal(stat(b, "new", "YEAR 2025 1", what), "63|3|60|3|6|6|6|6");
	assert_string_equal(stat(b, "new", "QUARTER 2025 3", what), "33|3|30|3|3|3|3|3");
	assert_string_equal(stat(b, "", "YEAR 2025 1", what), "246|6|240|6|12|12|24|24");
	assert_string_equal(figure(b, "", "YEAR 2025 1", "on_time_766"), "220|246|24|24");
	/* Until the new one reports, what the old one had open is still there. */
	work_out(b, "2025-07-05");
	assert_string_equal(stat(b, "", "YEAR 2025 1", what), "126|6|120|6|6|12|12|12");
}

static void what_stands_at_the_end_is_of_those_that_are_there(void **state)
{
	struct box *b = *state;
	put_agency(b, "old", "", "2026-03-01");
	const char *columns = "done_late, open_overdue, open_total, apology_sent, procedures_total,"
	                      " procedures_simplified, data_asof";
	give(b, "old", "MONTH 2026 1", columns, "2, 4, 9, 3, 50, 2, '2026-01-15'");
	give(b, "old", "MONTH 2026 3", columns, "0, 3, 3, 3, 50, 2, '2026-01-16'");
	give(b, "a", "MONTH 2026 1", columns, "1, 1, 5, 1, 40, 1, '2026-01-20'");
	give(b, "a", "MONTH 2026 3", columns, "1, 2, 6, 1, 41, 1, '2026-03-17'");
	work_out(b, "2026-11-21");
	const char *what = "open_total, open_overdue, procedures_total, data_asof";
	/* Its last month may be reported after an agency's end: it counts in that month. */
	assert_string_equal(stat(b, "", "MONTH 2026 3", what), "9|5|91|2026-01-16");
	assert_string_equal(stat(b, "", "YEAR 2026 1", what), "6|2|41|2026-03-17");
	assert_string_equal(figure(b, "", "YEAR 2026 1", "simplify"), "6|41|4|6");
	assert_string_equal(figure(b, "", "YEAR 2026 1", "apology_cover"), "8|6|4|6");
}

static void what_an_agency_takes_over_balances_too(void **state)
{
	struct box *b = *state;
	put_agency(b, "old", "", "2025-07-01");
	put_year(b, "a", 2025, 1, 12);
	put_year(b, "old", 2025, 1, 6);
	run(b, "UPDATE dossier_stat SET carried_over = 6, done_early = 8"
	       " WHERE agency_code = 'a' AND n = 7");
	work_out(b, "2026-11-21");
	assert_string_equal(stat(b, "", "YEAR 2025 1", BALANCE), "186|6|183|3");
	/* One that comes with dossiers from nobody here brings them. */
	put_agency(b, "new", "2025-07-01", "");
	run(b, "DELETE FROM dossier_stat");
	put_year(b, "a", 2025, 1, 12);
	put_year(b, "new", 2025, 7, 12);
	work_out(b, "2026-11-21");
	assert_string_equal(stat(b, "", "YEAR 2025 1", BALANCE), "186|6|180|6");
	/* One that exists and reports later too. */
	run(b, "UPDATE agency SET valid_from = NULL");
	work_out(b, "2026-11-21");
	assert_string_equal(stat(b, "", "YEAR 2025 1", BALANCE), "186|6|180|6");
	assert_string_equal(gaps(b), "");
}

static void an_agency_owes_months_while_it_exists(void **state)
{
	struct box *b = *state;
	put_agency(b, "ends", "", "2026-03-10");
	put_agency(b, "begins", "2026-02-10", "");
	put_agency(b, "silent", "", "");
	put_year(b, "a", 2026, 1, 5);
	put_year(b, "ends", 2026, 1, 1);
	put_year(b, "begins", 2026, 2, 2);
	put_year(b, "begins", 2026, 4, 4);
	work_out(b, "2026-11-21");
	assert_string_equal(gaps(b), "MONTH|begins|2026|3/MONTH|begins|2026|5/"
	                             "MONTH|ends|2026|2/MONTH|ends|2026|3");
	assert_string_equal(stat(b, "ends", "YEAR 2026 1", "months, months_due, parts_due"),
	                    "1|3|3");
	assert_string_equal(stat(b, "begins", "HALF 2026 1", "months, months_due, parts_due"),
	                    "2|4|4");
	assert_string_equal(stat(b, "", "MONTH 2026 3", "parts, parts_due"), "1|3");
}

static void a_quarter_given_whole_stands_without_its_months(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "", "");
	put_year(b, "a", 2026, 1, 3);
	put_year(b, "b", 2026, 1, 1);
	give(b, "b", "QUARTER 2026 1", FORM, "20, 10, 3, 20, 9, 1, 2, 1");
	give(b, "b", "QUARTER 2026 2", FORM, "20, 10, 3, 20, 9, 1, 2, 1");
	work_out(b, "2026-11-21");
	const char *what = BALANCE ", months, months_due, parts, parts_due";
	assert_string_equal(stat(b, "b", "QUARTER 2026 1", what), "33|3|30|3|3|3|3|3");
	assert_string_equal(stat(b, "b", "QUARTER 2026 2", what), "33|3|30|3|3|3|3|3");
	assert_string_equal(stat(b, "", "QUARTER 2026 1", what), "66|6|60|6|3|3|6|6");
	assert_string_equal(figure(b, "b", "QUARTER 2026 1", "on_time_done"), "29|30|3|3");
	assert_string_equal(figure(b, "", "QUARTER 2026 1", "on_time_done"), "56|60|6|6");
	assert_string_equal(faults(b), "");
	/* Where all months are known they stand, and the quarter has to agree. */
	put_year(b, "b", 2026, 2, 3);
	work_out(b, "2026-11-21");
	assert_string_equal(stat(b, "b", "QUARTER 2026 1", "done_early"), "15");
	assert_string_equal(faults(b), "");
	run(b, "UPDATE dossier_stat SET recv_online = 21, done_early = 21"
	       " WHERE period_kind = 'QUARTER' AND n = 1");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "MONTHS_done_total|31|30|5/MONTHS_recv_total|34|33|5");
}

static void calendar_months_are_kept_apart(void **state)
{
	struct box *b = *state;
	put_year(b, "a", 2026, 1, 1);
	for (int n = 1; n <= 12; n++) {
		give(b, "a", SAY("CALENDAR_MONTH 2026 %d", n), FORM, "60, 40, 3, 50, 40, 10, 2, 1");
	}
	work_out(b, "2026-11-30");
	assert_string_equal(stat(b, "a", "QUARTER 2026 1", "done_total"), "10");
	assert_string_equal(stat(b, "a", "CALENDAR_QUARTER 2026 1", "done_total"), "300");
	assert_string_equal(stat(b, "a", "CALENDAR_YEAR 2026 1", "done_total, months"), "1000|10");
	assert_string_equal(gaps(b), "");
	work_out(b, "2026-12-01");
	assert_string_equal(stat(b, "a", "CALENDAR_YEAR 2026 1", "done_total, months"), "1100|11");
}

static void a_month_counts_from_its_closing_day(void **state)
{
	struct box *b = *state;
	put_year(b, "a", 2026, 9, 12);
	const char *last = "SELECT max(n) FROM stat WHERE kind = 'MONTH' AND agency_code = ''";
	static const struct { const char *cut, *day, *newest; } cases[] = {
		{NULL, "2026-11-14", "10"}, {NULL, "2026-11-15", "11"}, {NULL, "2026-12-14", "11"},
		{NULL, "2026-09-20", "9"}, {"10", "2026-11-09", "10"}, {"10", "2026-11-10", "11"},
		{"1", "2026-11-30", "10"}, {"1", "2026-12-01", "11"}, {"28", "2026-11-27", "10"},
		{"31", "2026-11-15", "11"}, {"0", "2026-11-14", "10"}, {NULL, "2026-08-01", "NULL"},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		run(b, "DELETE FROM setting");
		if (cases[i].cut)
			run(b, SAY("INSERT INTO setting(key, value, source_id, source_line)"
				" VALUES ('period.cut_day', '%s', 99, 1)", cases[i].cut));
		work_out(b, cases[i].day);
		if (strcmp(rows(b, last), cases[i].newest))
			fail_msg("%s, cut %s: %s", cases[i].day, cases[i].cut, rows(b, last));
	}
	/* What has not closed is nobody's fault yet. */
	run(b, "UPDATE dossier_stat SET done_total = 99 WHERE n = 12");
	work_out(b, "2026-11-21");
	assert_string_equal(faults(b), "");
	assert_string_equal(gaps(b), "");
	run(b, "DELETE FROM setting");
	work_out(b, "2026-12-15");
	assert_string_equal(faults(b), "BALANCE|13|102|4/DONE|99|10|4");
}

static void nothing_is_worked_out_twice(void **state)
{
	struct box *b = *state;
	put_year(b, "a", 2026, 9, 12);
	work_out(b, "2026-11-21");
	const char *mark = "UPDATE period_sum SET months = 77";
	const char *marked = "SELECT max(months) FROM stat";
	run(b, mark);
	assert_int_equal(figures_update(b->db, STR("2026-11-30"), &b->d), 0);
	assert_string_equal(rows(b, marked), "77");
	assert_int_equal(figures_update(b->db, STR("2026-12-16"), &b->d), 0);
	assert_string_equal(rows(b, marked), "4");
	run(b, mark);
	assert_int_equal(figures_update(b->db, STR("2026-11-21"), &b->d), 0);
	assert_string_equal(rows(b, marked), "3");
	run(b, mark);
	run(b, "INSERT INTO setting(key, value, source_id, source_line)"
	       " VALUES ('period.cut_day', '10', 99, 1)");
	assert_int_equal(figures_update(b->db, STR("2026-11-21"), &b->d), 0);
	assert_string_equal(rows(b, marked), "3");
	run(b, mark);
	change_file(b, 98);
	assert_int_equal(figures_update(b->db, STR("2026-11-21"), &b->d), 0);
	assert_string_equal(rows(b, marked), "77");
	change_file(b, 99);
	assert_int_equal(figures_update(b->db, STR("2026-11-21"), &b->d), 0);
	assert_string_equal(rows(b, marked), "3");
}

static void the_order_of_rows_changes_nothing(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "2026-02-01", "");
	put_year(b, "a", 2026, 1, 4);
	put_year(b, "b", 2026, 2, 4);
	put_year(b, "a/x", 2026, 2, 3);
	const char *all = "SELECT * FROM period_sum";
	work_out(b, "2026-11-21");
	const char *before = rows(b, all);
	run(b, "CREATE TEMP TABLE t AS SELECT * FROM dossier_stat"
	       " ORDER BY n DESC, agency_code DESC;"
	       "DELETE FROM dossier_stat; INSERT INTO dossier_stat SELECT * FROM t");
	work_out(b, "2026-11-21");
	assert_string_equal(rows(b, all), before);
}

static void a_rate_of_sums_is_no_mean_of_rates(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "", "");
	give(b, "a", "MONTH 2024 2", "digit_done, digit_due", "260, 318");
	give(b, "b", "MONTH 2024 2", "digit_done, digit_due", "1506, 1663");
	work_out(b, "2026-11-21");
	/* The mean of the two would be 86,16 %. */
	assert_string_equal(rows(b, "SELECT agency_code, num || ' of ' || den, pct(num, den)"
	                            " FROM figure WHERE kind = 'MONTH' ORDER BY 1"),
	                    "|1766 of 1981|89,15%/a|260 of 318|81,76%/b|1506 of 1663|90,56%");
}

static void a_target_is_met_exactly_or_not(void **state)
{
	struct box *b = *state;
	put_agency(b, "b", "", "");
	put_agency(b, "c", "", "");
	const char *columns = "done_total, done_early, done_on_time, done_late";
	give(b, "a", "MONTH 2026 1", columns, "25000, 20000, 3999, 1001");
	give(b, "b", "MONTH 2026 1", columns, "25000, 20000, 4000, 1000");
	give(b, "c", "MONTH 2026 1", columns, "0, 0, 0, 0");
	run(b, "INSERT INTO target(indicator, year, scope, period_kind, value_num, source_id,"
	       " source_line) VALUES ('on_time_done', 2026, '', '', 96, 99, 1),"
	       " ('on_time_done', 2026, '', 'QUARTER', 60, 99, 2),"
	       " ('on_time_done', 2026, 'a', 'YEAR', 70, 99, 3)");
	work_out(b, "2026-11-21");
	assert_string_equal(
		rows(b, "SELECT agency_code, num, pct(num, den), meets_target(num, den, comparator,"
		        " value_num, value_den) FROM figure_target WHERE kind = 'MONTH' AND"
		        " indicator = 'on_time_done' AND agency_code <> '' ORDER BY 1"),
		"a|23999|96,00%|0/b|24000|96,00%|1/c|0|–|NULL");
	/* One's own goes before that of all, that of the kind of period before the other. */
	assert_string_equal(rows(b, "SELECT agency_code, kind, value_num FROM figure_target"
	                            " WHERE kind IN ('QUARTER', 'YEAR') AND agency_code < 'b'"
	                            " AND indicator = 'on_time_done' ORDER BY 1, 2"),
	                    "|QUARTER|60/|YEAR|96/a|QUARTER|60/a|YEAR|70");
}

static void letters_of_apology_are_compared_with_dossiers_past_their_day(void **state)
{
	struct box *b = *state;
	give(b, "a", "MONTH 2026 1", FORM ", apology_sent", "6, 4, 3, 5, 4, 1, 2, 1, 2");
	give(b, "a", "MONTH 2026 2", FORM ", apology_sent", "6, 4, 3, 5, 4, 1, 2, 1, 1");
	const char *with_due = FORM ", apology_due, apology_sent";
	give(b, "a", "MONTH 2026 4", with_due, "6, 4, 3, 5, 4, 1, 2, 1, 2, 1");
	give(b, "a", "MONTH 2026 5", with_due, "6, 4, 3, 5, 4, 1, 2, 1, 1, 1");
	work_out(b, "2026-11-21");
	assert_string_equal(figure(b, "a", "MONTH 2026 1", "apology_cover"), "2|2|1|1");
	/* One that is open all the time is one: 2 late, 1 open at the end. */
	assert_string_equal(figure(b, "a", "QUARTER 2026 1", "apology_cover"), "3|3|2|3");
	assert_string_equal(figure(b, "a", "QUARTER 2026 2", "apology_cover"), "2|3|2|2");
}

static void complaints_are_added_by_channel_and_together(void **state)
{
	struct box *b = *state;
	put_agency(b, "old", "", "2026-03-01");
	const char *columns = "received, about_tthc, answered_on_time, late, open";
	give(b, "a/PORTAL", "MONTH 2026 1", columns, "5, 2, 3, 1, 1");
	give(b, "a/DIRECT", "MONTH 2026 1", columns, "4, NULL, 4, 0, 0");
	give(b, "a/PORTAL", "MONTH 2026 2", columns, "7, 0, 6, NULL, 1");
	give(b, "a/PORTAL", "MONTH 2026 3", columns, "1, 0, 1, 0, 0");
	give(b, "old/PORTAL", "MONTH 2026 2", columns, "2, 0, 1, 0, 1");
	give(b, "a/PORTAL", "MONTH 2026 12", columns, "100, 0, 1, 0, 0");
	work_out(b, "2026-11-21");
	const char *sql = "SELECT agency_code, channel, received, about_tthc, answered_on_time,"
	                  " late, open, months, months_due FROM pakn"
	                  " WHERE kind = 'QUARTER' ORDER BY 1, 2";
	assert_string_equal(rows(b, sql),
	                    "||19|2|15|1|0|3|3/|DIRECT|4|NULL|4|0|0|1|3/|PORTAL|15|2|11|1|0|3|3/"
	                    "a||17|2|14|1|0|3|3/a|DIRECT|4|NULL|4|0|0|1|3/a|PORTAL|13|2|10|1|0|3|3/"
	                    "old||2|0|1|0|1|1|2/old|PORTAL|2|0|1|0|1|1|2");
	/* Of February only one of two knows how many were late. */
	assert_string_equal(figure(b, "a", "QUARTER 2026 1", "pakn_on_time"), "8|9|3|4");
	assert_string_equal(figure(b, "", "MONTH 2026 2", "pakn_on_time"), "1|1|1|2");
	/* Who reports nothing else is no agency with dossiers. */
	assert_string_equal(rows(b, "SELECT count(*) FROM stat"), "0");
	give(b, "a/PORTAL", "QUARTER 2026 2", columns, "9, 0, 9, 0, 0");
	give(b, "a/PORTAL", "QUARTER 2026 1", columns, "99, 0, 9, 0, 0");
	work_out(b, "2026-11-21");
	assert_string_equal(rows(b, "SELECT n, received, months FROM pakn WHERE kind = 'QUARTER'"
	                            " AND agency_code = 'a' AND channel = 'PORTAL' ORDER BY n"),
	                    "1|13|3/2|9|3");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_box, close_box)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		CASE(totals_left_empty_are_added_up), CASE(what_does_not_add_up_is_found),
		CASE(what_is_carried_over_was_open_before),
		CASE(fields_come_to_what_the_agency_says), CASE(an_agency_of_fields_is_their_sum),
		CASE(months_make_longer_periods), CASE(each_column_keeps_its_place),
		CASE(a_month_that_is_missing_is_no_zero), CASE(half_of_a_pair_is_not_counted),
		CASE(dossiers_handed_on_are_counted_once),
		CASE(what_stands_at_the_end_is_of_those_that_are_there),
		CASE(what_an_agency_takes_over_balances_too),
		CASE(an_agency_owes_months_while_it_exists),
		CASE(a_quarter_given_whole_stands_without_its_months),
		CASE(calendar_months_are_kept_apart), CASE(a_month_counts_from_its_closing_day),
		CASE(nothing_is_worked_out_twice), CASE(the_order_of_rows_changes_nothing),
		CASE(a_rate_of_sums_is_no_mean_of_rates), CASE(a_target_is_met_exactly_or_not),
		CASE(letters_of_apology_are_compared_with_dossiers_past_their_day),
		CASE(complaints_are_added_by_channel_and_together),
	};
	db_global_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
