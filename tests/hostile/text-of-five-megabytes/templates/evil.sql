-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, replace(hex(zeroblob(1000000)), '0', 'abc') AS x
