-- SPDX-License-Identifier: MIT
-- All fees. With up to 150 paying procedures they stand here; of more, only the fields, each
-- with pages of its own (fees-field).

-- name: pages
SELECT 'phi-le-phi' AS url, count(*) <= 150 AND :medium <> 'kiosk' AS is_whole, num(count(*)) AS n, date_vi(max(data_date)) AS data_day
FROM procedure_with_fee HAVING :medium IN (SELECT medium FROM medium_made);

-- name: groups
SELECT f.slug, f.name, num(count(*)) AS n, json_group_array(p.code_national) AS codes
FROM procedure_with_fee p JOIN field_address f ON f.code = p.field_code
WHERE :is_whole GROUP BY f.code ORDER BY f.position IS NULL, f.position, f.name COLLATE vi, f.code;

-- name: fields
SELECT f.slug, f.name, num(count(*)) AS n
FROM procedure_with_fee p JOIN field_address f ON f.code = p.field_code
WHERE NOT :is_whole GROUP BY f.code ORDER BY f.position IS NULL, f.position, f.name COLLATE vi, f.code;

-- name: free
SELECT num(count(*)) AS n FROM procedure_posted p
WHERE (p.fee_none IS NOT NULL OR EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = p.code AND f.version = p.version))
  AND NOT EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = p.code AND f.version = p.version
    AND f.none_reason IS NULL)
HAVING count(*) > 0;

-- name: unknown
SELECT num(count(*)) AS n FROM procedure_posted p
WHERE p.fee_none IS NULL
  AND NOT EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = p.code AND f.version = p.version)
HAVING count(*) > 0;
