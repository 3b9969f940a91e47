-- SPDX-License-Identifier: MIT
-- All indices: the newest score of each, whose it is, who publishes it, who answers for it. The
-- same rows as scores.csv and scores.json. Scores are quoted, never computed (R-93).

-- name: pages
SELECT 'thong-ke/chi-so/index' AS url WHERE EXISTS (SELECT 1 FROM index_component);

-- name: indices
WITH newest AS (SELECT o.index_code, o.unit_code, p.kind, p.year, p.n, p.label, p.key,
    row_number() OVER (PARTITION BY o.index_code ORDER BY p.last_month DESC, p.kind) AS place
  FROM index_own o JOIN index_score s ON s.index_code = o.index_code AND s.unit_code = o.unit_code AND s.component = ''
    AND s.score IS NOT NULL
  JOIN index_period p ON p.index_code = s.index_code AND p.kind = s.period_kind AND p.year = s.year AND p.n = s.n)
SELECT c.index_code, coalesce(i.name, c.index_code) AS name, i.publisher, i.url AS link, i.legal_doc,
  coalesce(a.name, (SELECT name FROM agency WHERE code = i.agency_code)) AS agency_name,
  CASE WHEN a.code IS NOT NULL THEN :root || 'co-quan/' || a.code || '.html' END AS agency_href, i.in_charge,
  w.label, t.score_text, coalesce(t.max_text, num(i.scale_max)) AS max_text, t.rank_text, t.out_of_text,
  (SELECT count(DISTINCT component) FROM index_score s WHERE s.index_code = c.index_code AND s.component <> '') AS parts,
  w.year, w.n, w.kind, t.score, t.max, t.data_asof,
  (SELECT chart_spark(12 * s.year + s.n, s.score, json_object('title', coalesce(i.name, c.index_code), 'unit', 'score'))
    FROM index_score s WHERE s.index_code = w.index_code AND s.component = '' AND s.unit_code = w.unit_code AND s.period_kind = w.kind
    HAVING count(s.score) > 1) AS spark
FROM (SELECT DISTINCT index_code FROM index_component) c
LEFT JOIN index_component i ON i.index_code = c.index_code AND i.component = ''
LEFT JOIN agency_now a ON a.code = i.agency_code
LEFT JOIN newest w ON w.index_code = c.index_code AND w.place = 1
LEFT JOIN index_score_text t ON t.index_code = w.index_code AND t.component = '' AND t.unit_code = w.unit_code
  AND t.kind = w.kind AND t.year = w.year AND t.n = w.n
ORDER BY i.position IS NULL, i.position, c.index_code;

-- name: files
SELECT :top || :url || '.csv' AS csv, :top || :url || '.json' AS json;

-- name: records
SELECT s.index_code, i.name AS index_name, s.component, c.name AS component_name, s.unit_code, u.name AS unit_name,
  s.period_kind, s.year, s.n, s.score, coalesce(s.max_score, c.scale_max) AS max_score, s.rank, s.out_of, s.data_asof,
  s.source_system, i.publisher, coalesce(s.url, i.url) AS link
FROM index_own o JOIN index_score s ON s.index_code = o.index_code AND s.unit_code = o.unit_code
JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
LEFT JOIN index_component i ON i.index_code = s.index_code AND i.component = ''
LEFT JOIN index_unit_text u ON u.code = s.unit_code
ORDER BY s.index_code, s.component, s.period_kind, s.year, s.n;

-- name: objects
SELECT row_number() OVER (ORDER BY c.index_code) > 1 AS is_later,
  script_json(json_patch('{}', json_object('code', c.index_code, 'name', c.name, 'publisher', c.publisher, 'url', c.url,
    'legal_doc', c.legal_doc, 'scale_min', c.scale_min, 'scale_max', c.scale_max, 'agency_code', c.agency_code,
    'in_charge', c.in_charge, 'components', json((SELECT json_group_array(json_object('code', t.component, 'parent', t.parent,
        'name', t.name, 'scale_min', t.scale_min, 'scale_max', t.scale_max, 'full_at_percent', t.full_at_percent,
        'agency_code', t.agency_code, 'in_charge', t.in_charge))
      FROM (SELECT * FROM index_tree WHERE index_code = c.index_code ORDER BY path) t)),
    'scores', json((SELECT json_group_array(json_object('component', s.component, 'period_kind', s.period_kind,
        'year', s.year, 'n', s.n, 'score', s.score, 'max_score', s.max_score, 'rank', s.rank, 'out_of', s.out_of,
        'data_asof', s.data_asof, 'source_system', s.source_system, 'url', s.url))
      FROM (SELECT s.* FROM index_own o JOIN index_score s ON s.index_code = o.index_code AND s.unit_code = o.unit_code
        WHERE o.index_code = c.index_code ORDER BY s.component, s.period_kind, s.year, s.n) s)),
    'page', 'thong-ke/chi-so/' || c.index_code || '.html'))) AS object
FROM (SELECT d.index_code, i.name, i.publisher, i.url, i.legal_doc, i.scale_min, i.scale_max, i.agency_code, i.in_charge
  FROM (SELECT DISTINCT index_code FROM index_component) d
  LEFT JOIN index_component i ON i.index_code = d.index_code AND i.component = '') c
ORDER BY c.index_code;
