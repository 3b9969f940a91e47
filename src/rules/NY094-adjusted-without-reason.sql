-- SPDX-License-Identifier: MIT
-- id: NY094
-- level: warning
-- name: dossiers adjusted without saying why
-- basis: suy từ yêu cầu công khai việc sửa số liệu do lỗi phần mềm
-- message.vi: số liệu {period} của {unit}: điều chỉnh {count} hồ sơ nhưng không nói lý do
-- message.en: figures of {unit} for {period}: {count} dossiers are adjusted without saying why
-- cure.vi: điền cột adjusted_reason trong data/dossier-stats.csv
-- cure.en: fill column adjusted_reason of data/dossier-stats.csv
SELECT source_id, source_line, adjusted_count AS count,
  agency_code || CASE field_code WHEN '' THEN '' ELSE '/' || field_code END AS unit,
  substr(days, 1, instr(days, ' (') - 1) AS period
FROM (SELECT d.*, period_vi(d.period_kind, d.year, d.n) AS days FROM dossier_stat d
  WHERE d.adjusted_count > 0 AND coalesce(trim(d.adjusted_reason), '') = ''
    AND EXISTS (SELECT 1 FROM period_part q WHERE q.kind = d.period_kind AND q.n = d.n))
ORDER BY agency_code, field_code, period_kind, year, n;
