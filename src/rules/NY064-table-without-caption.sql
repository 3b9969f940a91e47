-- SPDX-License-Identifier: MIT
-- id: NY064
-- level: error
-- needs: pages
-- name: table without a caption
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path}: bảng thứ {position} không có tên (caption)
-- message.en: page {path}: table {position} has no caption
-- cure.vi: trong {file}: thêm <caption>; bảng chỉ để dàn trang thì ghi role="presentation"
-- cure.en: in {file}: add <caption>; write role="presentation" on a table that only lays out
SELECT p.source_id, p.source_line, p.template AS file, p.path, t.position
FROM page_table t JOIN page p ON p.id = t.page
WHERE trim(coalesce(t.caption, '')) = ''
ORDER BY p.path, t.position;
