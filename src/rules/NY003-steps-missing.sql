-- SPDX-License-Identifier: MIT
-- id: NY003
-- level: error
-- name: steps missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm b
-- message.vi: thủ tục {code} thiếu trình tự thực hiện
-- message.en: procedure {code} lacks its steps
-- cure.vi: chép các bước từ quyết định công bố vào cột steps_md của data/procedures.csv
-- cure.en: copy the steps from the announcing decision into column steps_md of data/procedures.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.steps_md IS NULL OR trim(p.steps_md) = '' OR (length(p.steps_md) < 40
  AND fold(trim(p.steps_md, ' .-' || char(10))) IN (SELECT word FROM sentinel UNION SELECT 'khong' UNION SELECT ''))
ORDER BY p.code, p.version;
