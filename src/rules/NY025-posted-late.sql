-- SPDX-License-Identifier: MIT
-- id: NY025
-- level: warning
-- name: posted after its decision took effect
-- basis: Nghị định 63/2010/NĐ-CP, Điều 16 và 17
-- message.vi: thủ tục {code} niêm yết từ {posted}, sau ngày quyết định {no} có hiệu lực {effective}
-- message.en: procedure {code} has been posted since {posted}, after decision {no} took effect on {effective}
-- cure.vi: lần sau niêm yết chậm nhất vào ngày quyết định có hiệu lực; nếu ngày ghi sai thì sửa posted_since
-- cure.en: next time post it on the day the decision takes effect at the latest; if the date is wrong, mend posted_since
-- Only what took effect when the board was already there: its first day is the earliest of all.
SELECT p.source_id, p.source_line, p.code, date_vi(p.posted_since) AS posted, d.no,
  date_vi(d.effective_from) AS effective
FROM procedure_posted p JOIN decision d ON d.no = p.decision_no
  OR d.no IN (SELECT s.decision_no FROM posting_in_force s WHERE s.code_national = p.code_national)
WHERE p.posted_since > d.effective_from
  AND d.effective_from >= (SELECT min(posted_since) FROM procedure)
  AND NOT EXISTS (SELECT 1 FROM procedure q WHERE q.code = p.code AND q.posted_since <= d.effective_from)
ORDER BY p.code, d.no;
