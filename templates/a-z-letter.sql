-- SPDX-License-Identifier: MIT
-- The letters of a catalogue of more than 500, in pages of 300.

-- name: pages
WITH line AS (SELECT p.code_national, p.data_date, p.letter, p.letter_file AS file, p.letter_position AS position,
    row_number() OVER (PARTITION BY p.letter ORDER BY p.sort_name COLLATE vi, p.code_national) - 1 AS k,
    count(*) OVER (PARTITION BY p.letter) AS n
  FROM procedure_lettered p)
SELECT 'a-z/' || file AS stem, 'a-z/' || file || CASE WHEN k / 300 > 0 THEN '-trang-' || (k / 300 + 1) ELSE '' END AS url,
  letter, file, num(n) AS n, k / 300 + 1 AS part, (n + 299) / 300 AS parts,
  (n + 299) / 300 > 1 AS is_cut, json_group_array(code_national) AS codes,
  date_vi(max(data_date)) AS data_day
FROM line WHERE (SELECT count(*) FROM procedure_posted) > 500
GROUP BY letter, k / 300 ORDER BY position, k / 300;
