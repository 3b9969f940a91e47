-- SPDX-License-Identifier: MIT
-- id: NY093b
-- level: warning
-- name: a score that is not the sum of its components
-- basis: kiểm tra số học của chỉ số tính bằng tổng các thành phần
-- message.vi: chỉ số {index}, {period}: điểm chung ghi {stated}, nhưng {count} thành phần cộng lại là {sum}
-- message.en: index {index}, {period}: the whole is given as {stated}, but its {count} components come to {sum}
-- cure.vi: đối chiếu với nguồn, sửa điểm chung hoặc điểm thành phần trong data/index-scores.csv
-- cure.en: compare with the source; mend the whole or the components in data/index-scores.csv
-- Only where the parts can be added: all of them have a score, and the points that they can have
-- come to those of the whole. Each part may have been rounded by half a hundredth.
WITH part AS (SELECT c.index_code, c.component, CASE WHEN t.depth = 0 THEN '' ELSE c.parent END AS whole, c.scale_max
  FROM index_component c JOIN index_tree t ON t.index_code = c.index_code AND t.component = c.component),
added AS (SELECT p.index_code, p.whole, s.unit_code, s.period_kind, s.year, s.n, count(*) AS n_parts, sum(s.score) AS score,
    sum(coalesce(s.max_score, p.scale_max)) AS max, count(coalesce(s.max_score, p.scale_max)) AS n_max
  FROM part p JOIN index_score s ON s.index_code = p.index_code AND s.component = p.component AND s.score IS NOT NULL
  GROUP BY p.index_code, p.whole, s.unit_code, s.period_kind, s.year, s.n)
SELECT s.source_id, s.source_line, rtrim(s.index_code || ' ' || s.component) AS 'index', substr(period_vi(s.period_kind, s.year, s.n), 1, instr(period_vi(s.period_kind, s.year, s.n), ' (') - 1) AS period,
  num(s.score) AS stated, a.n_parts AS count, num(round(a.score, 4)) AS sum
FROM added a JOIN index_score s ON s.index_code = a.index_code AND s.component = a.whole AND s.unit_code = a.unit_code
  AND s.period_kind = a.period_kind AND s.year = a.year AND s.n = a.n
JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component
WHERE a.n_parts > 1 AND a.n_max = a.n_parts
  AND a.n_parts = (SELECT count(*) FROM part p WHERE p.index_code = a.index_code AND p.whole = a.whole)
  AND round(a.max * 100) = round(coalesce(s.max_score, c.scale_max) * 100)
  AND abs(round(s.score * 10000) - round(a.score * 10000)) > 50 * (a.n_parts + 1)
ORDER BY s.index_code, s.component, s.unit_code, s.period_kind, s.year, s.n;
