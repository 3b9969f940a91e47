-- SPDX-License-Identifier: MIT
-- All periods of an agency or a field, by kind, newest first. Needs :agency_code, :field_code.

-- name: periods
SELECT CASE WHEN p.kind IS NOT lag(p.kind) OVER (ORDER BY p.kind_order, p.year DESC, p.n DESC) THEN p.kind_name END AS group_head,
  0 AS is_total, :root || 'thong-ke/' || p.key || CASE :agency_code WHEN '' THEN '' ELSE '/' || :agency_code END || '.html' AS href,
  p.title AS label, NULL AS ended_day, r.is_faulty, coalesce(r.reports, r.months_text) AS reports,
  r.recv, r.done, r.early, r.on_time, r.late, r.open, r.overdue, r.percent, r.fraction, r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided
FROM period_posted p CROSS JOIN stat_row r ON r.agency_code = :agency_code AND r.field_code = :field_code
  AND r.kind = p.kind AND r.year = p.year AND r.n = p.n
ORDER BY p.kind_order, p.year DESC, p.n DESC;

-- name: has_marks
-- one row
SELECT 1 AS is_so FROM stat WHERE agency_code = :agency_code AND field_code = :field_code AND marks IS NOT NULL LIMIT 1;
