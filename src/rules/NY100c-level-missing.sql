-- SPDX-License-Identifier: MIT
-- id: NY100c
-- level: warning
-- name: level not said
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15 [2025-07-01 ..]
-- message.vi: thủ tục {code} không nói cấp thực hiện
-- message.en: procedure {code} does not say at which level it is carried out
-- cure.vi: điền cột level trong data/procedures.csv: TW (trung ương), TINH, XA hoặc KHAC (cơ quan khác)
-- cure.en: fill column level of data/procedures.csv: TW (central), TINH (province), XA (commune) or KHAC (other)
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.level IS NULL
ORDER BY p.code, p.version;
