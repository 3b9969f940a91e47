-- SPDX-License-Identifier: MIT
-- id: NY069
-- level: warning
-- name: debris of an old encoding or of a scan
-- basis: Nghị định 43/2011/NĐ-CP, Điều 7 [.. 2022-08-15]
-- basis: Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: {code}, cột {part}: chữ như còn ở bảng mã cũ (TCVN3, VNI) hay do máy quét đọc sai: “{words}”
-- message.en: {code}, column {part}: letters seem to be of an old encoding (TCVN3, VNI) or misread by a scanner: “{words}”
-- cure.vi: gõ lại đoạn này bằng Unicode, hoặc chuyển mã tệp gốc rồi nhập lại
-- cure.en: type the passage anew in Unicode, or convert the source file and import it again
SELECT t.source_id, t.source_line, t.code, t.part, find_garbled(t.text) AS words
FROM text_posted t
WHERE words IS NOT NULL
ORDER BY t.source_id, t.source_line, t.part;
