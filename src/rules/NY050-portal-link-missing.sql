-- SPDX-License-Identifier: MIT
-- id: NY050
-- level: warning
-- name: no link to the national portal
-- basis: Nghị định 224/2026/NĐ-CP, Điều 9 khoản 1 và Điều 15 khoản 1 [2026-07-01 ..]
-- message.vi: thủ tục {code} chưa có liên kết tới Cổng Dịch vụ công quốc gia
-- message.en: procedure {code} has no link to the national portal
-- cure.vi: điền portal_url trong data/procedures.csv
-- cure.en: fill portal_url of data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.portal_url IS NULL
ORDER BY p.code, p.version;
