-- SPDX-License-Identifier: MIT
-- Old codes, codes with an agency's suffix and old addresses lead to the page.

-- name: pages
SELECT url, leads_to FROM alias_address ORDER BY url;

-- name: target
SELECT :root || :leads_to || '.html' AS href;

-- name: canonical
SELECT value || '/' || :leads_to || '.html' AS address FROM setting WHERE key = 'url' AND value <> '';
