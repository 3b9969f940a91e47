-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, hex(zeroblob(900000000)) AS x
