-- SPDX-License-Identifier: MIT
-- id: NY012a
-- level: warning
-- name: replaced document cited alone
-- basis: Nghị định 63/2010/NĐ-CP, Điều 15 khoản 1
-- message.vi: thủ tục {code} còn viện dẫn {number} (hết hiệu lực từ {ended}) mà không dẫn {replaced_by}
-- message.en: procedure {code} still cites {number} (out of force since {ended}) without {replaced_by}
-- cure.vi: thay hoặc bổ sung văn bản mới trong data/legal-bases.csv; danh sách văn bản bị thay thế ở data/superseded-laws.csv
-- cure.en: add or put in its place the new document in data/legal-bases.csv; replaced documents are listed in data/superseded-laws.csv
SELECT l.source_id, l.source_line, l.code, l.number,
  date_vi(coalesce(s.valid_to, l.valid_to)) AS ended, coalesce(s.replaced_by, '–') AS replaced_by
FROM procedure_posted p JOIN legal_basis l ON l.code = p.code AND l.version = p.version
  LEFT JOIN law_superseded s ON s.number = l.number
WHERE coalesce(s.valid_to, l.valid_to) <= build_date()
  AND NOT EXISTS (SELECT 1 FROM legal_basis o WHERE o.code = l.code AND o.version = l.version
    AND (o.number = s.replaced_by OR instr(o.title, s.replaced_by)))
ORDER BY l.code, l.version, l.position;
