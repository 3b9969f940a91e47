-- SPDX-License-Identifier: MIT
-- One sitemap up to 50,000 addresses; beyond that an index of several.

-- name: pages
WITH RECURSIVE spoken(m) AS (SELECT count(*) FROM language),
  total(n) AS (SELECT count(*) FROM public_page),
  base(base) AS (SELECT value FROM setting WHERE key = 'url' AND value <> ''),
  k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k, total WHERE k * 50000 < n)
SELECT 'sitemap' AS url, base, n > 50000 AS is_index, (n + 49999) / 50000 AS parts, 0 AS skip, m > 1 AS is_spoken
FROM base, total, spoken
UNION ALL
SELECT 'sitemap-' || k, base, 0, 0, (k - 1) * 50000, m > 1 FROM base, total, spoken, k WHERE n > 50000
ORDER BY url;

-- name: addresses
SELECT :base || '/' || folder || path AS address, url AS page_url, path, changed
FROM (SELECT *, CASE url WHEN 'index' THEN '' ELSE url || '.html' END AS path FROM (
  SELECT url, folder, position, nullif(changed, '') AS changed FROM public_page WHERE NOT :is_index))
ORDER BY url, position LIMIT 50000 OFFSET :skip;

-- name: alternates
-- The same page in every language that it is in, its own among them.
SELECT l.lang, :base || '/' || l.folder || :path AS href FROM language l
WHERE l.position = 0 OR NOT EXISTS (SELECT 1 FROM article r WHERE r.path = :page_url AND r.kind = 'REPORT')
  OR EXISTS (SELECT 1 FROM article_translation x WHERE x.path = :page_url AND x.lang = l.lang)
ORDER BY l.position;

-- name: maps
WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < :parts)
SELECT :base || '/sitemap-' || k || '.xml' AS address FROM k WHERE :is_index ORDER BY k;
