-- SPDX-License-Identifier: MIT
-- id: NY082
-- level: error
-- name: a row of the form that does not add up
-- basis: Thông tư 01/2020/TT-VPCP, biểu số II.06a, cột (3) đến (13)
-- message.vi: số liệu {period} của {unit}: {whole} là {has}, nhưng {parts} là {wants}
-- message.en: figures of {unit} for {period}: {whole} is {has}, but {parts} is {wants}
-- cure.vi: đối chiếu với sổ theo dõi, sửa dòng này trong data/dossier-stats.csv; cột tổng để trống thì được tự cộng
-- cure.en: compare with the register and mend this line of data/dossier-stats.csv; totals may be left empty
SELECT f.source_id, f.source_line, f.has, f.wants,
  f.agency_code || CASE f.field_code WHEN '' THEN '' ELSE '/' || f.field_code END AS unit,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period,
  CASE f.fault WHEN 'DIRECT' THEN 'recv_direct_postal' WHEN 'DONE' THEN 'done_total'
    WHEN 'OPEN' THEN 'open_total' ELSE 'recv_total' END AS whole,
  CASE f.fault WHEN 'RECV' THEN 'recv_online + recv_direct + recv_postal + carried_over'
    WHEN 'DIRECT' THEN 'recv_direct + recv_postal' WHEN 'DONE' THEN 'done_early + done_on_time + done_late'
    WHEN 'OPEN' THEN 'open_in_term + open_overdue' ELSE 'done_total + open_total' END AS parts
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
WHERE f.fault IN ('RECV', 'DIRECT', 'DONE', 'OPEN', 'BALANCE')
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault;
