-- SPDX-License-Identifier: MIT
-- name: canonical
-- Without a public address in site.yml there is no canonical link.
SELECT value || '/' || CASE WHEN :languages IS NULL THEN '' ELSE (SELECT folder FROM language WHERE lang = :lang) END
  || CASE :url WHEN 'index' THEN '' ELSE :url || '.html' END AS address
FROM setting WHERE key = 'url' AND value <> '';
