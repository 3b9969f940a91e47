-- SPDX-License-Identifier: MIT
-- id: NY013b
-- level: error
-- name: form without its file
-- basis: Nghị định 63/2010/NĐ-CP, Điều 25
-- message.vi: mẫu “{title}” ({ref}) chưa có tệp
-- message.en: form “{title}” ({ref}) has no file
-- cure.vi: đặt tệp vào assets/ và ghi đường dẫn ở cột path của data/forms.csv
-- cure.en: put the file into assets/ and its path into column path of data/forms.csv
SELECT f.source_id, f.source_line, f.ref, f.title
FROM form_file f
WHERE f.path IS NULL AND f.ref IN (SELECT c.form_ref FROM procedure_posted p
  JOIN component c ON c.code = p.code AND c.version = p.version)
ORDER BY f.ref;
