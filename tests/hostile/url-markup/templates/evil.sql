-- SPDX-License-Identifier: MIT
-- name: pages
SELECT '<b>' AS url, 1 AS x
