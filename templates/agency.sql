-- SPDX-License-Identifier: MIT
-- One page per agency; what it posts is cut into pages of 300, on a touch screen of 30.

-- name: pages
WITH size(size) AS (SELECT iif(:medium = 'kiosk', 30, 300)),
  line AS (SELECT s.agency_code, p.code_national, p.data_date,
    (row_number() OVER (PARTITION BY s.agency_code ORDER BY p.sort_name COLLATE vi, p.code_national) - 1)
      / size + 1 AS part,
    count(*) OVER (PARTITION BY s.agency_code) AS n
  FROM (SELECT DISTINCT agency_code, code_national FROM posting_in_force) s
  JOIN procedure_listed p ON p.code_national = s.code_national, size)
SELECT 'co-quan/' || a.code AS stem,
  'co-quan/' || a.code || CASE WHEN l.part > 1 THEN '-trang-' || l.part ELSE '' END AS url,
  a.code AS agency_code, a.name, a.address, a.phone,
  a.dial, a.email, a.mail, a.website,
  u.name AS parent_name, u.code AS parent_code, num(max(l.n)) AS n, coalesce(l.part, 1) AS part,
  coalesce((max(l.n) + size - 1) / size, 1) AS parts, coalesce(max(l.n) > size, 0) AS is_cut,
  coalesce(l.part, 1) = 1 AS is_first,
  json_group_array(l.code_national) FILTER (WHERE l.code_national IS NOT NULL) AS codes,
  date_vi(max(l.data_date)) AS data_day
FROM agency_now a LEFT JOIN agency_now u ON u.code = a.parent_code
LEFT JOIN line l ON l.agency_code = a.code, size
WHERE :medium IN (SELECT medium FROM medium_made)
GROUP BY a.code, l.part ORDER BY a.code, l.part;

-- name: intro
SELECT unlinked(markdown(description_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 1, 'gioi-thieu-'), :medium <> 'web') AS text FROM agency
WHERE code = :agency_code AND description_md IS NOT NULL;

-- name: place_is_due
-- one row
-- An agency that posts nothing and has no place of its own receives nothing.
SELECT 1 AS is_due WHERE EXISTS (SELECT 1 FROM posting_of_agency WHERE agency_code = :agency_code)
  OR EXISTS (SELECT 1 FROM reception_point_now WHERE agency_code = :agency_code)
  OR EXISTS (SELECT 1 FROM reception_point_upcoming WHERE agency_code = :agency_code);

-- name: points
-- Its own places, and those of others at which it receives what it posts.
SELECT code AS point_code, name AS point_name, address, phone, dial, directions, note
FROM reception_point_now
WHERE agency_code = :agency_code
  OR code IN (SELECT point_code FROM posting_of_agency WHERE agency_code = :agency_code)
ORDER BY position IS NULL, position, code;

-- name: coming_points
SELECT name AS coming_name, address AS coming_address, date_vi(valid_from) AS from_day
FROM reception_point_upcoming WHERE agency_code = :agency_code ORDER BY valid_from, code;

-- name: contacts
SELECT kind_name, label, CASE WHEN href IS NULL THEN tr(value) ELSE value END AS value, hours AS contact_hours, scope, href
FROM contact_text WHERE agency_code = :agency_code
ORDER BY position IS NULL, position, kind, value;

-- name: people
SELECT name AS person_name, title AS person_title, field AS person_field, phone AS person_phone,
  email AS person_email, counter AS person_counter
FROM person WHERE agency_code = :agency_code AND public = 1
ORDER BY position IS NULL, position, name COLLATE vi, title;

-- name: former
SELECT name AS former_name, date_vi(date(valid_to, '-1 day')) AS until_day FROM agency_name
WHERE agency_code = :agency_code AND valid_to <= build_date() ORDER BY valid_to DESC, valid_from;

-- name: below
SELECT code AS below_code, name AS below_name FROM agency_now WHERE parent_code = :agency_code
ORDER BY position IS NULL, position, name COLLATE vi, code;
