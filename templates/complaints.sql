-- SPDX-License-Identifier: MIT
-- How to send feedback on administrative rules (PAKN). The text of pages/phan-anh.md, when the
-- office has one (the official instruction), stands in place of the theme's.

-- name: pages
SELECT 'phan-anh' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: own_text
SELECT unlinked(markdown(body_md, :root,
  (SELECT path FROM source WHERE id = source_id), body_line, 1, 'gioi-thieu-'), :medium <> 'web') AS text FROM article_posted
WHERE path = 'phan-anh' AND ended = 0;

-- name: contacts
SELECT a.name, c.office_address, c.postal_address, c.phone, c.website, c.email, c.fax,
  CASE WHEN c.phone NOT GLOB '*[^0-9 .()+-]*' THEN 'tel:'
    || replace(replace(replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', '')
  END AS dial,
  'mailto:' || c.email AS mail,
  CASE WHEN c.website LIKE 'http://%' OR c.website LIKE 'https://%' THEN c.website END AS website_href
FROM pakn_contact c JOIN agency_now a ON a.code = c.agency_code
ORDER BY a.code <> coalesce((SELECT agency_code FROM office_now), ''),
  a.position IS NULL, a.position, a.code;
