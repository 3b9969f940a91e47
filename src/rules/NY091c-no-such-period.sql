-- SPDX-License-Identifier: MIT
-- id: NY091c
-- level: error
-- name: a period that does not exist
-- basis: Nghị định 09/2019/NĐ-CP, Điều 12
-- message.vi: không có kỳ {kind} thứ {n} trong năm {year}; dòng này của {agency} không được tính
-- message.en: there is no {kind} number {n} in {year}; this line of {agency} does not count
-- cure.vi: n là tháng 1–12, quý 1–4, nửa năm 1–2; kỳ 9 tháng và cả năm thì n là 1 hoặc để trống
-- cure.en: n is a month 1 to 12, a quarter 1 to 4, a half 1 or 2; of nine months and a year it is 1 or left out
SELECT r.source_id, r.source_line, r.agency_code AS agency, r.period_kind AS kind, r.year, r.n
FROM (SELECT source_id, source_line, agency_code, period_kind, year, n FROM dossier_stat
  UNION ALL SELECT source_id, source_line, agency_code, period_kind, year, n FROM pakn_stat
  UNION ALL SELECT source_id, source_line, unit_code, period_kind, year, n FROM index_score) r
WHERE NOT EXISTS (SELECT 1 FROM period_part q WHERE q.kind = r.period_kind AND q.n = r.n)
ORDER BY r.source_id, r.source_line;
