-- SPDX-License-Identifier: MIT
-- One field through all periods, all agencies together.

-- name: pages
WITH f AS MATERIALIZED (SELECT * FROM field_address WHERE code <> ''
  AND code IN (SELECT field_code FROM stat WHERE agency_code = '')),
newest AS (SELECT s.field_code, s.kind, s.year, s.n,
    row_number() OVER (PARTITION BY s.field_code ORDER BY s.kind NOT IN ('MONTH', 'CALENDAR_MONTH'), s.kind LIKE 'CALENDAR%', s.year DESC, s.n DESC, s.kind) AS k
  FROM stat s WHERE s.agency_code = ''),
p AS MATERIALIZED (SELECT * FROM period_posted)
SELECT 'thong-ke/linh-vuc/' || f.slug AS url, '' AS agency_code, f.code AS field_code, f.slug, f.name, f.name AS scope_name,
  p.kind, p.year, p.n, p.key, p.label, p.label_days,
  EXISTS (SELECT 1 FROM procedure_posted o WHERE o.field_code = f.code) AS has_page
FROM f JOIN newest w ON w.field_code = f.code AND w.k = 1
JOIN p ON p.kind = w.kind AND p.year = w.year AND p.n = w.n
JOIN stat s ON s.agency_code = '' AND s.field_code = f.code AND s.kind = w.kind AND s.year = w.year AND s.n = w.n
ORDER BY f.code;

-- name: agencies
-- Up to sixty all, in their order; of more the sixty with the lowest rates.
SELECT group_head, is_total, href, label, ended_day, is_faulty, reports, recv, done, early, on_time, late, open, overdue,
  percent, fraction, is_met, is_missed, is_undecided
FROM (SELECT NULL AS group_head, 0 AS is_total, '../' || :key || '/' || a.code || '.html' AS href,
    a.name AS label, a.ended_day, r.is_faulty, r.reports,
    r.recv, r.done, r.early, r.on_time, r.late, r.open, r.overdue, r.percent, r.fraction, r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided,
    a.position, a.code, count(*) OVER () AS n,
    row_number() OVER (ORDER BY 1.0 * r.num / nullif(r.den, 0) NULLS LAST, a.position IS NULL, a.position, a.code) AS behind
  FROM agency_counted a CROSS JOIN stat_row r ON r.agency_code = a.code AND r.field_code = :field_code
    AND r.kind = :kind AND r.year = :year AND r.n = :n)
WHERE n <= 60 OR behind <= 60
ORDER BY n > 60 AND behind, position IS NULL, position, label COLLATE vi, code;

-- name: agencies_cut
SELECT num(count(*)) AS n FROM stat s JOIN agency_counted a ON a.code = s.agency_code
WHERE s.agency_code <> '' AND s.field_code = :field_code AND s.kind = :kind AND s.year = :year AND s.n = :n
HAVING count(*) > 60;

-- name: agencies_marked
-- one row
SELECT 1 AS is_so FROM stat WHERE agency_code <> '' AND field_code = :field_code AND kind = :kind AND year = :year
  AND n = :n AND marks IS NOT NULL LIMIT 1;
