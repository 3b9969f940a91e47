-- SPDX-License-Identifier: MIT
-- What the last publication changes on the paper board: sheets to take down, sheets to put up,
-- in the order of the board (field, code). 300 lines a page.

-- name: pages
WITH RECURSIVE last AS (SELECT * FROM ledger_publication ORDER BY publication DESC LIMIT 1),
  part(part, parts) AS (SELECT 1, (n + 299) / 300 FROM last
    UNION ALL SELECT part + 1, parts FROM part WHERE part < parts)
SELECT 'thay-to' || CASE WHEN k.part > 1 THEN '-trang-' || k.part ELSE '' END AS url, 'thay-to' AS stem,
  p.publication, p.posted_on, p.posted_day, p.posted_time, k.part, k.parts, k.parts > 1 AS is_cut,
  (k.part - 1) * 300 AS skip,
  num(p.posted + p.changed) AS up, num(p.withdrawn + p.changed) AS down
FROM last p JOIN part k WHERE :medium = 'in' ORDER BY k.part;

-- name: lines
SELECT l.code, l.name, f.name AS field_name, l.event_name, l.sheet, l.sheet_before, l.part_names
FROM ledger_text l LEFT JOIN procedure_posted p ON p.code_national = l.code
LEFT JOIN field f ON f.code = p.field_code
WHERE l.publication = :publication
ORDER BY f.position IS NULL, f.position, f.name COLLATE vi, l.code, l.seq LIMIT 300 OFFSET :skip;
