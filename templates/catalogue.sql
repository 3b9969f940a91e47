-- SPDX-License-Identifier: MIT
-- The list of procedures of a field as the decisions have it (R-28): in their order, 150 a page.

-- name: pages
WITH place AS MATERIALIZED (SELECT * FROM field_posted),
  line AS (SELECT p.code_national, coalesce(p.field_code, '') AS field_code, p.data_date,
      row_number() OVER (PARTITION BY coalesce(p.field_code, '')
        ORDER BY p.decision_no IS NULL, p.decision_no, i.position IS NULL, i.position, p.code_national) - 1 AS k
    FROM procedure_posted p LEFT JOIN decision_item i ON i.decision_no = p.decision_no AND i.position = (
      SELECT min(o.position) FROM decision_item o WHERE o.decision_no = p.decision_no AND o.code IN (p.code, p.code_national)))
SELECT 'danh-muc/' || f.slug AS stem,
  'danh-muc/' || f.slug || CASE WHEN l.k >= 150 THEN '-trang-' || (l.k / 150 + 1) ELSE '' END AS url,
  f.slug, f.name, num(f.n) AS n, l.k / 150 + 1 AS part, (f.n + 149) / 150 AS parts, f.n > 150 AS is_cut,
  json_group_object(l.k + 1, l.code_national) AS codes, date_vi(max(l.data_date)) AS data_day
FROM place f JOIN line l ON l.field_code = f.code
WHERE :medium IN (SELECT medium FROM medium_made)
GROUP BY f.code, l.k / 150 ORDER BY f.position IS NULL, f.position, f.code, l.k / 150;

-- name: lines
-- What a cell cannot hold is left to the procedure's own sheet.
SELECT CAST(j.key AS INT) AS k, p.code_national, p.name, p.decision_no, date_vi(d.signed) AS signed_day,
  CASE WHEN length(b.time_limit) <= 200 THEN b.time_limit END AS time_limit, b.time_limit IS NOT NULL AS has_time,
  CASE WHEN length(b.fee) <= 200 THEN b.fee END AS fee, b.fee IS NOT NULL AS has_fee,
  b.place, b.more_places, b.legal
FROM json_each(:codes) j JOIN procedure_posted p ON p.code_national = j.value
JOIN procedure_brief b ON b.code = p.code AND b.version = p.version
LEFT JOIN decision d ON d.no = p.decision_no
ORDER BY k;
