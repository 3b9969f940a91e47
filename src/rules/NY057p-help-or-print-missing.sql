-- SPDX-License-Identifier: MIT
-- id: NY057p
-- level: warning
-- needs: pages
-- name: page without help or without print
-- basis: Nghị định 118/2025/NĐ-CP, Điều 8 khoản 1; Luật Tiếp cận thông tin, Điều 18 khoản 3
-- message.vi: trang thủ tục {path} thiếu: {missing}
-- message.en: procedure page {path} lacks: {missing}
-- cure.vi: trong {file}: giữ khối trợ giúp (data-ny-block="help") và nút in (data-ny-block="print")
-- cure.en: in {file}: keep the block of help (data-ny-block="help") and the print button (data-ny-block="print")
SELECT p.source_id, p.source_line, p.template AS file, p.path,
  trim(CASE WHEN ' ' || p.blocks || ' ' LIKE '% help %' THEN '' ELSE 'help ' END
    || CASE WHEN ' ' || p.blocks || ' ' LIKE '% print %' THEN '' ELSE 'print' END) AS missing
FROM page p
WHERE p.medium = 'web' AND p.route = 'procedure'
  AND NOT (' ' || p.blocks || ' ' LIKE '% help %' AND ' ' || p.blocks || ' ' LIKE '% print %')
ORDER BY p.path;
