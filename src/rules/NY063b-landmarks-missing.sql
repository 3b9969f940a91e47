-- SPDX-License-Identifier: MIT
-- id: NY063b
-- level: error
-- needs: pages
-- name: landmarks or skip link missing
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: trang {path} thiếu: {missing}
-- message.en: page {path} lacks: {missing}
-- cure.vi: dùng khung trang có sẵn (layouts/web), hoặc thêm các phần này vào {file}
-- cure.en: use the layout that is there (layouts/web), or add these parts to {file}
SELECT p.source_id, p.source_line, p.template AS file, p.path,
  trim(CASE WHEN p.mains = 1 THEN '' ELSE 'main ' END || CASE WHEN p.headers THEN '' ELSE 'header ' END
    || CASE WHEN p.navs THEN '' ELSE 'nav ' END || CASE WHEN p.footers THEN '' ELSE 'footer ' END
    || CASE WHEN p.has_skip THEN '' ELSE 'skip-link' END) AS missing
FROM page p
WHERE p.medium = 'web' AND p.is_redirect = 0 AND p.route <> 'not-found'
  AND NOT (p.mains = 1 AND p.headers AND p.navs AND p.footers AND p.has_skip)
ORDER BY p.path;
