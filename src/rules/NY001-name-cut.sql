-- SPDX-License-Identifier: MIT
-- id: NY001
-- level: error
-- name: name cut off
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm a
-- message.vi: tên thủ tục {code} bị cắt: “…{tail}”
-- message.en: the name of procedure {code} is cut off: “…{tail}”
-- cure.vi: chép lại tên đầy đủ từ quyết định công bố vào cột name của data/procedures.csv
-- cure.en: copy the whole name from the announcing decision into column name of data/procedures.csv
SELECT p.source_id, p.source_line, p.code, substr(p.name, -30) AS tail
FROM procedure_posted p
WHERE rtrim(p.name, ' .)”"') || '...' = substr(p.name, 1, length(rtrim(p.name, ' .)”"')) + 3)
  OR rtrim(p.name, ' )”"') GLOB '*…'
ORDER BY p.code, p.version;
