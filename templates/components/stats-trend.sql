-- SPDX-License-Identifier: MIT
-- How many are settled in time, month by month: up to 24 months that end with the one of :kind,
-- :year and :n, with gaps where there are no figures. Needs :agency_code, :field_code and
-- :scope_name too.

-- name: chart
-- one row
-- Not where a month is withheld: a gap would say that nobody reports it.
-- LIMIT tells SQLite how few they are; it would read all figures through otherwise.
WITH RECURSIVE back(at, first) AS (
  SELECT :year * 12 + :n - 1, (SELECT min(year * 12 + n - 1) FROM period_sum
    WHERE agency_code = :agency_code AND field_code = :field_code AND kind = :kind AND on_time_done_den IS NOT NULL)
  UNION ALL SELECT at - 1, first FROM back WHERE at > first AND at > :year * 12 + :n - 24),
shown AS (SELECT at FROM back LIMIT 24),
point AS (SELECT at, (SELECT rate(r.num, r.den) FROM stat_row r WHERE r.agency_code = :agency_code
    AND r.field_code = :field_code AND r.kind = :kind AND r.year = at / 12 AND r.n = at % 12 + 1) AS y,
  (SELECT r.value_num * 100 / r.value_den FROM stat_row r WHERE r.agency_code = :agency_code
    AND r.field_code = :field_code AND r.kind = :kind AND r.year = at / 12 AND r.n = at % 12 + 1) AS aim,
  (SELECT s.marks ->> 'on_time_done' FROM stat s WHERE s.agency_code = :agency_code
    AND s.field_code = :field_code AND s.kind = :kind AND s.year = at / 12 AND s.n = at % 12 + 1) AS mark FROM shown),
-- A line across, where the target is the same in all months.
line AS (SELECT at, y, mark, CASE WHEN min(aim) OVER () = max(aim) OVER () AND count(aim) OVER () >= count(y) OVER ()
    THEN max(aim) OVER () END AS target FROM point)
SELECT t('stats_page.trend_title') || ' – ' || :scope_name AS title,
  chart_line(at, printf('%02d/%d', at % 12 + 1, at / 12), y,
    json_patch('{}', json_object('title', t('stats_page.trend_title') || ' – ' || :scope_name, 'unit', 'percent',
      'id', 'xu-huong', 'target', target,
      'target_label', CASE WHEN target IS NOT NULL THEN t('stats_page.target') END))) AS drawing
FROM line WHERE :kind IN ('MONTH', 'CALENDAR_MONTH')
HAVING count(y) > 1 AND count(mark) = 0;

-- name: months
WITH RECURSIVE back(at, first) AS (
  SELECT :year * 12 + :n - 1, (SELECT min(year * 12 + n - 1) FROM period_sum
    WHERE agency_code = :agency_code AND field_code = :field_code AND kind = :kind AND on_time_done_den IS NOT NULL)
  UNION ALL SELECT at - 1, first FROM back WHERE at > first AND at > :year * 12 + :n - 24),
shown AS (SELECT at FROM back LIMIT 24)
SELECT at, printf('%02d/%d', at % 12 + 1, at / 12) AS month_label, r.is_counted, r.percent, r.fraction,
  r.target_text, r.is_met, r.is_missed
FROM shown CROSS JOIN stat_row r ON r.agency_code = :agency_code AND r.field_code = :field_code
  AND r.kind = :kind AND r.year = at / 12 AND r.n = at % 12 + 1
UNION ALL
SELECT at, printf('%02d/%d', at % 12 + 1, at / 12), 0, NULL, NULL, NULL, NULL, NULL
FROM shown WHERE NOT EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = :agency_code
  AND s.field_code = :field_code AND s.kind = :kind AND s.year = at / 12 AND s.n = at % 12 + 1)
ORDER BY at DESC;
