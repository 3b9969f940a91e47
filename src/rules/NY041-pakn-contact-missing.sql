-- SPDX-License-Identifier: MIT
-- id: NY041
-- level: error
-- name: contact for complaints and suggestions missing
-- basis: Nghị định 20/2008/NĐ-CP, Điều 13
-- message.vi: cơ quan {agency} chưa đủ địa chỉ tiếp nhận phản ánh, kiến nghị (trụ sở, thư tín, điện thoại, trang web, thư điện tử)
-- message.en: agency {agency} lacks part of its contact for complaints and suggestions (office, post, phone, site, e-mail)
-- cure.vi: điền đủ một dòng cho cơ quan này trong data/pakn-contacts.csv
-- cure.en: fill its line of data/pakn-contacts.csv
SELECT s.source_id, s.source_line, s.value AS agency
FROM setting s LEFT JOIN pakn_contact c ON c.agency_code = s.value
WHERE s.key = 'agency' AND s.value <> ''
  AND (c.office_address IS NULL OR c.postal_address IS NULL OR c.phone IS NULL OR c.website IS NULL OR c.email IS NULL)
ORDER BY s.key;
