-- SPDX-License-Identifier: MIT
-- id: NY002a
-- level: warning
-- name: procedure code of no known form
-- basis: thực tiễn danh mục thủ tục; Nghị định 224/2026/NĐ-CP, Điều 15
-- message.vi: mã thủ tục {code} không đúng dạng mã quốc gia (ví dụ 1.001193)
-- message.en: procedure code {code} is not of the national form (1.001193 for example)
-- cure.vi: đối chiếu mã với Cơ sở dữ liệu quốc gia về thủ tục hành chính rồi sửa cột code trong data/procedures.csv
-- cure.en: compare the code with the national database and mend column code of data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT (p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].[GH][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].000.00.00.[GH][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9]')
ORDER BY p.code, p.version;
