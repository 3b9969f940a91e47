-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, hex(randomblob(8)) AS x
