-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, readfile('/etc/passwd') AS x
