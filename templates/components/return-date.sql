-- SPDX-License-Identifier: MIT
-- "Handed in today, back on ...": what js/return-date.js needs to work it out by the reader's clock.
-- Needs :code, :version, :code_national and :case_position.

-- name: limit
-- one row
-- The limit of the case, else that of all.
SELECT value, unit, (SELECT group_concat(point_code, ' ') FROM (SELECT DISTINCT point_code, position
    FROM posting_place WHERE code_national = :code_national ORDER BY position IS NULL, position, point_code)) AS points
FROM return_limit
WHERE code = :code AND version = :version AND (case_position IS :case_position OR case_position IS NULL)
ORDER BY case_position IS NULL LIMIT 1;
