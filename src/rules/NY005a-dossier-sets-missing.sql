-- SPDX-License-Identifier: MIT
-- id: NY005a
-- level: warning
-- name: number of sets missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d
-- message.vi: thủ tục {code} thiếu số lượng bộ hồ sơ
-- message.en: procedure {code} lacks the number of sets of its dossier
-- cure.vi: điền cột sets_qty trong data/procedures.csv, thường là 1
-- cure.en: fill column sets_qty of data/procedures.csv, usually 1
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.sets_qty IS NULL AND p.dossier_none IS NULL
ORDER BY p.code, p.version;
