-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, current_timestamp AS x
