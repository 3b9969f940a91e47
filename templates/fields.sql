-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'linh-vuc/index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: fields
SELECT slug, name, num(n) AS n FROM field_posted
ORDER BY position IS NULL, position, name COLLATE vi, code;

-- name: total
SELECT num(count(*)) AS n, date_vi(max(data_date)) AS data_day FROM procedure_posted;
