-- SPDX-License-Identifier: MIT
-- id: NY015
-- level: warning
-- name: scope of filing missing
-- basis: Nghị định 118/2025/NĐ-CP, Điều 14
-- message.vi: thủ tục {code} không nói nộp được ở đâu (trong đơn vị, trong tỉnh hay toàn quốc)
-- message.en: procedure {code} does not say where it may be filed (unit, province or nation)
-- cure.vi: điền cột boundary_scope: UNIT, PROVINCE hoặc NATION
-- cure.en: fill column boundary_scope: UNIT, PROVINCE or NATION
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.boundary_scope IS NULL
ORDER BY p.code, p.version;
