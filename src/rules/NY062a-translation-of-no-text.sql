-- SPDX-License-Identifier: MIT
-- id: NY062a
-- level: note
-- name: translation of a text that stands nowhere
-- basis: WCAG 3.1.2; Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: không có chỗ nào ghi “{short}”: bản dịch này không được dùng
-- message.en: “{short}” stands nowhere: this translation is not used
-- cure.vi: chép lại nguyên văn chữ đang niêm yết vào cột text, hoặc xóa dòng
-- cure.en: copy the text as it is posted now into the column text, or take the line out
-- White space does not count. Beside the words of the tables: settings, and what is cut out of a cell.
WITH said(text) AS (
  SELECT text FROM words UNION ALL SELECT value FROM setting UNION ALL SELECT value FROM channel UNION ALL SELECT legal_doc FROM target
  UNION ALL SELECT formula FROM fee UNION ALL SELECT unit FROM fee
  UNION ALL SELECT substr(unit, 1 + instr(unit, '/')) FROM fee
  UNION ALL SELECT trim(j.value) FROM article a, json_each('[' || replace(json_text(coalesce(a.addressee, '') || ';'
    || coalesce(a.recipients, '') || ';' || coalesce(a.authority, '')), ';', '","') || ']') j),
bare(text) AS MATERIALIZED (
  SELECT DISTINCT replace(replace(replace(text, ' ', ''), char(9), ''), char(10), '') FROM said WHERE text IS NOT NULL)
SELECT source_id, source_line, substr(text, 1, 80) AS short FROM translation
WHERE replace(replace(replace(text, ' ', ''), char(9), ''), char(10), '') NOT IN (SELECT text FROM bare)
ORDER BY source_id, source_line;
