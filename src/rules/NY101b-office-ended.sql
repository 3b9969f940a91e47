-- SPDX-License-Identifier: MIT
-- id: NY101b
-- level: error
-- name: the office itself is not in force
-- basis: Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 118/2025/NĐ-CP, Điều 7
-- message.vi: cơ quan {agency} của trang hiện không hoạt động theo data/agencies.csv
-- message.en: agency {agency} of this site is not in force according to data/agencies.csv
-- cure.vi: sửa agency trong site.yml, hoặc valid_from, valid_to trong data/agencies.csv
-- cure.en: mend agency in site.yml, or valid_from and valid_to of data/agencies.csv
SELECT s.source_id, s.source_line, s.value AS agency
FROM setting s
WHERE s.key = 'agency' AND s.value IN (SELECT code FROM agency) AND s.value NOT IN (SELECT code FROM agency_now)
ORDER BY s.key;
