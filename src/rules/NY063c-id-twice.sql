-- SPDX-License-Identifier: MIT
-- id: NY063c
-- level: error
-- needs: pages
-- name: id not unique
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} dùng id nhiều lần: {ids}
-- message.en: page {path} has ids more than once: {ids}
-- cure.vi: trong {file}: đặt mỗi id một lần; với văn bản Markdown, dùng đối số prefix của markdown()
-- cure.en: in {file}: give each id once; for Markdown use the argument prefix of markdown()
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.ids_twice AS ids
FROM page p
WHERE p.ids_twice <> ''
ORDER BY p.path;
