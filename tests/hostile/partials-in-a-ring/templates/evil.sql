-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, 1 AS x
