-- SPDX-License-Identifier: MIT
-- id: NY090
-- level: warning
-- name: complaints that do not add up
-- basis: suy từ báo cáo phản ánh, kiến nghị: đã trả lời và đang xử lý cộng lại là số tiếp nhận
-- message.vi: phản ánh, kiến nghị {period} của {unit}: {part} là {wants}, không khớp received là {has}
-- message.en: complaints of {unit} for {period}: {part} is {wants}, which does not go with received, {has}
-- cure.vi: answered_on_time + late + open phải bằng received, about_tthc không quá received; sửa dòng này trong data/pakn-stats.csv
-- cure.en: answered_on_time + late + open equals received, about_tthc is not above it; mend this line of data/pakn-stats.csv
SELECT source_id, source_line, received AS has, agency_code || '/' || channel AS unit,
  CASE WHEN about_tthc > received THEN about_tthc ELSE answered END AS wants,
  CASE WHEN about_tthc > received THEN 'about_tthc' ELSE 'answered_on_time + late + open' END AS part,
  substr(days, 1, instr(days, ' (') - 1) AS period
FROM (SELECT p.*, period_vi(p.period_kind, p.year, p.n) AS days,
    coalesce(answered_on_time, 0) + coalesce(late, 0) + coalesce(open, 0) AS answered
  FROM pakn_stat p
  WHERE EXISTS (SELECT 1 FROM period_part q WHERE q.kind = p.period_kind AND q.n = p.n))
WHERE about_tthc > received OR answered > received
  OR (answered < received AND answered_on_time + late + open IS NOT NULL)
ORDER BY agency_code, channel, period_kind, year, n;
