-- SPDX-License-Identifier: MIT
-- id: NY028
-- level: warning
-- name: announced but not posted
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13 và 17
-- basis: Nghị định 118/2025/NĐ-CP, Điều 8 khoản 1 [2025-07-01 ..]
-- message.vi: thủ tục {code} “{short}” trong quyết định {no} của tỉnh chưa có ở data/procedures.csv
-- message.en: procedure {code} “{short}” of the province’s decision {no} is not in data/procedures.csv
-- cure.vi: thêm thủ tục, hoặc bỏ dòng này ở data/decision-items.csv nếu cơ quan không tiếp nhận
-- cure.en: add the procedure, or drop this line of data/decision-items.csv if the office does not receive it
SELECT i.source_id, i.source_line, i.code, substr(coalesce(i.name, ''), 1, 80) AS short, i.decision_no AS no
FROM decision_item i JOIN decision d ON d.no = i.decision_no
WHERE d.legal_rank = 'PROVINCE' AND d.effective_from <= build_date() AND i.change_kind IS NOT 'ABOLISHED'
  AND i.code NOT IN (SELECT code FROM procedure) AND i.code NOT IN (SELECT code_national FROM procedure)
  AND NOT EXISTS (SELECT 1 FROM procedure p WHERE i.code GLOB p.code_national || '.*')
ORDER BY i.decision_no, i.position;
