-- SPDX-License-Identifier: MIT
-- id: NY101
-- level: error
-- name: posting by an agency or place that is no more
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 118/2025/NĐ-CP, Điều 7
-- message.vi: thủ tục {code} niêm yết ở {what}, hiện không hoạt động
-- message.en: procedure {code} is posted at {what}, which is not there today
-- cure.vi: sửa agency_code, point_code trong data/postings.csv, hoặc valid_from, valid_to của cơ quan, của điểm
-- cure.en: mend agency_code or point_code of data/postings.csv, or valid_from and valid_to of the agency or place
SELECT s.source_id, s.source_line, s.code, CASE WHEN s.agency_code NOT IN (SELECT code FROM agency_now)
  THEN s.agency_code ELSE s.point_code END AS what
FROM posting_in_force s
WHERE (s.agency_code NOT IN (SELECT code FROM agency_now)
    OR s.point_code NOT IN (SELECT code FROM reception_point_now))
  AND s.code_national IN (SELECT code_national FROM procedure_posted)
ORDER BY s.code, s.agency_code;
