-- SPDX-License-Identifier: MIT
-- What has changed since the first publication, newest first: for citizens (R-105).

-- name: pages
SELECT 'cap-nhat' AS url, date_vi(substr(min(at), 1, 10)) AS first_day, min(at) AS first_at
FROM ledger HAVING count(*) > 0;

-- name: days
-- Of the last 100 events, a block a publication.
SELECT publication, at, posted_day, min(seq) AS from_seq
FROM (SELECT seq, publication, at, posted_day FROM ledger_text WHERE publication > 1 ORDER BY seq DESC LIMIT 100)
GROUP BY publication ORDER BY publication DESC;

-- name: events
SELECT code, name, event_name, part_names, decision_no,
  CASE event WHEN 'POSTED' THEN 1 WHEN 'CHANGED' THEN 2 ELSE 3 END AS event_order
FROM ledger_text WHERE publication = :publication AND seq >= :from_seq ORDER BY event_order, seq;

-- name: feed
SELECT 1 AS has_feed FROM setting WHERE key = 'url' AND value <> '';
