-- SPDX-License-Identifier: MIT
-- id: NY063
-- level: error
-- needs: pages
-- name: not one main heading
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} có {n} tiêu đề cấp 1 (h1); phải có đúng một
-- message.en: page {path} has {n} headings of level 1 (h1); there must be one
-- cure.vi: sửa {file}: tên trang là h1, các phần là h2
-- cure.en: mend {file}: the page's name is the h1, its parts are h2
SELECT p.source_id, p.source_line, p.template AS file, p.path, length(p.levels) - length(replace(p.levels, '1', '')) AS n
FROM page p
WHERE length(p.levels) - length(replace(p.levels, '1', '')) <> 1
ORDER BY p.path;
