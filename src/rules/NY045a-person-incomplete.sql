-- SPDX-License-Identifier: MIT
-- id: NY045a
-- level: warning
-- name: published person without title or phone
-- basis: Nghị định 61/2018/NĐ-CP, Điều 9 khoản 7 [2018-06-21 .. 2025-07-01]
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 17 khoản 1 điểm k
-- message.vi: “{name}” ở {agency} được công khai mà thiếu chức danh hoặc điện thoại
-- message.en: “{name}” of {agency} is published without title or phone
-- cure.vi: điền title, phone trong data/people.csv
-- cure.en: fill title and phone of data/people.csv
SELECT p.source_id, p.source_line, p.name, p.agency_code AS agency
FROM person p
WHERE p.public = 1 AND (p.title IS NULL OR p.phone IS NULL)
ORDER BY p.agency_code, p.name;
