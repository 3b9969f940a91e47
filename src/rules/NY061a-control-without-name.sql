-- SPDX-License-Identifier: MIT
-- id: NY061a
-- level: error
-- needs: pages
-- name: control, frame or link without a name
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} có {n} ô nhập, nút, khung hoặc liên kết không có tên để đọc thành lời, ví dụ {first}
-- message.en: page {path} has {n} fields, buttons, frames or links without a name that can be read aloud, {first} for example
-- cure.vi: trong {file}: thêm <label for>, chữ trong nút, hoặc aria-label
-- cure.en: in {file}: add <label for>, text in the button, or aria-label
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.unnamed AS n, p.first_unnamed AS first
FROM page p
WHERE p.unnamed > 0
ORDER BY p.path;
