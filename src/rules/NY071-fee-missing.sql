-- SPDX-License-Identifier: MIT
-- id: NY071
-- level: error
-- name: fee missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h và Điều 13
-- message.vi: thủ tục {code} không nói phí, lệ phí bao nhiêu, cũng không nói là không có
-- message.en: procedure {code} says neither its fee nor that there is none
-- cure.vi: thêm dòng vào data/fees.csv, hoặc ghi “Không” vào cột fee_none của data/procedures.csv
-- cure.en: add a line to data/fees.csv, or write “Không” in column fee_none of data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.fee_none IS NULL
  AND NOT EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = p.code AND f.version = p.version)
ORDER BY p.code, p.version;
