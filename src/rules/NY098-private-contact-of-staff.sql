-- SPDX-License-Identifier: MIT
-- id: NY098
-- level: warning
-- name: private number or address of staff
-- basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16 [2026-01-01 ..]
-- message.vi: “{name}” ở {agency}: “{value}” có vẻ là số điện thoại, thư điện tử riêng
-- message.en: “{name}” of {agency}: “{value}” seems to be a private number or address
-- cure.vi: thay bằng điện thoại, thư điện tử công vụ trong data/people.csv
-- cure.en: give the office phone and office address in data/people.csv
WITH contact AS (
  SELECT agency_code, name, phone AS value, source_id, source_line FROM person WHERE public = 1
  UNION ALL SELECT agency_code, name, email, source_id, source_line FROM person WHERE public = 1)
SELECT c.source_id, c.source_line, c.name, c.agency_code AS agency,
  substr(c.value, 1, 4) || '…' AS value
FROM contact c
WHERE find_personal(c.value) IS NOT NULL
ORDER BY c.agency_code, c.name, c.value;
