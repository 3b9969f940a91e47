-- SPDX-License-Identifier: MIT
-- id: NY015
-- level: warning
-- name: scope of filing missing
-- basis: Nghị định 118/2025/NĐ-CP, Điều 14
-- message.vi: thủ tục {code} không nói nộp được ở đâu (trong đơn vị, trong tỉnh hay toàn quốc)
-- message.en: procedure {code} does not say where it may be filed (unit, province or nation)
-- cure.vi: điền cột boundary_scope trong data/procedures.csv: UNIT (chỉ tại đơn vị), PROVINCE (mọi nơi trong tỉnh) hoặc NATION (toàn quốc)
-- cure.en: fill column boundary_scope of data/procedures.csv: UNIT (here only), PROVINCE (anywhere in the province) or NATION
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.boundary_scope IS NULL
ORDER BY p.code, p.version;
