-- SPDX-License-Identifier: MIT
-- id: NY096
-- level: note
-- name: dossier codes shown in full
-- basis: mã hồ sơ chứa ngày nộp và nơi nhận: ở đơn vị nhỏ có thể đoán ra người nộp
-- message.vi: mã của {count} hồ sơ quá hạn được ghi đầy đủ trên trang
-- message.en: the codes of {count} dossiers past their day are shown in full
-- cure.vi: bỏ overdue.codes trong site.yml để che mã (H20.…-…053); chỉ giữ khi có căn cứ phải công khai cả mã
-- cure.en: remove overdue.codes from site.yml to mask them (H20.…-…053); keep it only where there is a ground to publish them
SELECT s.source_id, s.source_line, num((SELECT count(*) FROM overdue_dossier)) AS count
FROM setting s
WHERE s.key = 'overdue.codes' AND s.value = 'full' AND EXISTS (SELECT 1 FROM overdue_dossier)
ORDER BY s.key;
