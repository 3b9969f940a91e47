-- SPDX-License-Identifier: MIT
-- id: NY084
-- level: warning
-- name: a rate typed by hand into a report
-- basis: suy từ yêu cầu tính tỷ lệ theo một quy tắc làm tròn
-- message.vi: báo cáo {path} có tỷ lệ gõ bằng tay: “{text}”
-- message.en: report {path} has a rate typed by hand: “{text}”
-- cure.vi: thay bằng tên của con số, ví dụ `=on_time_done`; chỉ tiêu thì dùng `=on_time_done.target`
-- cure.en: name the figure instead, e.g. `=on_time_done`; of a target `=on_time_done.target`
WITH RECURSIVE
-- Lines of the text; fence: the mark of the code block that a line stands in.
line(path, source_id, at, text, rest, fence) AS (
  SELECT path, source_id, body_line - 1, '', body_md || char(10), '' FROM article
  WHERE kind = 'REPORT' AND draft = 0
  UNION ALL
  SELECT path, source_id, at + 1, substr(rest, 1, instr(rest, char(10)) - 1),
    substr(rest, instr(rest, char(10)) + 1),
    CASE WHEN fence <> '' AND ltrim(rest, ' ') LIKE fence || '%' THEN ''
      WHEN fence <> '' THEN fence WHEN ltrim(rest, ' ') LIKE '```%' THEN '```'
      WHEN ltrim(rest, ' ') LIKE '~~~%' THEN '~~~' ELSE '' END
  FROM line WHERE rest <> ''),
-- Pieces of a line between backticks: those with odd numbers are code.
piece(path, source_id, at, line, text, rest, no) AS (
  SELECT path, source_id, at, text, '', text || '`', -1 FROM line
  WHERE fence = '' AND text GLOB '*[0-9]*%*'
  UNION ALL
  SELECT path, source_id, at, line, substr(rest, 1, instr(rest, '`') - 1),
    substr(rest, instr(rest, '`') + 1), no + 1 FROM piece WHERE rest <> '')
SELECT source_id, at AS source_line, path, substr(trim(line), 1, 60) AS text FROM piece
WHERE no >= 0 AND no % 2 = 0
  AND (text GLOB '*[0-9]%*' OR text GLOB '*[0-9] %*' OR text GLOB '*[0-9]' || char(160) || '%*')
GROUP BY path, at
ORDER BY path, at;
