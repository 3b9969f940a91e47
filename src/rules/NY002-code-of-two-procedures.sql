-- SPDX-License-Identifier: MIT
-- id: NY002
-- level: error
-- name: one national code, two procedures
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8; Nghị định 224/2026/NĐ-CP, Điều 15
-- message.vi: mã {national} là của hai thủ tục khác tên: {code} “{short}” không được niêm yết
-- message.en: code {national} is that of two procedures of different names: {code} “{short}” is not posted
-- cure.vi: đối chiếu mã với Cơ sở dữ liệu quốc gia rồi sửa cột code của data/procedures.csv
-- cure.en: compare the codes with the national database and mend column code of data/procedures.csv
WITH v AS MATERIALIZED (SELECT code, version, code_national, fold(name) AS folded, name, source_id,
  source_line FROM procedure_valid WHERE code_national IN (SELECT code_national FROM procedure
    GROUP BY code_national HAVING count(DISTINCT code) > 1))
SELECT v.source_id, v.source_line, v.code_national AS national, v.code, substr(v.name, 1, 80) AS short
FROM v JOIN procedure_posted p ON p.code_national = v.code_national
WHERE p.code <> v.code AND fold(p.name) <> v.folded
ORDER BY v.code, v.version;
