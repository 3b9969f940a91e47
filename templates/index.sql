-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: everyday
SELECT code_national, name FROM procedure_posted WHERE popular IS NOT NULL
ORDER BY popular, code_national LIMIT 12;

-- name: files
SELECT asset(:root, 'js/search.js') AS search;

-- name: total
SELECT num(count(*)) AS n FROM procedure_posted HAVING count(*) > 0;

-- name: events
SELECT code, name, summary FROM life_event_posted WHERE n > 0 ORDER BY position IS NULL, position, code;

-- name: fields
-- All, or the thirty largest of more than sixty.
SELECT slug, name, num(n) AS n
FROM (SELECT *, count(*) OVER () AS fields, row_number() OVER (ORDER BY n DESC, code) AS k FROM field_posted)
WHERE fields <= 60 OR k <= 30
ORDER BY position IS NULL, position, name COLLATE vi, code;

-- name: notices
SELECT :root || path || '.html' AS href, title, summary, posted_from, date_vi(posted_from) AS posted_day,
  t('article.' || kind) AS kind_name
FROM notice_posted WHERE ended = 0
ORDER BY posted_from DESC, path LIMIT 5;

-- name: points
-- Places of the office itself, else of all agencies.
SELECT r.code AS point_code, r.name AS point_name, r.address, r.phone, r.dial, NULL AS directions, NULL AS note
FROM reception_point_now r
WHERE r.agency_code = (SELECT agency_code FROM office_now)
  OR NOT EXISTS (SELECT 1 FROM reception_point_now o
    WHERE o.agency_code = (SELECT agency_code FROM office_now))
ORDER BY r.position IS NULL, r.position, r.code LIMIT 4;

-- name: models
SELECT code, name FROM service_model ORDER BY position IS NULL, position, code;

-- name: office
-- one row
SELECT hotline, 'tel:' || replace(replace(replace(hotline, ' ', ''), '.', ''), '-', '') AS hotline_href,
  hours AS hours_text
FROM office_now WHERE hotline IS NOT NULL OR hours IS NOT NULL;

-- name: on_time
-- one row
SELECT p.label, r.percent, r.fraction, r.target_text, r.is_met, r.is_missed
FROM period_shown p JOIN stat_row r ON r.agency_code = '' AND r.field_code = '' AND r.kind = p.kind
  AND r.year = p.year AND r.n = p.n
WHERE r.den > 0;

-- name: figures
SELECT 1 AS is_there FROM figure_address LIMIT 1;
