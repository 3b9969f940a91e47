-- SPDX-License-Identifier: MIT
-- name: pages
SELECT x'00ff' AS url, 1 AS x
