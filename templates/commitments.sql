-- SPDX-License-Identifier: MIT
-- What the heads of agencies have promised, the newest year first, and who answers for which
-- component of an index.

-- name: pages
SELECT 'thong-ke/cam-ket' AS url
WHERE EXISTS (SELECT 1 FROM commitment) OR EXISTS (SELECT 1 FROM index_component WHERE agency_code IS NOT NULL OR in_charge IS NOT NULL);

-- name: years
SELECT year FROM commitment GROUP BY year ORDER BY year DESC;

-- name: agencies
SELECT DISTINCT c.agency_code, coalesce(w.name, a.name) AS name, CASE WHEN w.code IS NOT NULL THEN w.code END AS page_code,
  (SELECT coalesce(x.title || ' ' || x.signer, x.title, x.signer) FROM commitment x WHERE x.agency_code = c.agency_code AND x.year = c.year
    AND coalesce(x.title, x.signer) IS NOT NULL ORDER BY x.position LIMIT 1) AS signer_text,
  (SELECT date_vi(max(signed)) FROM commitment x WHERE x.agency_code = c.agency_code AND x.year = c.year) AS signed_day
FROM commitment c JOIN agency a ON a.code = c.agency_code LEFT JOIN agency_now w ON w.code = c.agency_code
WHERE c.year = :year
ORDER BY a.position IS NULL, a.position, coalesce(w.name, a.name) COLLATE vi, a.code;

-- name: promises
SELECT text FROM commitment WHERE agency_code = :agency_code AND year = :year ORDER BY position;

-- name: charges
-- One line for each agency, person and index.
SELECT c.index_code, i.name AS index_name, coalesce(w.name, (SELECT name FROM agency WHERE code = c.agency_code)) AS agency_name,
  w.code AS agency_page, c.in_charge,
  CASE WHEN max(c.component = '') THEN t('commitments.whole') || CASE WHEN count(*) > 1 THEN '; ' ELSE '' END ELSE '' END
    || coalesce((SELECT group_concat(x.name, '; ') FROM (SELECT r.name FROM index_tree r WHERE r.index_code = c.index_code
      AND r.agency_code IS c.agency_code AND r.in_charge IS c.in_charge ORDER BY r.path) x), '') AS parts
FROM index_component c LEFT JOIN index_component i ON i.index_code = c.index_code AND i.component = ''
LEFT JOIN index_tree r ON r.index_code = c.index_code AND r.component = c.component
LEFT JOIN agency_now w ON w.code = c.agency_code
WHERE c.agency_code IS NOT NULL OR c.in_charge IS NOT NULL
GROUP BY c.index_code, c.agency_code, c.in_charge
ORDER BY i.position IS NULL, i.position, c.index_code, min(coalesce(r.path, '')), c.agency_code, c.in_charge;
