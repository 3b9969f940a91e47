-- SPDX-License-Identifier: MIT
-- name: office
-- one row
SELECT address, phone, dial, email, mail, hours FROM office_now;

-- name: paper
-- one row
SELECT 1 AS here FROM medium_made WHERE medium = 'in';

-- name: ledger
SELECT 1 AS here FROM ledger LIMIT 1;

-- name: standing
-- Pages of the office's own, and the links that site.yml adds (nav).
SELECT :root || path || '.html' AS href, title, 1 AS source, coalesce(position, 1000) AS position, path AS k
FROM article_posted WHERE kind = 'PAGE' AND path <> 'phan-anh' AND ended = 0
UNION ALL
SELECT CASE WHEN u.value LIKE 'http%' THEN u.value ELSE :root || u.value END, n.value, 2, 0, n.key
FROM setting n JOIN setting u ON u.key = substr(n.key, 1, length(n.key) - 5) || 'url'
WHERE n.key GLOB 'nav.*.title'
ORDER BY source, position, k LIMIT 16;
