-- SPDX-License-Identifier: MIT
-- id: NY012b
-- level: warning
-- name: number or date of a document that cannot be
-- basis: Nghị định 63/2010/NĐ-CP, Điều 15 khoản 1
-- message.vi: căn cứ “{number}” của thủ tục {code} có số hoặc ngày ban hành không thể đúng{issued}
-- message.en: document “{number}” of procedure {code} has a number or date that cannot be right{issued}
-- cure.vi: đối chiếu văn bản rồi sửa number, issued trong data/legal-bases.csv
-- cure.en: compare with the document and mend number and issued of data/legal-bases.csv
WITH cited AS (
  SELECT l.*, CASE WHEN l.number GLOB '*[0-9]/[0-9][0-9][0-9][0-9]/*'
    THEN CAST(substr(l.number, instr(l.number, '/') + 1, 4) AS INTEGER) END AS year
  FROM procedure_posted p JOIN legal_basis l ON l.code = p.code AND l.version = p.version)
SELECT source_id, source_line, code, number, coalesce(' (' || date_vi(issued) || ')', '') AS issued
FROM cited
WHERE issued > build_date() OR year NOT BETWEEN 1945 AND CAST(substr(build_date(), 1, 4) AS INTEGER)
  OR year <> CAST(substr(issued, 1, 4) AS INTEGER)
  -- "222/02205/NĐ-CP", "36/2025-TT-BYT", "15/QH15": a digit too many, a slash too few
  OR number GLOB '*/[0-9][0-9][0-9][0-9][0-9]*' OR number GLOB '*/[12][0-9][0-9][0-9]-*'
  OR number GLOB '*[0-9]/QH[0-9]*' AND year IS NULL OR number GLOB '*/[0-9][0-9][0-9]/[A-ZĐ]*'
ORDER BY code, version, position;
