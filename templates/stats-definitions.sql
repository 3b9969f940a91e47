-- SPDX-License-Identifier: MIT
-- What each figure means and by which rules it is worked out.

-- name: pages
SELECT 'thong-ke/dinh-nghia' AS url WHERE EXISTS (SELECT 1 FROM period_sum) OR EXISTS (SELECT 1 FROM target);

-- name: sensitive
-- one row
SELECT group_concat(name, '; ') AS names FROM (SELECT name FROM field WHERE sensitive = 1
  ORDER BY position IS NULL, position, name COLLATE vi, code) HAVING count(*) > 0;

-- name: topics
SELECT topic, t('topic.' || topic) AS topic_name FROM indicator GROUP BY topic ORDER BY min(position);

-- name: indicators
SELECT code, t('figure.' || code || '.name') AS name, t('figure.' || code || '.definition') AS definition,
  t('figure.' || code || '.num') AS num_text, t('figure.' || code || '.den') AS den_text,
  (SELECT t('comparator.' || CASE g.comparator WHEN '>=' THEN 'AT_LEAST' WHEN '<=' THEN 'AT_MOST' ELSE 'EXACTLY' END) || char(160)
      || replace(pct(g.value_num, 100 * g.value_den), t('format.point') || '00%', '%') || ' (' || g.year || ')'
    FROM target g WHERE g.indicator = i.code AND g.scope = '' AND g.year <= CAST(substr(:date, 1, 4) AS INT)
    ORDER BY g.year DESC, g.period_kind LIMIT 1) AS target_text
FROM indicator i WHERE topic = :topic ORDER BY position;

-- name: periods
-- With the days of a year as an example.
SELECT t('period_kind.' || k.column1) AS kind_name, period_vi(k.column1, y.year, k.column2) AS example
FROM (SELECT max(year) AS year FROM stat) y,
  (VALUES ('MONTH', 1, 1), ('QUARTER', 1, 2), ('HALF', 1, 3), ('NINE_MONTHS', 1, 4), ('YEAR', 1, 5),
    ('CALENDAR_MONTH', 1, 6), ('CALENDAR_QUARTER', 1, 7), ('CALENDAR_YEAR', 1, 8)) k
WHERE y.year IS NOT NULL AND (k.column3 < 6 OR k.column1 IN (SELECT kind FROM period_posted)) ORDER BY k.column3;
