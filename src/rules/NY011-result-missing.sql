-- SPDX-License-Identifier: MIT
-- id: NY011
-- level: warning
-- name: result missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h
-- message.vi: thủ tục {code} thiếu kết quả thực hiện
-- message.en: procedure {code} lacks its result
-- cure.vi: thêm giấy tờ trả cho người dân vào data/results.csv, hoặc đặt result_none = 1 trong data/procedures.csv
-- cure.en: add what people are given to data/results.csv, or set result_none = 1 in data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.result_none = 0 AND p.result_md IS NULL
  AND NOT EXISTS (SELECT 1 FROM result r WHERE r.code = p.code AND r.version = p.version)
ORDER BY p.code, p.version;
