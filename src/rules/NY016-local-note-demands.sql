-- SPDX-License-Identifier: MIT
-- id: NY016
-- level: warning
-- name: local note that demands something
-- basis: Nghị định 63/2010/NĐ-CP, Điều 18 khoản 6
-- basis: Nghị định 118/2025/NĐ-CP, Điều 6 khoản 1 [2025-07-01 ..]
-- message.vi: hướng dẫn thêm của {agency} ở thủ tục {code} như đòi thêm giấy tờ hay khoản thu: “{words}”
-- message.en: the note of {agency} at procedure {code} seems to ask for more papers or money: “{words}”
-- cure.vi: chỉ giải thích điều đã công bố; giấy tờ, bước, khoản thu ngoài quyết định công bố thì bỏ (local_note_md, data/postings.csv)
-- cure.en: explain only what was announced; papers, steps and money beyond the announcing decision go (local_note_md, data/postings.csv)
SELECT s.source_id, s.source_line, s.code, s.agency_code AS agency,
  find_words(s.local_note_md, 'phải nộp|nộp thêm|nộp bổ sung|bắt buộc|lệ phí|thu thêm|đóng thêm|'
    || 'phải có|phải kèm|phải mang|phải xuất trình|yêu cầu nộp|phụ thu',
    'không bắt buộc|không phải|không thu|không cần|miễn') AS words
FROM posting_in_force s
WHERE words IS NOT NULL
ORDER BY s.code, s.agency_code;
