-- SPDX-License-Identifier: MIT
-- From what the agencies report to what the pages show: months are checked, added up by agency
-- and field into periods of every kind, and rates are taken from the sums, never from rates.
--
-- Run by board/figures.c after loading, inside its transaction, with one row in figure_state.
-- Nothing here depends on anything but the tables; the order of rows does not matter.
--
-- A period's dossiers are those carried over into its first month, plus what came in all its
-- months; what is open is what is open at the end of its last month (form II.06a). Columns of
-- period_sum are filled by position: the unit test gives each column a number of its own.

DELETE FROM period_sum; DELETE FROM stat_fault; DELETE FROM stat_gap; DELETE FROM pakn;

-- Every period by its months: first and last, and how many.
CREATE TEMP TABLE period (
  kind TEXT, n INT, month_kind TEXT, first INT, last INT, months INT, PRIMARY KEY (kind, n)
) WITHOUT ROWID;
INSERT INTO period
SELECT kind, n, month_kind, min(month), max(month), count(*) FROM period_part GROUP BY kind, n;

-- Periods that had closed on the day.
CREATE TEMP TABLE closed AS
SELECT d.period_kind AS kind, d.year, d.n FROM
  (SELECT period_kind, year, n FROM dossier_stat UNION SELECT period_kind, year, n FROM pakn_stat) d
JOIN period p ON p.kind = d.period_kind AND p.n = d.n JOIN figure_state s
WHERE s.day >= CASE WHEN p.month_kind = 'CALENDAR_MONTH' OR s.cut_day = 1
  THEN date(printf('%04d-%02d-01', d.year, p.last), '+1 month')
  ELSE printf('%04d-%02d-%02d', d.year, p.last, s.cut_day) END;
CREATE UNIQUE INDEX temp.closed_key ON closed(kind, year, n);

-- What is reported. What was left out and follows from the rest of the row is worked out, unless
-- that gives less than nothing.
CREATE TEMP TABLE reported AS
SELECT agency_code, field_code, period_kind AS kind, year, n, 0 AS faults,
  recv_total, carried_over, recv_new, recv_online, recv_direct, recv_postal, recv_direct_postal,
  done_total, done_early, done_on_time, done_late, returned, apology_due, apology_sent, digit_due,
  digit_done, results_issued, results_digital, reuse_done, fee_dossiers, paid_online, payments,
  payments_cashless, sat_asked, sat_very, sat_satisfied, sat_neutral, sat_unsatisfied, sat_good,
  sat_rated, home_booked, home_done, post_returned, procedures_simplified, docs_issued,
  docs_signed, adjusted_count, open_total, open_in_term, open_overdue, suspended, procedures_total,
  data_asof, source_system, source_id, source_line
FROM (SELECT *, coalesce(recv_online + recv_direct_postal, recv_total - carried_over) AS recv_new,
    coalesce(sat_very, 0) + sat_satisfied AS sat_good,
    coalesce(sat_very, 0) + sat_satisfied + coalesce(sat_neutral, 0) + sat_unsatisfied AS sat_rated
  FROM (SELECT d.agency_code, d.field_code, d.period_kind, d.year, d.n,
    coalesce(recv_total, recv_online + direct + carried_over) AS recv_total,
    coalesce(carried_over, CASE WHEN recv_total >= recv_online + direct
      THEN recv_total - recv_online - direct END) AS carried_over,
    coalesce(direct, CASE WHEN recv_total >= recv_online + carried_over
      THEN recv_total - recv_online - carried_over END) AS recv_direct_postal,
    coalesce(done_total, done_early + done_on_time + done_late) AS done_total,
    coalesce(open_total, open_in_term + open_overdue) AS open_total,
    recv_online, recv_direct, recv_postal, done_early, done_on_time, done_late, returned,
    open_in_term, open_overdue, suspended, apology_due, apology_sent, digit_due, digit_done,
    results_issued, results_digital, reuse_done, fee_dossiers, paid_online, payments,
    payments_cashless, sat_asked, sat_very, sat_satisfied, sat_neutral, sat_unsatisfied,
    home_booked, home_done, post_returned, procedures_total, procedures_simplified, docs_issued,
    docs_signed, adjusted_count, data_asof, source_system, source_id, source_line
  FROM (SELECT *, coalesce(recv_direct_postal, recv_direct + recv_postal) AS direct
    FROM dossier_stat) d
  JOIN closed c ON c.kind = d.period_kind AND c.year = d.year AND c.n = d.n));
CREATE UNIQUE INDEX temp.reported_key ON reported(agency_code, field_code, kind, year, n);

-- The sums over the fields of an agency, where all fields that report know a column.
CREATE TEMP TABLE by_field AS
SELECT agency_code, '' AS field_code, kind, year, n, 0 AS faults,
  iif(count(recv_total) = count(*), sum(recv_total), NULL) AS recv_total,
  iif(count(carried_over) = count(*), sum(carried_over), NULL) AS carried_over,
  iif(count(recv_new) = count(*), sum(recv_new), NULL) AS recv_new,
  iif(count(recv_online) = count(*), sum(recv_online), NULL) AS recv_online,
  iif(count(recv_direct) = count(*), sum(recv_direct), NULL) AS recv_direct,
  iif(count(recv_postal) = count(*), sum(recv_postal), NULL) AS recv_postal,
  iif(count(recv_direct_postal) = count(*), sum(recv_direct_postal), NULL) AS recv_direct_postal,
  iif(count(done_total) = count(*), sum(done_total), NULL) AS done_total,
  iif(count(done_early) = count(*), sum(done_early), NULL) AS done_early,
  iif(count(done_on_time) = count(*), sum(done_on_time), NULL) AS done_on_time,
  iif(count(done_late) = count(*), sum(done_late), NULL) AS done_late,
  iif(count(returned) = count(*), sum(returned), NULL) AS returned,
  iif(count(apology_due) = count(*), sum(apology_due), NULL) AS apology_due,
  iif(count(apology_sent) = count(*), sum(apology_sent), NULL) AS apology_sent,
  iif(count(digit_due) = count(*), sum(digit_due), NULL) AS digit_due,
  iif(count(digit_done) = count(*), sum(digit_done), NULL) AS digit_done,
  iif(count(results_issued) = count(*), sum(results_issued), NULL) AS results_issued,
  iif(count(results_digital) = count(*), sum(results_digital), NULL) AS results_digital,
  iif(count(reuse_done) = count(*), sum(reuse_done), NULL) AS reuse_done,
  iif(count(fee_dossiers) = count(*), sum(fee_dossiers), NULL) AS fee_dossiers,
  iif(count(paid_online) = count(*), sum(paid_online), NULL) AS paid_online,
  iif(count(payments) = count(*), sum(payments), NULL) AS payments,
  iif(count(payments_cashless) = count(*), sum(payments_cashless), NULL) AS payments_cashless,
  iif(count(sat_asked) = count(*), sum(sat_asked), NULL) AS sat_asked,
  iif(count(sat_very) = count(*), sum(sat_very), NULL) AS sat_very,
  iif(count(sat_satisfied) = count(*), sum(sat_satisfied), NULL) AS sat_satisfied,
  iif(count(sat_neutral) = count(*), sum(sat_neutral), NULL) AS sat_neutral,
  iif(count(sat_unsatisfied) = count(*), sum(sat_unsatisfied), NULL) AS sat_unsatisfied,
  iif(count(sat_good) = count(*), sum(sat_good), NULL) AS sat_good,
  iif(count(sat_rated) = count(*), sum(sat_rated), NULL) AS sat_rated,
  iif(count(home_booked) = count(*), sum(home_booked), NULL) AS home_booked,
  iif(count(home_done) = count(*), sum(home_done), NULL) AS home_done,
  iif(count(post_returned) = count(*), sum(post_returned), NULL) AS post_returned,
  iif(count(procedures_simplified) = count(*), sum(procedures_simplified), NULL)
    AS procedures_simplified,
  iif(count(docs_issued) = count(*), sum(docs_issued), NULL) AS docs_issued,
  iif(count(docs_signed) = count(*), sum(docs_signed), NULL) AS docs_signed,
  iif(count(adjusted_count) = count(*), sum(adjusted_count), NULL) AS adjusted_count,
  iif(count(open_total) = count(*), sum(open_total), NULL) AS open_total,
  iif(count(open_in_term) = count(*), sum(open_in_term), NULL) AS open_in_term,
  iif(count(open_overdue) = count(*), sum(open_overdue), NULL) AS open_overdue,
  iif(count(suspended) = count(*), sum(suspended), NULL) AS suspended,
  iif(count(procedures_total) = count(*), sum(procedures_total), NULL) AS procedures_total,
  min(data_asof) AS data_asof, min(source_system) AS source_system,
  NULL AS source_id, NULL AS source_line
FROM reported WHERE field_code <> '' GROUP BY agency_code, kind, year, n;
CREATE UNIQUE INDEX temp.by_field_key ON by_field(agency_code, kind, year, n);

-- What does not add up (R-82, R-83). has: the whole; wants: what its parts come to. Parts that are
-- known may never exceed the whole; where all are known (is_sum) they are equal to it.
INSERT INTO stat_fault(agency_code, field_code, period_kind, year, n, fault, is_grave, has, wants,
  source_id, source_line)
WITH over AS MATERIALIZED (SELECT * FROM
    (SELECT *, rowid AS id, done_late + open_overdue AS late,
      coalesce(apology_due, done_late + open_overdue) AS due FROM reported)
  WHERE returned > done_total OR suspended > open_total OR digit_done > digit_due
    OR results_digital > results_issued OR reuse_done > recv_new OR paid_online > fee_dossiers
    OR payments_cashless > payments OR sat_rated > sat_asked OR home_done > home_booked
    OR post_returned > results_issued OR procedures_simplified > procedures_total
    OR docs_signed > docs_issued OR apology_due > late OR apology_sent > due),
each(id, fault, is_grave, has, wants, is_sum) AS (
  SELECT rowid, 'RECV', 1, recv_total,
    coalesce(recv_online, 0) + coalesce(recv_direct_postal, 0) + coalesce(carried_over, 0),
    recv_online + recv_direct_postal + carried_over IS NOT NULL FROM reported
  UNION ALL
  SELECT rowid, 'DIRECT', 1, recv_direct_postal, coalesce(recv_direct, 0) + coalesce(recv_postal, 0),
    recv_direct + recv_postal IS NOT NULL FROM reported
  UNION ALL
  SELECT rowid, 'DONE', 1, done_total,
    coalesce(done_early, 0) + coalesce(done_on_time, 0) + coalesce(done_late, 0),
    done_early + done_on_time + done_late IS NOT NULL FROM reported
  UNION ALL
  SELECT rowid, 'OPEN', 1, open_total, coalesce(open_in_term, 0) + coalesce(open_overdue, 0),
    open_in_term + open_overdue IS NOT NULL FROM reported
  UNION ALL
  SELECT rowid, 'BALANCE', 1, recv_total, coalesce(done_total, 0) + coalesce(open_total, 0),
    done_total + open_total IS NOT NULL FROM reported
  UNION ALL SELECT id, 'PART_returned', 1, done_total, returned, 0 FROM over
  UNION ALL SELECT id, 'PART_suspended', 1, open_total, suspended, 0 FROM over
  UNION ALL SELECT id, 'PART_digit_done', 1, digit_due, digit_done, 0 FROM over
  UNION ALL SELECT id, 'PART_results_digital', 1, results_issued, results_digital, 0 FROM over
  UNION ALL SELECT id, 'PART_reuse_done', 1, recv_new, reuse_done, 0 FROM over
  UNION ALL SELECT id, 'PART_paid_online', 1, fee_dossiers, paid_online, 0 FROM over
  UNION ALL SELECT id, 'PART_payments_cashless', 1, payments, payments_cashless, 0 FROM over
  UNION ALL SELECT id, 'PART_sat_rated', 1, sat_asked, sat_rated, 0 FROM over
  UNION ALL SELECT id, 'PART_home_done', 1, home_booked, home_done, 0 FROM over
  UNION ALL SELECT id, 'PART_post_returned', 1, results_issued, post_returned, 0 FROM over
  UNION ALL SELECT id, 'PART_procedures_simplified', 1, procedures_total, procedures_simplified, 0
  FROM over
  UNION ALL SELECT id, 'PART_docs_signed', 1, docs_issued, docs_signed, 0 FROM over
  UNION ALL SELECT id, 'PART_apology_due', 0, late, apology_due, 0 FROM over
  UNION ALL SELECT id, 'PART_apology_sent', 0, due, apology_sent, 0 FROM over
  UNION ALL
  SELECT r.rowid, 'CARRY', 0, r.carried_over, before.open_total, 1
  FROM (SELECT kind, max(n) AS n FROM period WHERE kind <> 'NINE_MONTHS' GROUP BY kind) most
  CROSS JOIN reported r ON r.kind = most.kind
  CROSS JOIN reported before ON before.agency_code = r.agency_code
    AND before.field_code = r.field_code AND before.kind = r.kind
    AND before.year = r.year - (r.n = 1) AND before.n = CASE r.n WHEN 1 THEN most.n ELSE r.n - 1 END
  UNION ALL SELECT r.rowid, 'FIELDS_recv_total', 1, r.recv_total, f.recv_total, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n)
  UNION ALL SELECT r.rowid, 'FIELDS_carried_over', 1, r.carried_over, f.carried_over, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n)
  UNION ALL SELECT r.rowid, 'FIELDS_done_total', 1, r.done_total, f.done_total, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n)
  UNION ALL SELECT r.rowid, 'FIELDS_done_late', 1, r.done_late, f.done_late, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n)
  UNION ALL SELECT r.rowid, 'FIELDS_open_total', 1, r.open_total, f.open_total, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n)
  UNION ALL SELECT r.rowid, 'FIELDS_open_overdue', 1, r.open_overdue, f.open_overdue, 1
  FROM by_field f CROSS JOIN reported r USING (agency_code, field_code, kind, year, n))
SELECT r.agency_code, r.field_code, r.kind, r.year, r.n, e.fault, e.is_grave, e.has, e.wants,
  r.source_id, r.source_line
FROM each e JOIN reported r ON r.rowid = e.id
WHERE e.wants > e.has OR (e.is_sum AND e.wants < e.has);

-- What an agency's own row leaves out, its fields say; without such a row, all of it. source_id is
-- NULL where a total is theirs: their faults are then its own.
INSERT INTO reported SELECT * FROM by_field WHERE true
ON CONFLICT(agency_code, field_code, kind, year, n) DO UPDATE SET
  recv_total = coalesce(recv_total, excluded.recv_total),
  carried_over = coalesce(carried_over, excluded.carried_over),
  recv_new = coalesce(recv_new, excluded.recv_new),
  recv_online = coalesce(recv_online, excluded.recv_online),
  recv_direct = coalesce(recv_direct, excluded.recv_direct),
  recv_postal = coalesce(recv_postal, excluded.recv_postal),
  recv_direct_postal = coalesce(recv_direct_postal, excluded.recv_direct_postal),
  done_total = coalesce(done_total, excluded.done_total),
  done_early = coalesce(done_early, excluded.done_early),
  done_on_time = coalesce(done_on_time, excluded.done_on_time),
  done_late = coalesce(done_late, excluded.done_late),
  returned = coalesce(returned, excluded.returned),
  apology_due = coalesce(apology_due, excluded.apology_due),
  apology_sent = coalesce(apology_sent, excluded.apology_sent),
  digit_due = coalesce(digit_due, excluded.digit_due),
  digit_done = coalesce(digit_done, excluded.digit_done),
  results_issued = coalesce(results_issued, excluded.results_issued),
  results_digital = coalesce(results_digital, excluded.results_digital),
  reuse_done = coalesce(reuse_done, excluded.reuse_done),
  fee_dossiers = coalesce(fee_dossiers, excluded.fee_dossiers),
  paid_online = coalesce(paid_online, excluded.paid_online),
  payments = coalesce(payments, excluded.payments),
  payments_cashless = coalesce(payments_cashless, excluded.payments_cashless),
  sat_asked = coalesce(sat_asked, excluded.sat_asked),
  sat_very = coalesce(sat_very, excluded.sat_very),
  sat_satisfied = coalesce(sat_satisfied, excluded.sat_satisfied),
  sat_neutral = coalesce(sat_neutral, excluded.sat_neutral),
  sat_unsatisfied = coalesce(sat_unsatisfied, excluded.sat_unsatisfied),
  sat_good = coalesce(sat_good, excluded.sat_good),
  sat_rated = coalesce(sat_rated, excluded.sat_rated),
  home_booked = coalesce(home_booked, excluded.home_booked),
  home_done = coalesce(home_done, excluded.home_done),
  post_returned = coalesce(post_returned, excluded.post_returned),
  procedures_simplified = coalesce(procedures_simplified, excluded.procedures_simplified),
  docs_issued = coalesce(docs_issued, excluded.docs_issued),
  docs_signed = coalesce(docs_signed, excluded.docs_signed),
  adjusted_count = coalesce(adjusted_count, excluded.adjusted_count),
  open_total = coalesce(open_total, excluded.open_total),
  open_in_term = coalesce(open_in_term, excluded.open_in_term),
  open_overdue = coalesce(open_overdue, excluded.open_overdue),
  suspended = coalesce(suspended, excluded.suspended),
  procedures_total = coalesce(procedures_total, excluded.procedures_total),
  data_asof = coalesce(data_asof, excluded.data_asof),
  source_system = coalesce(source_system, excluded.source_system),
  source_id = iif(recv_total + done_total + open_total IS NULL, NULL, source_id);
UPDATE reported SET faults = f.faults FROM (
  SELECT agency_code, field_code, period_kind AS kind, year, n, count(*) AS faults
  FROM stat_fault WHERE is_grave GROUP BY 1, 2, 3, 4, 5) f
WHERE f.agency_code = reported.agency_code AND f.field_code = reported.field_code
  AND f.kind = reported.kind AND f.year = reported.year AND f.n = reported.n;
UPDATE reported SET faults = f.faults FROM (
  SELECT agency_code, period_kind AS kind, year, n, count(*) AS faults
  FROM stat_fault WHERE is_grave GROUP BY 1, 2, 3, 4) f
WHERE reported.field_code = '' AND reported.source_id IS NULL
  AND f.agency_code = reported.agency_code
  AND f.kind = reported.kind AND f.year = reported.year AND f.n = reported.n;

-- Months that should be there: from an agency's first row to the last month that anyone reports,
-- as long as the agency exists.
INSERT INTO stat_gap(month_kind, year, month, agency_code)
WITH RECURSIVE span(kind, agency_code, at, last) AS (
  SELECT r.kind, agency_code, min(year * 12 + n - 1), m.last FROM reported r
  JOIN (SELECT kind, max(year * 12 + n - 1) AS last FROM reported GROUP BY kind) m
    ON m.kind = r.kind
  WHERE r.kind IN ('MONTH', 'CALENDAR_MONTH') AND r.field_code = '' GROUP BY r.kind, agency_code
  UNION ALL SELECT kind, agency_code, at + 1, last FROM span WHERE at < last)
SELECT s.kind, s.at / 12, s.at % 12 + 1, s.agency_code
FROM span s JOIN agency a ON a.code = s.agency_code
WHERE (a.valid_from IS NULL OR a.valid_from <= printf('%04d-%02d-01', s.at / 12, s.at % 12 + 1))
  AND (a.valid_to IS NULL OR a.valid_to > printf('%04d-%02d-01', s.at / 12, s.at % 12 + 1))
  AND NOT EXISTS (SELECT 1 FROM reported r WHERE r.agency_code = s.agency_code
    AND r.field_code = '' AND r.kind = s.kind AND r.year = s.at / 12 AND r.n = s.at % 12 + 1);

-- How many months of a period an agency exists, and how many of them it owes.
CREATE TEMP TABLE due (
  agency_code TEXT, kind TEXT, year INT, n INT, months INT, gaps INT, PRIMARY KEY (agency_code,
  kind, year, n)
) WITHOUT ROWID;
INSERT INTO due
SELECT a.code, q.kind, y.year, q.n, count(*), count(g.month)
FROM (SELECT DISTINCT year FROM closed) y JOIN agency a JOIN period_part q
LEFT JOIN stat_gap g ON g.month_kind = q.month_kind AND g.year = y.year AND g.month = q.month
  AND g.agency_code = a.code
WHERE a.code IN (SELECT agency_code FROM reported UNION SELECT agency_code FROM pakn_stat)
  AND (a.valid_from IS NULL OR a.valid_from <= printf('%04d-%02d-01', y.year, q.month))
  AND (a.valid_to IS NULL OR a.valid_to > printf('%04d-%02d-01', y.year, q.month))
GROUP BY a.code, q.kind, y.year, q.n;

-- Longer periods that are reported whole and stand so, because not all their months are known.
CREATE TEMP TABLE whole AS
SELECT r.agency_code, r.field_code, r.kind, r.year, r.n, p.months
FROM reported r JOIN period p USING (kind, n)
WHERE p.months > 1 AND coalesce((SELECT d.months FROM due d WHERE d.agency_code = r.agency_code
    AND d.kind = r.kind AND d.year = r.year AND d.n = r.n), p.months)
  > (SELECT count(*) FROM reported m WHERE m.agency_code = r.agency_code
    AND m.field_code = r.field_code AND m.kind = p.month_kind AND m.year = r.year
    AND m.n BETWEEN p.first AND p.last);
CREATE UNIQUE INDEX temp.whole_key ON whole(agency_code, field_code, kind, year, n);

-- Each agency's and field's months, and the longer periods that stand by themselves. A row is a
-- part when the form is full. x + 0 * y: x where y is known.
INSERT INTO period_sum
SELECT r.agency_code, r.field_code, r.kind, r.year, r.n, p.months,
  max(p.months, coalesce(d.months, 0)),
  p.months * (recv_total + carried_over + recv_online + recv_direct_postal + done_total + done_early
    + done_on_time + done_late + open_total + open_in_term + open_overdue IS NOT NULL),
  p.months, r.faults,
  recv_total, carried_over, recv_new, recv_online, recv_direct, recv_postal, recv_direct_postal,
  done_total, done_early, done_on_time, done_late, returned, apology_due, apology_sent, digit_due,
  digit_done, results_issued, results_digital, reuse_done, fee_dossiers, paid_online, payments,
  payments_cashless, sat_asked, sat_very, sat_satisfied, sat_neutral, sat_unsatisfied, sat_good,
  sat_rated, home_booked, home_done, post_returned, procedures_simplified, docs_issued,
  docs_signed, adjusted_count, open_total, open_in_term, open_overdue, suspended, procedures_total,
  data_asof, source_system,
  done_early + done_on_time + 0 * done_total, done_total + 0 * (done_early + done_on_time),
    p.months * (done_early + done_on_time + done_total IS NOT NULL),
  recv_online + 0 * recv_new, recv_new + 0 * recv_online,
    p.months * (recv_online + recv_new IS NOT NULL),
  paid_online + 0 * fee_dossiers, fee_dossiers + 0 * paid_online,
    p.months * (paid_online + fee_dossiers IS NOT NULL),
  payments_cashless + 0 * payments, payments + 0 * payments_cashless,
    p.months * (payments_cashless + payments IS NOT NULL),
  digit_done + 0 * digit_due, digit_due + 0 * digit_done,
    p.months * (digit_done + digit_due IS NOT NULL),
  results_digital + 0 * results_issued, results_issued + 0 * results_digital,
    p.months * (results_digital + results_issued IS NOT NULL),
  reuse_done + 0 * recv_new, recv_new + 0 * reuse_done,
    p.months * (reuse_done + recv_new IS NOT NULL),
  docs_signed + 0 * docs_issued, docs_issued + 0 * docs_signed,
    p.months * (docs_signed + docs_issued IS NOT NULL),
  sat_good + 0 * sat_rated, sat_rated + 0 * sat_good,
    p.months * (sat_good + sat_rated IS NOT NULL),
  sat_rated + 0 * sat_asked, sat_asked + 0 * sat_rated,
    p.months * (sat_rated + sat_asked IS NOT NULL),
  home_done + 0 * home_booked, home_booked + 0 * home_done,
    p.months * (home_done + home_booked IS NOT NULL),
  post_returned + 0 * results_issued, results_issued + 0 * post_returned,
    p.months * (post_returned + results_issued IS NOT NULL),
  done_early + done_on_time + open_in_term + 0 * (recv_total + 0 * carried_over),
    recv_total + 0 * carried_over + 0 * (done_early + done_on_time + open_in_term),
    p.months
      * (done_early + done_on_time + open_in_term + recv_total + 0 * carried_over IS NOT NULL),
  apology_sent + 0 * (coalesce(apology_due, done_late + open_overdue)),
    coalesce(apology_due, done_late + open_overdue) + 0 * apology_sent,
    p.months * (apology_sent + coalesce(apology_due, done_late + open_overdue) IS NOT NULL),
  procedures_simplified + 0 * procedures_total, procedures_total + 0 * procedures_simplified,
    p.months * (procedures_simplified + procedures_total IS NOT NULL),
  NULL, NULL, 0, 0, NULL
FROM reported r JOIN period p USING (kind, n) LEFT JOIN due d USING (agency_code, kind, year, n)
WHERE p.months = 1 OR EXISTS (SELECT 1 FROM whole w WHERE w.agency_code = r.agency_code
  AND w.field_code = r.field_code AND w.kind = r.kind AND w.year = r.year AND w.n = r.n);

-- Their longer periods, added up from the months. What is open or carried over is not added: it
-- is that of the last month or the first.
CREATE TEMP TABLE series (
  agency_code TEXT, field_code TEXT, kind TEXT, year INT, PRIMARY KEY (agency_code, field_code,
  kind, year)
) WITHOUT ROWID;
INSERT INTO series SELECT DISTINCT agency_code, field_code, kind, year FROM reported
WHERE kind IN ('MONTH', 'CALENDAR_MONTH');
INSERT INTO period_sum
SELECT s.agency_code, s.field_code, s.kind, s.year, s.n,
  s.months, max(s.months, coalesce(d.months, 0)), s.parts, s.months + coalesce(d.gaps, 0), s.faults,
  first.carried_over + s.recv_new, first.carried_over,
  s.recv_new, s.recv_online, s.recv_direct, s.recv_postal, s.recv_direct_postal, s.done_total,
  s.done_early, s.done_on_time, s.done_late, s.returned, s.apology_due, s.apology_sent,
  s.digit_due, s.digit_done, s.results_issued, s.results_digital, s.reuse_done, s.fee_dossiers,
  s.paid_online, s.payments, s.payments_cashless, s.sat_asked, s.sat_very, s.sat_satisfied,
  s.sat_neutral, s.sat_unsatisfied, s.sat_good, s.sat_rated, s.home_booked, s.home_done,
  s.post_returned, s.procedures_simplified, s.docs_issued, s.docs_signed, s.adjusted_count,
  last.open_total, last.open_in_term, last.open_overdue, last.suspended, last.procedures_total,
  s.data_asof, s.source_system,
  s.on_time_done_num, s.on_time_done_den, s.on_time_done_parts, s.online_num, s.online_den,
  s.online_parts, s.pay_online_num, s.pay_online_den, s.pay_online_parts, s.cashless_num,
  s.cashless_den, s.cashless_parts, s.digit_num, s.digit_den, s.digit_parts, s.eresult_num,
  s.eresult_den, s.eresult_parts, s.reuse_num, s.reuse_den, s.reuse_parts, s.edoc_num, s.edoc_den,
  s.edoc_parts, s.satisfaction_num, s.satisfaction_den, s.satisfaction_parts, s.sat_response_num,
  s.sat_response_den, s.sat_response_parts, s.home_num, s.home_den, s.home_parts,
  s.post_return_num, s.post_return_den, s.post_return_parts,
  CASE WHEN s.all_766 THEN s.on_time_766_num + last.open_in_term END,
  CASE WHEN s.all_766 THEN s.on_time_766_den + first.carried_over END,
  s.on_time_766_parts * s.all_766,
  s.apology_cover_num, s.apology_cover_den + CASE WHEN last.apology_due IS NULL
    AND last.apology_cover_den IS NOT NULL THEN last.open_overdue ELSE 0 END, s.apology_cover_parts,
  CASE WHEN last.procedures_total IS NOT NULL THEN s.procedures_simplified END,
  CASE WHEN s.procedures_simplified IS NOT NULL THEN last.procedures_total END,
  s.simplify_parts, NULL, NULL, 0, 0, NULL
FROM (SELECT k.agency_code, k.field_code, p.kind, k.year, p.n, p.month_kind,
    count(*) AS months, min(r.n) AS first_n, max(r.n) AS last_n,
    sum(r.parts) AS parts, sum(r.faults) AS faults,
    sum(r.recv_new) AS recv_new, sum(r.recv_online) AS recv_online,
    sum(r.recv_direct) AS recv_direct, sum(r.recv_postal) AS recv_postal,
    sum(r.recv_direct_postal) AS recv_direct_postal, sum(r.done_total) AS done_total,
    sum(r.done_early) AS done_early, sum(r.done_on_time) AS done_on_time,
    sum(r.done_late) AS done_late, sum(r.returned) AS returned, sum(r.apology_due) AS apology_due,
    sum(r.apology_sent) AS apology_sent, sum(r.digit_due) AS digit_due,
    sum(r.digit_done) AS digit_done, sum(r.results_issued) AS results_issued,
    sum(r.results_digital) AS results_digital, sum(r.reuse_done) AS reuse_done,
    sum(r.fee_dossiers) AS fee_dossiers, sum(r.paid_online) AS paid_online,
    sum(r.payments) AS payments, sum(r.payments_cashless) AS payments_cashless,
    sum(r.sat_asked) AS sat_asked, sum(r.sat_very) AS sat_very,
    sum(r.sat_satisfied) AS sat_satisfied, sum(r.sat_neutral) AS sat_neutral,
    sum(r.sat_unsatisfied) AS sat_unsatisfied, sum(r.sat_good) AS sat_good,
    sum(r.sat_rated) AS sat_rated, sum(r.home_booked) AS home_booked,
    sum(r.home_done) AS home_done, sum(r.post_returned) AS post_returned,
    sum(r.procedures_simplified) AS procedures_simplified, sum(r.docs_issued) AS docs_issued,
    sum(r.docs_signed) AS docs_signed, sum(r.adjusted_count) AS adjusted_count,
    max(r.data_asof) AS data_asof,
    CASE WHEN min(r.source_system) = max(r.source_system) THEN min(r.source_system) END
      AS source_system,
    sum(r.on_time_done_num) AS on_time_done_num, sum(r.on_time_done_den) AS on_time_done_den,
    sum(r.on_time_done_parts) AS on_time_done_parts, sum(r.online_num) AS online_num,
    sum(r.online_den) AS online_den, sum(r.online_parts) AS online_parts,
    sum(r.pay_online_num) AS pay_online_num, sum(r.pay_online_den) AS pay_online_den,
    sum(r.pay_online_parts) AS pay_online_parts, sum(r.cashless_num) AS cashless_num,
    sum(r.cashless_den) AS cashless_den, sum(r.cashless_parts) AS cashless_parts,
    sum(r.digit_num) AS digit_num, sum(r.digit_den) AS digit_den,
    sum(r.digit_parts) AS digit_parts, sum(r.eresult_num) AS eresult_num,
    sum(r.eresult_den) AS eresult_den, sum(r.eresult_parts) AS eresult_parts,
    sum(r.reuse_num) AS reuse_num, sum(r.reuse_den) AS reuse_den,
    sum(r.reuse_parts) AS reuse_parts, sum(r.edoc_num) AS edoc_num, sum(r.edoc_den) AS edoc_den,
    sum(r.edoc_parts) AS edoc_parts, sum(r.satisfaction_num) AS satisfaction_num,
    sum(r.satisfaction_den) AS satisfaction_den, sum(r.satisfaction_parts) AS satisfaction_parts,
    sum(r.sat_response_num) AS sat_response_num, sum(r.sat_response_den) AS sat_response_den,
    sum(r.sat_response_parts) AS sat_response_parts, sum(r.home_num) AS home_num,
    sum(r.home_den) AS home_den, sum(r.home_parts) AS home_parts,
    sum(r.post_return_num) AS post_return_num, sum(r.post_return_den) AS post_return_den,
    sum(r.post_return_parts) AS post_return_parts,
    count(r.on_time_766_num) = count(*) AS all_766,
    sum(r.on_time_766_num - r.open_in_term) AS on_time_766_num,
    sum(r.on_time_766_den - r.carried_over) AS on_time_766_den,
    sum(r.on_time_766_parts) AS on_time_766_parts,
    sum(r.apology_cover_num) AS apology_cover_num,
    sum(r.apology_cover_den - CASE WHEN r.apology_due IS NULL THEN r.open_overdue ELSE 0 END)
      AS apology_cover_den,
    sum(r.apology_cover_parts) AS apology_cover_parts, sum(r.simplify_parts) AS simplify_parts
  FROM series k CROSS JOIN period p ON p.month_kind = k.kind AND p.months > 1
  CROSS JOIN period_sum r ON r.agency_code = k.agency_code AND r.field_code = k.field_code
    AND r.kind = k.kind AND r.year = k.year AND r.n BETWEEN p.first AND p.last
  WHERE NOT EXISTS (SELECT 1 FROM whole w WHERE w.agency_code = k.agency_code
    AND w.field_code = k.field_code AND w.kind = p.kind AND w.year = k.year AND w.n = p.n)
  GROUP BY k.agency_code, k.field_code, k.kind, k.year, p.kind, p.n) s
JOIN period_sum first ON first.agency_code = s.agency_code AND first.field_code = s.field_code
  AND first.kind = s.month_kind AND first.year = s.year AND first.n = s.first_n
JOIN period_sum last ON last.agency_code = s.agency_code AND last.field_code = s.field_code
  AND last.kind = s.month_kind AND last.year = s.year AND last.n = s.last_n
LEFT JOIN due d ON d.agency_code = s.agency_code AND d.kind = s.kind AND d.year = s.year
  AND d.n = s.n;

-- A longer period that was reported whole as well agrees with its months.
INSERT INTO stat_fault(agency_code, field_code, period_kind, year, n, fault, is_grave, has, wants,
  source_id, source_line)
WITH twice AS MATERIALIZED (SELECT r.*, s.recv_total AS recv_sum, s.carried_over AS carried_sum,
    s.done_total AS done_sum, s.open_total AS open_sum
  FROM reported r JOIN period p ON p.kind = r.kind AND p.n = r.n AND p.months > 1
  JOIN period_sum s ON s.agency_code = r.agency_code AND s.field_code = r.field_code
    AND s.kind = r.kind AND s.year = r.year AND s.n = r.n WHERE r.source_id IS NOT NULL)
SELECT t.agency_code, t.field_code, t.kind, t.year, t.n, 'MONTHS_' || c.name, 1,
  CASE c.name WHEN 'recv_total' THEN recv_total WHEN 'carried_over' THEN carried_over
    WHEN 'done_total' THEN done_total ELSE open_total END AS has,
  CASE c.name WHEN 'recv_total' THEN recv_sum WHEN 'carried_over' THEN carried_sum
    WHEN 'done_total' THEN done_sum ELSE open_sum END AS wants, source_id, source_line
FROM twice t JOIN (SELECT 'recv_total' AS name
  UNION VALUES ('carried_over'), ('done_total'), ('open_total')) c
WHERE has <> wants;

-- All agencies together: which months anyone reports and should, and which are owed.
CREATE TEMP TABLE span (
  field_code TEXT, kind TEXT, year INT, n INT, months INT, first_day TEXT, last_day TEXT,
  PRIMARY KEY (field_code, kind, year, n)
) WITHOUT ROWID;
INSERT INTO span
SELECT m.field_code, p.kind, m.year, p.n, count(*), printf('%04d-%02d-01', m.year, min(m.n)),
  printf('%04d-%02d-01', m.year, max(m.n))
FROM (SELECT DISTINCT field_code, kind, year, n FROM reported) m
JOIN period p ON p.month_kind = m.kind AND m.n BETWEEN p.first AND p.last GROUP BY 1, 2, 3, 4;
CREATE TEMP TABLE due_all (
  kind TEXT, year INT, n INT, months INT, PRIMARY KEY (kind, year, n)
) WITHOUT ROWID;
INSERT INTO due_all
SELECT p.kind, d.year, p.n, count(DISTINCT d.n)
FROM due d JOIN period p ON p.month_kind = d.kind AND d.n BETWEEN p.first AND p.last
GROUP BY 1, 2, 3;
CREATE TEMP TABLE owed (
  field_code TEXT, kind TEXT, year INT, n INT, gaps INT, PRIMARY KEY (field_code, kind, year, n)
) WITHOUT ROWID;
INSERT INTO owed
SELECT f.field_code, q.kind, g.year, q.n, count(*)
FROM stat_gap g JOIN (SELECT DISTINCT agency_code, field_code FROM reported) f USING (agency_code)
JOIN period_part q ON q.month_kind = g.month_kind AND q.month = g.month
WHERE NOT EXISTS (SELECT 1 FROM whole w WHERE w.agency_code = g.agency_code
  AND w.field_code = f.field_code AND w.kind = q.kind AND w.year = g.year AND w.n = q.n)
GROUP BY 1, 2, 3, 4;

-- Dossiers that an agency hands on to its successor within a period are counted once: what is
-- open at one that is gone by the end is no more open there, and was carried over by one that
-- was not there at the beginning (R-83 across agencies).
INSERT INTO period_sum
SELECT '', s.field_code, s.kind, s.year, s.n, max(s.months, s.months_seen),
  max(s.months, s.months_seen, coalesce(e.months, 0)), s.parts,
  s.rows + coalesce(o.gaps, 0), s.faults,
  s.recv_total - coalesce(min(s.came, s.gone), 0),
  s.carried_over - coalesce(min(s.came, s.gone), 0),
  s.recv_new, s.recv_online, s.recv_direct, s.recv_postal, s.recv_direct_postal, s.done_total,
  s.done_early, s.done_on_time, s.done_late, s.returned, s.apology_due, s.apology_sent,
  s.digit_due, s.digit_done, s.results_issued, s.results_digital, s.reuse_done, s.fee_dossiers,
  s.paid_online, s.payments, s.payments_cashless, s.sat_asked, s.sat_very, s.sat_satisfied,
  s.sat_neutral, s.sat_unsatisfied, s.sat_good, s.sat_rated, s.home_booked, s.home_done,
  s.post_returned, s.procedures_simplified, s.docs_issued, s.docs_signed, s.adjusted_count,
  s.open_total, s.open_in_term, s.open_overdue, s.suspended, s.procedures_total,
  s.data_asof, s.source_system,
  s.on_time_done_num, s.on_time_done_den, s.on_time_done_parts, s.online_num, s.online_den,
  s.online_parts, s.pay_online_num, s.pay_online_den, s.pay_online_parts, s.cashless_num,
  s.cashless_den, s.cashless_parts, s.digit_num, s.digit_den, s.digit_parts, s.eresult_num,
  s.eresult_den, s.eresult_parts, s.reuse_num, s.reuse_den, s.reuse_parts, s.edoc_num, s.edoc_den,
  s.edoc_parts, s.satisfaction_num, s.satisfaction_den, s.satisfaction_parts, s.sat_response_num,
  s.sat_response_den, s.sat_response_parts, s.home_num, s.home_den, s.home_parts,
  s.post_return_num, s.post_return_den, s.post_return_parts,
  s.on_time_766_num, s.on_time_766_den - coalesce(min(s.came_766, s.gone_766), 0),
  s.on_time_766_parts,
  s.apology_cover_num, s.apology_cover_den, s.apology_cover_parts,
  s.simplify_num, s.simplify_den, s.simplify_parts, NULL, NULL, 0, 0, NULL
FROM (SELECT r.field_code, r.kind, r.year, r.n, max(r.months) AS months, sum(r.parts) AS parts,
    sum(r.months) AS rows, sum(r.faults) AS faults,
    coalesce(r.months_seen, 0) AS months_seen,
    sum(r.recv_total) AS recv_total, sum(r.carried_over) AS carried_over,
    sum(r.recv_new) AS recv_new, sum(r.recv_online) AS recv_online,
    sum(r.recv_direct) AS recv_direct, sum(r.recv_postal) AS recv_postal,
    sum(r.recv_direct_postal) AS recv_direct_postal, sum(r.done_total) AS done_total,
    sum(r.done_early) AS done_early, sum(r.done_on_time) AS done_on_time,
    sum(r.done_late) AS done_late, sum(r.returned) AS returned, sum(r.apology_due) AS apology_due,
    sum(r.apology_sent) AS apology_sent, sum(r.digit_due) AS digit_due,
    sum(r.digit_done) AS digit_done, sum(r.results_issued) AS results_issued,
    sum(r.results_digital) AS results_digital, sum(r.reuse_done) AS reuse_done,
    sum(r.fee_dossiers) AS fee_dossiers, sum(r.paid_online) AS paid_online,
    sum(r.payments) AS payments, sum(r.payments_cashless) AS payments_cashless,
    sum(r.sat_asked) AS sat_asked, sum(r.sat_very) AS sat_very,
    sum(r.sat_satisfied) AS sat_satisfied, sum(r.sat_neutral) AS sat_neutral,
    sum(r.sat_unsatisfied) AS sat_unsatisfied, sum(r.sat_good) AS sat_good,
    sum(r.sat_rated) AS sat_rated, sum(r.home_booked) AS home_booked,
    sum(r.home_done) AS home_done, sum(r.post_returned) AS post_returned,
    sum(r.procedures_simplified) AS procedures_simplified, sum(r.docs_issued) AS docs_issued,
    sum(r.docs_signed) AS docs_signed, sum(r.adjusted_count) AS adjusted_count,
    sum(r.open_total) FILTER (WHERE NOT leaves) AS open_total,
    sum(r.open_in_term) FILTER (WHERE NOT leaves) AS open_in_term,
    sum(r.open_overdue) FILTER (WHERE NOT leaves) AS open_overdue,
    sum(r.suspended) FILTER (WHERE NOT leaves) AS suspended,
    sum(r.procedures_total) FILTER (WHERE NOT leaves) AS procedures_total,
    min(r.data_asof) FILTER (WHERE NOT leaves) AS data_asof,
    CASE WHEN min(r.source_system) = max(r.source_system) THEN min(r.source_system) END
      AS source_system,
    sum(r.on_time_done_num) AS on_time_done_num, sum(r.on_time_done_den) AS on_time_done_den,
    sum(r.on_time_done_parts) AS on_time_done_parts, sum(r.online_num) AS online_num,
    sum(r.online_den) AS online_den, sum(r.online_parts) AS online_parts,
    sum(r.pay_online_num) AS pay_online_num, sum(r.pay_online_den) AS pay_online_den,
    sum(r.pay_online_parts) AS pay_online_parts, sum(r.cashless_num) AS cashless_num,
    sum(r.cashless_den) AS cashless_den, sum(r.cashless_parts) AS cashless_parts,
    sum(r.digit_num) AS digit_num, sum(r.digit_den) AS digit_den,
    sum(r.digit_parts) AS digit_parts, sum(r.eresult_num) AS eresult_num,
    sum(r.eresult_den) AS eresult_den, sum(r.eresult_parts) AS eresult_parts,
    sum(r.reuse_num) AS reuse_num, sum(r.reuse_den) AS reuse_den,
    sum(r.reuse_parts) AS reuse_parts, sum(r.edoc_num) AS edoc_num, sum(r.edoc_den) AS edoc_den,
    sum(r.edoc_parts) AS edoc_parts, sum(r.satisfaction_num) AS satisfaction_num,
    sum(r.satisfaction_den) AS satisfaction_den, sum(r.satisfaction_parts) AS satisfaction_parts,
    sum(r.sat_response_num) AS sat_response_num, sum(r.sat_response_den) AS sat_response_den,
    sum(r.sat_response_parts) AS sat_response_parts, sum(r.home_num) AS home_num,
    sum(r.home_den) AS home_den, sum(r.home_parts) AS home_parts,
    sum(r.post_return_num) AS post_return_num, sum(r.post_return_den) AS post_return_den,
    sum(r.post_return_parts) AS post_return_parts,
    sum(r.on_time_766_num - CASE WHEN leaves THEN r.open_in_term ELSE 0 END) AS on_time_766_num,
    sum(r.on_time_766_den) AS on_time_766_den, sum(r.on_time_766_parts) AS on_time_766_parts,
    sum(r.apology_cover_num) AS apology_cover_num,
    sum(r.apology_cover_den
      - CASE WHEN leaves AND r.apology_due IS NULL THEN r.open_overdue ELSE 0 END)
      AS apology_cover_den, sum(r.apology_cover_parts) AS apology_cover_parts,
    sum(r.simplify_num) AS simplify_num,
    sum(r.simplify_den) FILTER (WHERE NOT leaves) AS simplify_den,
    sum(r.simplify_parts) AS simplify_parts,
    sum(r.carried_over) FILTER (WHERE comes) AS came,
    sum(r.open_total) FILTER (WHERE leaves) AS gone,
    sum(r.carried_over) FILTER (WHERE comes AND r.on_time_766_den IS NOT NULL) AS came_766,
    sum(r.open_total) FILTER (WHERE leaves AND r.on_time_766_den IS NOT NULL) AS gone_766
  FROM (SELECT t.*, x.months AS months_seen,
      p.months > 1 AND coalesce(a.valid_from > x.first_day, 0) AS comes,
      p.months > 1 AND coalesce(a.valid_to <= x.last_day, 0) AS leaves
    FROM period_sum t JOIN period p USING (kind, n) JOIN agency a ON a.code = t.agency_code
    LEFT JOIN span x USING (field_code, kind, year, n)) r
  GROUP BY r.field_code, r.kind, r.year, r.n) s
LEFT JOIN owed o USING (field_code, kind, year, n) LEFT JOIN due_all e USING (kind, year, n);

-- Complaints and suggestions, by channel and together. open is that of the last month: a bare
-- column beside max() is of the row that has it.
CREATE TEMP TABLE heard (
  agency_code TEXT, channel TEXT, kind TEXT, year INT, n INT, received INT, about_tthc INT,
  answered_on_time INT, late INT, open INT, num INT, den INT, parts INT, rows INT, PRIMARY KEY
  (agency_code, channel, kind, year, n)
) WITHOUT ROWID;
INSERT INTO heard
SELECT agency_code, channel, period_kind, p.year, p.n, received, about_tthc, answered_on_time, late,
  open, CASE WHEN late IS NOT NULL THEN answered_on_time END, answered_on_time + late,
  answered_on_time + late IS NOT NULL, 1
FROM pakn_stat p JOIN closed c ON c.kind = p.period_kind AND c.year = p.year AND c.n = p.n;
INSERT INTO heard
SELECT agency_code, '', kind, year, n, sum(received), sum(about_tthc), sum(answered_on_time),
  sum(late), sum(open), sum(num), sum(den), sum(parts), sum(rows)
FROM heard GROUP BY agency_code, kind, year, n;
DELETE FROM heard WHERE EXISTS (SELECT 1 FROM period p WHERE p.kind = heard.kind AND p.n = heard.n
  AND p.months > 1 AND p.months <= (SELECT count(*) FROM heard m
    WHERE m.agency_code = heard.agency_code AND m.channel = heard.channel
      AND m.kind = p.month_kind AND m.year = heard.year AND m.n BETWEEN p.first AND p.last));
INSERT INTO pakn
SELECT h.agency_code, h.channel, h.kind, h.year, h.n, h.received, h.about_tthc, h.answered_on_time,
  h.late, h.open, p.months, max(p.months, coalesce(d.months, 0)), h.num, h.den, h.parts, h.rows
FROM heard h JOIN period p USING (kind, n) LEFT JOIN due d USING (agency_code, kind, year, n);
INSERT OR IGNORE INTO pakn
SELECT s.agency_code, s.channel, s.kind, s.year, s.n, s.received, s.about_tthc, s.answered_on_time,
  s.late, s.open, s.months, max(s.months, coalesce(d.months, 0)), s.num, s.den, s.parts, s.rows
FROM (SELECT h.agency_code, h.channel, p.kind, h.year, p.n, sum(h.received) AS received,
    sum(h.about_tthc) AS about_tthc, sum(h.answered_on_time) AS answered_on_time,
    sum(h.late) AS late, h.open, max(h.n) AS last, count(*) AS months, sum(h.num) AS num,
    sum(h.den) AS den, sum(h.parts) AS parts, sum(h.rows) AS rows
  FROM heard h JOIN period p ON p.month_kind = h.kind AND p.months > 1
    AND h.n BETWEEN p.first AND p.last
  GROUP BY h.agency_code, h.channel, p.kind, h.year, p.n) s
LEFT JOIN due d USING (agency_code, kind, year, n);
CREATE TEMP TABLE heard_span (
  channel TEXT, kind TEXT, year INT, n INT, months INT, last INT, PRIMARY KEY (channel, kind,
  year, n)
) WITHOUT ROWID;
INSERT INTO heard_span
SELECT h.channel, p.kind, h.year, p.n, count(DISTINCT h.n), max(h.n)
FROM heard h JOIN period p ON p.month_kind = h.kind AND h.n BETWEEN p.first AND p.last
GROUP BY 1, 2, 3, 4;
INSERT INTO pakn
SELECT '', k.channel, k.kind, k.year, k.n, sum(k.received), sum(k.about_tthc),
  sum(k.answered_on_time), sum(k.late),
  sum(k.open) FILTER (WHERE p.months = 1 OR a.valid_to IS NULL
    OR a.valid_to > printf('%04d-%02d-01', k.year, coalesce(x.last, p.last))),
  max(max(k.months), coalesce(x.months, 0)),
  max(max(k.months), coalesce(x.months, 0), coalesce(e.months, 0)),
  sum(k.num), sum(k.den), sum(k.parts), sum(k.parts_due)
FROM pakn k JOIN period p USING (kind, n) JOIN agency a ON a.code = k.agency_code
LEFT JOIN heard_span x USING (channel, kind, year, n) LEFT JOIN due_all e USING (kind, year, n)
GROUP BY k.channel, k.kind, k.year, k.n;

-- Their rate stands beside the others; who reports nothing else has a row for it.
INSERT INTO period_sum(agency_code, field_code, kind, year, n, months, months_due, parts, parts_due,
  faults, pakn_on_time_num, pakn_on_time_den, pakn_on_time_parts, pakn_on_time_due)
SELECT agency_code, '', kind, year, n, 0, 0, 0, 0, 0, num, den, parts, parts_due
FROM pakn WHERE channel = ''
ON CONFLICT(agency_code, field_code, kind, year, n) DO UPDATE SET
  pakn_on_time_num = excluded.pakn_on_time_num, pakn_on_time_den = excluded.pakn_on_time_den,
  pakn_on_time_parts = excluded.pakn_on_time_parts, pakn_on_time_due = excluded.pakn_on_time_due;

DROP TABLE temp.period; DROP TABLE temp.closed; DROP TABLE temp.reported; DROP TABLE temp.by_field;
DROP TABLE temp.due; DROP TABLE temp.whole; DROP TABLE temp.series; DROP TABLE temp.span;
DROP TABLE temp.due_all; DROP TABLE temp.owed; DROP TABLE temp.heard; DROP TABLE temp.heard_span;
