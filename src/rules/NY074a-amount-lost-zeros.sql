-- SPDX-License-Identifier: MIT
-- id: NY074a
-- level: warning
-- name: amount that may have lost its zeros
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 11 và 14
-- message.vi: mức thu {amount} của thủ tục {code} quá nhỏ: mất số 0, hay ghi nhầm loại tiền?{note}
-- message.en: the amount {amount} of procedure {code} is very small: are zeros missing, or is it another currency?{note}
-- cure.vi: đối chiếu văn bản quy định mức thu rồi sửa data/fees.csv
-- cure.en: compare with the document and mend data/fees.csv
WITH charged AS (
  SELECT f.*, CASE WHEN f.amount_vnd IS NOT NULL THEN f.amount_vnd
    -- "20 VNĐ (20.000 đ/tờ khai)": what an import did not dare to take as an amount
    WHEN f.formula GLOB '[1-9]*' AND substr(f.formula, instr(f.formula, ' ') + 1) GLOB 'VN[ĐD]*'
      AND substr(f.formula, 1, instr(f.formula, ' ') - 1) NOT GLOB '*[^0-9]*'
    THEN CAST(f.formula AS INTEGER) END AS amount
  FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version)
SELECT source_id, source_line, code, amount || coalesce('/' || unit, '') AS amount,
  coalesce(' (“' || substr(coalesce(formula, note), 1, 80) || '”)', '') AS note
FROM charged
WHERE amount BETWEEN 1 AND 999
ORDER BY code, version, position;
