-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'co-quan/index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: levels
SELECT level, t('agency.level_' || level) AS level_name FROM agency_now
GROUP BY level ORDER BY CASE level WHEN 'TW' THEN 1 WHEN 'TINH' THEN 2 WHEN 'XA' THEN 3 ELSE 4 END, level;

-- name: agencies
SELECT a.code, a.name, a.address,
  num(nullif((SELECT count(DISTINCT s.code_national) FROM posting_in_force s
    JOIN procedure_posted p ON p.code_national = s.code_national WHERE s.agency_code = a.code), 0)) AS n
FROM agency_now a WHERE a.level = :level
ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, a.code;
