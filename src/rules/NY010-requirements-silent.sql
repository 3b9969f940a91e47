-- SPDX-License-Identifier: MIT
-- id: NY010
-- level: warning
-- name: conditions neither given nor none
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h
-- message.vi: thủ tục {code} không nói có hay không có yêu cầu, điều kiện
-- message.en: procedure {code} says neither which conditions there are nor that there are none
-- cure.vi: điền requirements_md, hoặc đặt requirements_none = 1, trong data/procedures.csv
-- cure.en: fill requirements_md, or set requirements_none = 1, in data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.requirements_md IS NULL AND p.requirements_none = 0
ORDER BY p.code, p.version;
