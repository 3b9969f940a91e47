-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, load_extension('evil') AS x
