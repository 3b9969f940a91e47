-- SPDX-License-Identifier: MIT
-- id: NY019a
-- level: warning
-- name: internal procedure in a list for citizens
-- basis: Quyết định công bố thủ tục nội bộ; Nghị định 63/2010/NĐ-CP, Điều 1
-- message.vi: thủ tục nội bộ {code} nằm trong {file}, sẽ không hiện ở đó
-- message.en: internal procedure {code} stands in {file} and will not be shown there
-- cure.vi: bỏ dòng này, hoặc sửa kind ở data/procedures.csv nếu là thủ tục cho người dân
-- cure.en: drop this line, or mend kind in data/procedures.csv if it is for citizens
WITH listed AS (
  SELECT code, 'data/life-event-procedures.csv' AS file, source_id, source_line FROM life_event_procedure
  UNION ALL SELECT code, 'data/service-model-procedures.csv', source_id, source_line
  FROM service_model_procedure)
SELECT l.source_id, l.source_line, l.code, l.file
FROM listed l
WHERE EXISTS (SELECT 1 FROM procedure p WHERE l.code IN (p.code, p.code_national) AND p.kind = 'INTERNAL')
  AND NOT EXISTS (SELECT 1 FROM procedure p WHERE l.code IN (p.code, p.code_national) AND p.kind <> 'INTERNAL')
ORDER BY l.file, l.code;
