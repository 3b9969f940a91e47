-- SPDX-License-Identifier: MIT
-- The last 60 changes: procedures by the day since when they are posted or their data stand,
-- notices by theirs. Only with a public address in site.yml.

-- name: pages
SELECT 'du-lieu/atom' AS url, s.value AS base,
  coalesce((SELECT max(max(coalesce(data_date, ''), coalesce(posted_since, ''))) FROM procedure_posted
    HAVING max(max(coalesce(data_date, ''), coalesce(posted_since, ''))) > ''),
    (SELECT max(coalesce(updated, posted_from)) FROM notice_posted), '2000-01-01') AS day
FROM setting s WHERE s.key = 'url' AND s.value <> '';

-- name: entries
SELECT name AS title, base || '/' || path || '.html' AS address, day || 'T00:00:00+07:00' AS changed, summary
FROM (
  SELECT name || ' (' || code_national || ')' AS name, 'thu-tuc/' || code_national AS path,
    max(coalesce(data_date, ''), coalesce(posted_since, '')) AS day, summary
  FROM procedure_posted WHERE data_date IS NOT NULL OR posted_since IS NOT NULL
  UNION ALL
  SELECT title, path, coalesce(updated, posted_from), summary FROM notice_posted
  WHERE updated IS NOT NULL OR posted_from IS NOT NULL
  UNION ALL
  SELECT t('withdrawn.title') || ': ' || name || ' (' || code_national || ')', 'thu-tuc/' || code_national,
    ended_on, NULL
  FROM procedure_withdrawn WHERE ended_on IS NOT NULL),
  (SELECT value AS base FROM setting WHERE key = 'url')
ORDER BY day DESC, path LIMIT 60;
