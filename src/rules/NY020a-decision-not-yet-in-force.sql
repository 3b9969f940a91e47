-- SPDX-License-Identifier: MIT
-- id: NY020a
-- level: error
-- name: posted before its decision takes effect
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14, 15 và 17
-- message.vi: thủ tục {code} đang niêm yết theo quyết định {no}, đến {effective} mới có hiệu lực
-- message.en: procedure {code} is posted under decision {no}, which takes effect on {effective} only
-- cure.vi: đặt valid_from bằng ngày hiệu lực của quyết định; đến ngày đó nội dung mới tự hiện
-- cure.en: set valid_from to the day the decision takes effect; the new content then appears by itself
WITH named AS (
  SELECT code, decision_no, source_id, source_line FROM procedure_posted WHERE change_kind IS NOT 'ABOLISHED'
  UNION ALL SELECT code, decision_no, source_id, source_line FROM posting_in_force)
SELECT n.source_id, n.source_line, n.code, d.no, date_vi(d.effective_from) AS effective
FROM named n JOIN decision d ON d.no = n.decision_no
WHERE d.effective_from > build_date()
ORDER BY n.code, d.no;
