-- SPDX-License-Identifier: MIT
-- name: pages
SELECT '/etc/x' AS url, 1 AS x
