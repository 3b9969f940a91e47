-- SPDX-License-Identifier: MIT
-- id: NY027
-- level: error
-- name: name other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm b [2026-07-01 ..]
-- needs: export
-- message.vi: tên thủ tục {code} ở đây là “{here}”, ở Cơ sở dữ liệu quốc gia là “{there}” ({at})
-- message.en: the name of procedure {code} is “{here}” here and “{there}” in the national database ({at})
-- cure.vi: theo quyết định công bố: sửa cột name của data/procedures.csv, hoặc đề nghị cơ quan công bố sửa Cơ sở dữ liệu quốc gia
-- cure.en: go by the announcing decision: mend column name of data/procedures.csv, or ask the announcing agency to mend the national database
SELECT c.source_id, c.source_line, c.code, c.at, replace(p.name, char(10), ' ') AS here,
  replace(n.name, char(10), ' ') AS there
FROM national.pair c JOIN procedure p ON p.code = c.code AND p.version = c.version
  JOIN national.procedure n ON n.code = c.their_code AND n.version = c.their_version
WHERE NOT c.withdrawn AND replace(p.name, char(10), ' ') <> replace(n.name, char(10), ' ')
ORDER BY c.code, c.version;
