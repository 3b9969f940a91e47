-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a/Lpt1.x' AS url, 1 AS x
