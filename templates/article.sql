-- SPDX-License-Identifier: MIT
-- pages/**.md: notices under their own addresses, and the office's own pages. The text for
-- phan-anh.html stands in that page (complaints).

-- name: pages
SELECT path AS url, path, title, summary, kind <> 'PAGE' AS is_notice, t('article.' || kind) AS kind_name,
  posted_from, date_vi(posted_from) AS posted_day, date_vi(date(posted_to, '-1 day')) AS until_day, ended,
  CASE kind WHEN 'OUTAGE' THEN date_vi(starts) END AS starts_day, date_vi(ends) AS ends_day, starts, ends,
  updated, date_vi(updated) AS updated_day, legal_doc, agency_code, lang,
  source_id, source_line
FROM article_posted WHERE path <> 'phan-anh' AND kind <> 'REPORT'
  AND :medium IN (SELECT medium FROM medium_made) ORDER BY path;

-- name: body
SELECT unlinked(markdown(body_md, :root,
  (SELECT path FROM source WHERE id = source_id), body_line), :medium <> 'web') AS text FROM article WHERE path = :path;

-- name: agency
SELECT code AS by_code, name AS by_name FROM agency_now WHERE code = :agency_code;
