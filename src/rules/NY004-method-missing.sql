-- SPDX-License-Identifier: MIT
-- id: NY004
-- level: error
-- name: ways of filing missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm c
-- message.vi: thủ tục {code} thiếu cách thức thực hiện
-- message.en: procedure {code} lacks its ways of filing
-- cure.vi: thêm ít nhất một dòng cho thủ tục này trong data/methods.csv
-- cure.en: add at least one line for it to data/methods.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM method m WHERE m.code = p.code AND m.version = p.version)
ORDER BY p.code, p.version;
