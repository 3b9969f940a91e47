-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'index.html/x' AS url, 1 AS x
