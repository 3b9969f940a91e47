-- SPDX-License-Identifier: MIT
-- id: NY022
-- level: warning
-- name: later version that does not say what changed
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14 khoản 2 điểm b và Điều 15
-- message.vi: bản {version} của thủ tục {code} không nói thay đổi gì hoặc thay quyết định nào
-- message.en: version {version} of procedure {code} does not say how it changed or which decision it replaces
-- cure.vi: điền change_kind và supersedes_no trong data/procedures.csv
-- cure.en: fill change_kind and supersedes_no of data/procedures.csv
SELECT p.source_id, p.source_line, p.code, p.version
FROM procedure_posted p
WHERE (p.change_kind IS NULL OR p.supersedes_no IS NULL)
  AND EXISTS (SELECT 1 FROM procedure q WHERE q.code = p.code AND q.version < p.version)
ORDER BY p.code;
