-- SPDX-License-Identifier: MIT
-- id: NY093
-- level: warning
-- name: a score outside its scale
-- basis: suy từ yêu cầu trích nguyên chỉ số của cơ quan, tổ chức khác
-- message.vi: điểm {score} của chỉ số {index}, {period}, nằm ngoài thang {low}–{high}
-- message.en: the score {score} of index {index}, {period}, is outside its scale {low}–{high}
-- cure.vi: đối chiếu với nguồn, sửa score hoặc max_score trong data/index-scores.csv, hoặc thang điểm trong data/index-components.csv
-- cure.en: compare with the source; mend score or max_score in data/index-scores.csv, or the scale in data/index-components.csv
SELECT s.source_id, s.source_line, num(s.score) AS score, rtrim(s.index_code || ' ' || s.component) AS 'index',
  substr(period_vi(s.period_kind, s.year, s.n), 1, instr(period_vi(s.period_kind, s.year, s.n), ' (') - 1) AS period, num(coalesce(c.scale_min, 0)) AS low,
  coalesce(num(min(coalesce(s.max_score, c.scale_max), coalesce(c.scale_max, s.max_score))), '…') AS high
FROM index_score s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
WHERE s.score < coalesce(c.scale_min, 0) OR s.score > s.max_score OR s.score > c.scale_max
ORDER BY s.index_code, s.component, s.unit_code, s.period_kind, s.year, s.n;
