-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, replace(hex(zeroblob(100000)), '0', hex(zeroblob(100000))) AS x
