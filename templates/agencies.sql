-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'co-quan/index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: levels
SELECT level, t('agency.level_' || level) AS level_name FROM agency_now
GROUP BY level ORDER BY CASE level WHEN 'TW' THEN 1 WHEN 'TINH' THEN 2 WHEN 'XA' THEN 3 ELSE 4 END, level;

-- name: agencies
WITH posted AS MATERIALIZED (SELECT s.agency_code, count(DISTINCT s.code_national) AS n FROM posting_in_force s
  JOIN procedure_posted p ON p.code_national = s.code_national GROUP BY s.agency_code)
SELECT a.code, a.name, a.address, num(posted.n) AS n
FROM agency_now a LEFT JOIN posted ON posted.agency_code = a.code WHERE a.level = :level
ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, a.code;
