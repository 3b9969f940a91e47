-- SPDX-License-Identifier: MIT
-- id: NY082a
-- level: error
-- name: a part that exceeds its whole
-- basis: suy từ biểu số II.06a: tỷ lệ không quá 100%
-- message.vi: số liệu {period} của {unit}: {part} là {wants}, nhiều hơn {whole} là {has}
-- message.en: figures of {unit} for {period}: {part} is {wants}, more than {whole}, which is {has}
-- cure.vi: sửa một trong hai cột ở dòng này của data/dossier-stats.csv
-- cure.en: mend one of the two columns in this line of data/dossier-stats.csv
SELECT f.source_id, f.source_line, f.has, f.wants,
  f.agency_code || CASE f.field_code WHEN '' THEN '' ELSE '/' || f.field_code END AS unit,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period,
  CASE f.fault WHEN 'PART_sat_rated' THEN 'sat_very + sat_satisfied + sat_neutral + sat_unsatisfied'
    ELSE substr(f.fault, 6) END AS part,
  CASE substr(f.fault, 6) WHEN 'returned' THEN 'done_total' WHEN 'suspended' THEN 'open_total'
    WHEN 'digit_done' THEN 'digit_due' WHEN 'results_digital' THEN 'results_issued'
    WHEN 'reuse_done' THEN 'recv_online + recv_direct + recv_postal' WHEN 'paid_online' THEN 'fee_dossiers'
    WHEN 'payments_cashless' THEN 'payments' WHEN 'sat_rated' THEN 'sat_asked'
    WHEN 'home_done' THEN 'home_booked' WHEN 'post_returned' THEN 'results_issued'
    WHEN 'procedures_simplified' THEN 'procedures_total' ELSE 'docs_issued' END AS whole
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
WHERE f.fault LIKE 'PART\_%' ESCAPE '\' AND f.is_grave
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault;
