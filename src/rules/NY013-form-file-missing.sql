-- SPDX-License-Identifier: MIT
-- id: NY013
-- level: error
-- name: form named without a file
-- basis: Nghị định 63/2010/NĐ-CP, Điều 25
-- message.vi: giấy tờ “{name}” của thủ tục {code} dẫn mẫu “{form_ref}” không có trong data/forms.csv
-- message.en: paper “{name}” of procedure {code} names form “{form_ref}”, which data/forms.csv does not have
-- cure.vi: thêm mẫu vào data/forms.csv hoặc bỏ cột form_ref ở dòng này
-- cure.en: add the form to data/forms.csv, or leave form_ref of this line empty
SELECT c.source_id, c.source_line, c.code, c.name, c.form_ref
FROM procedure_posted p JOIN component c ON c.code = p.code AND c.version = p.version
WHERE c.form_ref IS NOT NULL AND c.form_ref NOT IN (SELECT ref FROM form_file)
ORDER BY c.code, c.version, c.position;
