-- SPDX-License-Identifier: MIT
-- id: NY049a
-- level: warning
-- name: public address outside .gov.vn
-- basis: Nghị định 224/2026/NĐ-CP, Điều 11 khoản 4 [2026-07-01 ..]
-- message.vi: địa chỉ công khai {url} không thuộc .gov.vn
-- message.en: public address {url} is not under .gov.vn
-- cure.vi: dùng tên miền dạng tencoquan.tentinhthanh.gov.vn hoặc tenphuongxa.tentinhthanh.gov.vn ở url của site.yml
-- cure.en: use a name like tencoquan.tentinhthanh.gov.vn or tenphuongxa.tentinhthanh.gov.vn in url of site.yml
-- A demonstration says so on every page and needs no such name.
SELECT s.source_id, s.source_line, s.value AS url
FROM setting s
WHERE s.key = 'url' AND s.value LIKE 'http%' AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'demo' AND value <> '')
  AND NOT rtrim(lower(s.value), '/') || '/' GLOB 'http*://*.gov.vn[/:]*'
ORDER BY s.key;
