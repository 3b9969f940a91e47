-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, CURRENT_DATE AS x
