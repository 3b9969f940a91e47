-- SPDX-License-Identifier: MIT
-- name: pages
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'a' AS url, i AS x FROM n ORDER BY i DESC
