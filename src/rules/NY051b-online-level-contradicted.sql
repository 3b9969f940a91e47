-- SPDX-License-Identifier: MIT
-- id: NY051b
-- level: warning
-- name: level of the online service against the ways of filing
-- basis: Nghị định 42/2022/NĐ-CP, Điều 11 [2022-08-15 .. 2026-07-01]
-- basis: Nghị định 224/2026/NĐ-CP, Điều 14 [2026-07-01 ..]
-- message.vi: thủ tục {code} khai online_level = {level} nhưng cách thức nộp trực tuyến {has}
-- message.en: procedure {code} declares online_level = {level}, but among its ways of filing the online one {has}
-- cure.vi: sửa online_level ở data/procedures.csv hoặc dòng ONLINE ở data/methods.csv
-- cure.en: mend online_level of data/procedures.csv or the line ONLINE of data/methods.csv
SELECT p.source_id, p.source_line, p.code, p.online_level AS level,
  CASE p.online_level WHEN 'NONE' THEN '+' ELSE '–' END AS has
FROM procedure_posted p
WHERE (p.online_level = 'NONE') = EXISTS (SELECT 1 FROM method m WHERE m.code = p.code
    AND m.version = p.version AND m.channel = 'ONLINE')
  AND EXISTS (SELECT 1 FROM method m WHERE m.code = p.code AND m.version = p.version)
ORDER BY p.code, p.version;
