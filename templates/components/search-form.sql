-- SPDX-License-Identifier: MIT
-- name: index
-- one row
SELECT search_index(:root) AS head, (SELECT lang FROM language WHERE position = 0) AS origin FROM (SELECT 1 FROM procedure_posted LIMIT 1);
