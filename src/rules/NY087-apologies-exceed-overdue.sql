-- SPDX-License-Identifier: MIT
-- id: NY087
-- level: warning
-- name: more apologies than dossiers past their day
-- basis: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9, nay là Nghị định 118/2025/NĐ-CP
-- message.vi: số liệu {period} của {unit}: {part} là {wants}, nhiều hơn {whole} là {has}
-- message.en: figures of {unit} for {period}: {part} is {wants}, more than {whole}, which is {has}
-- cure.vi: mỗi hồ sơ quá hạn chỉ tính một văn bản xin lỗi; sửa dòng này trong data/dossier-stats.csv
-- cure.en: count one letter for each dossier past its day; mend this line of data/dossier-stats.csv
SELECT f.source_id, f.source_line, f.has, f.wants,
  f.agency_code || CASE f.field_code WHEN '' THEN '' ELSE '/' || f.field_code END AS unit,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period, substr(f.fault, 6) AS part,
  CASE WHEN f.fault = 'PART_apology_sent' AND d.apology_due IS NOT NULL THEN 'apology_due'
    ELSE 'done_late + open_overdue' END AS whole
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
JOIN dossier_stat d USING (agency_code, field_code, period_kind, year, n)
WHERE f.fault IN ('PART_apology_due', 'PART_apology_sent')
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault;
