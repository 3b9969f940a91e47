-- SPDX-License-Identifier: MIT
-- name: pages
SELECT '%2e%2e/x' AS url, 1 AS x
