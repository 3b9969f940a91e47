-- SPDX-License-Identifier: MIT
-- id: NY007
-- level: warning
-- name: time limit beyond the statutory one
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ
-- message.vi: thời hạn {limit} của thủ tục {code} dài hơn thời hạn theo luật {statutory}
-- message.en: the limit of {limit} of procedure {code} is longer than the statutory {statutory}
-- cure.vi: đối chiếu quyết định công bố rồi sửa time_limit_value hoặc time_limit_statutory_value trong data/methods.csv
-- cure.en: compare with the announcing decision and mend time_limit_value or time_limit_statutory_value of data/methods.csv
SELECT m.source_id, m.source_line, m.code, m.time_limit_value AS "limit",
  m.time_limit_statutory_value AS statutory
FROM procedure_posted p JOIN method m ON m.code = p.code AND m.version = p.version
WHERE m.time_limit_value > m.time_limit_statutory_value
ORDER BY m.code, m.version, m.position;
