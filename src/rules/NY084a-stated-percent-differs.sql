-- SPDX-License-Identifier: MIT
-- id: NY084a
-- level: warning
-- name: a stated percentage that its fraction does not give
-- basis: suy từ yêu cầu tính tỷ lệ theo một quy tắc làm tròn
-- message.vi: chỉ số {index}, {period}{unit}: nguồn ghi {stated}, nhưng {fraction} là {computed}
-- message.en: index {index}, {period}{unit}: the source says {stated}, but {fraction} is {computed}
-- cure.vi: xem lại num, den, percent của dòng này trong data/index-scores.csv; nếu nguồn ghi như vậy thì giữ nguyên, trang ghi dấu ≠ bên cạnh
-- cure.en: check num, den and percent of the line in data/index-scores.csv; keep them if the source has them so: the page marks it with ≠
SELECT s.source_id, s.source_line, rtrim(s.index_code || ' ' || s.component) AS 'index', substr(period_vi(s.kind, s.year, s.n), 1, instr(period_vi(s.kind, s.year, s.n), ' (') - 1) AS period,
  coalesce(', ' || coalesce(u.name, nullif(s.unit_code, '')), '') AS unit, s.percent_stated AS stated, s.fraction, s.percent AS computed
FROM index_score_text s LEFT JOIN index_unit_text u ON u.code = s.unit_code
WHERE s.is_percent_off
ORDER BY s.index_code, s.component, s.unit_code, s.kind, s.year, s.n;
