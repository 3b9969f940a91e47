-- SPDX-License-Identifier: MIT
-- id: NY087a
-- level: note
-- name: dossiers past their day, and no count of apologies
-- basis: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9, nay là Nghị định 118/2025/NĐ-CP
-- message.vi: {agency} có {late} hồ sơ quá hạn trong {period} nhưng không ghi số văn bản xin lỗi
-- message.en: {agency} has {late} dossiers past their day in {period} but does not count letters of apology
-- cure.vi: điền cột apology_sent trong data/dossier-stats.csv; chưa gửi văn bản nào thì ghi 0
-- cure.en: fill column apology_sent of data/dossier-stats.csv; 0 where none was sent
SELECT d.source_id, d.source_line, d.agency_code AS agency, d.late,
  substr(d.days, 1, instr(d.days, ' (') - 1) AS period
FROM (SELECT r.*, s.apology_sent AS known,
    coalesce(s.done_late, 0) + coalesce(s.open_overdue, 0) AS late,
    period_vi(s.kind, s.year, s.n) AS days
  FROM stat s JOIN dossier_stat r ON r.agency_code = s.agency_code AND r.period_kind = s.kind
    AND r.year = s.year AND r.n = s.n
  WHERE s.field_code = '' AND s.kind IN ('MONTH', 'CALENDAR_MONTH')
    AND (s.year, s.n) = (SELECT x.year, x.n FROM stat x WHERE x.agency_code = '' AND x.field_code = ''
      AND x.kind = s.kind ORDER BY x.year DESC, x.n DESC LIMIT 1)
    AND r.field_code = (SELECT min(m.field_code) FROM dossier_stat m WHERE m.agency_code = r.agency_code
      AND m.period_kind = r.period_kind AND m.year = r.year AND m.n = r.n)) d
WHERE d.known IS NULL AND d.late > 0
ORDER BY d.agency_code, d.period_kind, d.year, d.n;
