-- SPDX-License-Identifier: MIT
-- name: pages
SELECT '' AS url, 1 AS x
