-- SPDX-License-Identifier: MIT
-- id: NY041
-- level: error
-- name: nowhere to send complaints and suggestions
-- basis: Thông tư 05/2014/TT-BTP, Điều 12 khoản 1
-- basis: Nghị định 20/2008/NĐ-CP, Điều 13
-- message.vi: chưa có nơi tiếp nhận phản ánh, kiến nghị của {agency}
-- message.en: there is no contact for complaints and suggestions of {agency}
-- cure.vi: thêm một dòng cho cơ quan này vào data/pakn-contacts.csv
-- cure.en: add a line for it to data/pakn-contacts.csv
SELECT s.source_id, s.source_line, s.value AS agency
FROM setting s
WHERE s.key = 'agency' AND s.value <> '' AND s.value NOT IN (SELECT agency_code FROM pakn_contact)
ORDER BY s.key;
