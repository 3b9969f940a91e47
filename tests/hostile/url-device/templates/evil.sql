-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'con' AS url, 1 AS x
