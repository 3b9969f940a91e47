-- SPDX-License-Identifier: MIT
-- id: NY006a
-- level: warning
-- name: number of a time limit without its unit
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ
-- message.vi: thời hạn của thủ tục {code} có con số mà không có đơn vị: “{short}”
-- message.en: a time limit of procedure {code} has a number and no unit: “{short}”
-- cure.vi: ghi rõ ngày, ngày làm việc, giờ hay tháng ở time_limit_unit hoặc time_limit_text của data/methods.csv
-- cure.en: say days, working days, hours or months in time_limit_text or time_limit_unit
WITH limits AS (
  SELECT code, version, position, time_limit_text, source_id, source_line FROM method
  UNION ALL SELECT code, version, position, time_limit_text, source_id, source_line FROM dossier_case)
SELECT l.source_id, l.source_line, l.code, substr(l.time_limit_text, 1, 80) AS short
FROM procedure_posted p JOIN limits l ON l.code = p.code AND l.version = p.version
WHERE l.time_limit_text GLOB '*[0-9]*'
  AND find_words(l.time_limit_text, 'ngày|giờ|tháng|năm|tuần|quý|phút|ngay|hàng năm|day|days|hours') IS NULL
  -- a calendar day (1/12), an article of law: no length of time at all
  AND NOT l.time_limit_text GLOB '*[0-9]/[0-9]*' AND find_words(l.time_limit_text, 'điều|khoản') IS NULL
ORDER BY l.code, l.version, l.position;
