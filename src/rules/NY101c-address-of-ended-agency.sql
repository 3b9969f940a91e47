-- SPDX-License-Identifier: MIT
-- id: NY101c
-- level: warning
-- name: address of an ended agency that leads nowhere
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 118/2025/NĐ-CP, Điều 7
-- message.vi: địa chỉ co-quan/{code}.html của cơ quan kết thúc ngày {ended} không dẫn đến cơ quan nào
-- message.en: address co-quan/{code}.html of an agency that ended on {ended} leads to no agency
-- cure.vi: ghi {code} ở cột succeeds của cơ quan thay thế trong data/agencies.csv, hoặc thêm dòng co-quan/{code} vào data/aliases.csv
-- cure.en: name {code} in column succeeds of its successor in data/agencies.csv, or add co-quan/{code} to data/aliases.csv
-- Only of an agency that the board has had.
SELECT a.source_id, a.source_line, a.code, date_vi(a.valid_to) AS ended
FROM agency a, board_start s
WHERE a.valid_to <= build_date() AND a.valid_to > s.day
  AND 'co-quan/' || a.code NOT IN (SELECT url FROM alias_address)
ORDER BY a.code;
