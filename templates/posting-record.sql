-- SPDX-License-Identifier: MIT
-- The record of one publication (biên bản niêm yết) to sign: up to 200 lines stand in it, of
-- more it names the numbers of the ledger's lines.

-- name: pages
SELECT 'bien-ban/lan-' || publication AS url, publication, posted_on, date_long(posted_on) AS long_day,
  substr(posted_time, 1, 2) AS hour, substr(posted_time, 4, 2) AS minute,
  num(posted) AS posted, num(changed) AS changed, num(withdrawn) AS withdrawn, num(n) AS n,
  first_seq, last_seq, last_chain, n <= 200 AS is_whole
FROM ledger_publication WHERE :medium = 'in' ORDER BY publication;

-- name: decisions
SELECT l.decision_no, d.title, date_vi(d.signed) AS signed_day, d.issuer
FROM (SELECT DISTINCT decision_no FROM ledger WHERE publication = :publication AND decision_no IS NOT NULL) l
LEFT JOIN decision d ON d.no = l.decision_no ORDER BY l.decision_no LIMIT 60;

-- name: lines
SELECT row_number() OVER (ORDER BY seq) AS k, code, name, event_name, part_names, decision_no, sheet, sheet_before
FROM ledger_text WHERE publication = :publication AND :is_whole ORDER BY seq;

-- name: address
SELECT value AS url FROM setting WHERE key = 'url' AND value <> '';
