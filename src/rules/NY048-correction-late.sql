-- SPDX-License-Identifier: MIT
-- id: NY048
-- level: warning
-- name: reported mistake corrected late
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 22 khoản 4
-- message.vi: đính chính {path}: sai sót được báo ngày {reported} phải trả lời chậm nhất ngày {due}; ngày trả lời thực tế: {done}
-- message.en: correction {path}: what was reported on {reported} had to be answered by {due}; done: {done}
-- cure.vi: đính chính và đăng ngay; nếu ngày ghi sai thì sửa reported, posted_from của trang
-- cure.en: correct and post it at once; if a day is wrong, mend reported or posted_from of the page
SELECT source_id, source_line, object AS path, date_vi(event_day) AS reported, date_vi(due_day) AS due,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id = 'D-10' AND state IN ('MISSED', 'OVERDUE')
ORDER BY object;
