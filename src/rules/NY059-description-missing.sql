-- SPDX-License-Identifier: MIT
-- id: NY059
-- level: note
-- needs: pages
-- name: page without a description
-- basis: Nghị định 224/2026/NĐ-CP, Điều 11 khoản 5
-- message.vi: trang {path} không có mô tả cho máy tìm kiếm (meta description)
-- message.en: page {path} has no description for search engines (meta description)
-- cure.vi: điền khối description trong {file}
-- cure.en: fill the block description in {file}
SELECT p.source_id, p.source_line, p.template AS file, p.path
FROM page p
WHERE p.medium = 'web' AND trim(coalesce(p.description, '')) = ''
ORDER BY p.path;
