-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, writefile('evil', 'x') AS x
