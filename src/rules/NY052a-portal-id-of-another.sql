-- SPDX-License-Identifier: MIT
-- id: NY052a
-- level: error
-- name: id at the portal other than in the export
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm b [2026-07-01 ..]
-- needs: export
-- message.vi: thủ tục {code} có định danh {here} trên Cổng Dịch vụ công ở đây, {there} trong bản xuất ({at}): liên kết dẫn tới dịch vụ khác
-- message.en: procedure {code} has the portal id {here} here and {there} in the export ({at}): its link leads to another service
-- cure.vi: sửa portal_id, portal_url trong data/procedures.csv theo bản xuất
-- cure.en: mend portal_id and portal_url of data/procedures.csv by the export
SELECT c.source_id, c.source_line, c.code, c.at, p.portal_id AS here, n.portal_id AS there
FROM national.pair c JOIN procedure p ON p.code = c.code AND p.version = c.version
  JOIN national.procedure n ON n.code = c.their_code AND n.version = c.their_version
WHERE NOT c.withdrawn AND p.portal_id <> n.portal_id
ORDER BY c.code, c.version;
