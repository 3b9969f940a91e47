-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' || char(10) AS url, 1 AS x
