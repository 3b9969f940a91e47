-- SPDX-License-Identifier: MIT
-- id: NY026
-- level: warning
-- name: notice posted for less than 30 days
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 21 khoản 2
-- message.vi: thông báo “{title}” chỉ đăng {days} ngày
-- message.en: notice “{title}” is posted for {days} days only
-- cure.vi: đặt posted_to cách posted_from ít nhất 30 ngày, hoặc ghi văn bản quy định thời hạn khác ở legal_doc
-- cure.en: set posted_to 30 days or more after posted_from, or name in legal_doc the document that says otherwise
SELECT a.source_id, a.source_line, a.title,
  CAST(julianday(a.posted_to) - julianday(a.posted_from) AS INTEGER) AS days
FROM article a
WHERE a.draft = 0 AND a.kind NOT IN ('PAGE', 'OUTAGE') AND a.legal_doc IS NULL
  AND a.posted_to < date(a.posted_from, '+30 days')
ORDER BY a.path;
