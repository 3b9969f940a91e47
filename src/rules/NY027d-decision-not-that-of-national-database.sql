-- SPDX-License-Identifier: MIT
-- id: NY027d
-- level: warning
-- name: decision other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: quyết định công bố của thủ tục {code}: ở đây {here}, ở Cơ sở dữ liệu quốc gia {there} ({at})
-- message.en: the announcing decision of procedure {code}: {here} here, {there} in the national database ({at})
-- cure.vi: xem quyết định nào mới hơn: sửa decision_no trong data/procedures.csv, hoặc đề nghị cơ quan công bố sửa Cơ sở dữ liệu quốc gia
-- cure.en: see which decision is the newer: mend decision_no of data/procedures.csv, or ask the announcing agency to mend the national database
WITH named AS (
  SELECT p.code_national, p.decision_no AS no FROM procedure_posted p WHERE p.decision_no IS NOT NULL
  UNION SELECT s.code_national, s.decision_no FROM posting_in_force s WHERE s.decision_no IS NOT NULL),
-- "Quyết định số 0123/QĐ-BQP." is 123-qd-bqp
ours AS (SELECT code_national, no, '-' || ltrim(replace(replace('-' || slug(no), '-quyet-dinh-', '-'),
  '-so-', '-'), '-0') || '-' AS words FROM named),
theirs AS (SELECT c.code, c.version, n.decision_no AS no, '-' || ltrim(replace(replace('-'
    || slug(n.decision_no), '-quyet-dinh-', '-'), '-so-', '-'), '-0') || '-' AS words
  FROM national.pair c JOIN national.procedure n ON n.code = c.their_code
    AND n.version = c.their_version WHERE NOT c.withdrawn AND n.decision_no IS NOT NULL)
SELECT c.source_id, c.source_line, c.code, c.at, t.no AS there,
  coalesce((SELECT group_concat(no, ', ') FROM (SELECT no FROM ours o
    WHERE o.code_national = c.code_national ORDER BY no)), '–') AS here
FROM national.pair c JOIN theirs t ON t.code = c.code AND t.version = c.version
WHERE NOT EXISTS (SELECT 1 FROM ours o WHERE o.code_national = c.code_national
  AND (instr(t.words, o.words) OR instr(o.words, t.words)))
ORDER BY c.code, c.version;
