-- SPDX-License-Identifier: MIT
-- The fees of a field, in pages of 100 procedures, where one page cannot hold all.

-- name: pages
WITH line AS (SELECT p.code_national, p.field_code, p.data_date,
    row_number() OVER (PARTITION BY p.field_code ORDER BY p.name COLLATE vi, p.code_national) - 1 AS k,
    count(*) OVER (PARTITION BY p.field_code) AS n
  FROM procedure_with_fee p),
  place AS MATERIALIZED (SELECT code, slug, name FROM field_address)
SELECT iif(:medium = 'in', 'in/', '') || 'phi-le-phi/' || f.slug AS stem,
  'phi-le-phi/' || f.slug || CASE WHEN k / 100 > 0 THEN '-trang-' || (k / 100 + 1) ELSE '' END AS url,
  f.slug, f.name, num(n) AS n, k / 100 + 1 AS part, (n + 99) / 100 AS parts, (n + 99) / 100 > 1 AS is_cut,
  json_group_array(l.code_national) AS codes, date_vi(max(l.data_date)) AS data_day
FROM line l JOIN place f ON f.code = l.field_code
WHERE (SELECT count(*) FROM procedure_with_fee) > 150 AND :medium IN (SELECT medium FROM medium_made)
GROUP BY f.code, k / 100 ORDER BY f.code, k / 100;
