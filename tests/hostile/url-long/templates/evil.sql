-- SPDX-License-Identifier: MIT
-- name: pages
SELECT printf('%0300d', 7) AS url, 1 AS x
