-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' || char(1) AS url, 1 AS x
