-- SPDX-License-Identifier: MIT
-- id: NY068
-- level: error
-- needs: pages
-- name: image without alternative text
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5; WCAG 1.1.1
-- message.vi: trang {path}: hình {src} không có chữ thay thế (alt)
-- message.en: page {path}: the image {src} has no alternative text (alt)
-- cure.vi: trong {file}: thêm alt nói nội dung của hình; hình chỉ để trang trí thì alt=""
-- cure.en: in {file}: add an alt that says what is shown; alt="" for what only decorates
SELECT p.source_id, p.source_line, p.template AS file, p.path, coalesce(i.src, '') AS src
FROM page_image i JOIN page p ON p.id = i.page
WHERE i.alt IS NULL
ORDER BY p.path, i.position;
