-- SPDX-License-Identifier: MIT
-- id: NY021a
-- level: warning
-- name: successor that is not known
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14 khoản 2
-- message.vi: thủ tục {code} đã hết hiệu lực, dẫn sang {successor} không có trong data/procedures.csv
-- message.en: procedure {code} has ended and leads to {successor}, which data/procedures.csv does not have
-- cure.vi: sửa successor_code hoặc thêm thủ tục thay thế vào data/procedures.csv
-- cure.en: mend successor_code, or add the successor to data/procedures.csv
SELECT p.source_id, p.source_line, p.code, p.successor_code AS successor
FROM procedure p
WHERE p.successor_code NOT IN (SELECT code FROM procedure)
  AND p.successor_code NOT IN (SELECT code_national FROM procedure)
ORDER BY p.code, p.version;
