-- SPDX-License-Identifier: MIT
-- id: NY061
-- level: error
-- needs: pages
-- name: page without a title
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} không có tiêu đề (title)
-- message.en: page {path} has no title
-- cure.vi: điền khối title trong {file}
-- cure.en: fill the block title in {file}
SELECT p.source_id, p.source_line, p.template AS file, p.path
FROM page p
WHERE trim(coalesce(p.title, '')) = ''
ORDER BY p.path;
