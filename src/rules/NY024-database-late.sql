-- SPDX-License-Identifier: MIT
-- id: NY024
-- level: note
-- name: decision entered late into the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 24 khoản 2
-- message.vi: quyết định {no} phải vào Cơ sở dữ liệu quốc gia chậm nhất ngày {due}; ngày vào thực tế: {done}
-- message.en: decision {no} had to be in the national database by {due}; done: {done}
-- cure.vi: nhập thủ tục vào Cơ sở dữ liệu quốc gia rồi ghi ngày đó ở db_published trong data/decisions.csv
-- cure.en: enter its procedures into the national database, then put the day into db_published of data/decisions.csv
SELECT source_id, source_line, object AS no, date_vi(due_day) AS due,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id IN ('D-04', 'D-05', 'D-06') AND state IN ('MISSED', 'OVERDUE')
ORDER BY object;
