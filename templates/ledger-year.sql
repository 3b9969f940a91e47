-- SPDX-License-Identifier: MIT
-- All publications of a year, when the first page does not hold them all.

-- name: pages
SELECT DISTINCT 'nhat-ky/nam-' || year AS url, year FROM ledger_publication
WHERE (SELECT max(publication) FROM ledger) > 30 ORDER BY year;

-- name: publications
SELECT publication, at, posted_time, posted_day, nullif(date_vi(day), posted_day) AS board_day,
  num(posted) AS posted, num(changed) AS changed, num(withdrawn) AS withdrawn
FROM ledger_publication WHERE year = :year ORDER BY publication DESC;
