-- SPDX-License-Identifier: MIT
-- id: NY100
-- level: error
-- name: district level after July 2025
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15
-- message.vi: thủ tục {code} còn ghi cấp huyện
-- message.en: procedure {code} still has the district level
-- cure.vi: sửa cột level trong data/procedures.csv thành TINH hoặc XA
-- cure.en: change column level of data/procedures.csv to TINH or XA
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.level = 'HUYEN'
ORDER BY p.code, p.version;
