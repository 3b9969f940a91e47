-- SPDX-License-Identifier: MIT
-- What to bring, to tick off: the papers of the case that was chosen, originals and copies counted.
-- Needs :code, :version and :sets_qty.

-- name: cases
-- The papers without a case come first.
SELECT k.case_position, k.case_name, EXISTS (SELECT 1 FROM case_choice o WHERE o.code = :code
    AND o.version = :version AND o.position = k.case_position) AS is_choice
FROM (SELECT NULL AS case_position, NULL AS case_name FROM component
    WHERE code = :code AND version = :version AND case_position IS NULL
  UNION
  SELECT position, coalesce(rtrim(name, ': '), t('papers.case') || ' ' || position) FROM dossier_case
    WHERE code = :code AND version = :version) k
ORDER BY k.case_position;

-- name: papers
SELECT c.name, c.note, c.from_data, coalesce(f.title, c.form_ref) AS form_title,
  nullif(c.original_qty, 0) AS originals, nullif(c.copy_qty, 0) AS copies,
  coalesce(c.original_qty, 0) + coalesce(c.copy_qty, 0) > 0 AS is_counted
FROM component c LEFT JOIN form_file f ON f.ref = c.form_ref
WHERE c.code = :code AND c.version = :version AND c.kind = 'PAPER' AND c.case_position IS :case_position
ORDER BY c.position;

-- name: remarks
SELECT name, note FROM component
WHERE code = :code AND version = :version AND kind = 'NOTE' AND case_position IS :case_position
ORDER BY position;

-- name: total
-- one row
-- Of the case together with what every case needs.
SELECT num(count(*)) AS n, nullif(sum(original_qty), 0) AS originals, nullif(sum(copy_qty), 0) AS copies,
  :sets_qty AS sets
FROM component WHERE code = :code AND version = :version AND kind = 'PAPER'
  AND (case_position IS NULL OR case_position IS :case_position)
HAVING count(*) > 0;
