-- SPDX-License-Identifier: MIT
-- id: NY100a
-- level: warning
-- name: office of a district named as being there
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15 [2025-07-01 ..]
-- basis: Nghị định 118/2025/NĐ-CP, Điều 7 [2025-07-01 ..]
-- message.vi: {code}, cột {part}: còn cơ quan, địa chỉ cấp huyện: “{words}”
-- message.en: {code}, column {part}: still an office or address of a district: “{words}”
-- cure.vi: ghi cơ quan cấp tỉnh hoặc cấp xã đang làm việc này
-- cure.en: name the office of the province or commune that does it now
SELECT t.source_id, t.source_line, t.code, t.part,
  find_words(t.text, 'huyện|quận|thị xã',
    'trước ngày 01|trước ngày 1|trước 01/7/2025|trước 1/7/2025|trước thời điểm|trước khi sắp xếp|không tổ chức cấp') AS words
FROM text_posted t
WHERE t.part IN ('executing_agency', 'deciding_agency', 'delegated_agency', 'coordinating_agency',
    'reception_address', 'address') AND words IS NOT NULL
ORDER BY t.source_id, t.source_line, t.part;
