-- SPDX-License-Identifier: MIT
-- id: NY065
-- level: error
-- needs: pages
-- name: page that cannot be enlarged
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5; WCAG 1.4.4
-- message.vi: trang {path} cấm người đọc phóng to ({viewport})
-- message.en: page {path} forbids enlarging ({viewport})
-- cure.vi: bỏ user-scalable và maximum-scale khỏi meta viewport trong {file} hoặc khung trang của nó
-- cure.en: take user-scalable and maximum-scale out of the meta viewport in {file} or its layout
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.viewport
FROM page p
WHERE p.medium = 'web' AND (replace(p.viewport, ' ', '') LIKE '%user-scalable=no%'
  OR replace(p.viewport, ' ', '') LIKE '%user-scalable=0%' OR replace(p.viewport, ' ', '') LIKE '%maximum-scale=1%')
ORDER BY p.path;
