-- SPDX-License-Identifier: MIT
-- id: NY091a
-- level: warning
-- name: figures of a period that has not closed
-- basis: Nghị định 09/2019/NĐ-CP, Điều 12
-- message.vi: số liệu {period} của {agency} chưa được tính: kỳ ấy đến hết ngày {last} mới chốt
-- message.en: figures of {agency} for {period} do not count yet: that period closes after {last}
-- cure.vi: xem lại period_kind, year, n của dòng này, hoặc dựng trang sau ngày chốt số liệu
-- cure.en: look at period_kind, year and n of this line, or build after the closing day
-- Periods that do not exist (NY091c) first: period_to refuses them.
WITH reported AS MATERIALIZED (SELECT * FROM (
    SELECT source_id, source_line, agency_code, period_kind, year, n FROM dossier_stat
    UNION ALL SELECT source_id, source_line, agency_code, period_kind, year, n FROM pakn_stat) r
  WHERE EXISTS (SELECT 1 FROM period_part q WHERE q.kind = r.period_kind AND q.n = r.n))
SELECT source_id, min(source_line) AS source_line, agency_code AS agency,
  substr(days, 1, instr(days, ' (') - 1) AS period, date_vi(last_day) AS last
FROM (SELECT *, period_vi(period_kind, year, n) AS days, period_to(period_kind, year, n) AS last_day FROM reported)
WHERE last_day >= build_date()
GROUP BY source_id, agency_code, period_kind, year, n
ORDER BY agency_code, period_kind, year, n, source_id;
