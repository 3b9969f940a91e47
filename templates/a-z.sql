-- SPDX-License-Identifier: MIT
-- The alphabet. Up to 500 procedures stand here at once; of more, only the letters, each
-- with pages of its own (a-z-letter).

-- name: pages
SELECT 'a-z' AS url, count(*) <= 500 AS is_whole, num(count(*)) AS n, date_vi(max(data_date)) AS data_day
FROM procedure_posted;

-- name: letters
SELECT letter, num(count(*)) AS n,
  CASE WHEN :is_whole THEN '#chu-' || letter_file ELSE :root || 'a-z/' || letter_file || '.html' END AS href
FROM procedure_lettered GROUP BY letter ORDER BY letter_position, letter;

-- name: procedures
SELECT code_national, name, level_name, letter, letter_file AS file,
  letter IS NOT lag(letter) OVER line AS is_first, row_number() OVER line > 1 AS is_later
FROM procedure_lettered WHERE :is_whole
WINDOW line AS (ORDER BY letter_position, sort_name COLLATE vi, code_national)
ORDER BY letter_position, sort_name COLLATE vi, code_national;

-- name: upcoming
-- Announced, and no version in force: it has no page yet.
SELECT p.code_national, p.name, date_vi(p.valid_from) AS from_day, p.decision_no
FROM procedure_upcoming p
WHERE NOT EXISTS (SELECT 1 FROM procedure_valid v WHERE v.code_national = p.code_national)
ORDER BY p.valid_from, p.code_national, p.code, p.version LIMIT 300;
