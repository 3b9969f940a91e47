-- SPDX-License-Identifier: MIT
-- id: NY060b
-- level: warning
-- needs: pages
-- name: page too heavy
-- basis: Nghị định 224/2026/NĐ-CP, Điều 12 khoản 2
-- message.vi: trang {path} nặng {kb} KB, hơn mức {most} KB
-- message.en: page {path} has {kb} KB, over the {most} KB set
-- cure.vi: chia danh sách thành nhiều trang hoặc bớt chữ lặp lại; mức đặt ở check.page_kb trong site.yml
-- cure.en: cut the list into pages or repeat less; the limit is check.page_kb in site.yml
SELECT p.source_id, p.source_line, p.template AS file, p.path, p.bytes / 1024 AS kb, s.value AS most
FROM page p JOIN setting s ON s.key = 'check.page_kb'
WHERE p.bytes > s.value * 1024
ORDER BY p.path;
