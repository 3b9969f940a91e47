-- SPDX-License-Identifier: MIT
-- id: NY106
-- level: warning
-- name: “no information” in place of content
-- basis: Cơ sở dữ liệu quốc gia về thủ tục hành chính: giá trị rỗng khi xuất dữ liệu
-- message.vi: {code}, cột {part}: “{text}” nghĩa là chưa biết, không phải nội dung
-- message.en: {code}, column {part}: “{text}” says that nothing is known, it is no content
-- cure.vi: điền nội dung, hoặc để ô trống; “không có theo quy định” thì dùng cột có đuôi _none (fee_none, dossier_none, requirements_none...)
-- cure.en: fill in the content, or leave the cell empty; for “none by law” use a column that ends in _none (fee_none, dossier_none, requirements_none...)
SELECT t.source_id, t.source_line, t.code, t.part, t.text
FROM text_posted t
WHERE length(t.text) < 30 AND t.part NOT IN ('steps_md', 'body_md')
  AND rtrim(fold(trim(t.text)), ' .;,') IN (SELECT rtrim(word, ' .;,') FROM sentinel)
ORDER BY t.source_id, t.source_line, t.part;
