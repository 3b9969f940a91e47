-- SPDX-License-Identifier: MIT
-- id: NY023
-- level: note
-- name: announcing decision signed after its deadline
-- basis: Nghị định 63/2010/NĐ-CP, Điều 15
-- message.vi: quyết định {no} phải ký chậm nhất ngày {due}; ngày ký thực tế: {done}
-- message.en: decision {no} had to be signed by {due}; signed: {done}
-- cure.vi: lần sau trình ký sớm hơn; nếu ngày ghi sai thì sửa signed, law_effective_from, law_signed hoặc shortened trong data/decisions.csv
-- cure.en: have it signed earlier next time; if a day is wrong, mend signed, law_effective_from, law_signed or shortened in data/decisions.csv
SELECT source_id, source_line, object AS no, date_vi(due_day) AS due,
  CASE WHEN done_day IS NULL THEN t('deadline.not_done') ELSE date_vi(done_day) END AS done
FROM deadline WHERE id IN ('D-01', 'D-02', 'D-03') AND state IN ('MISSED', 'OVERDUE')
ORDER BY object;
