-- SPDX-License-Identifier: MIT
-- id: NY104
-- level: error
-- name: date of the data or of posting missing
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4
-- basis: Nghị định 224/2026/NĐ-CP, Điều 12 [2026-07-01 ..]
-- message.vi: thủ tục {code} thiếu: {missing}
-- message.en: procedure {code} lacks: {missing}
-- cure.vi: điền data_date (ngày của dữ liệu) và posted_since (niêm yết từ ngày) trong data/procedures.csv
-- cure.en: fill data_date (state of the data) and posted_since (posted since) of data/procedures.csv
SELECT p.source_id, p.source_line, p.code,
  trim(CASE WHEN p.data_date IS NULL THEN 'data_date ' ELSE '' END
    || CASE WHEN p.posted_since IS NULL THEN 'posted_since' ELSE '' END) AS missing
FROM procedure_posted p
WHERE p.data_date IS NULL OR p.posted_since IS NULL
ORDER BY p.code, p.version;
