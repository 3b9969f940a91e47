-- SPDX-License-Identifier: MIT
-- id: NY104p
-- level: error
-- needs: pages
-- name: page does not say how old its data are
-- basis: Luật Tiếp cận thông tin, Điều 18 khoản 4
-- message.vi: trang {path} không ghi ngày của dữ liệu
-- message.en: page {path} does not give the date of its data
-- cure.vi: trong {file}: đưa lại phần components/data-stamp, hoặc ghi ngày trong thẻ có data-ny-block="stamp"
-- cure.en: in {file}: put components/data-stamp back, or give the day in an element with data-ny-block="stamp"
SELECT p.source_id, p.source_line, p.template AS file, p.path
FROM page p JOIN language g ON g.lang = p.language
WHERE p.medium = 'web' AND p.route IN ('procedure', 'field', 'a-z', 'a-z-letter', 'fees', 'fees-field', 'life-event')
  AND ' ' || p.blocks || ' ' NOT LIKE '% stamp %'
  AND (p.route = 'procedure' OR EXISTS (SELECT 1 FROM page_link l JOIN procedure_posted q
    ON q.code_national = substr(l.target, length(g.folder) + 9, length(l.target) - length(g.folder) - 13)
    WHERE l.page = p.id AND l.target GLOB g.folder || 'thu-tuc/*.html' AND q.data_date IS NOT NULL))
ORDER BY p.path;
