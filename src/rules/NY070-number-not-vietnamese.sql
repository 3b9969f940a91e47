-- SPDX-License-Identifier: MIT
-- id: NY070
-- level: warning
-- name: number written the English way
-- basis: Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: {code}, cột {part}: số viết kiểu nước ngoài (dấu phẩy ngăn hàng nghìn): “{words}”
-- message.en: {code}, column {part}: a number with commas between thousands: “{words}”
-- cure.vi: dùng dấu chấm ngăn hàng nghìn, dấu phẩy cho phần lẻ: 30.000 đồng; 81,76%
-- cure.en: write thousands with points and decimals with a comma: 30.000 đồng; 81,76%
SELECT t.source_id, t.source_line, t.code, t.part,
  substr(t.text, max(1, instr(t.text, ',000') - 20), 60) AS words
FROM text_posted t
WHERE t.part IN ('formula', 'note', 'none_reason', 'exemptions', 'reductions', 'name', 'local_note_md',
    'body_md', 'condition', 'requirements_md')
  AND CASE WHEN instr(t.text, ',000') THEN (t.text GLOB '*[0-9],000 đ*' OR t.text GLOB '*[0-9],000đ*'
  OR t.text GLOB '*[0-9],000 [Vv][Nn]*' OR t.text GLOB '*[0-9],000[Vv][Nn]*'
  OR t.text GLOB '*[0-9],000,000*' OR t.text GLOB '*[0-9],[0-9][0-9][0-9],000*') END
ORDER BY t.source_id, t.source_line, t.part;
