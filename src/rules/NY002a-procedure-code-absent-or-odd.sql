-- SPDX-License-Identifier: MIT
-- id: NY002a
-- level: warning
-- name: procedure code of no known form
-- basis: thực tiễn danh mục thủ tục; Nghị định 224/2026/NĐ-CP, Điều 15
-- message.vi: mã thủ tục {code} không đúng dạng mã quốc gia (ví dụ 1.001193){whole}
-- message.en: procedure code {code} is not of the national form (1.001193 for example){whole}
-- cure.vi: đối chiếu mã với Cơ sở dữ liệu quốc gia về thủ tục hành chính rồi sửa cột code trong data/procedures.csv; mã mất số 0 là do chương trình bảng tính: lấy lại tệp từ trước khi mở, lần sau sửa bằng niemyet workbook
-- cure.en: compare the code with the national database and mend column code of data/procedures.csv; where zeros are gone it was a spreadsheet program: get the file back as it was, from now on edit by niemyet workbook
SELECT p.source_id, p.source_line, p.code,
  -- 1.001190 as a number: 1.00119, or 1001190 where a point separates thousands.
  CASE WHEN p.code GLOB '[1-6].[0-9]*' AND substr(p.code, 3) NOT GLOB '*[^0-9]*' AND length(p.code) < 8
    THEN ': ' || substr(p.code || '000000', 1, 8) || '?'
    WHEN p.code GLOB '[1-6][0-9][0-9][0-9][0-9][0-9][0-9]'
    THEN ': ' || substr(p.code, 1, 1) || '.' || substr(p.code, 2) || '?'
    ELSE '' END AS whole
FROM procedure_posted p
WHERE NOT (p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].[GH][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].000.00.00.[GH][0-9][0-9]'
  OR p.code GLOB '[1-6].[0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9]')
ORDER BY p.code, p.version;
