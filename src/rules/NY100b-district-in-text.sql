-- SPDX-License-Identifier: MIT
-- id: NY100b
-- level: warning
-- name: text that speaks of the district level
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15 [2025-07-01 ..]
-- basis: Nghị định 118/2025/NĐ-CP, Điều 7 [2025-07-01 ..]
-- message.vi: {code}, cột {part}: còn nói cấp huyện: “{words}”
-- message.en: {code}, column {part}: still speaks of the district level: “{words}”
-- cure.vi: sửa theo chính quyền hai cấp; nếu nói về giấy tờ cấp trước 01/7/2025 thì ghi rõ như vậy
-- cure.en: write it for two levels of government; of papers issued before 01/7/2025, say so
SELECT t.source_id, t.source_line, t.code, t.part,
  find_words(t.text, 'huyện|quận|thị xã',
    'trước ngày 01|trước ngày 1|trước 01/7/2025|trước 1/7/2025|trước thời điểm|trước khi sắp xếp|không tổ chức cấp|'
    -- of war and of papers of their time; plans that still hold; names of programmes, roads, post offices
    || 'kháng chiến|chiến trường|chiến sự|năm 1975|tại thời điểm kê khai|tại thời điểm cấp|cấp tỉnh bầu|'
    || 'sử dụng đất cấp huyện|huyện nghèo|đường huyện|bưu điện huyện') AS words
FROM text_posted t
WHERE t.part NOT IN ('executing_agency', 'deciding_agency', 'delegated_agency', 'coordinating_agency',
    'reception_address', 'address') AND words IS NOT NULL
ORDER BY t.source_id, t.source_line, t.part;
