-- SPDX-License-Identifier: MIT
-- Dossiers past their day, open ones first, 150 a page; no data of persons (R-95), codes masked
-- (R-96). overdue.csv has all of them.

-- name: pages
-- keys: the codes of this page's dossiers, so that the list is sorted once.
WITH line AS MATERIALIZED (SELECT dossier_code, is_open,
    row_number() OVER (ORDER BY is_open DESC, days_late DESC, dossier_code) - 1 AS k, count(*) OVER () AS whole
  FROM overdue_posted),
part AS (SELECT k / 150 + 1 AS part, (max(whole) + 149) / 150 AS parts, json_group_array(dossier_code) AS keys
  FROM (SELECT * FROM line ORDER BY k) GROUP BY k / 150
  UNION ALL SELECT 1, 1, '[]' WHERE NOT EXISTS (SELECT 1 FROM line) AND EXISTS (SELECT 1 FROM overdue_dossier))
SELECT 'thong-ke/qua-han' || CASE WHEN p.part > 1 THEN '-trang-' || p.part ELSE '' END AS url,
  'thong-ke/qua-han' AS stem, p.part, p.parts, p.part = 1 AS is_first, p.keys,
  o.n_open, o.n_all - o.n_open AS n_done, (SELECT date_vi(max(data_asof)) FROM overdue_dossier) AS asof_day
FROM part p, (SELECT count(*) AS n_all, count(CASE WHEN is_open THEN 1 END) AS n_open FROM overdue_posted) o
ORDER BY p.part;

-- name: open
SELECT code, agency_name, code_national, coalesce(procedure_name, procedure_code) AS procedure_name, date_vi(due) AS due_day, num(days_late) AS days,
  date_vi(apology_sent) AS apology_day, date_vi(new_due) AS new_day, CASE WHEN reason IS NOT NULL THEN t('overdue_reason.' || reason) END AS reason_text,
  extension_count > 1 AS is_extended_again
FROM json_each(:keys) j CROSS JOIN overdue_posted o ON o.dossier_code = j.value
WHERE is_open ORDER BY j.id;

-- name: done
SELECT code, agency_name, code_national, coalesce(procedure_name, procedure_code) AS procedure_name, date_vi(due) AS due_day, date_vi(finished) AS finished_day,
  num(days_late) AS days, date_vi(apology_sent) AS apology_day, CASE WHEN reason IS NOT NULL THEN t('overdue_reason.' || reason) END AS reason_text
FROM json_each(:keys) j CROSS JOIN overdue_posted o ON o.dossier_code = j.value
WHERE NOT is_open ORDER BY j.id;

-- name: facts
-- one row
SELECT num(:n_open) AS n_open_text, num(:n_done) AS n_done_text, num(sum(apology_sent IS NOT NULL)) AS n_sorry, num(count(*)) AS n_all,
  num(nullif(sum(apology_sent IS NULL), 0)) AS n_not_sorry
FROM overdue_posted WHERE :is_first;

-- name: agencies
-- The list beside the newest month's figures; a difference is told, not smoothed over.
WITH listed AS (SELECT agency_code, sum(is_open) AS n_open, sum(NOT is_open) AS n_done, sum(apology_sent IS NULL) AS n_silent
  FROM overdue_posted GROUP BY agency_code),
month AS (SELECT s.agency_code, s.open_overdue FROM period_newest p JOIN stat s ON s.kind = p.kind AND s.year = p.year
  AND s.n = p.n AND s.field_code = '' AND s.agency_code <> '' WHERE s.open_overdue IS NOT NULL)
SELECT coalesce(w.name, a.name) AS name, num(coalesce(l.n_open, 0)) AS n_open, num(coalesce(l.n_done, 0)) AS n_done,
  num(coalesce(l.n_silent, 0)) AS n_silent, coalesce(num(m.open_overdue), '–') AS counted,
  CASE WHEN m.open_overdue IS NULL THEN NULL WHEN coalesce(l.n_open, 0) = m.open_overdue THEN t('overdue.equal')
    WHEN coalesce(l.n_open, 0) > m.open_overdue THEN t('overdue.more') || ' ' || num(l.n_open - m.open_overdue)
    ELSE t('overdue.fewer') || ' ' || num(m.open_overdue - coalesce(l.n_open, 0)) END AS verdict,
  coalesce(l.n_open, 0) <> coalesce(m.open_overdue, coalesce(l.n_open, 0)) AS is_other
FROM agency a LEFT JOIN agency_now w ON w.code = a.code LEFT JOIN listed l ON l.agency_code = a.code
LEFT JOIN month m ON m.agency_code = a.code
WHERE :is_first AND (l.agency_code IS NOT NULL OR m.open_overdue > 0)
ORDER BY a.position IS NULL, a.position, coalesce(w.name, a.name) COLLATE vi, a.code;

-- name: newest
-- one row
SELECT key AS newest_key, label AS newest_label, date_vi(day_to) AS newest_day FROM period_newest WHERE :is_first;

-- name: is_full
-- one row
SELECT 1 AS yes FROM setting WHERE key = 'overdue.codes' AND value = 'full';

-- name: files
SELECT :top || :stem || '.csv' AS csv, :top || :stem || '.json' AS json;
