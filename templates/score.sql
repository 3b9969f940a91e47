-- SPDX-License-Identifier: MIT
-- One index: its scores period by period, its components as a tree, who answers for each.

-- name: pages
-- The newest period with scores of the office's own unit leads; of months and years side by side
-- the one that ends last.
WITH own AS (SELECT o.index_code, o.unit_code, p.kind, p.year, p.n, p.label, p.last_month,
    row_number() OVER (PARTITION BY o.index_code ORDER BY p.last_month DESC, p.kind) AS place
  FROM index_own o JOIN index_period p ON p.index_code = o.index_code
  WHERE EXISTS (SELECT 1 FROM index_score s WHERE s.index_code = o.index_code AND s.unit_code = o.unit_code
    AND s.period_kind = p.kind AND s.year = p.year AND s.n = p.n AND s.score IS NOT NULL))
SELECT 'thong-ke/chi-so/' || c.index_code AS url, c.index_code, coalesce(i.name, c.index_code) AS name, i.publisher,
  i.url AS link, i.legal_doc, num(i.scale_min) AS scale_min, num(i.scale_max) AS scale_max, i.in_charge,
  coalesce(a.name, (SELECT name FROM agency WHERE code = i.agency_code)) AS agency_name,
  CASE WHEN a.code IS NOT NULL THEN a.code END AS agency_code, o.unit_code,
  (SELECT name FROM index_unit_text WHERE code = o.unit_code) AS unit_name,
  o.kind, o.year, o.n, o.label, o.last_month,
  EXISTS (SELECT 1 FROM index_score s WHERE s.index_code = c.index_code AND s.unit_code = o.unit_code AND s.component = '') AS has_whole
FROM (SELECT DISTINCT index_code FROM index_component) c
LEFT JOIN index_component i ON i.index_code = c.index_code AND i.component = ''
LEFT JOIN agency_now a ON a.code = i.agency_code
LEFT JOIN own o ON o.index_code = c.index_code AND o.place = 1
ORDER BY c.index_code;

-- name: newest
-- one row
SELECT t.score_text, t.max_text, t.rank_text, t.out_of_text, p.label, date_vi(t.data_asof) AS asof_day, t.source_system,
  t.url AS score_link
FROM index_score_text t JOIN index_period p ON p.index_code = t.index_code AND p.kind = t.kind AND p.year = t.year AND p.n = t.n
WHERE t.index_code = :index_code AND t.component = '' AND t.unit_code = :unit_code AND t.score IS NOT NULL
ORDER BY p.last_month DESC, p.kind LIMIT 1;

-- name: chart
-- one row
-- The index itself; without a score of its own its components, up to six. A year or month in
-- between without a score is a gap in the line.
WITH RECURSIVE line AS MATERIALIZED (SELECT s.component, c.name, s.score, p.last_month, coalesce(t.path, '') AS path
  FROM index_score s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
  JOIN index_period p ON p.index_code = s.index_code AND p.kind = s.period_kind AND p.year = s.year AND p.n = s.n
  LEFT JOIN index_tree t ON t.index_code = s.index_code AND t.component = s.component
  WHERE s.index_code = :index_code AND s.unit_code = :unit_code AND s.period_kind = :kind AND s.score IS NOT NULL
    AND (s.component = '') = :has_whole),
step AS (SELECT CASE replace(:kind, 'CALENDAR_', '') WHEN 'MONTH' THEN 1 WHEN 'QUARTER' THEN 3 WHEN 'HALF' THEN 6 ELSE 12 END AS months),
at(month) AS (SELECT max(last_month) FROM line UNION ALL SELECT month - months FROM at, step
  WHERE month > (SELECT min(last_month) FROM line) AND month > (SELECT max(last_month) FROM line) - 36 * months)
SELECT chart_line(month, label, score, json_object('title', :name, 'unit', 'score', 'id', 'dien-bien'), series) AS drawing
FROM (SELECT a.month, CASE months WHEN 1 THEN printf('%02d/%d', (a.month - 1) % 12 + 1, (a.month - 1) / 12)
      WHEN 12 THEN CAST((a.month - 1) / 12 AS TEXT)
      WHEN 3 THEN 'Q' || ((a.month - 1) % 12 / 3 + 1) || '/' || ((a.month - 1) / 12)
      ELSE printf('%02d/%d', (a.month - 1) % 12 + 1, (a.month - 1) / 12) END AS label,
    l.score, CASE WHEN o.component <> '' THEN o.name END AS series
  FROM (SELECT DISTINCT component, name, path FROM line) o CROSS JOIN at a CROSS JOIN step
  LEFT JOIN line l ON l.component = o.component AND l.last_month = a.month
  ORDER BY o.path, a.month)
WHERE (SELECT count(DISTINCT component) FROM line) <= 6
HAVING count(score) > 1 AND min(month) < max(month);

-- name: periods
SELECT p.title, t.score_text, t.max_text, t.share, t.rank_text, t.out_of_text,
  date_vi(t.data_asof) AS asof_day, coalesce(t.source_system, :publisher) AS source, t.url AS score_link,
  CASE WHEN p.units > 1 THEN p.key END AS units_key, num(p.units) AS units_n
FROM index_period p LEFT JOIN index_score_text t ON t.index_code = p.index_code AND t.component = ''
  AND t.unit_code = :unit_code AND t.kind = p.kind AND t.year = p.year AND t.n = p.n
WHERE p.index_code = :index_code AND (t.score IS NOT NULL OR (:has_whole = 1 AND p.units > 1))
ORDER BY p.last_month DESC, p.key;

-- name: unit_tables
-- Tables of all units; where there are no scores of the index itself they are not in the list above.
SELECT p.title, p.key, num(p.units) AS units_n FROM index_period p
WHERE p.index_code = :index_code AND p.units > 1 AND :has_whole IS NOT 1
ORDER BY p.last_month DESC, p.key;

-- name: components
SELECT t.component, t.name AS part_name, t.depth > 0 AS is_sub, t.depth > 1 AS is_deep,
  s.score_text, coalesce(s.max_text, num(t.scale_max)) AS max_text, s.share, t.in_charge AS part_in_charge,
  t.agency_name AS part_agency, CASE WHEN t.agency_is_posted THEN t.agency_code END AS part_agency_code,
  (SELECT chart_spark(12 * o.year + o.n, o.score, json_object('title', t.name, 'unit', 'score')) FROM index_score o
    WHERE o.index_code = t.index_code AND o.component = t.component AND o.unit_code = :unit_code AND o.period_kind = :kind
    HAVING count(o.score) > 1) AS spark
FROM index_tree t LEFT JOIN index_score_text s ON s.index_code = t.index_code AND s.component = t.component
  AND s.unit_code = :unit_code AND s.kind = :kind AND s.year = :year AND s.n = :n
WHERE t.index_code = :index_code ORDER BY t.path;

-- name: part_table
-- one row
-- The last twelve periods with scores of components, the newest first: [year, n, head].
SELECT json_group_array(json(head)) AS heads FROM (
  SELECT json_array(p.year, p.n, CASE WHEN p.kind IN ('MONTH', 'CALENDAR_MONTH') THEN printf('%02d/%d', p.n, p.year)
    WHEN p.kind IN ('YEAR', 'CALENDAR_YEAR') THEN CAST(p.year AS TEXT) ELSE p.label END) AS head
  FROM index_period p WHERE p.index_code = :index_code AND p.kind = :kind
    AND EXISTS (SELECT 1 FROM index_score s WHERE s.index_code = :index_code AND s.component <> ''
      AND s.unit_code = :unit_code AND s.period_kind = p.kind AND s.year = p.year AND s.n = p.n)
  ORDER BY p.last_month DESC LIMIT 12)
HAVING count(*) > 1;

-- name: part_heads
SELECT json_extract(j.value, '$[2]') AS head FROM json_each(:heads) j ORDER BY j.id;

-- name: parts
SELECT t.component, t.name AS part_name FROM index_tree t
WHERE t.index_code = :index_code AND EXISTS (SELECT 1 FROM index_score s WHERE s.index_code = t.index_code
  AND s.component = t.component AND s.unit_code = :unit_code AND s.period_kind = :kind)
ORDER BY t.path;

-- name: part_scores
SELECT s.score_text FROM json_each(:heads) j
LEFT JOIN index_score_text s ON s.index_code = :index_code AND s.component = :component AND s.unit_code = :unit_code
  AND s.kind = :kind AND s.year = json_extract(j.value, '$[0]') AND s.n = json_extract(j.value, '$[1]')
ORDER BY j.id;

-- name: files
SELECT :top || :url || '.csv' AS csv, :top || :url || '.json' AS json;

-- name: records
SELECT s.component, c.parent, c.name AS component_name, s.unit_code, s.period_kind, s.year, s.n, s.score,
  coalesce(s.max_score, c.scale_max) AS max_score, s.num, s.den, s.percent, s.rank, s.out_of, s.data_asof,
  s.source_system, coalesce(s.url, :link) AS score_link, c.agency_code AS part_agency_code, c.in_charge AS part_in_charge
FROM index_score s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
WHERE s.index_code = :index_code AND s.unit_code = :unit_code
ORDER BY s.component, s.period_kind, s.year, s.n;

-- name: objects
SELECT row_number() OVER (ORDER BY s.component, s.period_kind, s.year, s.n) > 1 AS is_later,
  script_json(json_patch('{}', json_object('component', s.component, 'unit', s.unit_code, 'period_kind', s.period_kind,
    'year', s.year, 'n', s.n, 'score', s.score, 'max_score', coalesce(s.max_score, c.scale_max), 'num', s.num, 'den', s.den,
    'percent', s.percent, 'rank', s.rank, 'out_of', s.out_of, 'data_asof', s.data_asof,
    'source_system', s.source_system, 'url', s.url))) AS object
FROM index_score s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
WHERE s.index_code = :index_code AND s.unit_code = :unit_code
ORDER BY s.component, s.period_kind, s.year, s.n;
