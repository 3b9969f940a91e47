-- SPDX-License-Identifier: MIT
-- id: NY064b
-- level: warning
-- needs: pages
-- name: table heads of several levels, not tied to their cells
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5; WCAG 1.3.1
-- message.vi: trang {path}: bảng {position} có {spanning} ô tiêu đề trùm nhiều cột mà các ô không ghi headers
-- message.en: page {path}: table {position} has {spanning} head cells over several columns, and its cells have no headers
-- cure.vi: trong {file}: gộp thành một hàng tiêu đề, hoặc ghi id cho từng th và headers cho từng td
-- cure.en: in {file}: make it one row of heads, or give each th an id and each td its headers
SELECT p.source_id, p.source_line, p.template AS file, p.path, t.position, t.spanning
FROM page_table t JOIN page p ON p.id = t.page
WHERE t.spanning > 0 AND t.has_headers = 0
ORDER BY p.path, t.position;
