-- SPDX-License-Identifier: MIT
-- id: NY021
-- level: error
-- name: abolished procedure still posted
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14 khoản 2 điểm c
-- message.vi: thủ tục {code} đã bị bãi bỏ theo quyết định {no} từ {effective} mà còn niêm yết
-- message.en: procedure {code} was abolished by decision {no} on {effective} and is still posted
-- cure.vi: đặt valid_to = {iso} cho thủ tục này trong data/procedures.csv; trang cũ thành trang “đã bãi bỏ”
-- cure.en: set valid_to = {iso} for it in data/procedures.csv; its page then says that it was abolished
SELECT p.source_id, p.source_line, p.code, d.no, date_vi(d.effective_from) AS effective,
  d.effective_from AS iso
FROM procedure_posted p JOIN decision_item i ON i.code IN (p.code, p.code_national)
  JOIN decision d ON d.no = i.decision_no
WHERE i.change_kind = 'ABOLISHED' AND d.effective_from <= build_date()
  AND (p.valid_from IS NULL OR p.valid_from < d.effective_from)
  AND NOT EXISTS (SELECT 1 FROM decision_item j JOIN decision e ON e.no = j.decision_no
    WHERE j.code IN (p.code, p.code_national) AND j.change_kind IS NOT 'ABOLISHED'
      AND e.effective_from BETWEEN d.effective_from AND build_date())
ORDER BY p.code, d.no;
