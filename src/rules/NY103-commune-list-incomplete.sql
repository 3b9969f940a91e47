-- SPDX-License-Identifier: MIT
-- id: NY103
-- level: warning
-- name: centre of a commune without one of its lists
-- basis: Nghị định 118/2025/NĐ-CP, Điều 7, 8 và 14 [2025-07-01 ..]
-- message.vi: trung tâm cấp xã {agency} chưa niêm yết thủ tục nào {what}
-- message.en: the commune centre {agency} posts no procedure {what}
-- cure.vi: thêm vào data/postings.csv thủ tục cấp xã và thủ tục nộp được ngoài địa giới (boundary_scope) mà trung tâm tiếp nhận
-- cure.en: add to data/postings.csv the procedures of the commune and those that may be filed across boundaries (boundary_scope)
SELECT s.source_id, s.source_line, s.value AS agency, v.what
FROM setting s JOIN agency_now a ON a.code = s.value AND a.level = 'XA',
  (SELECT column1 AS what FROM (VALUES ('level = XA'), ('boundary_scope = PROVINCE, NATION'))) v
WHERE s.key = 'agency' AND NOT EXISTS (SELECT 1 FROM posting_in_force f
  JOIN procedure_posted p ON p.code_national = f.code_national WHERE f.agency_code = s.value
    AND CASE v.what WHEN 'level = XA' THEN p.level = 'XA' ELSE p.boundary_scope IN ('PROVINCE', 'NATION') END)
ORDER BY v.what;
