-- SPDX-License-Identifier: MIT
-- One sitemap up to 50,000 addresses; beyond that an index of several.

-- name: pages
WITH RECURSIVE total(n) AS (SELECT count(*) FROM public_address),
  base(base) AS (SELECT value FROM setting WHERE key = 'url' AND value <> ''),
  k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k, total WHERE k * 50000 < n)
SELECT 'sitemap' AS url, base, n > 50000 AS is_index, (n + 49999) / 50000 AS parts, 0 AS skip
FROM base, total
UNION ALL
SELECT 'sitemap-' || k, base, 0, 0, (k - 1) * 50000 FROM base, total, k WHERE n > 50000
ORDER BY url;

-- name: addresses
SELECT :base || '/' || CASE url WHEN 'index' THEN '' ELSE url || '.html' END AS address,
  nullif(changed, '') AS changed
FROM public_address WHERE NOT :is_index ORDER BY url LIMIT 50000 OFFSET :skip;

-- name: maps
WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < :parts)
SELECT :base || '/sitemap-' || k || '.xml' AS address FROM k WHERE :is_index ORDER BY k;
