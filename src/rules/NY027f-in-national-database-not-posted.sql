-- SPDX-License-Identifier: MIT
-- id: NY027f
-- level: note
-- name: procedure of the national database that is not posted
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: Cơ sở dữ liệu quốc gia có thủ tục {code} “{short}” ({at}) mà cơ quan không niêm yết; cơ quan niêm yết {both} trong {there} thủ tục cùng lĩnh vực, cùng cấp của bản xuất, {both_all} trong {all} thủ tục của cả bản xuất
-- message.en: the national database has procedure {code} “{short}” ({at}), which the office does not post; it posts {both} of the {there} of the export that have its field and level, {both_all} of all {all}
-- cure.vi: nếu thủ tục thuộc thẩm quyền hoặc được tiếp nhận tại cơ quan thì thêm vào data/ (niemyet import đọc được bản xuất này)
-- cure.en: if the office decides it or takes it in, add it to data/ (niemyet import reads this export)
-- The export may be of the whole country or of another office too: told is what lacks in a field and
-- level of which the office posts at least three quarters, or in an export of which it does.
WITH theirs AS (
  SELECT n.code, n.code_national, n.name, coalesce(n.field_code, '') AS field_code,
    coalesce(n.level, '') AS level,
    n.code_national IN (SELECT code_national FROM procedure_posted) AS is_here
  FROM national.procedure_posted n WHERE n.level IS NOT 'HUYEN'
    AND (n.code, n.version) NOT IN (SELECT code, version FROM national.gone)),
part AS (SELECT field_code, level, count(*) AS there, sum(is_here) AS both FROM theirs
  GROUP BY field_code, level),
whole AS (SELECT count(*) AS "all", sum(is_here) AS both FROM theirs)
SELECT 'data/procedures.csv' AS file, n.code, substr(n.name, 1, 80) AS short, coalesce(a.at, '–') AS at,
  p.both, p.there, w.both AS both_all, w."all"
FROM theirs n JOIN part p USING (field_code, level), whole w LEFT JOIN national.place a ON a.code = n.code
WHERE NOT n.is_here AND (4 * p.both >= 3 * p.there OR 4 * w.both >= 3 * w."all")
  AND n.code_national NOT IN (SELECT code_national FROM procedure_upcoming)
  AND n.code NOT IN (SELECT their_code FROM national.renamed)
ORDER BY n.code;
