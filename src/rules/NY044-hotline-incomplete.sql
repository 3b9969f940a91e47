-- SPDX-License-Identifier: MIT
-- id: NY044
-- level: warning
-- name: hotline without number, owner or hours
-- basis: Nghị định 20/2008/NĐ-CP, Điều 10
-- basis: Nghị định 224/2026/NĐ-CP, Điều 10 khoản 2 điểm c [2026-07-01 ..]
-- message.vi: đường dây nóng “{label}” của {agency} thiếu: {missing}
-- message.en: hotline “{label}” of {agency} lacks: {missing}
-- cure.vi: điền owner, hours và số gọi được trong data/channels.csv; không đoán số
-- cure.en: fill owner, hours and a number that can be dialled in data/channels.csv; never guess a number
SELECT c.source_id, c.source_line, c.agency_code AS agency, c.label,
  trim(CASE WHEN c.value NOT GLOB '*[0-9]*[0-9]*[0-9]*' THEN 'value ' ELSE '' END
    || CASE WHEN c.owner IS NULL THEN 'owner ' ELSE '' END
    || CASE WHEN c.hours IS NULL THEN 'hours' ELSE '' END) AS missing
FROM channel c
WHERE c.kind = 'HOTLINE' AND (c.value NOT GLOB '*[0-9]*[0-9]*[0-9]*' OR c.owner IS NULL OR c.hours IS NULL)
ORDER BY c.agency_code, c.value;
