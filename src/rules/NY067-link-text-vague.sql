-- SPDX-License-Identifier: MIT
-- id: NY067
-- level: error
-- name: link that does not say where it leads
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 5
-- message.vi: {code}, cột {part}: liên kết không nói dẫn tới đâu: “{words}”
-- message.en: {code}, column {part}: a link does not say where it leads: “{words}”
-- cure.vi: đặt tên nơi dẫn tới vào giữa [ và ], thay cho “tại đây”, “xem thêm”
-- cure.en: put the name of what it leads to between [ and ], in place of “here” or “more”
SELECT t.source_id, t.source_line, t.code, t.part,
  find_words(t.text, 'tại đây|ở đây|vào đây|đây|xem thêm|chi tiết|link|here|more') AS words
FROM text_posted t
WHERE t.part IN ('steps_md', 'requirements_md', 'description_md', 'result_md', 'local_note_md', 'body_md')
  AND CASE WHEN instr(t.text, '](') THEN (t.text GLOB '*[[][Tt]ại đây](*' OR t.text GLOB '*[[][Xx]em tại đây](*'
  OR t.text GLOB '*[[][Xx]em ở đây](*' OR t.text GLOB '*[[]đây](*' OR t.text GLOB '*[[][Xx]em thêm](*'
  OR t.text GLOB '*[[][Xx]em chi tiết](*' OR t.text GLOB '*[[][Cc]hi tiết](*' OR t.text GLOB '*[[][Ll]ink](*'
  OR t.text GLOB '*[[][BbNn]*ấ[mn] vào đây](*' OR t.text GLOB '*[[][Cc]lick here](*'
  OR t.text GLOB '*[[][Hh]ere](*' OR t.text GLOB '*[[][Mm]ore](*') END
ORDER BY t.source_id, t.source_line, t.part;
