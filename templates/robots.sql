-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'robots' AS url;

-- name: sitemap
SELECT value || '/sitemap.xml' AS address FROM setting WHERE key = 'url' AND value <> '';
