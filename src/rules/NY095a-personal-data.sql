-- SPDX-License-Identifier: MIT
-- id: NY095a
-- level: error
-- name: personal data in what would be posted
-- basis: Nghị định 63/2010/NĐ-CP, Điều 18 khoản 4
-- basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16 [2026-01-01 ..]
-- message.vi: {code}, cột {part}: như có dữ liệu cá nhân (“{start}”)
-- message.en: {code}, column {part}: there seems to be personal data (“{start}”)
-- cure.vi: xóa tên, số định danh, điện thoại, biển số của người dân; số và tên của cơ quan thì ghi ở data/channels.csv, data/people.csv
-- cure.en: take names, identity numbers, phones and plates of people out; numbers and names of the office belong into data/channels.csv and data/people.csv
WITH known AS MATERIALIZED (SELECT list FROM known_contact)
SELECT t.source_id, t.source_line, t.code, t.part, find_personal(t.text, (SELECT list FROM known)) AS start
FROM text_posted t
WHERE start IS NOT NULL
ORDER BY t.source_id, t.source_line, t.part;
