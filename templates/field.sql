-- SPDX-License-Identifier: MIT
-- One page per field; a long field is cut into pages of 300, on a touch screen
-- of 30. `codes` carries the keys of the
-- page's procedures, so that no page reads the catalogue again.

-- name: pages
WITH place AS MATERIALIZED (SELECT * FROM field_posted),
  size(size) AS (SELECT iif(:medium = 'kiosk', 30, 300)),
  line AS (SELECT p.code_national, coalesce(p.field_code, '') AS field_code, p.data_date,
      (row_number() OVER (PARTITION BY coalesce(p.field_code, '')
        ORDER BY p.sort_name COLLATE vi, p.code_national) - 1) / size + 1 AS part
    FROM procedure_listed p, size)
SELECT 'linh-vuc/' || f.slug AS stem,
  'linh-vuc/' || f.slug || CASE WHEN l.part > 1 THEN '-trang-' || l.part ELSE '' END AS url,
  f.code AS field_code, f.slug, f.name, num(f.n) AS n, l.part, (f.n + size - 1) / size AS parts,
  f.n > size AS is_cut, json_group_array(l.code_national) AS codes,
  date_vi(max(l.data_date)) AS data_day
FROM place f JOIN line l ON l.field_code = f.code, size
WHERE :medium IN (SELECT medium FROM medium_made)
GROUP BY f.code, l.part ORDER BY f.code, l.part;

-- name: intro
SELECT unlinked(markdown(description_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 1, 'gioi-thieu-'), :medium <> 'web') AS text FROM field
WHERE code = :field_code AND description_md IS NOT NULL;

-- name: upcoming
-- Announced, and no version in force: it has no page yet.
SELECT p.code_national, p.name, date_vi(p.valid_from) AS from_day, p.decision_no
FROM procedure_upcoming p WHERE p.field_code IS nullif(:field_code, '') AND :part = 1
  AND NOT EXISTS (SELECT 1 FROM procedure_valid v WHERE v.code_national = p.code_national)
ORDER BY p.valid_from, p.code_national, p.code, p.version LIMIT 300;
