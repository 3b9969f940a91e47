-- SPDX-License-Identifier: MIT
-- id: NY058
-- level: note
-- name: planned outage told late
-- basis: Nghị định 224/2026/NĐ-CP, Điều 13 khoản 1 điểm a [2026-07-01 ..]
-- message.vi: tạm dừng {path} từ {starts} phải báo chậm nhất ngày {due}; ngày báo thực tế: {done}
-- message.en: outage {path} from {starts} had to be told by {due}; done: {done}
-- cure.vi: lần sau báo sớm hơn; sự cố không biết trước thì đặt kind là INFO
-- cure.en: tell it earlier next time; one that nobody could foresee is of kind INFO
SELECT source_id, source_line, object AS path, date_vi(event_day) AS starts, date_vi(due_day) AS due,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id = 'D-11' AND state IN ('MISSED', 'OVERDUE')
ORDER BY object;
