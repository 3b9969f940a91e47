-- SPDX-License-Identifier: MIT
-- id: NY028a
-- level: warning
-- name: line for a procedure that is not there
-- basis: Nghị định 63/2010/NĐ-CP, Điều 16 (đầy đủ)
-- message.vi: {file} dẫn mã {code}, data/procedures.csv không có
-- message.en: {file} names code {code}, which data/procedures.csv does not have
-- cure.vi: sửa mã, hoặc thêm thủ tục vào data/procedures.csv
-- cure.en: mend the code, or add the procedure to data/procedures.csv
WITH named AS (
  SELECT code, 'data/postings.csv' AS file, source_id, source_line FROM posting
  UNION ALL SELECT code, 'data/life-event-procedures.csv', source_id, source_line FROM life_event_procedure
  UNION ALL SELECT code, 'data/service-model-procedures.csv', source_id, source_line
  FROM service_model_procedure)
SELECT n.source_id, n.source_line, n.file, n.code
FROM named n
WHERE n.code NOT IN (SELECT code FROM procedure) AND n.code NOT IN (SELECT code_national FROM procedure)
ORDER BY n.file, n.code, n.source_line;
