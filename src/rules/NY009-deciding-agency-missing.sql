-- SPDX-License-Identifier: MIT
-- id: NY009
-- level: error
-- name: deciding agency missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm g
-- message.vi: thủ tục {code} thiếu cơ quan giải quyết
-- message.en: procedure {code} lacks the agency that decides
-- cure.vi: điền cột deciding_agency trong data/procedures.csv; cơ quan thực hiện cũng là nơi quyết định thì chép executing_agency sang
-- cure.en: fill column deciding_agency of data/procedures.csv; where the executing agency decides too, copy executing_agency
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.deciding_agency IS NULL
ORDER BY p.code, p.version;
