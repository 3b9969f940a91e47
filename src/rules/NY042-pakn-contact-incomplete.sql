-- SPDX-License-Identifier: MIT
-- id: NY042
-- level: error
-- name: contact for complaints and suggestions incomplete
-- basis: Nghị định 20/2008/NĐ-CP, Điều 10 khoản 3 và Điều 13
-- message.vi: nơi tiếp nhận phản ánh, kiến nghị của {agency} thiếu: {missing}
-- message.en: the contact for complaints and suggestions of {agency} lacks: {missing}
-- cure.vi: điền các cột này trong data/pakn-contacts.csv
-- cure.en: fill these columns of data/pakn-contacts.csv
SELECT c.source_id, c.source_line, c.agency_code AS agency,
  trim(CASE WHEN c.office_address IS NULL THEN 'office_address ' ELSE '' END
    || CASE WHEN c.postal_address IS NULL THEN 'postal_address ' ELSE '' END
    || CASE WHEN c.phone IS NULL THEN 'phone ' ELSE '' END
    || CASE WHEN c.website IS NULL THEN 'website ' ELSE '' END
    || CASE WHEN c.email IS NULL THEN 'email' ELSE '' END) AS missing
FROM pakn_contact c
WHERE c.office_address IS NULL OR c.postal_address IS NULL OR c.phone IS NULL
  OR c.website IS NULL OR c.email IS NULL
ORDER BY c.agency_code;
