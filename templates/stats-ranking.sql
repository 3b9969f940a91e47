-- SPDX-License-Identifier: MIT
-- The agencies of one period, in the order of what they settle in time.

-- name: pages
SELECT 'thong-ke/' || p.key || '-xep-hang' AS url, p.key, p.kind, p.year, p.n, p.label, p.title, p.label_days,
  date_vi(s.data_asof) AS data_day
FROM period_ranked p LEFT JOIN stat s ON s.agency_code = '' AND s.field_code = '' AND s.kind = p.kind
  AND s.year = p.year AND s.n = p.n
ORDER BY p.key;

-- name: agencies
-- Equal fractions share a rank. A quotient of two integers below 2^26 is the same number exactly
-- when the fractions are equal, so comparing quotients compares fractions.
SELECT CASE WHEN r.den > 0 THEN num(rank() OVER (ORDER BY 1.0 * r.num / nullif(r.den, 0) DESC NULLS LAST)) ELSE '–' END AS place,
  :root || 'thong-ke/' || :key || '/' || a.code || '.html' AS href, a.name AS label, a.ended_day, r.is_faulty, r.reports,
  r.done, r.late, r.percent, r.fraction, r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided
FROM agency_counted a CROSS JOIN stat_row r ON r.agency_code = a.code AND r.field_code = ''
  AND r.kind = :kind AND r.year = :year AND r.n = :n
ORDER BY 1.0 * r.num / nullif(r.den, 0) DESC NULLS LAST, a.position IS NULL, a.position, a.name COLLATE vi, a.code;

-- name: gaps
SELECT DISTINCT a.name, a.code FROM period_part p
CROSS JOIN stat_gap g ON g.month_kind = p.month_kind AND g.year = :year AND g.month = p.month
JOIN agency_counted a ON a.code = g.agency_code
WHERE p.kind = :kind AND p.n = :n AND NOT EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = a.code
  AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n)
ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, a.code;

-- name: chart
-- one row
-- All, or the thirty lowest of more than forty.
WITH r AS (SELECT a.name_short AS label, rate(f.num, f.den) AS y,
    row_number() OVER (ORDER BY 1.0 * f.num / f.den DESC, a.position IS NULL, a.position, a.name COLLATE vi, a.code) AS x,
    count(*) OVER () AS n, CASE f.comparator WHEN '>=' THEN f.value_num * 100 / f.value_den END AS aim
  FROM agency_counted a CROSS JOIN stat_row f ON f.agency_code = a.code AND f.field_code = ''
    AND f.kind = :kind AND f.year = :year AND f.n = :n
  WHERE f.den > 0),
aim AS (SELECT CASE WHEN min(aim) = max(aim) AND count(aim) = count(*) THEN max(aim) END AS target, max(n) > 40 AS is_cut FROM r)
SELECT max(n > 40) AS is_cut, chart_bar(x, label, y, json_patch('{}', json_object(
  'title', t('stats_page.ranking_chart') || ', ' || :label, 'unit', 'percent', 'id', 'xep-hang',
  'target', (SELECT target FROM aim), 'target_label', CASE WHEN (SELECT target FROM aim) IS NOT NULL THEN t('stats_page.target') END))) AS drawing
FROM r WHERE n <= 40 OR x > n - 30;
