-- SPDX-License-Identifier: MIT
-- id: NY017b
-- level: error
-- name: decision that is not in the list
-- basis: Nghị định 63/2010/NĐ-CP, Điều 17 khoản 1
-- message.vi: thủ tục {code} dẫn quyết định {no}, data/decisions.csv không có
-- message.en: procedure {code} names decision {no}, which data/decisions.csv does not have
-- cure.vi: thêm quyết định vào data/decisions.csv, hoặc sửa số (giữ cả số 0 ở đầu)
-- cure.en: add the decision to data/decisions.csv, or mend its number (leading zeros count)
WITH named AS (
  SELECT code_national, code, decision_no, source_id, source_line FROM procedure_posted
  UNION ALL SELECT code_national, code, decision_no, source_id, source_line FROM posting_in_force)
SELECT n.source_id, n.source_line, n.code, n.decision_no AS no
FROM named n
WHERE n.decision_no NOT IN (SELECT no FROM decision)
  -- without any whole decision NY017 says so
  AND EXISTS (SELECT 1 FROM named o JOIN decision d ON d.no = o.decision_no
    WHERE o.code_national = n.code_national
      AND d.signed IS NOT NULL AND d.issuer IS NOT NULL AND d.effective_from IS NOT NULL)
ORDER BY n.code, n.decision_no;
