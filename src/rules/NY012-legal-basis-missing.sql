-- SPDX-License-Identifier: MIT
-- id: NY012
-- level: error
-- name: legal basis missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 15 khoản 1
-- message.vi: thủ tục {code} thiếu căn cứ pháp lý
-- message.en: procedure {code} lacks its legal basis
-- cure.vi: thêm vào data/legal-bases.csv mỗi văn bản một dòng: số, tên, ngày ban hành
-- cure.en: add a line to data/legal-bases.csv for each document: number, title, day of issue
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM legal_basis l WHERE l.code = p.code AND l.version = p.version)
ORDER BY p.code, p.version;
