-- SPDX-License-Identifier: MIT
-- The names that the search of touch screens goes through: code, name, the name folded, the place
-- among the everyday ones, 1 where it is done no more; its language where it is not that of the page.

-- name: pages
-- :lang: one for each language.
SELECT 'ten' AS url WHERE :lang IS NOT NULL AND :medium IN (SELECT medium FROM medium_made);

-- name: names
SELECT code_national, name, fold_key(name || ' ' || coalesce(keywords, '')) AS words, popular, 0 AS is_gone,
  CASE WHEN instr(name, char(2)) THEN (SELECT lang FROM language WHERE position = 0) END AS original
FROM procedure_posted
UNION ALL SELECT code_national, name, fold_key(name), NULL, 1,
  CASE WHEN instr(name, char(2)) THEN (SELECT lang FROM language WHERE position = 0) END
FROM procedure_withdrawn
ORDER BY code_national;

-- name: abbreviations
-- Without what stands in brackets.
SELECT fold_key(short) AS short, fold_key(substr(long, 1, instr(long || ' (', ' (') - 1)) AS long
FROM abbreviation ORDER BY short;
