-- SPDX-License-Identifier: MIT
-- id: NY058a
-- level: note
-- name: outage without its first or last day
-- basis: Nghị định 224/2026/NĐ-CP, Điều 13 khoản 1 điểm a [2026-07-01 ..]
-- message.vi: thông báo tạm dừng “{title}” không nói rõ dừng từ ngày nào đến ngày nào
-- message.en: notice of an outage “{title}” does not say from which day to which day
-- cure.vi: ghi starts là ngày bắt đầu, ends là ngày chạy lại, không sớm hơn starts
-- cure.en: set starts to the first day, ends to the day on which the system runs again, not before starts
SELECT source_id, source_line, title
FROM article
WHERE draft = 0 AND kind = 'OUTAGE' AND coalesce(starts > ends, 1)
ORDER BY path;
