-- SPDX-License-Identifier: MIT
-- id: NY084b
-- level: warning
-- name: points that the fraction behind them does not give
-- basis: suy từ Quyết định 766/QĐ-TTg: điểm bằng tỷ lệ nhân điểm tối đa
-- message.vi: chỉ số {index}, {period}{unit}: nguồn chấm {stated} điểm, nhưng {fraction} của {max} điểm là {computed}
-- message.en: index {index}, {period}{unit}: the source gives {stated} points, but {fraction} of {max} points is {computed}
-- cure.vi: xem lại num, den, score, max_score của dòng này và full_at_percent của thành phần; nếu nguồn chấm như vậy thì giữ nguyên, trang ghi dấu ≠ bên cạnh
-- cure.en: check num, den, score and max_score of the line and full_at_percent of the component; keep them if the source has them so: the page marks it with ≠
SELECT s.source_id, s.source_line, rtrim(s.index_code || ' ' || s.component) AS 'index', substr(period_vi(s.kind, s.year, s.n), 1, instr(period_vi(s.kind, s.year, s.n), ' (') - 1) AS period,
  coalesce(', ' || coalesce(u.name, nullif(s.unit_code, '')), '') AS unit, num(s.score) AS stated, s.fraction, s.max_text AS max, s.recomputed_text AS computed
FROM index_score_text s LEFT JOIN index_unit_text u ON u.code = s.unit_code
WHERE s.is_points_off
ORDER BY s.index_code, s.component, s.unit_code, s.kind, s.year, s.n;
