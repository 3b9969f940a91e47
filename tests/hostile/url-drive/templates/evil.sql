-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'C:x' AS url, 1 AS x
