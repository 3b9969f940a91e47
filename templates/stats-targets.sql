-- SPDX-License-Identifier: MIT
-- Targets, year by year, and what came of them (R-92).

-- name: pages
SELECT 'thong-ke/muc-tieu' AS url WHERE EXISTS (SELECT 1 FROM target);

-- name: years
-- This year's, and those to come.
SELECT DISTINCT year AS target_year FROM target WHERE year >= CAST(substr(:date, 1, 4) AS INT) ORDER BY year;

-- name: history
SELECT DISTINCT year AS target_year FROM target WHERE year < CAST(substr(:date, 1, 4) AS INT) ORDER BY year DESC;

-- name: targets
-- The newest period of the year that the target binds, and the year as a whole.
WITH bound AS (SELECT g.*, i.position, CASE g.period_kind WHEN '' THEN (SELECT s.kind FROM stat s
      WHERE s.agency_code = g.scope AND s.field_code = '' AND s.year = g.year AND s.kind NOT IN ('YEAR', 'CALENDAR_YEAR')
      ORDER BY s.kind NOT IN ('MONTH', 'CALENDAR_MONTH'), s.kind LIKE 'CALENDAR%', s.kind LIMIT 1)
    ELSE g.period_kind END AS newest_kind
  FROM target g JOIN indicator i ON i.code = g.indicator WHERE g.year = :target_year),
g AS (SELECT b.*, (SELECT max(f.n) FROM figure f WHERE f.agency_code = b.scope AND f.field_code = ''
      AND f.kind = b.newest_kind AND f.year = b.year AND f.indicator = b.indicator
      AND f.kind NOT IN ('YEAR', 'CALENDAR_YEAR')) AS newest_n,
    CASE WHEN b.period_kind IN ('YEAR', 'CALENDAR_YEAR') THEN b.period_kind WHEN b.period_kind <> '' THEN NULL
      WHEN b.newest_kind LIKE 'CALENDAR%' THEN 'CALENDAR_YEAR' ELSE 'YEAR' END AS year_kind FROM bound b),
-- Both sides of each fraction, by scalar queries: figure is a view, and would be read through.
r AS MATERIALIZED (SELECT g.*,
    (SELECT json_array(f.num, f.den) FROM figure f WHERE f.agency_code = g.scope AND f.field_code = ''
      AND f.kind = g.newest_kind AND f.year = g.year AND f.n = g.newest_n AND f.indicator = g.indicator) AS f,
    (SELECT json_array(f.num, f.den) FROM figure f WHERE f.agency_code = g.scope AND f.field_code = ''
      AND f.kind = g.year_kind AND f.year = g.year AND f.n = 1 AND f.indicator = g.indicator) AS y,
    (SELECT CASE WHEN s.months < s.months_due THEN t('stats_page.only') || ' ' || s.months || '/' || s.months_due || ' '
        || t('stats_page.months') END FROM stat s
      WHERE s.agency_code = g.scope AND s.field_code = '' AND s.kind = g.year_kind AND s.year = g.year AND s.n = 1) AS year_months
  FROM g)
SELECT r.indicator, t('figure.' || r.indicator || '.name') AS name,
  (SELECT a.name FROM agency a WHERE a.code = nullif(r.scope, '')) AS scope_name,
  CASE WHEN r.period_kind <> '' THEN lower(t('period_kind.' || r.period_kind)) END AS binds,
  t('comparator.' || CASE r.comparator WHEN '>=' THEN 'AT_LEAST' WHEN '<=' THEN 'AT_MOST' ELSE 'EXACTLY' END) || char(160)
    || replace(pct(r.value_num, 100 * r.value_den), t('format.point') || '00%', '%') AS target_text, tr(r.legal_doc) AS legal_doc,
  substr(period_vi(r.newest_kind, r.year, r.newest_n), 1, instr(period_vi(r.newest_kind, r.year, r.newest_n), ' (') - 1) AS newest_label,
  pct(f ->> 0, f ->> 1) AS newest_percent,
  CASE f ->> 1 WHEN 0 THEN t('stats_page.nothing') ELSE num(f ->> 0) || '/' || num(f ->> 1) END AS newest_fraction,
  meets_target(f ->> 0, f ->> 1, r.comparator, r.value_num, r.value_den) AS newest_met,
  meets_target(f ->> 0, f ->> 1, r.comparator, r.value_num, r.value_den) = 0 AS newest_missed,
  pct(y ->> 0, y ->> 1) AS year_percent,
  CASE y ->> 1 WHEN 0 THEN t('stats_page.nothing') ELSE num(y ->> 0) || '/' || num(y ->> 1) END AS year_fraction,
  r.year_months, meets_target(y ->> 0, y ->> 1, r.comparator, r.value_num, r.value_den) AS year_met,
  meets_target(y ->> 0, y ->> 1, r.comparator, r.value_num, r.value_den) = 0 AS year_missed
FROM r ORDER BY r.position, r.scope <> '', r.scope, r.period_kind;
