-- SPDX-License-Identifier: MIT
-- What the ledger has of one procedure (:code_national), newest first.

-- name: history
SELECT 'lan-' || publication AS anchor, :root || 'nhat-ky/lan-' || publication || '.html' AS href,
  posted_on, posted_day, posted_time, event_name, part_names, decision_no
FROM ledger_text WHERE code = :code_national ORDER BY seq DESC LIMIT 20;
