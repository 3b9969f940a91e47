-- SPDX-License-Identifier: MIT
-- id: NY097
-- level: warning
-- name: a field with figures that looks sensitive
-- basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16: một hai hồ sơ có thể làm lộ một người [2026-01-01 ..]
-- message.vi: lĩnh vực “{name}” có vẻ nhạy cảm nhưng chưa được đánh dấu; {small} số đếm là 1 hoặc 2 được đăng nguyên
-- message.en: the field “{name}” looks sensitive and is not marked; {small} counts of 1 or 2 are posted as they are
-- cure.vi: ghi 1 ở cột sensitive của data/fields.csv để trang ghi “< 3”; xét thấy không nhạy cảm thì ghi 0
-- cure.en: write 1 into column sensitive of data/fields.csv, and pages print “< 3”; write 0 if it is not sensitive
-- What such a field is called, as fold() writes it; and what only sounds like it.
WITH word(word) AS (VALUES ('ho tich'), ('ly lich tu phap'), ('y te'), ('kham benh'), ('chua benh'), ('y khoa'),
  ('phap y'), ('tam than'), ('hiv'), ('te nan xa hoi'), ('ma tuy'), ('cai nghien'), ('con nuoi'), ('khuyet tat')),
other(word) AS (VALUES ('thiet bi y te'), ('vat tu y te'), ('bao hiem y te'), ('thu y te'))
SELECT f.source_id, f.source_line, f.code, f.name,
  (SELECT num(count(*)) FROM dossier_stat d CROSS JOIN json_each(json_array(d.recv_online, d.recv_direct,
      d.recv_postal, d.carried_over, d.done_early, d.done_on_time, d.done_late, d.open_in_term, d.open_overdue)) j
    WHERE d.field_code = f.code AND j.value IN (1, 2)) AS small
FROM field f
WHERE f.sensitive IS NULL AND EXISTS (SELECT 1 FROM dossier_stat d WHERE d.field_code = f.code)
  AND EXISTS (SELECT 1 FROM word w WHERE instr(' ' || replace(fold(f.name), ',', ' ') || ' ', ' ' || w.word || ' '))
  AND NOT EXISTS (SELECT 1 FROM other o WHERE instr(fold(f.name), o.word))
ORDER BY f.code;
