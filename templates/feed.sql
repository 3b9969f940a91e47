-- SPDX-License-Identifier: MIT
-- The last 60 changes: what the ledger has after its first publication, and notices by their
-- day. Without a ledger, procedures by the day since when they are posted or their data stand.
-- Only with a public address in site.yml.

-- name: pages
SELECT 'du-lieu/atom' AS url, s.value AS base,
  coalesce((SELECT max(at) FROM ledger),
    coalesce((SELECT max(max(coalesce(data_date, ''), coalesce(posted_since, ''))) FROM procedure_posted
      HAVING max(max(coalesce(data_date, ''), coalesce(posted_since, ''))) > ''),
      (SELECT max(coalesce(updated, posted_from)) FROM notice_posted), '2000-01-01')
      || 'T00:00:00+07:00') AS moment
FROM setting s WHERE s.key = 'url' AND s.value <> '';

-- name: entries
SELECT name AS title, base || '/' || path AS address, moment AS changed, summary
FROM (
  SELECT name || ' (' || code_national || ')' AS name, 'thu-tuc/' || code_national || '.html' AS path,
    max(coalesce(data_date, ''), coalesce(posted_since, '')) || 'T00:00:00+07:00' AS moment, summary
  FROM procedure_posted WHERE (data_date IS NOT NULL OR posted_since IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM ledger)
  UNION ALL
  SELECT title, path || '.html', coalesce(updated, posted_from) || 'T00:00:00+07:00', summary
  FROM notice_posted WHERE updated IS NOT NULL OR posted_from IS NOT NULL
  UNION ALL
  SELECT CASE WHEN ended_by IS NULL AND returns_on IS NOT NULL THEN t('withdrawn.paused_title')
      ELSE t('withdrawn.title') END || ': ' || name || ' (' || code_national || ')',
    'thu-tuc/' || code_national || '.html', ended_on || 'T00:00:00+07:00', NULL
  FROM procedure_withdrawn WHERE ended_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger)
  UNION ALL
  SELECT * FROM (SELECT event_name || ': ' || name || ' (' || code || ')',
      'thu-tuc/' || code || '.html#lan-' || publication, at, part_names
    FROM ledger_text WHERE publication > 1 ORDER BY seq DESC LIMIT 60)),
  (SELECT value AS base FROM setting WHERE key = 'url')
ORDER BY moment DESC, path LIMIT 60;
