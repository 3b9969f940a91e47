-- SPDX-License-Identifier: MIT
-- id: NY001a
-- level: error
-- name: name other than in the decision
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm a
-- message.vi: tên thủ tục {code} khác tên trong quyết định {decision}: “{announced}”
-- message.en: the name of procedure {code} is not the one in decision {decision}: “{announced}”
-- cure.vi: sửa cột name của data/procedures.csv, hoặc của data/decision-items.csv, cho giống hệt quyết định
-- cure.en: make column name of data/procedures.csv, or of data/decision-items.csv, exactly that of the decision
WITH listed AS (
  SELECT p.code, p.version, i.decision_no, replace(i.name, char(10), ' ') AS name,
    coalesce(d.effective_from, '') AS since
  FROM procedure_posted p JOIN decision_item i ON i.code IN (p.code, p.code_national)
    JOIN decision d ON d.no = i.decision_no
  WHERE i.name IS NOT NULL AND i.change_kind IS NOT 'ABOLISHED'
    AND coalesce(d.effective_from, '') <= build_date()
    AND (i.decision_no = p.decision_no OR i.decision_no IN (SELECT s.decision_no
      FROM posting_in_force s WHERE s.code_national = p.code_national)))
SELECT p.source_id, p.source_line, p.code, l.decision_no AS decision, l.name AS announced
FROM listed l JOIN procedure p ON p.code = l.code AND p.version = l.version
WHERE replace(p.name, char(10), ' ') NOT IN (SELECT o.name FROM listed o
    WHERE o.code = l.code AND o.version = l.version)
  AND NOT EXISTS (SELECT 1 FROM listed o WHERE o.code = l.code AND o.version = l.version
    AND (o.since, o.decision_no) > (l.since, l.decision_no))
GROUP BY p.code, p.version ORDER BY p.code, p.version;
