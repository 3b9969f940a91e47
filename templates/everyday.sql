-- SPDX-License-Identifier: MIT
-- The procedures that people come for most, on touch screens; on the web they stand on the first page.

-- name: pages
SELECT 'thuong-lam' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: procedures
SELECT p.code_national, p.name, p.level_name FROM procedure_listed p WHERE p.popular IS NOT NULL
ORDER BY p.popular, p.code_national LIMIT 30;
