-- SPDX-License-Identifier: MIT
-- id: NY026
-- level: warning
-- name: notice posted for less than 30 days
-- basis: Luật Tiếp cận thông tin 104/2016/QH13, Điều 21 khoản 2
-- message.vi: thông báo “{title}” chỉ đăng {days} ngày, phải đến {due}
-- message.en: notice “{title}” is posted for {days} days only; it has to stay until {due}
-- cure.vi: đặt posted_to là ngày ấy hoặc muộn hơn, hoặc ghi văn bản quy định thời hạn khác ở legal_doc
-- cure.en: set posted_to to that day or later, or name in legal_doc the document that says otherwise
SELECT source_id, source_line, title, date_vi(due_day) AS due,
  CAST(julianday(done_day) - julianday(event_day) AS INTEGER) AS days
FROM deadline WHERE id = 'D-09' AND state = 'MISSED'
ORDER BY object;
