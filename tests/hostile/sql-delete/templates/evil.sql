-- SPDX-License-Identifier: MIT
-- name: pages
DELETE FROM fee RETURNING 'a' AS url, 1 AS x
