-- SPDX-License-Identifier: MIT
-- The paper edition: all sheets, with the counts that a list and its sheets must share (R-28).

-- name: pages
SELECT 'index' AS url, num(count(*)) AS n FROM procedure_posted
WHERE :medium IN (SELECT medium FROM medium_made) HAVING :medium IN (SELECT medium FROM medium_made);

-- name: profile
-- one row
SELECT name, legal_basis FROM form_profile_now;

-- name: lists
SELECT f.slug, f.name, num(f.n) AS n FROM field_posted f
ORDER BY f.position IS NULL, f.position, f.name COLLATE vi, f.code;

-- name: sheets
-- Of an office with few procedures each; of more the lists lead there.
SELECT p.code_national, p.name FROM procedure_listed p WHERE (SELECT count(*) FROM procedure_posted) <= 300
ORDER BY p.sort_name COLLATE vi, p.code_national;

-- name: has_fees
SELECT 1 AS is_there FROM procedure_with_fee LIMIT 1;

-- name: has_figures
-- one row
SELECT key FROM period_shown;

-- name: records
-- one row
SELECT publication, posted_day FROM ledger_publication ORDER BY publication DESC LIMIT 1;
