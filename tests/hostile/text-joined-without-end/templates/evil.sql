-- SPDX-License-Identifier: MIT
-- name: pages
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'a' AS url, group_concat(printf('%010000d', i)) AS x FROM n
