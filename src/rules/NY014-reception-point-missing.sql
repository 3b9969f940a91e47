-- SPDX-License-Identifier: MIT
-- id: NY014
-- level: error
-- name: place of filing missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13
-- message.vi: thủ tục {code} chưa có nơi tiếp nhận
-- message.en: procedure {code} has no place of filing
-- cure.vi: thêm dòng vào data/postings.csv dẫn tới điểm tiếp nhận (data/reception-points.csv)
-- cure.en: add a line to data/postings.csv that names a reception point (data/reception-points.csv)
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM posting_place s WHERE s.code_national = p.code_national)
ORDER BY p.code, p.version;
