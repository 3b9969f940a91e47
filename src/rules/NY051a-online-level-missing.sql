-- SPDX-License-Identifier: MIT
-- id: NY051a
-- level: error
-- name: level of the online service not said
-- basis: Nghị định 42/2022/NĐ-CP, Điều 11 [2022-08-15 .. 2026-07-01]
-- basis: Nghị định 224/2026/NĐ-CP, Điều 14 [2026-07-01 ..]
-- message.vi: thủ tục {code} không nói dịch vụ công trực tuyến toàn trình, một phần hay chưa có
-- message.en: procedure {code} does not say whether its online service is whole, partial or none
-- cure.vi: điền online_level trong data/procedures.csv: FULL (toàn trình), PARTIAL (một phần) hoặc NONE (chưa có)
-- cure.en: fill online_level of data/procedures.csv: FULL, PARTIAL or NONE
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.online_level IS NULL
ORDER BY p.code, p.version;
