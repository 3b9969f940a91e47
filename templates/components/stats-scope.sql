-- SPDX-License-Identifier: MIT
-- The figures of one agency ('' is all) in one period: what they cover, what they lack, the
-- balance of form II.06a, all rates, by field, complaints, satisfaction. Needs :agency_code,
-- :field_code (''), :kind, :year, :n, and :fields: a JSON list of the agency's fields, each
-- [code, slug, name].

-- name: open_months
-- The period is not over: its months that had not closed.
WITH month AS (SELECT p.month, p.month - row_number() OVER (ORDER BY p.month) AS island
  FROM stat s JOIN period_part p ON p.kind = s.kind AND p.n = s.n
  WHERE s.agency_code = :agency_code AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND s.months < s.months_due AND period_to(p.month_kind, s.year, p.month) >= (SELECT day FROM figure_state))
SELECT group_concat(CASE WHEN a = b THEN printf('%02d', a) ELSE printf('%02d–%02d', a, b) END, ', ') || '/' || :year AS months
FROM (SELECT min(month) AS a, max(month) AS b FROM month GROUP BY island ORDER BY a)
HAVING count(*) > 0;

-- name: missing_months
-- Closed, and nobody reports them; of an agency, as long as it exists.
WITH month AS (SELECT p.month, p.month - row_number() OVER (ORDER BY p.month) AS island
  FROM stat s JOIN period_part p ON p.kind = s.kind AND p.n = s.n LEFT JOIN agency a ON a.code = s.agency_code
  WHERE s.agency_code = :agency_code AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND s.months < s.months_due AND period_to(p.month_kind, s.year, p.month) < (SELECT day FROM figure_state)
    AND (a.valid_from IS NULL OR a.valid_from <= printf('%04d-%02d-01', s.year, p.month))
    AND (a.valid_to IS NULL OR a.valid_to > printf('%04d-%02d-01', s.year, p.month))
    AND NOT EXISTS (SELECT 1 FROM stat m WHERE m.agency_code = :agency_code AND m.field_code = ''
      AND m.kind = p.month_kind AND m.year = s.year AND m.n = p.month))
SELECT group_concat(CASE WHEN a = b THEN printf('%02d', a) ELSE printf('%02d–%02d', a, b) END, ', ') || '/' || :year AS months
FROM (SELECT min(month) AS a, max(month) AS b FROM month GROUP BY island ORDER BY a)
HAVING count(*) > 0;

-- name: gaps
-- Agencies that owe a month of it.
SELECT a.name, CASE WHEN o.len > 1 THEN o.months || '/' || :year END AS months
FROM (SELECT agency_code, len, group_concat(printf('%02d', month), ', ') AS months
  FROM (SELECT g.agency_code, g.month, p.len FROM (SELECT *, count(*) OVER () AS len FROM period_part
      WHERE kind = :kind AND n = :n) p
    CROSS JOIN stat_gap g ON g.month_kind = p.month_kind AND g.year = :year AND g.month = p.month
    WHERE :agency_code = '' ORDER BY g.agency_code, g.month) GROUP BY agency_code) o
JOIN agency_counted a ON a.code = o.agency_code
ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, a.code;

-- name: balance
-- one row
SELECT is_faulty,
  coalesce(num(recv_total), marks ->> 'recv_total', t('stats_page.not_known')) AS recv_total,
  coalesce(num(carried_over), marks ->> 'carried_over', t('stats_page.not_known')) AS carried_over,
  coalesce(num(recv_online), marks ->> 'recv_online', t('stats_page.not_known')) AS recv_online,
  num(recv_direct) AS recv_direct, num(recv_postal) AS recv_postal,
  recv_direct IS NOT NULL AND recv_postal IS NOT NULL AND recv_direct + recv_postal IS recv_direct_postal AS is_split,
  coalesce(num(recv_direct_postal), marks ->> 'recv_direct_postal', t('stats_page.not_known')) AS recv_direct_postal,
  coalesce(num(done_total), marks ->> 'done_total', t('stats_page.not_known')) AS done_total,
  coalesce(num(done_early), marks ->> 'done_early', t('stats_page.not_known')) AS done_early,
  coalesce(num(done_on_time), marks ->> 'done_on_time', t('stats_page.not_known')) AS done_on_time,
  coalesce(num(done_late), marks ->> 'done_late', t('stats_page.not_known')) AS done_late, num(returned) AS returned,
  coalesce(num(open_total), marks ->> 'open_total', t('stats_page.not_known')) AS open_total,
  coalesce(num(open_in_term), marks ->> 'open_in_term', t('stats_page.not_known')) AS open_in_term,
  coalesce(num(open_overdue), marks ->> 'open_overdue', t('stats_page.not_known')) AS open_overdue, num(suspended) AS suspended
FROM stat_text
WHERE agency_code = :agency_code AND field_code = '' AND kind = :kind AND year = :year AND n = :n;

-- name: by_field
SELECT NULL AS group_head, 0 AS is_total, :root || 'thong-ke/linh-vuc/' || json_extract(j.value, '$[1]') || '.html' AS href,
  json_extract(j.value, '$[2]') AS label, NULL AS ended_day, r.is_faulty, r.reports,
  r.recv, r.done, r.early, r.on_time, r.late, r.open, r.overdue, r.percent, r.fraction, r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided
FROM json_each(:fields) j CROSS JOIN stat_row r ON r.agency_code = :agency_code
  AND r.field_code = json_extract(j.value, '$[0]') AND r.kind = :kind AND r.year = :year AND r.n = :n
ORDER BY j.id;

-- name: has_marks
-- one row
-- Something of the table by field is withheld.
SELECT 1 AS is_so FROM json_each(:fields) j CROSS JOIN stat s ON s.agency_code = :agency_code
  AND s.field_code = json_extract(j.value, '$[0]') AND s.kind = :kind AND s.year = :year AND s.n = :n
WHERE s.marks IS NOT NULL LIMIT 1;

-- name: pakn
SELECT c.column1 = '' AS is_total, CASE c.column1 WHEN '' THEN t('count.sum') ELSE t('pakn_channel.' || c.column1) END AS label,
  num(p.received) AS received, coalesce(num(p.about_tthc), t('stats_page.not_known')) AS about_tthc,
  coalesce(num(p.answered_on_time), t('stats_page.not_known')) AS on_time,
  coalesce(num(p.late), t('stats_page.not_known')) AS late,
  coalesce(num(p.open), t('stats_page.not_known')) AS open
FROM (VALUES ('HOTLINE_1022', 1), ('PORTAL', 2), ('DIRECT', 3), ('WRITTEN', 4), ('OTHER', 5), ('', 6)) c
CROSS JOIN pakn p ON p.agency_code = :agency_code AND p.channel = c.column1
  AND p.kind = :kind AND p.year = :year AND p.n = :n
ORDER BY c.column2;

-- name: grades
SELECT g.column1 = 'sat_rated' AS is_total, CASE g.column1 WHEN 'sat_rated' THEN t('count.sum') ELSE t('count.' || g.column1) END AS label,
  num(json_extract(s.counts, '$.' || g.column1)) AS n_text, pct(json_extract(s.counts, '$.' || g.column1), s.sat_rated) AS share
FROM (SELECT sat_rated, json_object('sat_very', sat_very, 'sat_satisfied', sat_satisfied, 'sat_neutral', sat_neutral,
    'sat_unsatisfied', sat_unsatisfied, 'sat_rated', sat_rated) AS counts FROM stat
  WHERE agency_code = :agency_code AND field_code = '' AND kind = :kind AND year = :year AND n = :n AND sat_rated > 0) s
CROSS JOIN (VALUES ('sat_very', 1), ('sat_satisfied', 2), ('sat_neutral', 3), ('sat_unsatisfied', 4), ('sat_rated', 5)) g
WHERE json_extract(s.counts, '$.' || g.column1) IS NOT NULL
ORDER BY g.column2;

-- name: others
SELECT t('count.' || code) AS label, CASE typeof(value) WHEN 'text' THEN value ELSE num(value) END AS value FROM stat_count
WHERE agency_code = :agency_code AND field_code = '' AND kind = :kind AND year = :year AND n = :n
  AND code IN ('apology_due', 'apology_sent', 'home_booked', 'home_done', 'post_returned', 'adjusted_count')
ORDER BY position;

-- name: adjusted
-- Why dossiers were moved out of "late" (R-94).
SELECT group_concat(reason, '; ') AS reasons FROM (
  SELECT DISTINCT coalesce(d.adjusted_reason, t('stats_page.no_reason')) AS reason
  FROM stat s CROSS JOIN period_part p ON p.kind = s.kind AND p.n = s.n
  CROSS JOIN agency_counted a ON a.code = coalesce(nullif(:agency_code, ''), a.code)
  CROSS JOIN dossier_stat d ON d.agency_code = a.code AND d.period_kind IN (p.month_kind, s.kind)
    AND d.year = s.year AND d.n = CASE d.period_kind WHEN p.month_kind THEN p.month ELSE s.n END
  WHERE s.agency_code = :agency_code AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND s.adjusted_count > 0 AND d.adjusted_count > 0
  ORDER BY reason)
HAVING count(*) > 0;

-- name: faults
-- Rows that do not add up: in what is shown, and of what it is added up from.
SELECT f.is_grave, a.name || CASE f.field_code WHEN '' THEN '' ELSE ', ' || coalesce((SELECT name FROM field WHERE code = f.field_code), f.field_code) END
    || ', ' || substr(period_vi(f.period_kind, f.year, f.n), 1, instr(period_vi(f.period_kind, f.year, f.n), ' (') - 1) AS where_text,
  t('fault.' || f.fault) AS what,
  -- of a part that is above its whole, the part first; nothing of what is withheld
  EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = f.agency_code AND s.field_code = f.field_code
    AND s.marks IS NOT NULL) AS is_withheld,
  num(CASE WHEN f.fault LIKE 'PART%' THEN f.wants ELSE f.has END) AS has,
  num(CASE WHEN f.fault LIKE 'PART%' THEN f.has ELSE f.wants END) AS wants
FROM agency_counted a CROSS JOIN stat_fault f ON f.agency_code = a.code
WHERE a.code BETWEEN :agency_code AND CASE :agency_code WHEN '' THEN '~' ELSE :agency_code END
  AND f.year = :year AND (f.period_kind = :kind AND f.n = :n OR EXISTS (SELECT 1 FROM period_part p
    WHERE p.kind = :kind AND p.n = :n AND p.month_kind = f.period_kind AND p.month = f.n))
ORDER BY f.is_grave DESC, a.position IS NULL, a.position, a.code, f.field_code, f.n, f.period_kind, f.fault LIMIT 30;

-- name: more_faults
SELECT num(count(*) - 30) AS n FROM stat_fault f
WHERE f.agency_code BETWEEN :agency_code AND CASE :agency_code WHEN '' THEN '~' ELSE :agency_code END
  AND f.year = :year AND (f.period_kind = :kind AND f.n = :n OR EXISTS (SELECT 1 FROM period_part p
    WHERE p.kind = :kind AND p.n = :n AND p.month_kind = f.period_kind AND p.month = f.n))
HAVING count(*) > 30;
