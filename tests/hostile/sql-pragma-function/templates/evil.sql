-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, name AS x FROM pragma_database_list
