-- SPDX-License-Identifier: MIT
-- id: NY101a
-- level: warning
-- name: agency called by a name that has ended
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 118/2025/NĐ-CP, Điều 7
-- message.vi: thủ tục {code}, cột {part}: “{old}” là tên cũ
-- message.en: procedure {code}, column {part}: “{old}” is a name of the past
-- cure.vi: ghi tên hiện nay{now}
-- cure.en: write the name of today{now}
WITH old AS MATERIALIZED (
  SELECT a.name, NULL AS now FROM agency a WHERE a.valid_to <= build_date()
  UNION SELECT n.name, a.name FROM agency_name n JOIN agency_now a ON a.code = n.agency_code
  WHERE n.valid_to <= build_date())
SELECT t.source_id, t.source_line, t.code, t.part, o.name AS old, coalesce(': ' || o.now, '') AS now
FROM text_posted t JOIN old o ON instr(t.text, o.name)
WHERE t.part IN ('executing_agency', 'deciding_agency', 'delegated_agency', 'coordinating_agency',
    'reception_address')
  AND NOT EXISTS (SELECT 1 FROM agency_now a WHERE instr(t.text, a.name) AND instr(a.name, o.name))
ORDER BY t.source_id, t.source_line, t.part, o.name;
