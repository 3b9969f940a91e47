-- SPDX-License-Identifier: MIT
-- id: NY060a
-- level: error
-- needs: pages
-- name: link to a part of a page that is not there
-- basis: Nghị định 224/2026/NĐ-CP, Điều 12 khoản 2
-- message.vi: trang {path}: liên kết “{text}” tới {href}, nhưng {target} không có phần nào mang id “{anchor}”
-- message.en: page {path}: the link “{text}” to {href}, yet nothing in {target} has the id “{anchor}”
-- cure.vi: sửa phần sau dấu # của địa chỉ, hoặc đặt id đó cho phần cần tới
-- cure.en: mend what stands behind # in the address, or give that id to the part
SELECT p.source_id, p.source_line, p.template AS file, p.path, l.href, l.text, l.target, l.anchor
FROM page_link l JOIN page p ON p.id = l.page JOIN page t ON t.path = l.target
WHERE l.anchor IS NOT NULL AND instr(t.ids, ' ' || l.anchor || ' ') = 0 AND lower(l.anchor) <> 'top'
ORDER BY p.path, l.position;
