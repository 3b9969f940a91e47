-- SPDX-License-Identifier: MIT
-- id: NY042a
-- level: error
-- name: contact that cannot be dialled or written to
-- basis: Nghị định 20/2008/NĐ-CP, Điều 13
-- message.vi: nơi tiếp nhận phản ánh, kiến nghị của {agency}: “{value}” không dùng được
-- message.en: the contact for complaints and suggestions of {agency}: “{value}” cannot be used
-- cure.vi: ghi số bấm được, thư điện tử dạng ten@coquan.example, trang web bắt đầu bằng https:// (data/pakn-contacts.csv)
-- cure.en: give a number that can be dialled, an address name@office.example, a site that begins with https:// (data/pakn-contacts.csv)
SELECT c.source_id, c.source_line, c.agency_code AS agency, v.value
FROM pakn_contact c, (SELECT 'phone' AS kind, agency_code, phone AS value FROM pakn_contact
  UNION ALL SELECT 'email', agency_code, email FROM pakn_contact
  UNION ALL SELECT 'website', agency_code, website FROM pakn_contact) v
WHERE v.agency_code = c.agency_code AND CASE v.kind
  WHEN 'phone' THEN v.value GLOB '*[^0-9 .()+-]*' OR v.value NOT GLOB '*[0-9]*[0-9]*[0-9]*'
  WHEN 'email' THEN v.value NOT GLOB '?*@?*.?*' OR v.value GLOB '*[ ,;]*' OR v.value GLOB '*@*@*'
  ELSE v.value NOT GLOB 'http*://?*.?*' OR v.value GLOB '* *' END
ORDER BY c.agency_code, v.kind;
