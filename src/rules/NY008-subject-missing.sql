-- SPDX-License-Identifier: MIT
-- id: NY008
-- level: error
-- name: who may apply missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm e
-- message.vi: thủ tục {code} thiếu đối tượng thực hiện
-- message.en: procedure {code} lacks who may apply
-- cure.vi: thêm dòng vào data/subjects.csv
-- cure.en: add lines to data/subjects.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM subject s WHERE s.code = p.code AND s.version = p.version)
ORDER BY p.code, p.version;
