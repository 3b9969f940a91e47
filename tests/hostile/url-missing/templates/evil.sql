-- SPDX-License-Identifier: MIT
-- name: pages
SELECT NULL AS url, 1 AS x
