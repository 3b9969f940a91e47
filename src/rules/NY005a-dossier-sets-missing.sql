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
  -- "Số lượng hồ sơ: 01 bộ" among the papers, "nộp 01 bộ hồ sơ" in the steps or a way's note
  AND NOT EXISTS (SELECT 1 FROM (SELECT p.steps_md AS text
      UNION ALL SELECT m.note FROM method m WHERE m.code = p.code AND m.version = p.version
      UNION ALL SELECT c.name FROM component c WHERE c.code = p.code AND c.version = p.version
      UNION ALL SELECT d.name FROM dossier_case d WHERE d.code = p.code AND d.version = p.version)
    WHERE find_words(text, '01 bộ|1 bộ|02 bộ|2 bộ|03 bộ|3 bộ|04 bộ|4 bộ|05 bộ|5 bộ|06 bộ|07 bộ|08 bộ|09 bộ|'
      || '10 bộ|(01) bộ|(02) bộ|(03) bộ|(một) bộ|(hai) bộ|(ba) bộ|một bộ hồ sơ|hai bộ hồ sơ|ba bộ hồ sơ|'
      || 'số bộ hồ sơ|số lượng hồ sơ') IS NOT NULL)
ORDER BY p.code, p.version;
