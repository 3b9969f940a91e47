-- SPDX-License-Identifier: MIT
-- id: NY014a
-- level: warning
-- name: place of filing without phone
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13
-- message.vi: điểm tiếp nhận “{name}” không có số điện thoại
-- message.en: place “{name}” has no phone number
-- cure.vi: điền cột phone của data/reception-points.csv (hoặc của cơ quan ở data/agencies.csv)
-- cure.en: fill column phone of data/reception-points.csv (or of the agency in data/agencies.csv)
SELECT r.source_id, r.source_line, r.name
FROM reception_point_now r LEFT JOIN agency_now a ON a.code = r.agency_code
WHERE r.phone IS NULL AND a.phone IS NULL
ORDER BY r.code;
