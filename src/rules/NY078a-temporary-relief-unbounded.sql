-- SPDX-License-Identifier: MIT
-- id: NY078a
-- level: warning
-- name: temporary relief without its period
-- basis: Nghị quyết 66.22/2026/NQ-CP, Điều 5 và 10 [2026-08-15 ..]
-- message.vi: miễn, giảm theo Nghị quyết 66.22/2026/NQ-CP ở thủ tục {code} phải nằm trong 15/8/2026–28/02/2027
-- message.en: relief under resolution 66.22/2026/NQ-CP at procedure {code} must lie within 15/8/2026 to 28/02/2027
-- cure.vi: đặt valid_from = 2026-08-15, valid_to = 2027-03-01 trong data/fee-reliefs.csv
-- cure.en: set valid_from = 2026-08-15 and valid_to = 2027-03-01 in data/fee-reliefs.csv
SELECT r.source_id, r.source_line, r.code
FROM procedure_posted p JOIN fee_relief r ON r.code = p.code AND r.version = p.version
WHERE find_words(r.legal_doc, '66.22/2026/NQ-CP') IS NOT NULL
  AND (coalesce(r.valid_from, '') < '2026-08-15' OR coalesce(r.valid_to, '9999') > '2027-03-01')
ORDER BY r.code, r.version, r.fee_position, r.position;
