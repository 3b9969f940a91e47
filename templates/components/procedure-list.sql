-- SPDX-License-Identifier: MIT
-- One page of a list of procedures, with the box that filters it and the numbers of its pages.
-- Needs :codes (JSON list of national codes) and what components/pager needs.

-- name: procedures
SELECT p.code_national, p.name, p.level_name
FROM json_each(:codes) c JOIN procedure_listed p ON p.code_national = c.value
ORDER BY p.sort_name COLLATE vi, p.code_national;
