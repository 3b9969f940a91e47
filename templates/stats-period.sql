-- SPDX-License-Identifier: MIT
-- One period, all agencies.

-- name: pages
WITH p AS MATERIALIZED (SELECT *, lag(key) OVER (PARTITION BY kind ORDER BY year, n) AS previous_key,
    lag(label) OVER (PARTITION BY kind ORDER BY year, n) AS previous_label,
    lead(key) OVER (PARTITION BY kind ORDER BY year, n) AS next_key,
    lead(label) OVER (PARTITION BY kind ORDER BY year, n) AS next_label
  FROM period_posted),
f AS MATERIALIZED (SELECT json_array(o.field_code, a.slug, coalesce(a.name, o.field_code)) AS item,
    row_number() OVER (ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, o.field_code) AS k
  FROM (SELECT DISTINCT field_code FROM stat WHERE agency_code = '' AND field_code <> '') o
  LEFT JOIN field_address a ON a.code = o.field_code)
SELECT 'thong-ke/' || p.key AS url, p.key, p.kind, p.year, p.n, p.label, p.title, p.label_days, '' AS agency_code,
  '' AS field_code, previous_key, previous_label, next_key, next_label, p.day_from, p.day_to, s.data_asof,
  (SELECT json_group_array(json(item)) FROM (SELECT item FROM f ORDER BY k)) AS fields,
  (SELECT count(*) FROM agency_counted a CROSS JOIN stat o ON o.agency_code = a.code AND o.field_code = ''
    AND o.kind = p.kind AND o.year = p.year AND o.n = p.n) AS agencies_n,
  EXISTS (SELECT 1 FROM period_ranked r WHERE r.key = p.key) AS has_ranking
FROM p LEFT JOIN stat s ON s.agency_code = '' AND s.field_code = '' AND s.kind = p.kind AND s.year = p.year AND s.n = p.n
WHERE :medium = 'web' OR :medium IN (SELECT medium FROM medium_made) AND p.key = (SELECT key FROM period_shown)
ORDER BY p.key;

-- name: wider
-- Longer periods that it is a part of.
SELECT w.key AS wider_key, w.label AS wider_label FROM period_posted w
WHERE w.year = :year AND w.kind <> :kind AND NOT EXISTS (SELECT 1 FROM period_part p
    WHERE p.kind = :kind AND p.n = :n AND NOT EXISTS (SELECT 1 FROM period_part q
      WHERE q.kind = w.kind AND q.n = w.n AND q.month_kind = p.month_kind AND q.month = p.month))
ORDER BY w.kind_order, w.n, w.key;

-- name: within
-- Shorter ones that it is made of: the next kind down.
SELECT w.key AS within_key, w.label AS within_label FROM period_posted w
WHERE w.year = :year AND w.kind = CASE :kind WHEN 'YEAR' THEN 'QUARTER' WHEN 'CALENDAR_YEAR' THEN 'CALENDAR_QUARTER'
    WHEN 'CALENDAR_QUARTER' THEN 'CALENDAR_MONTH' ELSE 'MONTH' END AND w.kind <> :kind
  AND EXISTS (SELECT 1 FROM period_part p JOIN period_part q ON q.month = p.month AND q.month_kind = p.month_kind
    WHERE p.kind = w.kind AND p.n = w.n AND q.kind = :kind AND q.n = :n)
ORDER BY w.n, w.key;

-- name: papers
-- The form of the law with these figures, and reports of the period.
SELECT :root || 'bao-cao/ii-06a/' || :key || '.html' AS href, t('stats_page.form') AS title, 0 AS k, '' AS path WHERE EXISTS (SELECT 1 FROM stat s
  WHERE s.agency_code = '' AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n)
UNION ALL
SELECT CASE WHEN is_here THEN :root ELSE :top END || path || '.html', title, 1, path FROM report_posted WHERE kind = :kind AND year = :year AND n = :n
ORDER BY k, path;

-- name: agencies
-- In a long list a fraction is left to its two columns and to the ranking.
SELECT CASE WHEN r.level_rank IS NOT lag(r.level_rank) OVER seq AND r.levels > 1 THEN r.level_name END AS group_head,
  0 AS is_total, iif(:medium = 'web', '', :root || 'thong-ke/') || :key || '/' || r.code || '.html' AS href, r.name AS label, r.ended_day,
  r.is_faulty, r.reports, r.recv, r.done, r.early, r.on_time, r.late, r.open, r.overdue, r.percent,
  CASE WHEN :agencies_n <= 60 OR r.is_nothing THEN r.fraction END AS fraction,
  r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided
FROM (SELECT a.code, a.name, a.position, a.ended_day, r.*, CASE a.level WHEN 'TW' THEN 1 WHEN 'TINH' THEN 2 WHEN 'XA' THEN 3 WHEN 'HUYEN' THEN 4 ELSE 5 END AS level_rank,
    t('agency.level_' || a.level) AS level_name,
    1 + (max(a.level) OVER () <> min(a.level) OVER ()) AS levels
  FROM agency_counted a CROSS JOIN stat_row r ON r.agency_code = a.code AND r.field_code = ''
    AND r.kind = :kind AND r.year = :year AND r.n = :n) r
WINDOW seq AS (ORDER BY r.level_rank, r.position IS NULL, r.position, r.name COLLATE vi, r.code)
ORDER BY r.level_rank, r.position IS NULL, r.position, r.name COLLATE vi, r.code;

-- name: total
-- one row
SELECT NULL AS group_head, 1 AS is_total, NULL AS href, t('stats.all_agencies') AS label, NULL AS ended_day,
  r.is_faulty, r.reports, r.recv, r.done, r.early, r.on_time, r.late, r.open, r.overdue, r.percent, r.fraction,
  r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided
FROM stat_row r WHERE r.agency_code = '' AND r.field_code = '' AND r.kind = :kind AND r.year = :year AND r.n = :n;

-- name: parts_chart
-- one row
-- For a look at up to thirty agencies.
SELECT chart_stacked(x, label, y, json_object('title', t('stats_page.parts_chart') || ', ' || :label, 'unit', 'count', 'id', 'co-cau'), series) AS drawing
FROM (SELECT a.x, a.name_short AS label, CASE v.column1 WHEN 1 THEN s.done_early WHEN 2 THEN s.done_on_time ELSE s.done_late END AS y,
    t('count.' || v.column2) AS series
  FROM (SELECT code, name_short, row_number() OVER (ORDER BY CASE level WHEN 'TW' THEN 1 WHEN 'TINH' THEN 2 WHEN 'XA' THEN 3 WHEN 'HUYEN' THEN 4 ELSE 5 END,
      position IS NULL, position, name COLLATE vi, code) AS x FROM agency_counted) a
  CROSS JOIN stat s ON s.agency_code = a.code AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n
  CROSS JOIN (VALUES (1, 'done_early'), (2, 'done_on_time'), (3, 'done_late')) v
  WHERE s.done_total > 0 ORDER BY a.x, v.column1)
WHERE :agencies_n BETWEEN 2 AND 30
HAVING count(y) > 0;
