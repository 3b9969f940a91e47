-- SPDX-License-Identifier: MIT
-- A withdrawn procedure keeps its address, so that old links and codes on paper lead to the
-- truth. It stands in no list. What the data have lost altogether the ledger still knows.

-- name: pages
WITH kept AS (SELECT code_national, name FROM procedure_posted
  UNION ALL SELECT code_national, name FROM procedure_withdrawn)
SELECT 'thu-tuc/' || p.code_national AS url, p.code_national, p.name, date_vi(p.ended_on) AS ended_day,
  date_vi(p.returns_on) AS returns_day, p.ended_by IS NULL AND p.returns_on IS NOT NULL AS is_paused,
  p.ended_by, date_vi(d.signed) AS signed_day, d.issuer, f.name AS field_name, nullif(p.decision_no, p.ended_by) AS decision_no,
  s.code_national AS successor_code, s.name AS successor_name,
  CASE WHEN s.code_national IS NULL THEN p.successor_code END AS successor_text, p.source_id, p.source_line
FROM procedure_withdrawn p
LEFT JOIN decision d ON d.no = p.ended_by
LEFT JOIN field f ON f.code = p.field_code
LEFT JOIN kept s ON s.code_national = (SELECT q.code_national FROM procedure q
  WHERE p.successor_code IN (q.code, q.code_national) ORDER BY q.version, q.code LIMIT 1)
WHERE :medium IN (SELECT medium FROM medium_made)
UNION ALL
SELECT 'thu-tuc/' || g.code, g.code, g.name, date_vi(g.ended_on),
  date_vi(g.returns_on), g.ended_by IS NULL AND g.returns_on IS NOT NULL, g.ended_by, date_vi(d.signed), d.issuer,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM ledger_gone g LEFT JOIN decision d ON d.no = g.ended_by
WHERE :medium IN (SELECT medium FROM medium_made)
ORDER BY 2;
