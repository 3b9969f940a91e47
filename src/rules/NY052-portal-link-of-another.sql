-- SPDX-License-Identifier: MIT
-- id: NY052
-- level: error
-- name: portal link of another procedure
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm b [2026-07-01 ..]
-- message.vi: liên kết cổng của thủ tục {code} mang mã khác: {portal_url}
-- message.en: the portal link of procedure {code} bears another code: {portal_url}
-- cure.vi: sửa portal_url trong data/procedures.csv: dịch vụ trực tuyến phải cùng mã với thủ tục
-- cure.en: mend portal_url of data/procedures.csv: service and procedure have one code
SELECT p.source_id, p.source_line, p.code, p.portal_url
FROM procedure_posted p
WHERE p.portal_url GLOB '*[1-6].[0-9][0-9][0-9][0-9][0-9][0-9]*' AND instr(p.portal_url, p.code_national) = 0
ORDER BY p.code, p.version;
