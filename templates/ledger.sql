-- SPDX-License-Identifier: MIT
-- The ledger: publications, newest first; older ones by year. Only when there is a ledger.

-- name: pages
SELECT 'nhat-ky' AS url, num(count(*)) AS n, max(publication) AS last_publication
FROM ledger HAVING count(*) > 0;

-- name: publications
SELECT publication, at, posted_time, posted_day, nullif(date_vi(day), posted_day) AS board_day,
  num(posted) AS posted, num(changed) AS changed, num(withdrawn) AS withdrawn
FROM ledger_publication ORDER BY publication DESC LIMIT 30;

-- name: years
-- With more than one table of publications, a page for each year.
SELECT year, num(count(*)) AS n FROM ledger_publication
WHERE (SELECT max(publication) FROM ledger) > 30 GROUP BY year ORDER BY year DESC;

-- name: last
-- one row
SELECT chain_sha256 AS last_chain FROM ledger ORDER BY seq DESC LIMIT 1;
