-- SPDX-License-Identifier: MIT
-- id: NY063a
-- level: error
-- needs: pages
-- name: heading level skipped
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path}: các cấp tiêu đề {levels} nhảy cóc
-- message.en: page {path}: the heading levels {levels} skip one
-- cure.vi: trong {file}: sau h2 là h3, không phải h4; chữ to nhỏ là việc của CSS
-- cure.en: in {file}: after h2 comes h3, not h4; size is the style sheet's business
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.levels
FROM page p
WHERE p.levels GLOB '*1[3-6]*' OR p.levels GLOB '*2[4-6]*' OR p.levels GLOB '*3[56]*' OR p.levels GLOB '*46*'
ORDER BY p.path;
