-- SPDX-License-Identifier: MIT
-- id: NY017
-- level: error
-- name: announcing decision missing or incomplete
-- basis: Nghị định 63/2010/NĐ-CP, Điều 17 khoản 1
-- message.vi: thủ tục {code} chưa nêu đủ quyết định công bố (số, ngày ký, cơ quan, ngày hiệu lực)
-- message.en: procedure {code} does not give its announcing decision in full (number, date, issuer, date of effect)
-- cure.vi: ghi đủ quyết định vào data/decisions.csv và dẫn nó ở cột decision_no của data/procedures.csv hoặc data/postings.csv
-- cure.en: write the decision whole into data/decisions.csv and name it in column decision_no of data/procedures.csv or data/postings.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM decision d
    WHERE (d.no = p.decision_no OR d.no IN (SELECT s.decision_no FROM posting_in_force s WHERE s.code_national = p.code_national))
      AND d.signed IS NOT NULL AND d.issuer IS NOT NULL AND d.effective_from IS NOT NULL)
ORDER BY p.code, p.version;
