-- SPDX-License-Identifier: MIT
-- Help without the machine (A4): counters, telephone, hours.

-- name: pages
SELECT 'giup-do' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: office
-- one row
SELECT address, phone, hours FROM office_now;

-- name: points
-- Places of the office itself, else of all agencies.
SELECT r.code AS point_code, r.name AS point_name, r.address, r.phone, r.directions, r.note
FROM reception_point_now r
WHERE r.agency_code = (SELECT agency_code FROM office_now)
  OR NOT EXISTS (SELECT 1 FROM reception_point_now o
    WHERE o.agency_code = (SELECT agency_code FROM office_now))
ORDER BY r.position IS NULL, r.position, r.code LIMIT 6;

-- name: articles
SELECT :edition || path || '.html' AS href, title, summary, path FROM article_posted WHERE kind = 'PAGE' AND path <> 'phan-anh' AND ended = 0
ORDER BY coalesce(position, 1000), path;
