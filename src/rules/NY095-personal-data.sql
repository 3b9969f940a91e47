-- SPDX-License-Identifier: MIT
-- id: NY095
-- level: error
-- name: data of a person in what becomes public
-- basis: Nghị định 63/2010/NĐ-CP, Điều 18 khoản 4; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16
-- message.vi: cột {place} sẽ công khai {what}
-- message.en: column {place} would make public {what_en}
-- cure.vi: xóa khỏi ô này; số điện thoại, thư điện tử của cơ quan thì ghi trong data/channels.csv, data/agencies.csv hoặc data/people.csv
-- cure.en: take it out of the cell; telephones and e-mail of an office belong into data/channels.csv, data/agencies.csv or data/people.csv
-- Known are the numbers and addresses that the office itself posts. A code of a dossier that has
-- the form of one is none of a person. Who answers for something may be named.
WITH posted(text) AS (
  SELECT value FROM channel UNION ALL SELECT dial FROM channel
  UNION ALL SELECT phone FROM agency UNION ALL SELECT email FROM agency
  UNION ALL SELECT phone FROM person WHERE public UNION ALL SELECT email FROM person WHERE public
  UNION ALL SELECT phone FROM reception_point
  UNION ALL SELECT phone FROM pakn_contact UNION ALL SELECT fax FROM pakn_contact UNION ALL SELECT email FROM pakn_contact
  UNION ALL SELECT value FROM setting WHERE key LIKE 'contact.%'),
known AS (SELECT DISTINCT json_extract(f.value, '$.key') AS key FROM posted p, json_each(personal_data(p.text)) f
  WHERE p.text IS NOT NULL),
cell(source_id, source_line, place, text, may_name) AS (
  SELECT source_id, source_line, 'dossier_code', dossier_code, 0 FROM overdue_dossier
  WHERE NOT (dossier_code GLOB '[GH][0-9][0-9].[0-9][0-9][0-9].[0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]*'
      AND substr(dossier_code, 18) NOT GLOB '*[^0-9]*')
    AND NOT (dossier_code GLOB '[0-9][0-9][0-9].[0-9][0-9].[0-9][0-9].[GH][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'
      AND substr(dossier_code, 22) NOT GLOB '*[^0-9]*')
  UNION ALL SELECT source_id, source_line, 'procedure_code', procedure_code, 0 FROM overdue_dossier
  UNION ALL SELECT source_id, source_line, 'adjusted_reason', adjusted_reason, 0 FROM dossier_stat
  UNION ALL SELECT source_id, source_line, 'source_system', source_system, 0 FROM dossier_stat
  UNION ALL SELECT source_id, source_line, 'text', text, 0 FROM commitment
  UNION ALL SELECT source_id, source_line, 'signer', signer, 1 FROM commitment
  UNION ALL SELECT source_id, source_line, 'title', title, 1 FROM commitment
  UNION ALL SELECT source_id, source_line, 'in_charge', in_charge, 1 FROM index_component
  UNION ALL SELECT source_id, source_line, 'name', name, 0 FROM index_component
  UNION ALL SELECT source_id, source_line, 'name', name, 0 FROM index_unit
  UNION ALL SELECT source_id, source_line, 'source_system', source_system, 0 FROM index_score
  UNION ALL SELECT source_id, source_line, 'translation', translation, 1 FROM translation
  UNION ALL SELECT source_id, body_line, 'body_md', body_md, 1 FROM article_translation
  UNION ALL SELECT source_id, body_line, 'body_md', body_md, 0 FROM article WHERE kind IN ('APOLOGY_SUMMARY', 'REPORT') AND draft = 0)
SELECT DISTINCT c.source_id, c.source_line, c.place,
  CASE json_extract(f.value, '$.kind') WHEN 'ID' THEN 'số định danh hoặc số chứng minh nhân dân' WHEN 'PHONE' THEN 'số điện thoại không phải của cơ quan'
    WHEN 'EMAIL' THEN 'địa chỉ thư điện tử không phải của cơ quan' ELSE 'tên người' END AS what,
  CASE json_extract(f.value, '$.kind') WHEN 'ID' THEN 'an identity number' WHEN 'PHONE' THEN 'a telephone number that is not the office''s'
    WHEN 'EMAIL' THEN 'an e-mail address that is not the office''s' ELSE 'a person''s name' END AS what_en
FROM cell c, json_each(personal_data(c.text)) f
WHERE c.text IS NOT NULL AND NOT (c.may_name AND json_extract(f.value, '$.kind') = 'NAME')
  AND json_extract(f.value, '$.key') NOT IN (SELECT key FROM known)
ORDER BY c.source_id, c.source_line, c.place, what;
