-- SPDX-License-Identifier: MIT
-- Old codes, codes with an agency's suffix and old addresses lead to the page.

-- name: pages
SELECT url, leads_to FROM alias_address ORDER BY url;

-- name: target
SELECT :root || :leads_to || '.html' AS href;

-- name: canonical
-- one row
SELECT s.value || '/' || l.folder || :leads_to || '.html' AS address
FROM setting s, language l WHERE s.key = 'url' AND s.value <> '' AND l.lang = :lang;
