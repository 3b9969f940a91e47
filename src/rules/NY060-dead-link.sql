-- SPDX-License-Identifier: MIT
-- id: NY060
-- level: error
-- needs: pages
-- name: link to a page that is not there
-- basis: Nghị định 224/2026/NĐ-CP, Điều 12 khoản 2
-- message.vi: trang {path}: liên kết “{text}” tới {href} không dẫn tới đâu
-- message.en: page {path}: the link “{text}” to {href} leads nowhere
-- cure.vi: sửa địa chỉ ở {file}, ở phần nó dùng chung, hoặc ở trình đơn (nav) của site.yml
-- cure.en: mend the address in {file}, in a part that it shares, or in the menu (nav) of site.yml
SELECT p.source_id, p.source_line, p.template AS file, p.path, l.href, l.text
FROM page_link l JOIN page p ON p.id = l.page
WHERE l.target IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM site_file f WHERE f.path = l.target AND f.path = l.target COLLATE BINARY)
ORDER BY p.path, l.position;
