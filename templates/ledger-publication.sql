-- SPDX-License-Identifier: MIT
-- One publication, line by line, in pages of 300: these pages never change again.

-- name: pages
WITH RECURSIVE part(publication, part, parts) AS (
  SELECT publication, 1, (n + 299) / 300 FROM ledger_publication
  UNION ALL SELECT publication, part + 1, parts FROM part WHERE part < parts)
SELECT 'nhat-ky/lan-' || p.publication AS stem,
  'nhat-ky/lan-' || p.publication || CASE WHEN k.part > 1 THEN '-trang-' || k.part ELSE '' END AS url,
  p.publication, k.part, k.parts, k.parts > 1 AS is_cut, p.at, p.posted_on, p.posted_day, p.posted_time,
  nullif(date_vi(p.day), p.posted_day) AS board_day, num(p.posted) AS posted, num(p.changed) AS changed,
  num(p.withdrawn) AS withdrawn, p.first_seq + (k.part - 1) * 300 AS from_seq,
  min(p.last_seq, p.first_seq + k.part * 300 - 1) AS to_seq, p.last_chain
FROM ledger_publication p JOIN part k ON k.publication = p.publication
ORDER BY p.publication, k.part;

-- name: lines
SELECT seq, code, name, event_name, part_names, decision_no, sheet, sheet_before
FROM ledger_text WHERE seq BETWEEN :from_seq AND :to_seq ORDER BY seq;
