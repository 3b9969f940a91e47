-- SPDX-License-Identifier: MIT
-- All rates of one agency ('' is all), one field ('' is all) and one period: needs :agency_code,
-- :field_code, :kind, :year and :n.

-- name: rates
SELECT indicator, name, percent, fraction, is_nothing, is_partial, is_over, parts, parts_due, faults,
  target_text, is_met, is_met = 0 AS is_missed,
  CASE WHEN topic IS NOT lag(topic) OVER (ORDER BY position) THEN t('topic.' || topic) END AS topic_head
FROM figure_text
WHERE agency_code = :agency_code AND field_code = :field_code AND kind = :kind AND year = :year AND n = :n
ORDER BY position;

-- name: unknown
-- What nobody reports is said, for the whole of an agency.
SELECT group_concat(name, ', ') AS names FROM (
  SELECT t('figure.' || i.code || '.name') AS name FROM indicator i
  WHERE :field_code = '' AND NOT EXISTS (SELECT 1 FROM figure f WHERE f.agency_code = :agency_code
    AND f.field_code = '' AND f.kind = :kind AND f.year = :year AND f.n = :n AND f.indicator = i.code)
    AND NOT EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = :agency_code AND s.field_code = '' AND s.kind = :kind
      AND s.year = :year AND s.n = :n AND s.marks ->> i.code IS NOT NULL)
  ORDER BY i.position)
HAVING count(*) > 0;

-- name: withheld
SELECT group_concat(name, ', ') AS names FROM (
  SELECT t('figure.' || i.code || '.name') AS name FROM stat s CROSS JOIN indicator i
  WHERE s.agency_code = :agency_code AND s.field_code = :field_code AND s.kind = :kind AND s.year = :year
    AND s.n = :n AND s.marks ->> i.code IS NOT NULL ORDER BY i.position)
HAVING count(*) > 0;
