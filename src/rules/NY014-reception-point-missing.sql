-- SPDX-License-Identifier: MIT
-- id: NY014
-- level: error
-- name: place of filing missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 13
-- message.vi: thủ tục {code} chưa có nơi tiếp nhận kèm địa chỉ và giờ làm việc
-- message.en: procedure {code} has no place of filing with address and hours
-- cure.vi: thêm dòng vào data/postings.csv dẫn tới điểm tiếp nhận có địa chỉ và giờ (data/reception-points.csv, data/opening-hours.csv)
-- cure.en: add a line to data/postings.csv that names a reception point with address and hours (data/reception-points.csv, data/opening-hours.csv)
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE NOT EXISTS (SELECT 1 FROM posting_in_force s
    JOIN reception_point_now r ON r.code = s.point_code OR (s.point_code IS NULL AND r.agency_code = s.agency_code)
    WHERE s.code_national = p.code_national AND r.address IS NOT NULL
      AND EXISTS (SELECT 1 FROM opening_interval o WHERE o.point_code = r.code))
ORDER BY p.code, p.version;
