-- SPDX-License-Identifier: MIT
-- id: NY008
-- level: error
-- name: who may apply missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm e
-- message.vi: thủ tục {code} thiếu đối tượng thực hiện
-- message.en: procedure {code} lacks who may apply
-- cure.vi: thêm vào data/subjects.csv mỗi đối tượng một dòng: công dân Việt Nam, doanh nghiệp, tổ chức...
-- cure.en: add a line to data/subjects.csv for each: citizens, companies, organisations...
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM subject s WHERE s.code = p.code AND s.version = p.version)
ORDER BY p.code, p.version;
