-- SPDX-License-Identifier: MIT
-- id: NY017
-- level: error
-- name: announcing decision missing or incomplete
-- basis: Nghị định 63/2010/NĐ-CP, Điều 17 khoản 1
-- message.vi: thủ tục {code} chưa nêu đủ quyết định công bố; thiếu: {missing}
-- message.en: procedure {code} does not give its announcing decision in full; missing: {missing}
-- cure.vi: mỗi quyết định ghi một dòng trong data/decisions.csv, đủ no, signed (ngày ký), issuer (cơ quan), effective_from (ngày hiệu lực); dẫn số ở cột decision_no của data/procedures.csv hoặc data/postings.csv
-- cure.en: give each decision one line of data/decisions.csv with no, signed, issuer, effective_from; name its number in column decision_no of data/procedures.csv or data/postings.csv
SELECT p.source_id, p.source_line, p.code, coalesce(
  -- of the decision that lacks least; one that no file knows; none is named
  (SELECT d.no || ' (' || trim(CASE WHEN d.signed IS NULL THEN 'signed ' ELSE '' END
      || CASE WHEN d.issuer IS NULL THEN 'issuer ' ELSE '' END
      || CASE WHEN d.effective_from IS NULL THEN 'effective_from' ELSE '' END) || ')'
    FROM decision d WHERE d.no = p.decision_no
      OR d.no IN (SELECT s.decision_no FROM posting_in_force s WHERE s.code_national = p.code_national)
    ORDER BY (d.signed IS NULL) + (d.issuer IS NULL) + (d.effective_from IS NULL), d.no LIMIT 1),
  p.decision_no || ' (data/decisions.csv)', 'decision_no') AS missing
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM decision d
    WHERE (d.no = p.decision_no OR d.no IN (SELECT s.decision_no FROM posting_in_force s WHERE s.code_national = p.code_national))
      AND d.signed IS NOT NULL AND d.issuer IS NOT NULL AND d.effective_from IS NOT NULL)
ORDER BY p.code, p.version;
