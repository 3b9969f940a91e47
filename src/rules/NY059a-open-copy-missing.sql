-- SPDX-License-Identifier: MIT
-- id: NY059a
-- level: note
-- needs: pages
-- name: no copy of the list that machines can read
-- basis: Luật Tiếp cận thông tin, Điều 19 khoản 3; Nghị định 224/2026/NĐ-CP, Điều 11 khoản 5
-- message.vi: trang chưa đăng {path}
-- message.en: the site does not post {path}
-- cure.vi: bỏ mẫu riêng của cơ quan đã thay mẫu có sẵn của tệp này trong templates/
-- cure.en: remove the template of your own in templates/ that took the place of this file's
SELECT NULL AS source_id, NULL AS source_line, w.path
FROM (SELECT 'du-lieu/thu-tuc.csv' AS path UNION ALL SELECT 'du-lieu/thu-tuc.json'
  UNION ALL SELECT 'sitemap.xml' FROM setting WHERE key = 'url' AND value <> '') w
WHERE NOT EXISTS (SELECT 1 FROM site_file f WHERE f.path = w.path)
ORDER BY w.path;
