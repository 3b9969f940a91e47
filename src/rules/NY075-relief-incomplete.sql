-- SPDX-License-Identifier: MIT
-- id: NY075
-- level: warning
-- name: relief without amount or document
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 10 và 14
-- message.vi: miễn, giảm cho “{who}” ở thủ tục {code} thiếu: {missing}
-- message.en: relief for “{who}” at procedure {code} lacks: {missing}
-- cure.vi: điền percent hoặc amount_vnd (khi giảm) và legal_doc trong data/fee-reliefs.csv
-- cure.en: fill percent or amount_vnd (for a reduction) and legal_doc of data/fee-reliefs.csv
SELECT r.source_id, r.source_line, r.code, r.who,
  trim(CASE WHEN r.legal_doc IS NULL THEN 'legal_doc ' ELSE '' END
    || CASE WHEN r.kind = 'REDUCE' AND r.percent IS NULL AND r.amount_vnd IS NULL THEN 'percent/amount_vnd' ELSE '' END
    || CASE WHEN r.kind = 'EXEMPT' AND r.percent < 100 THEN 'kind = REDUCE' ELSE '' END) AS missing
FROM procedure_posted p JOIN fee_relief_in_force r ON r.code = p.code AND r.version = p.version
WHERE missing <> ''
ORDER BY r.code, r.version, r.fee_position, r.position;
