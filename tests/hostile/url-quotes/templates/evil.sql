-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a"b' AS url, 1 AS x
