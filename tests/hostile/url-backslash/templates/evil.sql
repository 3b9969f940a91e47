-- SPDX-License-Identifier: MIT
-- name: pages
SELECT '..\x' AS url, 1 AS x
