-- SPDX-License-Identifier: MIT
-- id: NY054
-- level: note
-- name: no form to rate the information
-- basis: Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3 điểm b [2026-07-01 ..]
-- message.vi: trang chưa có nơi để người dân đánh giá mức độ hài lòng về thông tin{what}
-- message.en: the site has no place where people can rate its information{what}
-- cure.vi: ghi địa chỉ biểu mẫu khảo sát (bắt đầu bằng https://) ở khóa rating trong site.yml
-- cure.en: put the address of a form for it (it begins with https://) under the key rating in site.yml
SELECT source_id, source_line, CASE value WHEN '' THEN '' ELSE ': ' || value END AS what
FROM setting WHERE key = 'rating' AND value NOT LIKE 'https://%'
ORDER BY key;
