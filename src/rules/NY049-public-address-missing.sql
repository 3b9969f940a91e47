-- SPDX-License-Identifier: MIT
-- id: NY049
-- level: error
-- name: public address missing
-- basis: Luật Tiếp cận thông tin, Điều 19; Nghị định 224/2026/NĐ-CP, Điều 11
-- message.vi: chưa có địa chỉ công khai của trang (url trong site.yml)
-- message.en: the site has no public address (url in site.yml)
-- cure.vi: thêm dòng url: https://... vào site.yml
-- cure.en: add a line url: https://... to site.yml
SELECT NULL AS source_id, NULL AS source_line
WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'url' AND value LIKE 'http%');
