-- SPDX-License-Identifier: MIT
-- One period of an index: the scores of all units. Where the source tells the fraction behind a
-- score, rate and points are worked out again beside what it prints, and the sum of the units
-- beside what it says of the unit above them. There is no rank that the source does not give.

-- name: pages
-- tops: units that stand above others of the table.
WITH p AS MATERIALIZED (SELECT *, lag(key) OVER same AS previous_key, lag(label) OVER same AS previous_label,
    lead(key) OVER same AS next_key, lead(label) OVER same AS next_label
  FROM index_period WHERE units > 1 WINDOW same AS (PARTITION BY index_code, kind ORDER BY year, n))
SELECT 'thong-ke/chi-so/' || p.index_code || '/' || p.key AS url, p.index_code, p.kind, p.year, p.n, p.key, p.label, p.title,
  p.title_days, p.previous_key, p.previous_label, p.next_key, p.next_label, num(p.units) AS units_n,
  coalesce(i.name, p.index_code) AS index_name, i.publisher, i.url AS link,
  (SELECT json_group_array(t.unit_code) FROM index_top t
    WHERE t.index_code = p.index_code AND t.kind = p.kind AND t.year = p.year AND t.n = p.n) AS tops
FROM p LEFT JOIN index_component i ON i.index_code = p.index_code AND i.component = ''
ORDER BY p.index_code, p.key;

-- name: source
-- one row
-- Who keeps the figures, and of which day they are; the newest, should they differ.
SELECT group_concat(DISTINCT source_system) AS source_system, date_vi(max(data_asof)) AS asof_day, max(url) AS score_link
FROM index_score WHERE index_code = :index_code AND period_kind = :kind AND year = :year AND n = :n AND unit_code <> '';

-- name: details
-- Components with the fraction behind the score. max_all: the points that all units can have;
-- extras: what is followed beside it without points of its own, the mean of days for example.
WITH scored AS MATERIALIZED (SELECT component, sum(den IS NOT NULL) AS fractions FROM index_score
  WHERE index_code = :index_code AND period_kind = :kind AND year = :year AND n = :n AND unit_code <> ''
    AND unit_code NOT IN (SELECT value FROM json_each(:tops)) GROUP BY component),
line AS (SELECT s.*, min(s.max) OVER same = max(s.max) OVER same AND count(s.max) OVER same = count(*) OVER same AS is_same
  FROM index_score_text s WHERE s.index_code = :index_code AND s.kind = :kind AND s.year = :year AND s.n = :n AND s.unit_code <> ''
    AND s.den IS NOT NULL AND s.num IS NOT NULL AND s.unit_code NOT IN (SELECT value FROM json_each(:tops))
  WINDOW same AS (PARTITION BY s.component))
SELECT d.*, 7 + json_array_length(d.extras) AS columns_n
FROM (SELECT s.component AS detail, CASE s.component WHEN '' THEN :index_name ELSE c.name END AS detail_name,
    'tp-' || slug(s.component) AS detail_id, num(count(*)) AS n_units, num(nullif(sum(s.is_nothing), 0)) AS n_nothing,
    sum(s.is_nothing AND s.score = 0) AS nothing_as_zero,
    num(sum(NOT s.is_nothing AND NOT s.is_percent_off AND NOT s.is_points_off)) AS n_same,
    num(nullif(sum(s.is_percent_off OR s.is_points_off), 0)) AS n_off,
    CASE WHEN s.is_same THEN max(s.max) END AS max_all, CASE WHEN s.is_same THEN num(max(s.max)) END AS max_text,
    num(nullif(c.full_at_percent, 100)) AS full_text, s.index_code = '766' AND s.component = 'TDGQ' AS is_progress,
    CASE WHEN s.index_code = '766' AND s.component = 'TDGQ' THEN t('scores.progress_fraction') ELSE t('scores.fraction') END AS fraction_head,
    (SELECT json_group_array(o.component) FROM (SELECT o.component FROM index_component o JOIN scored ON scored.component = o.component
      WHERE o.index_code = :index_code AND o.parent = s.component AND scored.fractions = 0
      ORDER BY o.position IS NULL, o.position, o.component) o) AS extras, r.path
  FROM line s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
  LEFT JOIN index_tree r ON r.index_code = s.index_code AND r.component = s.component
  GROUP BY s.component) d ORDER BY d.path, d.detail;

-- name: extra_heads
SELECT c.name AS extra_name FROM json_each(:extras) j JOIN index_component c ON c.index_code = :index_code AND c.component = j.value
ORDER BY j.id;

-- name: units
SELECT CASE WHEN r.level_rank IS NOT lag(r.level_rank) OVER seq AND r.levels > 1 THEN t('scores.level_' || r.level_rank) END AS group_head,
  :columns_n AS columns_n, r.* FROM (SELECT u.name AS unit_name, u.code AS unit_code, u.is_own, u.level_rank, u.position,
    1 + (max(u.level_rank) OVER () <> min(u.level_rank) OVER ()) AS levels,
    s.score_text || CASE WHEN :max_all IS NULL THEN coalesce('/' || s.max_text, '') ELSE '' END AS score_text, s.percent_stated,
    s.fraction, s.is_nothing, s.percent, s.is_percent_off, coalesce(s.recomputed_text, '–') AS recomputed_text,
    s.is_points_off, s.missed_text
  FROM index_score_text s JOIN index_unit_text u ON u.code = s.unit_code
  WHERE s.index_code = :index_code AND s.component = :detail AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND s.den IS NOT NULL AND s.num IS NOT NULL AND s.unit_code NOT IN (SELECT value FROM json_each(:tops))) r
WINDOW seq AS (ORDER BY r.level_rank, r.position IS NULL, r.position, r.unit_name COLLATE vi, r.unit_code)
ORDER BY r.level_rank, r.position IS NULL, r.position, r.unit_name COLLATE vi, r.unit_code;

-- name: extras
SELECT x.score_text AS extra FROM json_each(:extras) j
LEFT JOIN index_score_text x ON x.index_code = :index_code AND x.component = j.value AND x.unit_code = :unit_code
  AND x.kind = :kind AND x.year = :year AND x.n = :n
ORDER BY j.id;

-- name: sums
-- The units added up, under each unit above them; without one all together.
WITH part AS (SELECT CASE WHEN a.parent_code IN (SELECT value FROM json_each(:tops)) THEN a.parent_code ELSE '' END AS top,
    s.num, s.den, s.max
  FROM index_score_text s LEFT JOIN agency a ON a.code = s.unit_code
  WHERE s.index_code = :index_code AND s.component = :detail AND s.kind = :kind AND s.year = :year AND s.n = :n
    AND s.unit_code <> '' AND s.den IS NOT NULL AND s.num IS NOT NULL AND s.unit_code NOT IN (SELECT value FROM json_each(:tops))),
added AS (SELECT top, count(*) AS n, sum(num) AS num, sum(den) AS den,
    CASE WHEN min(max) = max(max) AND count(max) = count(*) THEN max(max) END AS max FROM part GROUP BY top)
SELECT d.top AS unit_code, num(d.n) AS n_units, num(d.num) || '/' || num(d.den) AS sum_fraction, pct(d.num, d.den) AS sum_percent,
  coalesce(num(points(d.num, d.den, d.max, c.full_at_percent) / 100.0, 2), '–') AS sum_points, num(d.den - d.num) AS sum_missed,
  u.name AS top_name, s.fraction AS top_fraction, s.percent AS top_percent, s.percent_stated AS top_stated,
  s.score_text AS top_score, coalesce(s.recomputed_text, '–') AS top_points, s.missed_text AS top_missed,
  s.is_percent_off AS top_percent_off, s.is_points_off AS top_points_off,
  s.num = d.num AND s.den = d.den AS is_equal, s.den IS NOT NULL AND (s.num <> d.num OR s.den <> d.den) AS is_other,
  num(abs(s.num - d.num)) AS num_gap, num(abs(s.den - d.den)) AS den_gap
FROM added d LEFT JOIN index_component c ON c.index_code = :index_code AND c.component = :detail
LEFT JOIN index_score_text s ON s.index_code = :index_code AND s.component = :detail AND s.unit_code = d.top AND d.top <> ''
  AND s.kind = :kind AND s.year = :year AND s.n = :n
LEFT JOIN index_unit_text u ON u.code = s.unit_code
ORDER BY u.name COLLATE vi, d.top;

-- name: groups
-- Components without a fraction, together with their sisters; what stands beside a component with
-- one is in its table.
WITH scored AS MATERIALIZED (SELECT component, sum(den IS NOT NULL) AS fractions FROM index_score
  WHERE index_code = :index_code AND period_kind = :kind AND year = :year AND n = :n AND unit_code <> ''
    AND unit_code NOT IN (SELECT value FROM json_each(:tops)) GROUP BY component),
part AS (SELECT scored.component, r.path, CASE WHEN r.depth > 0 THEN r.parent ELSE '' END AS parent
  FROM scored LEFT JOIN index_tree r ON r.index_code = :index_code AND r.component = scored.component
  WHERE scored.fractions = 0)
SELECT p.parent AS part_group, CASE p.parent WHEN '' THEN :index_name
    ELSE (SELECT name FROM index_component WHERE index_code = :index_code AND component = p.parent) END AS group_name,
  'nhom-' || slug(coalesce(nullif(p.parent, ''), 'chung')) AS group_id, json_group_array(p.component) AS heads
FROM (SELECT * FROM part ORDER BY path, component) p
WHERE p.parent NOT IN (SELECT component FROM scored WHERE fractions > 0 AND component <> '')
GROUP BY p.parent ORDER BY min(coalesce(p.path, '')), p.parent;

-- name: group_heads
SELECT CASE c.component WHEN '' THEN t('scores.whole') ELSE c.name END AS head
FROM json_each(:heads) j JOIN index_component c ON c.index_code = :index_code AND c.component = j.value
ORDER BY j.id;

-- name: group_units
SELECT u.name AS unit_name, u.code AS unit_code, u.is_own FROM index_unit_text u
WHERE u.code IN (SELECT x.unit_code FROM json_each(:heads) j CROSS JOIN index_score x ON x.index_code = :index_code
  AND x.component = j.value AND x.period_kind = :kind AND x.year = :year AND x.n = :n)
ORDER BY u.level_rank, u.position IS NULL, u.position, u.name COLLATE vi, u.code;

-- name: group_cells
SELECT s.score_text AS cell FROM json_each(:heads) j
LEFT JOIN index_score_text s ON s.index_code = :index_code AND s.component = j.value AND s.unit_code = :unit_code
  AND s.kind = :kind AND s.year = :year AND s.n = :n
ORDER BY j.id;

-- name: absent
-- Units that have scores of other periods, and none of this.
SELECT u.name AS absent_name FROM (SELECT DISTINCT unit_code FROM index_score WHERE index_code = :index_code AND unit_code <> '') x
JOIN index_unit_text u ON u.code = x.unit_code
WHERE NOT EXISTS (SELECT 1 FROM index_score s WHERE s.index_code = :index_code AND s.unit_code = x.unit_code
  AND s.period_kind = :kind AND s.year = :year AND s.n = :n)
ORDER BY u.level_rank, u.position IS NULL, u.position, u.name COLLATE vi, u.code;

-- name: files
SELECT :top || :url || '.csv' AS csv, :top || :url || '.json' AS json;

-- name: records
SELECT s.component, c.name AS component_name, s.unit_code, u.name AS unit_name, u.parent_code, s.score, s.max, s.num, s.den,
  x.percent AS percent_stated, replace(replace(nullif(s.percent, '–'), '%', ''), ',', '.') AS percent_recomputed,
  CASE WHEN s.recomputed IS NOT NULL THEN printf('%d.%02d', s.recomputed / 100, s.recomputed % 100) END AS points_recomputed,
  s.is_percent_off OR s.is_points_off AS is_off, s.missed, x.rank, x.out_of, s.data_asof, s.source_system
FROM index_score_text s JOIN index_score x ON x.index_code = s.index_code AND x.component = s.component
  AND x.unit_code = s.unit_code AND x.period_kind = s.kind AND x.year = s.year AND x.n = s.n
JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
LEFT JOIN index_unit_text u ON u.code = s.unit_code
WHERE s.index_code = :index_code AND s.kind = :kind AND s.year = :year AND s.n = :n AND s.unit_code <> ''
ORDER BY s.component, s.unit_code;

-- name: objects
SELECT row_number() OVER (ORDER BY s.component, s.unit_code) > 1 AS is_later,
  script_json(json_patch('{}', json_object('component', s.component, 'unit', s.unit_code, 'unit_name', u.name,
    'parent', u.parent_code, 'score', s.score, 'max_score', s.max, 'num', s.num, 'den', s.den, 'percent_stated', x.percent,
    'rate_recomputed_hundredths', rate(s.num, s.den), 'points_recomputed_hundredths', s.recomputed,
    'differs', json(CASE WHEN s.den IS NULL THEN 'null' WHEN s.is_percent_off OR s.is_points_off THEN 'true' ELSE 'false' END),
    'missed', s.missed, 'rank', x.rank, 'out_of', x.out_of, 'data_asof', s.data_asof, 'source_system', s.source_system))) AS object
FROM index_score_text s JOIN index_score x ON x.index_code = s.index_code AND x.component = s.component
  AND x.unit_code = s.unit_code AND x.period_kind = s.kind AND x.year = s.year AND x.n = s.n
LEFT JOIN index_unit_text u ON u.code = s.unit_code
WHERE s.index_code = :index_code AND s.kind = :kind AND s.year = :year AND s.n = :n AND s.unit_code <> ''
ORDER BY s.component, s.unit_code;
