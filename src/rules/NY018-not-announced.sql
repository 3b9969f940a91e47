-- SPDX-License-Identifier: MIT
-- id: NY018
-- level: error
-- name: not among the procedures of its decision
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13, 14 và 17
-- message.vi: thủ tục {code} không có trong danh mục của quyết định nào mà nó dẫn ({no})
-- message.en: procedure {code} is not in the list of any decision that it names ({no})
-- cure.vi: kiểm tra mã và số quyết định; thêm dòng vào data/decision-items.csv, hoặc gỡ thủ tục chưa công bố
-- cure.en: check the code and the decision; add the line to data/decision-items.csv, or take the procedure down
WITH named AS (
  SELECT code_national, code, version, decision_no FROM procedure_posted
  UNION ALL SELECT p.code_national, p.code, p.version, s.decision_no
  FROM procedure_posted p JOIN posting_in_force s ON s.code_national = p.code_national)
SELECT p.source_id, p.source_line, p.code, group_concat(DISTINCT n.decision_no) AS no
FROM procedure_posted p JOIN named n ON n.code = p.code AND n.version = p.version
WHERE n.decision_no IN (SELECT i.decision_no FROM decision_item i)
GROUP BY p.code, p.version
HAVING NOT EXISTS (SELECT 1 FROM decision_item i WHERE i.code IN (p.code, p.code_national)
  AND i.decision_no IN (SELECT o.decision_no FROM named o WHERE o.code = p.code AND o.version = p.version))
ORDER BY p.code;
