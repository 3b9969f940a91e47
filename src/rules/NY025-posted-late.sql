-- SPDX-License-Identifier: MIT
-- id: NY025
-- level: warning
-- name: posted after it came into force
-- basis: Nghị định 63/2010/NĐ-CP, Điều 16 và 17
-- basis: Nghị định 224/2026/NĐ-CP, Điều 9 khoản 3 [2026-07-01 ..]
-- message.vi: thủ tục {code} phải niêm yết chậm nhất ngày có hiệu lực {begins}; ngày niêm yết thực tế: {done}
-- message.en: procedure {code} had to be posted by {begins}, the day it came into force; posted: {done}
-- cure.vi: niêm yết ngay; lần sau chậm nhất vào ngày có hiệu lực; nếu ngày ghi sai thì sửa posted_since, valid_from
-- cure.en: post it at once, next time on the day it comes into force at the latest; if a day is wrong, mend posted_since or valid_from
-- Once the ledger has it, lateness is history, which nobody can mend: the view deadline keeps it.
SELECT source_id, source_line, object AS code, date_vi(event_day) AS begins,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id = 'D-07' AND (state = 'OVERDUE'
  OR state = 'MISSED' AND NOT EXISTS (SELECT 1 FROM ledger))
ORDER BY object, source_line;
