-- SPDX-License-Identifier: MIT
-- id: NY006
-- level: error
-- name: time limit missing
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ
-- message.vi: thủ tục {code} thiếu thời hạn giải quyết khi nộp {channel}
-- message.en: procedure {code} lacks the time limit of filing {channel}
-- cure.vi: điền time_limit_value và time_limit_unit, hoặc time_limit_text, trong data/methods.csv
-- cure.en: fill time_limit_value and time_limit_unit, or time_limit_text, in data/methods.csv
SELECT m.source_id, m.source_line, m.code, t('channel.' || m.channel) AS channel
FROM procedure_posted p JOIN method m ON m.code = p.code AND m.version = p.version
WHERE m.time_limit_text IS NULL AND (m.time_limit_value IS NULL OR m.time_limit_unit = 'OTHER')
  -- a limit told in the note is NY006b's
  AND NOT coalesce(m.note GLOB '*[0-9] ngày*' OR m.note GLOB '*[0-9]) ngày*' OR m.note GLOB '*[0-9] giờ*'
    OR find_words(m.note, 'ngày làm việc|giờ làm việc|trong ngày') IS NOT NULL, 0)
  AND NOT EXISTS (SELECT 1 FROM dossier_case c WHERE c.code = p.code AND c.version = p.version
    AND coalesce(c.time_limit_text, c.time_limit_value) IS NOT NULL)
ORDER BY m.code, m.version, m.position;
