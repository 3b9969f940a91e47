-- SPDX-License-Identifier: MIT
-- id: NY041p
-- level: error
-- needs: pages
-- name: page does not lead to complaints and suggestions
-- basis: Thông tư 05/2014/TT-BTP, Điều 12 khoản 1
-- message.vi: trang {path} không dẫn tới trang hướng dẫn phản ánh, kiến nghị (phan-anh.html)
-- message.en: page {path} does not lead to how to complain and suggest (phan-anh.html)
-- cure.vi: thêm liên kết tới {root}phan-anh.html trong {file} hoặc trong khung trang của nó
-- cure.en: add a link to {root}phan-anh.html in {file} or in its layout
SELECT p.source_id, p.source_line, p.template AS file, p.path, '{{root}}' AS root
FROM page p JOIN language g ON g.lang = p.language
WHERE p.medium = 'web' AND p.is_redirect = 0 AND p.route IN ('index', 'procedure', 'procedure-withdrawn')
  AND NOT EXISTS (SELECT 1 FROM page_link l WHERE l.page = p.id AND l.target = g.folder || 'phan-anh.html')
ORDER BY p.path;
