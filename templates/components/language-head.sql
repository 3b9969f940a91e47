-- SPDX-License-Identifier: MIT
-- name: alternates
-- This very page in each language, and for search engines that know none of these, in the first.
WITH same AS (SELECT l.lang, l.position, coalesce(nullif(s.value, '') || '/', :top)
    || CASE :url WHEN 'index' THEN replace(j.value ->> 1, 'index.html', '') ELSE j.value ->> 1 END AS href
  FROM json_each(:languages) j JOIN language l ON l.lang = j.value ->> 0
  LEFT JOIN setting s ON s.key = 'url' WHERE j.value ->> 2),
listed AS (SELECT lang, href, position FROM same
  UNION ALL SELECT 'x-default', href, 1000 FROM same WHERE position = 0)
SELECT lang, href FROM listed WHERE :languages IS NOT NULL AND (SELECT count(*) FROM same) > 1
ORDER BY position, lang;
