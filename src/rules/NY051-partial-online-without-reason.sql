-- SPDX-License-Identifier: MIT
-- id: NY051
-- level: error
-- name: partial online service without its reason
-- basis: Nghị định 224/2026/NĐ-CP, Điều 14
-- message.vi: thủ tục {code} khai dịch vụ công một phần nhưng thiếu lý do hoặc căn cứ
-- message.en: procedure {code} is declared a partial online service without reason or basis
-- cure.vi: điền partial_reason và partial_basis trong data/procedures.csv
-- cure.en: fill partial_reason and partial_basis in data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.online_level = 'PARTIAL' AND (p.partial_reason IS NULL OR p.partial_basis IS NULL)
ORDER BY p.code, p.version;
