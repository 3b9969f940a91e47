-- SPDX-License-Identifier: MIT
-- One agency in one period.

-- name: pages
WITH p AS MATERIALIZED (SELECT * FROM period_posted),
a AS MATERIALIZED (SELECT * FROM agency_counted),
f AS MATERIALIZED (SELECT code, json_array(code, slug, name) AS item,
    row_number() OVER (ORDER BY position IS NULL, position, name COLLATE vi, code) AS k FROM field_address),
own AS MATERIALIZED (SELECT agency_code, json_group_array(json(item)) AS fields
  FROM (SELECT o.agency_code, coalesce(f.item, json_array(o.field_code, NULL, o.field_code)) AS item
    FROM (SELECT DISTINCT agency_code, field_code FROM stat WHERE field_code <> '') o
    LEFT JOIN f ON f.code = o.field_code ORDER BY o.agency_code, f.k IS NULL, f.k, o.field_code)
  GROUP BY agency_code)
SELECT 'thong-ke/' || p.key || '/' || s.agency_code AS url, p.key, p.kind, p.year, p.n, p.label, p.title, p.label_days, p.day_from, p.day_to,
  s.data_asof,
  s.agency_code, '' AS field_code, a.name, a.ended_day, coalesce(own.fields, '[]') AS fields,
  lag(p.key) OVER near AS previous_key, lag(p.label) OVER near AS previous_label,
  lead(p.key) OVER near AS next_key, lead(p.label) OVER near AS next_label
FROM a CROSS JOIN stat s ON s.agency_code = a.code AND s.field_code = ''
JOIN p ON p.kind = s.kind AND p.year = s.year AND p.n = s.n
LEFT JOIN own ON own.agency_code = s.agency_code
WINDOW near AS (PARTITION BY s.agency_code, p.kind ORDER BY p.year, p.n)
ORDER BY s.agency_code, p.key;
