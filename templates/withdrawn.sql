-- SPDX-License-Identifier: MIT
-- What is done no more, on touch screens: who comes with an old paper finds what replaced it.

-- name: pages
WITH line AS (SELECT code_national, name, ended_on, (row_number() OVER (ORDER BY ended_on DESC, code_national) - 1) / 30 + 1 AS part,
    count(*) OVER () AS n FROM procedure_withdrawn)
SELECT 'da-bai-bo' AS stem, 'da-bai-bo' || CASE WHEN coalesce(part, 1) > 1 THEN '-trang-' || part ELSE '' END AS url,
  coalesce(part, 1) AS part, (coalesce(max(n), 1) + 29) / 30 AS parts, max(n) > 30 AS is_cut, num(max(n)) AS n,
  json_group_array(code_national) FILTER (WHERE code_national IS NOT NULL) AS codes
FROM (SELECT 1) LEFT JOIN line WHERE :medium IN (SELECT medium FROM medium_made)
GROUP BY part ORDER BY part;

-- name: procedures
SELECT p.code_national, p.name, date_vi(p.ended_on) AS ended_day
FROM json_each(:codes) c JOIN procedure_withdrawn p ON p.code_national = c.value
ORDER BY p.ended_on DESC, p.code_national;
