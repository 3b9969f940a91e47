-- SPDX-License-Identifier: MIT
-- id: NY033
-- level: warning
-- name: margins of posted sheets outside the ranges
-- basis: Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: mẫu trình bày “{name}” có lề ngoài khoảng quy định: {margins} mm (trên, phải, dưới, trái)
-- message.en: the form “{name}” has margins outside the ranges: {margins} mm (top, right, bottom, left)
-- cure.vi: sửa dòng này của data/form-profiles.csv: lề trên và dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm
-- cure.en: mend this line of data/form-profiles.csv: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm
SELECT source_id, source_line, name, top_mm || ', ' || right_mm || ', ' || bottom_mm || ', ' || left_mm AS margins
FROM form_profile
WHERE NOT (top_mm BETWEEN 20 AND 25 AND bottom_mm BETWEEN 20 AND 25 AND left_mm BETWEEN 30 AND 35
  AND right_mm BETWEEN 15 AND 20) AND (valid_to IS NULL OR valid_to > build_date())
ORDER BY name, valid_from;
