-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'mo-hinh/index' AS url;

-- name: models
SELECT code AS model_code, name, how_to_book, area, hours AS open_hours, fee FROM service_model
ORDER BY position IS NULL, position, code;

-- name: about
SELECT markdown(description_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 2, code || '-') AS text FROM service_model
WHERE code = :model_code AND description_md IS NOT NULL;

-- name: procedures
SELECT p.code_national, p.name, p.level_name
FROM service_model_procedure l JOIN procedure_listed p ON p.code_national = l.code
WHERE l.model_code = :model_code ORDER BY p.sort_name COLLATE vi, p.code_national;
