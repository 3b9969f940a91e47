-- SPDX-License-Identifier: MIT
-- name: office
-- one row
-- The superior agency stands above the office's own name, as at the head of a document.
SELECT superior FROM office_now WHERE superior IS NOT NULL;

-- name: figures
SELECT 1 AS is_there FROM figure_address LIMIT 1;
