-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'Index' AS url, 1 AS x
