-- SPDX-License-Identifier: MIT
-- id: NY082c
-- level: error
-- name: a longer period that differs from its months
-- basis: suy từ biểu số II.06a: số liệu quý, năm là tổng các tháng
-- message.vi: số liệu {period} của {unit}: {column} ghi {has}, cộng các tháng là {wants}
-- message.en: figures of {unit} for {period}: {column} is {has}, the months come to {wants}
-- cure.vi: bỏ dòng của kỳ dài trong data/dossier-stats.csv (các tháng đã đủ để tự cộng), hoặc sửa cho khớp
-- cure.en: remove the line of the longer period from data/dossier-stats.csv, as its months are enough, or mend it
SELECT f.source_id, f.source_line, f.has, f.wants,
  f.agency_code || CASE f.field_code WHEN '' THEN '' ELSE '/' || f.field_code END AS unit,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period, substr(f.fault, 8) AS column
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
WHERE f.fault LIKE 'MONTHS\_%' ESCAPE '\'
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault;
