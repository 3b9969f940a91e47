-- SPDX-License-Identifier: MIT
-- id: NY097a
-- level: note
-- name: small counts are withheld
-- basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16: một hai hồ sơ có thể làm lộ một người [2026-01-01 ..]
-- message.vi: lĩnh vực nhạy cảm “{name}”: {small} số đếm là 1 hoặc 2, {rows} hàng số liệu có chỗ ghi “< 3” hoặc “…”
-- message.en: sensitive field “{name}”: {small} counts of 1 or 2, {rows} rows of figures have “< 3” or “…”
-- cure.vi: trang đăng như vậy là đúng; bảng đủ số để gửi cấp trên lấy từ data/dossier-stats.csv, không lấy từ trang
-- cure.en: the pages are right so; take the full table for the superior office from data/dossier-stats.csv, not from the site
SELECT f.source_id, f.source_line, f.code, f.name,
  (SELECT num(count(*)) FROM dossier_stat d CROSS JOIN json_each(json_array(d.recv_online, d.recv_direct,
      d.recv_postal, d.carried_over, d.done_early, d.done_on_time, d.done_late, d.open_in_term, d.open_overdue)) j
    WHERE d.field_code = f.code AND j.value IN (1, 2)) AS small, num(count(*)) AS rows
FROM field f JOIN stat s ON s.field_code = f.code
WHERE f.sensitive = 1 AND s.marks IS NOT NULL
GROUP BY f.code ORDER BY f.code;
