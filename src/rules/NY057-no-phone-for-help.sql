-- SPDX-License-Identifier: MIT
-- id: NY057
-- level: warning
-- name: nobody to call for help
-- basis: Nghị định 118/2025/NĐ-CP, Điều 8 khoản 1 [2025-07-01 ..]
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 3
-- message.vi: trang chưa có số điện thoại để người không dùng được mạng hỏi
-- message.en: the site has no phone number for those who cannot use the web
-- cure.vi: điền contact.phone hoặc contact.hotline trong site.yml, hoặc phone của cơ quan ở data/agencies.csv
-- cure.en: fill contact.phone or contact.hotline in site.yml, or phone of the agency in data/agencies.csv
SELECT s.source_id, s.source_line
FROM office_now o, (SELECT source_id, source_line FROM setting WHERE key = 'title') s
WHERE o.phone IS NULL AND o.hotline IS NULL
  AND NOT EXISTS (SELECT 1 FROM channel c WHERE c.agency_code = o.agency_code AND c.kind = 'HOTLINE');
