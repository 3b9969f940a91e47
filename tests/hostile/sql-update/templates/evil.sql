-- SPDX-License-Identifier: MIT
-- name: pages
UPDATE procedure SET name = '' RETURNING 'a' AS url, 1 AS x
