-- SPDX-License-Identifier: MIT
-- name: pages
SELECT CAST(x'ff' AS TEXT) AS url, 1 AS x
