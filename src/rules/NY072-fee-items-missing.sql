-- SPDX-License-Identifier: MIT
-- id: NY072
-- level: error
-- name: an item to post about a fee is missing
-- basis: Luật Phí và lệ phí, Điều 14 khoản 1
-- message.vi: khoản thu “{name}” của thủ tục {code} thiếu: {missing}
-- message.en: fee “{name}” of procedure {code} lacks: {missing}
-- cure.vi: điền các cột này trong data/fees.csv; ghi “Không” nếu không có miễn, giảm
-- cure.en: fill these columns of data/fees.csv; write “Không” where there is no exemption or reduction
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name,
  trim(CASE WHEN f.name IS NULL THEN 'name ' ELSE '' END
    || CASE WHEN f.payment_methods IS NULL THEN 'payment_methods ' ELSE '' END
    || CASE WHEN f.payer IS NULL THEN 'payer ' ELSE '' END
    || CASE WHEN f.exemptions IS NULL THEN 'exemptions ' ELSE '' END
    || CASE WHEN f.reductions IS NULL THEN 'reductions ' ELSE '' END
    || CASE WHEN f.legal_doc IS NULL THEN 'legal_doc' ELSE '' END) AS missing
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE f.none_reason IS NULL AND (f.name IS NULL OR f.payment_methods IS NULL OR f.payer IS NULL
  OR f.exemptions IS NULL OR f.reductions IS NULL OR f.legal_doc IS NULL)
ORDER BY f.code, f.version, f.position;
