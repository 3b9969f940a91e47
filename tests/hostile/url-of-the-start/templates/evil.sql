-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'index' AS url, 1 AS x
