-- SPDX-License-Identifier: MIT
-- id: NY013a
-- level: warning
-- name: form named in words only
-- basis: Nghị định 63/2010/NĐ-CP, Điều 25
-- message.vi: giấy tờ “{short}” của thủ tục {code} theo mẫu nhưng không dẫn tệp mẫu
-- message.en: paper “{short}” of procedure {code} is to follow a form, but no file of the form is named
-- cure.vi: thêm mẫu vào data/forms.csv rồi dẫn ở cột form_ref của data/components.csv
-- cure.en: add the form to data/forms.csv and name it in column form_ref of data/components.csv
SELECT c.source_id, c.source_line, c.code, substr(c.name, 1, 80) AS short
FROM procedure_posted p JOIN component c ON c.code = p.code AND c.version = p.version
WHERE c.kind = 'PAPER' AND c.form_ref IS NULL
  AND (find_words(c.name || ' ' || coalesce(c.note, ''), 'theo mẫu|mẫu theo|mẫu tại|mẫu ban hành|mẫu số|mẫu đơn|mẫu tờ khai|biểu mẫu',
      'không theo mẫu|ảnh mẫu|hàng mẫu') IS NOT NULL
    -- "Phiếu ... (Mẫu B35 ...)", "- Tờ khai ...", "Mẫu 01: ..."
    OR (instr(c.name, 'ẫu ') AND c.name GLOB '*([Mm]ẫu [0-9A-ZĐ]*')
    OR (ltrim(c.name, ' -+*.,()0123456789') GLOB '[Tt]ờ khai*'
      -- one that customs gives back, brought along as a copy
      AND NOT (find_words(c.name, 'hải quan') IS NOT NULL AND (c.copy_qty > 0 OR find_words(c.name, 'bản sao') IS NOT NULL)))
    OR ltrim(c.name, ' -+*.,()0123456789') GLOB '[Mm]ẫu [0-9A-ZĐ]*')
ORDER BY c.code, c.version, c.position;
