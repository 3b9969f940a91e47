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
