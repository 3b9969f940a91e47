-- SPDX-License-Identifier: MIT
-- id: NY010a
-- level: warning
-- name: forms neither given nor none
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h
-- message.vi: thủ tục {code} không nói có hay không có mẫu đơn, tờ khai
-- message.en: procedure {code} says neither which forms there are nor that there are none
-- cure.vi: dẫn mẫu ở cột form_ref của data/components.csv, hoặc đặt forms_none = 1 trong data/procedures.csv
-- cure.en: name the form in column form_ref of data/components.csv, or set forms_none = 1 in data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.forms_none = 0
  -- without any paper NY005 says so
  AND EXISTS (SELECT 1 FROM component c WHERE c.code = p.code AND c.version = p.version)
  AND NOT EXISTS (SELECT 1 FROM component c WHERE c.code = p.code AND c.version = p.version AND c.form_ref IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM (
      SELECT c.name || ' ' || coalesce(c.note, '') AS text FROM component c WHERE c.code = p.code AND c.version = p.version
      UNION ALL SELECT d.name FROM dossier_case d WHERE d.code = p.code AND d.version = p.version)
    WHERE find_words(text, 'theo mẫu|mẫu theo|mẫu tại|mẫu ban hành|mẫu số|mẫu đơn|biểu mẫu|tờ khai|bản khai|'
        || 'theo phụ lục|mấu số') IS NOT NULL
      OR (instr(text, 'ẫu ') AND text GLOB '*[Mm]ẫu [0-9A-ZĐ]*')) -- "(Mẫu B35 ...)"
ORDER BY p.code, p.version;
