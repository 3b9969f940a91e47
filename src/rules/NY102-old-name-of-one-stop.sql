-- SPDX-License-Identifier: MIT
-- id: NY102
-- level: warning
-- name: one-stop unit called by a name of the past
-- basis: Nghị định 118/2025/NĐ-CP, Điều 7 [2025-07-01 ..]
-- message.vi: “{name}” gọi nơi tiếp nhận hồ sơ theo tên cũ
-- message.en: “{name}” calls the one-stop unit by a name of the past
-- cure.vi: sửa ô này theo tên hiện nay của cơ quan, ví dụ Trung tâm Phục vụ hành chính công
-- cure.en: use its name of today, Trung tâm Phục vụ hành chính công for example
WITH called AS (
  SELECT a.code, a.name, g.source_id, g.source_line FROM agency_now a JOIN agency g ON g.code = a.code
  UNION ALL SELECT code, name, source_id, source_line FROM reception_point_now
  UNION ALL SELECT key, value, source_id, source_line FROM setting WHERE key IN ('title', 'description'))
SELECT c.source_id, c.source_line, c.name
FROM called c
WHERE find_words(c.name, 'bộ phận tiếp nhận và trả kết quả|bộ phận tn&tkq|bộ phận tn và tkq|'
  || 'bộ phận một cửa|trung tâm hành chính công') IS NOT NULL
ORDER BY c.code, c.source_id;
