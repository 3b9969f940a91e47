-- SPDX-License-Identifier: MIT
-- id: NY006b
-- level: note
-- name: time limit that stands in the note only
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ
-- message.vi: thời hạn của thủ tục {code} khi nộp {channel} chỉ nằm trong mô tả: “{words}”
-- message.en: the time limit of procedure {code} for filing {channel} stands in its note only: “{words}”
-- cure.vi: chép thời hạn sang time_limit_value, time_limit_unit hoặc time_limit_text của data/methods.csv
-- cure.en: copy the limit into time_limit_value, time_limit_unit or time_limit_text of data/methods.csv
SELECT m.source_id, m.source_line, m.code, t('channel.' || m.channel) AS channel,
  coalesce(find_words(m.note, 'ngày làm việc|giờ làm việc|trong ngày'),
    CASE WHEN m.note GLOB '*[0-9] ngày*' OR m.note GLOB '*[0-9]) ngày*' OR m.note GLOB '*[0-9] giờ*'
      THEN find_words(m.note, 'ngày|giờ') END) AS words
FROM procedure_posted p JOIN method m ON m.code = p.code AND m.version = p.version
WHERE m.time_limit_text IS NULL AND (m.time_limit_value IS NULL OR m.time_limit_unit = 'OTHER')
  AND words IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dossier_case c WHERE c.code = p.code
    AND c.version = p.version AND coalesce(c.time_limit_text, c.time_limit_value) IS NOT NULL)
ORDER BY m.code, m.version, m.position;
