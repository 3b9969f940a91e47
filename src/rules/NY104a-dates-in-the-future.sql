-- SPDX-License-Identifier: MIT
-- id: NY104a
-- level: error
-- name: date that has not come yet
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4
-- message.vi: thủ tục {code} ghi ngày chưa đến: {day}
-- message.en: procedure {code} gives a day that has not come: {day}
-- cure.vi: sửa data_date, posted_since trong data/procedures.csv; nội dung có hiệu lực sau này thì đặt valid_from
-- cure.en: mend data_date or posted_since of data/procedures.csv; for content that takes effect later set valid_from
SELECT p.source_id, p.source_line, p.code, date_vi(max(coalesce(p.data_date, ''), coalesce(p.posted_since, ''))) AS day
FROM procedure_posted p
WHERE p.data_date > build_date() OR p.posted_since > build_date()
ORDER BY p.code, p.version;
