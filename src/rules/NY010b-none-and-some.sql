-- SPDX-License-Identifier: MIT
-- id: NY010b
-- level: warning
-- name: said to be none, yet given
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h
-- message.vi: thủ tục {code} vừa ghi không có ({column}), vừa có {table}
-- message.en: procedure {code} says that there is none ({column}) and gives some ({table})
-- cure.vi: bỏ một trong hai: cột {column} ở data/procedures.csv, hoặc các dòng ở {table}
-- cure.en: take one of the two away: column {column} of data/procedures.csv, or the lines of {table}
SELECT p.source_id, p.source_line, p.code, v.flag AS "column", v.file AS "table"
FROM procedure_posted p CROSS JOIN (SELECT column1 AS flag, column2 AS file FROM (VALUES
  ('fee_none', 'data/fees.csv'), ('dossier_none', 'data/components.csv'),
  ('forms_none', 'data/components.csv'), ('result_none', 'data/results.csv'))) v
WHERE coalesce(p.fee_none, p.dossier_none, nullif(p.forms_none, 0), nullif(p.result_none, 0)) IS NOT NULL
  AND CASE v.flag
  WHEN 'fee_none' THEN p.fee_none IS NOT NULL AND EXISTS (SELECT 1 FROM fee_in_force f
    WHERE f.code = p.code AND f.version = p.version AND f.none_reason IS NULL)
  WHEN 'dossier_none' THEN p.dossier_none IS NOT NULL AND EXISTS (SELECT 1 FROM component c
    WHERE c.code = p.code AND c.version = p.version AND c.kind = 'PAPER')
  WHEN 'forms_none' THEN p.forms_none = 1 AND EXISTS (SELECT 1 FROM component c
    WHERE c.code = p.code AND c.version = p.version AND c.form_ref IS NOT NULL)
  ELSE p.result_none = 1 AND EXISTS (SELECT 1 FROM result r
    WHERE r.code = p.code AND r.version = p.version) END
ORDER BY p.code, p.version, v.flag;
