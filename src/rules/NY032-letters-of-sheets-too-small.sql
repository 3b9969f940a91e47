-- SPDX-License-Identifier: MIT
-- id: NY032
-- level: error
-- name: letters of posted sheets smaller than 14 points
-- basis: Thông tư 02/2017/TT-VPCP, Chương III; Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: mẫu trình bày “{name}” có cỡ chữ {body_pt}, chân tờ {small_pt}
-- message.en: the form “{name}” has letters of {body_pt}, at the foot {small_pt}
-- cure.vi: sửa data/form-profiles.csv: body_pt từ 14, small_pt từ 11
-- cure.en: mend data/form-profiles.csv: body_pt from 14, small_pt from 11
SELECT source_id, source_line, name, body_pt, small_pt FROM form_profile
WHERE (body_pt < 14 OR small_pt < 11) AND (valid_to IS NULL OR valid_to > build_date())
ORDER BY name, valid_from;
