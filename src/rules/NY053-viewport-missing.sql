-- SPDX-License-Identifier: MIT
-- id: NY053
-- level: warning
-- needs: pages
-- name: page not made for phones
-- basis: Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3 điểm a
-- message.vi: trang {path} không khai khổ màn hình (meta viewport) nên hiện rất nhỏ trên điện thoại
-- message.en: page {path} does not declare its viewport: it is tiny on a phone
-- cure.vi: thêm <meta name="viewport" content="width=device-width, initial-scale=1"> trong {file} hoặc khung trang của nó
-- cure.en: add <meta name="viewport" content="width=device-width, initial-scale=1"> in {file} or its layout
SELECT p.source_id, p.source_line, p.template AS file, p.path
FROM page p
WHERE p.medium = 'web' AND coalesce(p.viewport, '') NOT LIKE '%width=device-width%'
ORDER BY p.path;
