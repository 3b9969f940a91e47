-- SPDX-License-Identifier: MIT
-- id: NY007a
-- level: warning
-- name: stated cut of the time limit does not add up
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ
-- message.vi: thủ tục {code} ghi “cắt giảm {cut}/{whole}” nhưng thời hạn là {limit}, theo luật là {statutory}
-- message.en: procedure {code} states a cut of {cut}/{whole}, but the limit is {limit} and the statutory one {statutory}
-- cure.vi: tính lại: thời hạn theo luật trừ phần cắt giảm bằng thời hạn niêm yết; sửa data/methods.csv
-- cure.en: the statutory limit less the cut is the posted limit: mend data/methods.csv
WITH stated AS (
  -- "1,5/5": a comma is a point for the arithmetic
  SELECT m.*, replace(substr(fold(s.text), instr(fold(s.text), 'cat giam ') + 9, 40), ',', '.') AS words
  FROM procedure_posted p JOIN method m ON m.code = p.code AND m.version = p.version
    JOIN (SELECT code, version, position,
        coalesce(time_limit_text, '') || ' ' || coalesce(note, '') AS text FROM method) s
      ON s.code = m.code AND s.version = m.version AND s.position = m.position
  WHERE find_words(s.text, 'cắt giảm') IS NOT NULL)
SELECT source_id, source_line, code, cut, whole, time_limit_value AS "limit",
  coalesce(time_limit_statutory_value, '–') AS statutory
FROM (SELECT *, CAST(words AS NUMERIC) + 0 AS cut,
    CAST(substr(words, instr(words, '/') + 1) AS NUMERIC) + 0 AS whole
  FROM stated WHERE words GLOB '[0-9]*/[0-9]*')
WHERE time_limit_value <> whole - cut OR time_limit_statutory_value <> whole
ORDER BY code, version, position;
