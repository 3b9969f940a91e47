-- SPDX-License-Identifier: MIT
-- id: NY069a
-- level: warning
-- name: Vietnamese without its marks
-- basis: Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: {code}, cột {part}: chữ Việt không dấu: “{short}”
-- message.en: {code}, column {part}: Vietnamese without its marks: “{short}”
-- cure.vi: gõ lại ô này có dấu; nếu cả tệp mất dấu thì tìm bản gốc rồi nhập lại
-- cure.en: type this cell again with its marks; when a whole file lost them, import its original again
SELECT t.source_id, t.source_line, t.code, t.part, substr(t.text, 1, 80) AS short
FROM text_posted t
WHERE t.part IN ('name', 'title', 'summary', 'address', 'deciding_agency', 'executing_agency')
  AND CASE WHEN length(t.text) < 300 THEN t.text NOT GLOB '*[^ -~]*' AND find_words(t.text, 'thu tuc|dang ky|giay|ho so|cap|cong|to khai|quyet dinh|chung|nguoi|nhan|don de nghi|'
    || 'uy ban|so|xa|phuong|tinh|cua|va|bien ban|hop dong|ban sao|don|the') IS NOT NULL END
ORDER BY t.source_id, t.source_line, t.part;
