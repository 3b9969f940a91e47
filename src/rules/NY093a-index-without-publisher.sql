-- SPDX-License-Identifier: MIT
-- id: NY093a
-- level: warning
-- name: an index that does not say who publishes it
-- basis: suy từ yêu cầu trích nguyên chỉ số của cơ quan, tổ chức khác
-- message.vi: chỉ số {index} có điểm nhưng chưa ghi nơi công bố
-- message.en: index {index} has scores and does not say who publishes it
-- cure.vi: thêm dòng {index} với cột component để trống vào data/index-components.csv và điền name, publisher, url
-- cure.en: give data/index-components.csv a line {index} with an empty component, and fill name, publisher and url
SELECT min(s.source_id) AS source_id, min(s.source_line) AS source_line, s.index_code AS 'index'
FROM index_score s
WHERE NOT EXISTS (SELECT 1 FROM index_component c WHERE c.index_code = s.index_code AND c.component = ''
  AND c.publisher IS NOT NULL)
GROUP BY s.index_code ORDER BY s.index_code;
