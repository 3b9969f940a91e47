-- SPDX-License-Identifier: MIT
-- id: NY027g
-- level: error
-- name: code other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm b [2026-07-01 ..]
-- needs: export
-- message.vi: thủ tục “{short}” mang mã {code} ở đây, mã {there} ở Cơ sở dữ liệu quốc gia ({at})
-- message.en: procedure “{short}” has the code {code} here and {there} in the national database ({at})
-- cure.vi: sửa code trong mọi tệp của data/ có mã này; mã cũ ghi vào data/aliases.csv để địa chỉ cũ vẫn dùng được
-- cure.en: mend code in every file of data/ that has it; put the old one into data/aliases.csv, so that its address still works
-- The export lacks the code and has one procedure of exactly this name, which is not posted here.
SELECT p.source_id, p.source_line, p.code, r.their_code AS there, r.at, substr(p.name, 1, 80) AS short
FROM national.renamed r JOIN procedure p ON p.code = r.code AND p.version = r.version
WHERE NOT r.withdrawn
ORDER BY p.code, p.version;
