-- SPDX-License-Identifier: MIT
-- id: NY025a
-- level: warning
-- name: document posted late
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4
-- message.vi: trang {path} đề ngày {made} phải đăng chậm nhất ngày {due}; ngày đăng thực tế: {done}
-- message.en: page {path}, dated {made}, had to be posted by {due}; done: {done}
-- cure.vi: đăng ngay; nếu ngày ghi sai thì sửa doc_date, posted_from
-- cure.en: post it at once; if a day is wrong, mend doc_date or posted_from
SELECT source_id, source_line, object AS path, date_vi(event_day) AS made, date_vi(due_day) AS due,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id = 'D-08' AND state IN ('MISSED', 'OVERDUE')
ORDER BY object;
