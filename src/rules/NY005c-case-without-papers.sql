-- SPDX-License-Identifier: MIT
-- id: NY005c
-- level: error
-- name: case without papers
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d
-- message.vi: trường hợp “{short}” của thủ tục {code} không có giấy tờ nào
-- message.en: case “{short}” of procedure {code} has no paper at all
-- cure.vi: thêm giấy tờ của trường hợp này vào data/components.csv (case_position), hoặc bỏ trường hợp ở data/dossier-cases.csv; nếu là lời dặn thì chép sang giấy tờ có kind = NOTE
-- cure.en: add its papers to data/components.csv (case_position), or drop the case from data/dossier-cases.csv; a remark goes to a paper of kind = NOTE
SELECT d.source_id, d.source_line, d.code, substr(coalesce(d.name, d.position), 1, 80) AS short
FROM procedure_posted p JOIN dossier_case d ON d.code = p.code AND d.version = p.version
WHERE p.dossier_none IS NULL AND NOT EXISTS (SELECT 1 FROM component c
  WHERE c.code = d.code AND c.version = d.version
    AND (c.case_position = d.position OR (c.case_position IS NULL AND c.kind = 'PAPER')))
ORDER BY d.code, d.version, d.position;
