-- SPDX-License-Identifier: MIT
-- id: NY005
-- level: error
-- name: dossier missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d
-- message.vi: thủ tục {code} thiếu thành phần hồ sơ
-- message.en: procedure {code} lacks its dossier
-- cure.vi: thêm giấy tờ vào data/components.csv, hoặc ghi rõ không phải nộp giấy tờ ở cột dossier_none
-- cure.en: add the papers to data/components.csv, or say in column dossier_none that none is required
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.dossier_none IS NULL
  AND NOT EXISTS (SELECT 1 FROM component c WHERE c.code = p.code AND c.version = p.version)
ORDER BY p.code, p.version;
