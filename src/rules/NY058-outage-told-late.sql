-- SPDX-License-Identifier: MIT
-- id: NY058
-- level: note
-- name: planned outage told late or without its end
-- basis: Nghị định 224/2026/NĐ-CP, Điều 13 khoản 1 điểm a [2026-07-01 ..]
-- message.vi: thông báo tạm dừng “{title}” không có ngày kết thúc, hoặc đăng chưa đến 7 ngày làm việc trước đó
-- message.en: notice of an outage “{title}” has no end, or was posted less than 7 working days before it
-- cure.vi: báo trước ít nhất 7 ngày làm việc và ghi posted_to là ngày sau khi hệ thống chạy lại
-- cure.en: tell it 7 working days before at least, and set posted_to to the day after the system runs again
-- An article has no first day of the outage: 7 working days from posting to the end are too few for sure.
SELECT a.source_id, a.source_line, a.title
FROM article a
WHERE a.draft = 0 AND a.kind = 'OUTAGE'
  AND (a.posted_to IS NULL OR a.posted_from IS NULL
    OR working_days_between(a.posted_from, a.posted_to) < 7)
ORDER BY a.path;
