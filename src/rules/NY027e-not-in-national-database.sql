-- SPDX-License-Identifier: MIT
-- id: NY027e
-- level: warning
-- name: posted procedure that the national database does not have
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: thủ tục {code} “{short}” không có trong bản xuất của Cơ sở dữ liệu quốc gia; bản xuất có {both} trong {posted} thủ tục cùng lĩnh vực, {both_all} trong {all} thủ tục của cơ quan
-- message.en: procedure {code} “{short}” is not in the export of the national database, which has {both} of the {posted} posted ones of its field, {both_all} of all {all}
-- cure.vi: tra mã trên Cơ sở dữ liệu quốc gia: sửa code nếu gõ nhầm, đặt valid_to nếu thủ tục đã bị bãi bỏ, bỏ qua nếu bản xuất chưa đủ
-- cure.en: look the code up in the national database: mend code if it was mistyped, set valid_to if it was abolished, pass over it if the export is a part only
-- An export counts as whole for a field, or for the office, when it has at least three quarters of
-- what is posted there: else what it lacks is only what nobody asked it for.
WITH posted AS (
  SELECT p.code, p.version, p.code_national, p.name, coalesce(p.field_code, '') AS field_code,
    p.source_id, p.source_line, c.code IS NOT NULL AS is_there
  FROM procedure_posted p LEFT JOIN national.pair c ON c.code = p.code AND c.version = p.version),
field AS (SELECT field_code, count(*) AS posted, sum(is_there) AS both FROM posted GROUP BY field_code)
SELECT p.source_id, p.source_line, p.code, substr(p.name, 1, 80) AS short, f.both, f.posted,
  e.both AS both_all, e.posted AS "all"
FROM posted p JOIN field f USING (field_code), national.export e
WHERE NOT p.is_there AND e.refused = 0
  AND (4 * f.both >= 3 * f.posted OR 4 * e.both >= 3 * e.posted)
  AND p.code NOT IN (SELECT code FROM national.renamed)
ORDER BY p.code, p.version;
