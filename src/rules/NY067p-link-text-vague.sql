-- SPDX-License-Identifier: MIT
-- id: NY067p
-- level: error
-- needs: pages
-- name: link text that says nothing
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5; WCAG 2.4.4
-- message.vi: trang {path}: liên kết tới {href} chỉ ghi “{text}”
-- message.en: page {path}: the link to {href} only says “{text}”
-- cure.vi: viết vào liên kết tên của nơi nó dẫn tới; sửa ở {file} hoặc ở văn bản của trang
-- cure.en: write into the link the name of what it leads to; in {file} or in the page's text
-- What the office itself has written is NY067, with the line.
-- Few of the many links have one of these words at all; their texts alone are folded.
WITH vague AS MATERIALIZED (SELECT page, position, href, text FROM page_link
    WHERE length(text) BETWEEN 2 AND 24
      AND find_words(text, 'đây|thêm|tiếp|tiết|kết|day|them|tiep|tiet|ket|link|here|more') IS NOT NULL
      AND fold(trim(text, ' .:…>»→')) IN ('tai day', 'xem tai day', 'o day', 'day', 'vao day', 'bam vao day',
        'nhan vao day', 'bam day', 'xem them', 'xem tiep', 'chi tiet', 'xem chi tiet', 'tiep', 'link', 'lien ket',
        'click here', 'here', 'more', 'read more')),
  written AS MATERIALIZED (SELECT source_id, text FROM text_posted WHERE instr(text, ']('))
SELECT p.source_id, p.source_line, p.template AS file, p.path, l.href, l.text
FROM vague l JOIN page p ON p.id = l.page
WHERE NOT EXISTS (SELECT 1 FROM written w WHERE w.source_id = p.source_id AND instr(w.text, '[' || l.text || ']('))
ORDER BY p.path, l.position;
