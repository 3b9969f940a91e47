-- SPDX-License-Identifier: MIT
-- name: index
-- one row
SELECT search_index(:root) AS head FROM (SELECT 1 FROM procedure_posted LIMIT 1);
