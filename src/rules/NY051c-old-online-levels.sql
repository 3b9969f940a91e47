-- SPDX-License-Identifier: MIT
-- id: NY051c
-- level: warning
-- name: old numbers of online levels
-- basis: Nghị định 224/2026/NĐ-CP, Điều 14 và 16 [2026-07-01 ..]
-- message.vi: {code}, cột {part}: còn gọi dịch vụ công trực tuyến theo mức độ cũ: “{words}”
-- message.en: {code}, column {part}: still speaks of the old levels of online service: “{words}”
-- cure.vi: gọi là dịch vụ công trực tuyến toàn trình hoặc một phần
-- cure.en: say whole or partial online service
SELECT t.source_id, t.source_line, t.code, t.part,
  find_words(t.text, 'trực tuyến mức độ 1|trực tuyến mức độ 2|trực tuyến mức độ 3|trực tuyến mức độ 4|'
    || 'dịch vụ công mức độ 3|dịch vụ công mức độ 4|dvctt mức độ 3|dvctt mức độ 4|'
    || 'trực tuyến mức 3|trực tuyến mức 4|trực tuyến cấp độ 3|trực tuyến cấp độ 4', 'định danh') AS words
FROM text_posted t
WHERE words IS NOT NULL
ORDER BY t.source_id, t.source_line, t.part;
