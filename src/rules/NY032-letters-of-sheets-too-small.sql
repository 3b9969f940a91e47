-- SPDX-License-Identifier: MIT
-- id: NY032
-- level: error
-- name: letters of posted sheets smaller than 14 points
-- basis: Thông tư 02/2017/TT-VPCP, Chương III; Nghị định 30/2020/NĐ-CP, Phụ lục I
-- message.vi: mẫu trình bày “{name}” có chữ quá nhỏ: {body_pt} (ít nhất 14), ở chân tờ {small_pt} (ít nhất 11)
-- message.en: the form “{name}” has letters too small: {body_pt} (at least 14), at the foot {small_pt} (at least 11)
-- cure.vi: tăng body_pt, small_pt ở dòng này của data/form-profiles.csv
-- cure.en: raise body_pt and small_pt on this line of data/form-profiles.csv
SELECT source_id, source_line, name, body_pt, small_pt FROM form_profile
WHERE (body_pt < 14 OR small_pt < 11) AND (valid_to IS NULL OR valid_to > build_date())
ORDER BY name, valid_from;
