-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, 1 AS x
-- name: rows
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0
