-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, random() AS x
