-- SPDX-License-Identifier: MIT
-- id: NY063e
-- level: error
-- needs: pages
-- name: heading without text
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} có tiêu đề phần để trống
-- message.en: page {path} has a heading without text
-- cure.vi: trong {file}: điền chữ cho tiêu đề, hoặc bỏ thẻ khi phần đó trống
-- cure.en: in {file}: give the heading a text, or leave it out when its part is empty
SELECT p.source_id, p.source_line, p.template AS file, p.path
FROM page p
WHERE instr(p.headings, ',"",') > 0
ORDER BY p.path;
