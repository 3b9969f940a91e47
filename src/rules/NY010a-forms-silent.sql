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
WHERE p.forms_none = 0 AND NOT EXISTS (SELECT 1 FROM component c WHERE c.code = p.code
  AND c.version = p.version AND (c.form_ref IS NOT NULL
    OR find_words(c.name || ' ' || coalesce(c.note, ''), 'theo mẫu|mẫu số|mẫu đơn|mẫu tờ khai|biểu mẫu') IS NOT NULL))
ORDER BY p.code, p.version;
