-- SPDX-License-Identifier: MIT
-- id: NY013c
-- level: warning
-- name: form that is only an image
-- basis: Nghị định 63/2010/NĐ-CP, Điều 25
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 5
-- message.vi: mẫu “{title}” ({ref}) chỉ là hình ảnh: {path}
-- message.en: form “{title}” ({ref}) is only an image: {path}
-- cure.vi: thay bằng tệp điền được (docx, rtf, odt hoặc PDF có chữ) trong assets/
-- cure.en: replace it by a file that can be filled in (docx, rtf, odt, PDF with text) in assets/
SELECT f.source_id, f.source_line, f.ref, f.title, f.path
FROM form_file f
WHERE lower(f.path) GLOB '*.jpg' OR lower(f.path) GLOB '*.jpeg' OR lower(f.path) GLOB '*.png'
  OR lower(f.path) GLOB '*.gif' OR lower(f.path) GLOB '*.webp' OR lower(f.path) GLOB '*.tif*'
ORDER BY f.ref;
