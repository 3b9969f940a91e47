-- SPDX-License-Identifier: MIT
-- The names that the search of touch screens goes through: code, name, the name folded, the place
-- among the everyday ones, and 1 where it is done no more.

-- name: pages
SELECT 'ten' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: names
SELECT code_national, name, fold_key(name || ' ' || coalesce(keywords, '')) AS words, popular, 0 AS is_gone
FROM procedure_posted
UNION ALL SELECT code_national, name, fold_key(name), NULL, 1 FROM procedure_withdrawn
ORDER BY code_national;

-- name: abbreviations
-- Without what stands in brackets.
SELECT fold_key(short) AS short, fold_key(substr(long, 1, instr(long || ' (', ' (') - 1)) AS long
FROM abbreviation ORDER BY short;
