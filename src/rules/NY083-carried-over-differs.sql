-- SPDX-License-Identifier: MIT
-- id: NY083
-- level: warning
-- name: what is carried over is not what was open
-- basis: suy từ biểu số II.06a, cột (6) và (11)
-- message.vi: số liệu {period} của {unit}: từ kỳ trước chuyển sang {has}, nhưng cuối kỳ trước đang giải quyết {wants}
-- message.en: figures of {unit} for {period}: {has} carried over, but {wants} were open at the end of the period before
-- cure.vi: sửa carried_over của kỳ này hoặc open_in_term, open_overdue của kỳ trước trong data/dossier-stats.csv
-- cure.en: mend carried_over of this period or open_in_term, open_overdue of the one before
SELECT f.source_id, f.source_line, f.has, f.wants,
  f.agency_code || CASE f.field_code WHEN '' THEN '' ELSE '/' || f.field_code END AS unit,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
WHERE f.fault = 'CARRY'
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n;
