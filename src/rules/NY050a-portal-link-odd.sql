-- SPDX-License-Identifier: MIT
-- id: NY050a
-- level: warning
-- name: portal link that leads elsewhere
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 [2026-07-01 ..]
-- message.vi: liên kết cổng của thủ tục {code} không phải địa chỉ https của cơ quan nhà nước: {portal_url}
-- message.en: the portal link of procedure {code} is no https address of the state: {portal_url}
-- cure.vi: dùng địa chỉ https:// dưới .gov.vn hoặc dưới địa chỉ ghi ở online của site.yml
-- cure.en: use an https:// address under .gov.vn, or under the one given by online in site.yml
SELECT p.source_id, p.source_line, p.code, p.portal_url
FROM procedure_posted p
WHERE NOT (lower(p.portal_url) || '/' GLOB 'https://*.gov.vn/*'
  OR instr(p.portal_url || '/', rtrim((SELECT value FROM setting
    WHERE key = 'online' AND value LIKE 'https://%'), '/') || '/') = 1)
ORDER BY p.code, p.version;
