-- SPDX-License-Identifier: MIT
-- One agency through all periods.

-- name: pages
WITH newest AS (SELECT s.agency_code, s.kind, s.year, s.n,
    row_number() OVER (PARTITION BY s.agency_code ORDER BY s.kind NOT IN ('MONTH', 'CALENDAR_MONTH'), s.kind LIKE 'CALENDAR%', s.year DESC, s.n DESC, s.kind) AS k
  FROM agency_counted a CROSS JOIN stat s ON s.agency_code = a.code AND s.field_code = ''),
p AS MATERIALIZED (SELECT * FROM period_posted)
SELECT 'thong-ke/co-quan/' || a.code AS url, a.code AS agency_code, '' AS field_code, a.name, a.name AS scope_name, a.ended_day,
  p.kind, p.year, p.n, p.key, p.label, p.label_days,
  EXISTS (SELECT 1 FROM agency_now o WHERE o.code = a.code) AS has_page
FROM agency_counted a JOIN newest w ON w.agency_code = a.code AND w.k = 1
JOIN p ON p.kind = w.kind AND p.year = w.year AND p.n = w.n
JOIN stat s ON s.agency_code = a.code AND s.field_code = '' AND s.kind = w.kind AND s.year = w.year AND s.n = w.n
ORDER BY a.code;

-- name: successors
SELECT b.code AS successor_code, b.name AS successor_name FROM agency_counted b
WHERE instr('; ' || b.succeeds || ';', '; ' || :agency_code || ';') > 0
ORDER BY b.position IS NULL, b.position, b.code;

-- name: predecessors
SELECT b.code AS predecessor_code, b.name AS predecessor_name FROM agency a JOIN agency_counted b
  ON instr('; ' || a.succeeds || ';', '; ' || b.code || ';') > 0
WHERE a.code = :agency_code ORDER BY b.position IS NULL, b.position, b.code;

-- name: records
-- For CSV and JSON: the table of all periods.
SELECT row_number() OVER (ORDER BY p.kind_order, p.year DESC, p.n DESC) > 1 AS is_later,
  p.key, p.kind, p.year, p.n, p.day_from, p.day_to, s.months, s.months_due, :agency_code AS agency_code, :name AS agency_name,
  coalesce(s.recv_total, s.marks ->> 'recv_total') AS recv_total, coalesce(s.done_total, s.marks ->> 'done_total') AS done_total,
  coalesce(s.done_early, s.marks ->> 'done_early') AS done_early, coalesce(s.done_on_time, s.marks ->> 'done_on_time') AS done_on_time,
  coalesce(s.done_late, s.marks ->> 'done_late') AS done_late, coalesce(s.open_total, s.marks ->> 'open_total') AS open_total,
  coalesce(s.open_overdue, s.marks ->> 'open_overdue') AS open_overdue,
  r.num, r.den, (rate(r.num, r.den) / 100) || printf('.%02d', rate(r.num, r.den) % 100) AS percent,
  r.target_text AS target, r.is_met, s.data_asof
FROM period_posted p CROSS JOIN stat_row r ON r.agency_code = :agency_code AND r.field_code = ''
  AND r.kind = p.kind AND r.year = p.year AND r.n = p.n
CROSS JOIN stat s ON s.agency_code = :agency_code AND s.field_code = '' AND s.kind = p.kind
  AND s.year = p.year AND s.n = p.n
ORDER BY p.kind_order, p.year DESC, p.n DESC;
