-- SPDX-License-Identifier: MIT
-- id: NY001b
-- level: warning
-- name: two procedures of one name
-- basis: Nghị định 63/2010/NĐ-CP, Điều 16 (rõ ràng, dễ tiếp cận)
-- message.vi: thủ tục {code} trùng tên và cùng cấp với {other}: “{short}”
-- message.en: procedure {code} has the name and the level of {other}: “{short}”
-- cure.vi: đối chiếu quyết định công bố: bỏ mã đã bị thay thế, hoặc ghi đủ tên để người dân phân biệt được
-- cure.en: compare with the announcing decision: drop the code that was replaced, or give the whole names so that people can tell them apart
WITH named AS MATERIALIZED (SELECT code, version, code_national, level, fold(name) AS name,
  source_id, source_line, substr(name, 1, 80) AS short FROM procedure_posted)
SELECT p.source_id, p.source_line, p.code, min(q.code) AS other, p.short
FROM named p JOIN named q ON q.name = p.name AND q.level IS p.level AND q.code_national <> p.code_national
GROUP BY p.code, p.version ORDER BY p.code, p.version;
