-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' || char(8238) AS url, 1 AS x
