-- SPDX-License-Identifier: MIT
-- id: NY081
-- level: error
-- name: figures that do not say of which day and system they are
-- basis: Thông tư 01/2020/TT-VPCP, biểu số II.06a
-- message.vi: số liệu {period} của {agency} thiếu: {missing}
-- message.en: figures of {agency} for {period} lack: {missing}
-- cure.vi: điền các cột này ở mọi dòng của kỳ trong data/dossier-stats.csv: ngày lấy số liệu, hệ thống cung cấp
-- cure.en: fill these columns in each line of the period in data/dossier-stats.csv
SELECT source_id, min(source_line) AS source_line, agency_code AS agency,
  substr(days, 1, instr(days, ' (') - 1) AS period,
  trim(CASE WHEN count(data_asof) < count(*) THEN 'data_asof ' ELSE '' END
    || CASE WHEN count(source_system) < count(*) THEN 'source_system' ELSE '' END) AS missing
FROM (SELECT d.*, period_vi(d.period_kind, d.year, d.n) AS days FROM dossier_stat d
  WHERE (data_asof IS NULL OR source_system IS NULL)
    AND EXISTS (SELECT 1 FROM period_part q WHERE q.kind = d.period_kind AND q.n = d.n))
GROUP BY agency_code, period_kind, year, n
ORDER BY agency_code, year, period_kind, n;
