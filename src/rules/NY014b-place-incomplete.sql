-- SPDX-License-Identifier: MIT
-- id: NY014b
-- level: error
-- name: place of filing without address or hours
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13
-- message.vi: điểm tiếp nhận “{name}” chưa có địa chỉ hoặc giờ làm việc
-- message.en: place “{name}” has no address or no opening hours
-- cure.vi: điền address trong data/reception-points.csv và thêm giờ vào data/opening-hours.csv
-- cure.en: fill address in data/reception-points.csv and add the hours to data/opening-hours.csv
SELECT r.source_id, r.source_line, r.name
FROM reception_point_now r
WHERE (r.address IS NULL OR NOT EXISTS (SELECT 1 FROM opening_interval o WHERE o.point_code = r.code))
  AND EXISTS (SELECT 1 FROM posting s WHERE s.point_code = r.code
    OR (s.point_code IS NULL AND s.agency_code = r.agency_code))
ORDER BY r.code;
