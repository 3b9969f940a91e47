-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'du-lieu/index' AS url;

-- name: catalogue
SELECT num(count(*)) AS n, date_vi(max(data_date)) AS data_day FROM procedure_posted;

-- name: ledger
SELECT 1 AS has_ledger FROM ledger LIMIT 1;

-- name: feed
SELECT 1 AS has_feed FROM setting WHERE key = 'url' AND value <> '';

-- name: newest
-- Of the pages of figures the newest; the others have theirs at the same kind of address.
-- one row
SELECT key, key || '.csv' AS csv_name, key || '.json' AS json_name, label FROM period_shown;
