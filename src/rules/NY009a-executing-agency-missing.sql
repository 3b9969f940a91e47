-- SPDX-License-Identifier: MIT
-- id: NY009a
-- level: warning
-- name: executing agency missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm g
-- message.vi: thủ tục {code} thiếu cơ quan thực hiện
-- message.en: procedure {code} lacks the agency that carries it out
-- cure.vi: điền cột executing_agency trong data/procedures.csv: cơ quan trực tiếp làm việc này, theo quyết định công bố
-- cure.en: fill column executing_agency of data/procedures.csv: the agency that does the work, by the announcing decision
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.executing_agency IS NULL
ORDER BY p.code, p.version;
