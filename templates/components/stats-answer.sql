-- SPDX-License-Identifier: MIT
-- The answer first: how many are settled in time, and whether that is enough; then what the
-- figures cover (R-81). Needs :agency_code, :field_code, :kind, :year and :n.

-- name: definition
-- one row
SELECT date_vi(period_from(s.kind, s.year, s.n)) AS from_day, date_vi(period_to(s.kind, s.year, s.n)) AS to_day,
  date_vi(s.data_asof) AS asof_day, CASE s.field_code WHEN '' THEN s.agency_name ELSE s.agency_name || ', ' || s.field_name END AS scope_name,
  coalesce(s.source_system, (SELECT group_concat(source_system, '; ') FROM (
    SELECT DISTINCT m.source_system FROM period_part p CROSS JOIN agency_counted a CROSS JOIN stat m
      ON m.agency_code = a.code AND m.field_code = '' AND m.kind = p.month_kind AND m.year = s.year AND m.n = p.month
    WHERE p.kind = s.kind AND p.n = s.n AND a.code = coalesce(nullif(s.agency_code, ''), a.code)
      AND m.source_system IS NOT NULL ORDER BY m.source_system))) AS source,
  CASE WHEN s.kind LIKE 'CALENDAR%' THEN t('period_kind.' || s.kind) END AS calendar,
  r.is_counted, r.is_withheld, r.percent, r.fraction, r.is_nothing, r.target_text, r.is_met, r.is_missed
FROM stat_text s JOIN stat_row r ON r.agency_code = s.agency_code AND r.field_code = s.field_code
  AND r.kind = s.kind AND r.year = s.year AND r.n = s.n
WHERE s.agency_code = :agency_code AND s.field_code = :field_code AND s.kind = :kind AND s.year = :year AND s.n = :n;
