-- SPDX-License-Identifier: MIT
-- id: NY064a
-- level: error
-- needs: pages
-- name: table heads missing or without scope
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path}: bảng {position} có {heads} ô tiêu đề (th), {unscoped} ô không có scope
-- message.en: page {path}: table {position} has {heads} head cells (th), {unscoped} of them without scope
-- cure.vi: trong {file}: ô tiêu đề là <th scope="col"> hoặc <th scope="row">
-- cure.en: in {file}: a head cell is <th scope="col"> or <th scope="row">
SELECT p.source_id, p.source_line, p.template AS file, p.path, t.position, t.heads, t.unscoped
FROM page_table t JOIN page p ON p.id = t.page
WHERE t.heads = 0 OR (t.unscoped > 0 AND t.has_headers = 0)
ORDER BY p.path, t.position;
