-- SPDX-License-Identifier: MIT
-- id: NY045
-- level: warning
-- name: nobody of the counter is published
-- basis: Nghị định 61/2018/NĐ-CP, Điều 9 khoản 7 [2018-06-21 .. 2025-07-01]
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 17 khoản 1 điểm k
-- message.vi: chưa công khai lãnh đạo, người tiếp nhận hồ sơ nào của {agency}
-- message.en: no head and nobody of the counter of {agency} is published
-- cure.vi: thêm họ tên hoặc số quầy, chức danh, lĩnh vực, điện thoại công vụ vào data/people.csv với public = 1
-- cure.en: add name or counter, title, field and office phone to data/people.csv with public = 1
SELECT s.source_id, s.source_line, s.value AS agency
FROM setting s
WHERE s.key = 'agency' AND s.value <> ''
  AND NOT EXISTS (SELECT 1 FROM person p WHERE p.agency_code = s.value AND p.public = 1)
ORDER BY s.key;
