-- SPDX-License-Identifier: MIT
-- The fees of a field, in pages of 100 procedures, where one page cannot hold all; on a touch
-- screen always, ten a page.

-- name: pages
WITH line AS (SELECT iif(:medium = 'kiosk', 10, 100) AS size, p.code_national, p.field_code, p.data_date,
    row_number() OVER (PARTITION BY p.field_code ORDER BY p.name COLLATE vi, p.code_national) - 1 AS k,
    count(*) OVER (PARTITION BY p.field_code) AS n
  FROM procedure_with_fee p),
  place AS MATERIALIZED (SELECT code, slug, name FROM field_address)
SELECT 'phi-le-phi/' || f.slug AS stem,
  'phi-le-phi/' || f.slug || CASE WHEN k / size > 0 THEN '-trang-' || (k / size + 1) ELSE '' END AS url,
  f.slug, f.name, num(n) AS n, k / size + 1 AS part, (n + size - 1) / size AS parts, n > size AS is_cut,
  json_group_array(l.code_national) AS codes, date_vi(max(l.data_date)) AS data_day
FROM line l JOIN place f ON f.code = l.field_code
WHERE :medium IN (SELECT medium FROM medium_made)
  AND (:medium = 'kiosk' OR (SELECT count(*) FROM procedure_with_fee) > 150)
GROUP BY f.code, k / size ORDER BY f.code, k / size;
