-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'bao-cao/index' AS url WHERE EXISTS (SELECT 1 FROM period_posted);

-- name: reports
SELECT CASE WHEN is_here THEN :root ELSE :top END || path || '.html' AS href, title, issuer, doc_no, coalesce(doc_date, posted_from) AS day,
  date_vi(coalesce(doc_date, posted_from)) AS day_text, summary
FROM report_posted ORDER BY day_to DESC, day_from DESC, path;

-- name: forms
SELECT p.kind_name, p.kind_order, p.kind FROM period_posted p GROUP BY p.kind ORDER BY p.kind_order, p.kind;

-- name: years
-- A line for each year of a kind.
SELECT :kind AS kind, year FROM period_posted WHERE kind = :kind GROUP BY year ORDER BY year DESC;

-- name: periods
SELECT :root || 'bao-cao/ii-06a/' || key || '.html' AS href,
  title, row_number() OVER (ORDER BY n DESC) > 1 AS later
FROM period_posted WHERE kind = :kind AND year = :year ORDER BY n DESC;
