-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a/../../x' AS url, 1 AS x
