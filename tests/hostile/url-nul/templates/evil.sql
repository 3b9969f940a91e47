-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' || char(0) || 'b' AS url, 1 AS x
