-- SPDX-License-Identifier: MIT
-- id: NY063d
-- level: error
-- needs: pages
-- name: title not unique
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} trùng tiêu đề với {other}: “{title}”
-- message.en: page {path} has the title of {other}: “{title}”
-- cure.vi: thêm vào tiêu đề điều phân biệt hai trang: mã, tên cơ quan, ngày
-- cure.en: add to the title what tells the two apart: a code, an agency, a day
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.title, o.path AS other
FROM (SELECT medium, language, title, min(id) AS first FROM page WHERE is_redirect = 0 AND title <> ''
  GROUP BY medium, language, title HAVING count(*) > 1) t
JOIN page o ON o.id = t.first
JOIN page p ON p.medium = t.medium AND p.language = t.language AND p.title = t.title AND p.id <> t.first AND p.is_redirect = 0
ORDER BY p.path;
