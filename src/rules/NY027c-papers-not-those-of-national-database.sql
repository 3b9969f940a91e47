-- SPDX-License-Identifier: MIT
-- id: NY027c
-- level: error
-- name: number of papers other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: số giấy tờ của thủ tục {code}{case_name}: ở đây {here} (bản chính {here_originals}, bản sao {here_copies}), ở Cơ sở dữ liệu quốc gia {there} (bản chính {there_originals}, bản sao {there_copies}) ({at})
-- message.en: papers of procedure {code}{case_name}: {here} here (originals {here_originals}, copies {here_copies}), {there} in the national database (originals {there_originals}, copies {there_copies}) ({at})
-- cure.vi: theo quyết định công bố: sửa data/components.csv; không đòi thêm giấy tờ ngoài thành phần hồ sơ đã công bố
-- cure.en: go by the announcing decision: mend data/components.csv; no paper may be asked for that was not announced
WITH here AS (
  SELECT c.code, c.version, c.their_code, c.their_version, s.case_position, s.case_name, s.papers,
    s.originals, s.copies, row_number() OVER (PARTITION BY c.code ORDER BY s.case_position) AS n,
    coalesce(slug(s.case_name), '') || row_number() OVER (PARTITION BY c.code,
      coalesce(slug(s.case_name), '') ORDER BY s.case_position) AS title
  FROM national.pair c JOIN papers_stated s ON s.code = c.code AND s.version = c.version
  WHERE NOT c.withdrawn),
there AS (
  SELECT c.code, s.case_position, s.papers, s.originals, s.copies,
    row_number() OVER (PARTITION BY c.code ORDER BY s.case_position) AS n,
    coalesce(slug(s.case_name), '') || row_number() OVER (PARTITION BY c.code,
      coalesce(slug(s.case_name), '') ORDER BY s.case_position) AS title
  FROM national.pair c JOIN national.papers_stated s ON s.code = c.their_code
    AND s.version = c.their_version),
ours AS (SELECT code, count(*) AS cases, sum(papers) AS papers, sum(originals) AS originals,
  sum(copies) AS copies, count(originals) AS said FROM here GROUP BY code),
theirs AS (SELECT code, count(*) AS cases, sum(papers) AS papers, sum(originals) AS originals,
  sum(copies) AS copies, count(originals) AS said FROM there GROUP BY code),
-- as many cases on both sides: those of one name, else those in one place
cases AS (
  SELECT h.*, t.papers AS their_papers, t.originals AS their_originals, t.copies AS their_copies,
    t.case_position AS their_case
  FROM here h JOIN ours o USING (code) JOIN theirs s ON s.code = h.code AND s.cases = o.cases
    JOIN there t ON t.code = h.code AND (t.title = h.title OR (t.n = h.n
      AND NOT EXISTS (SELECT 1 FROM there q WHERE q.code = h.code AND q.title = h.title)
      AND NOT EXISTS (SELECT 1 FROM here q WHERE q.code = h.code AND q.title = t.title)))
  WHERE h.papers <> t.papers OR h.originals <> t.originals OR h.copies <> t.copies),
-- the first paper of such a case that is not the same there, else its first
places AS (
  SELECT s.code, s.case_position, coalesce(min(CASE WHEN NOT EXISTS (
      SELECT 1 FROM national.component y WHERE y.code = s.their_code AND y.version = s.their_version
        AND coalesce(y.case_position, 0) = s.their_case AND y.original_qty IS x.original_qty
        AND y.copy_qty IS x.copy_qty AND slug(y.name) = slug(x.name))
    THEN x.position END), min(x.position)) AS position
  FROM cases s JOIN component x ON x.code = s.code AND x.version = s.version AND x.kind = 'PAPER'
    AND coalesce(x.case_position, 0) = s.case_position
  GROUP BY s.code, s.case_position)
SELECT k.source_id, k.source_line, s.code, c.at, coalesce(' (' || substr(s.case_name, 1, 80) || ')', '') AS case_name,
  s.papers AS here, coalesce(s.originals, '–') AS here_originals, coalesce(s.copies, '–') AS here_copies,
  s.their_papers AS there, coalesce(s.their_originals, '–') AS there_originals,
  coalesce(s.their_copies, '–') AS there_copies
FROM cases s JOIN places q USING (code, case_position)
  JOIN national.pair c ON c.code = s.code AND c.version = s.version
  JOIN component k ON k.code = s.code AND k.version = s.version AND k.position = q.position
UNION ALL
SELECT coalesce(k.source_id, c.source_id), coalesce(k.source_line, c.source_line), c.code, c.at, '',
  coalesce(o.papers, 0), iif(o.said = o.cases, o.originals, '–'), iif(o.said = o.cases, o.copies, '–'),
  coalesce(s.papers, 0), iif(s.said = s.cases, s.originals, '–'), iif(s.said = s.cases, s.copies, '–')
FROM national.pair c LEFT JOIN ours o ON o.code = c.code LEFT JOIN theirs s ON s.code = c.code
  JOIN national.procedure n ON n.code = c.their_code AND n.version = c.their_version
  LEFT JOIN component k ON k.code = c.code AND k.version = c.version AND k.position = (
    SELECT min(x.position) FROM component x WHERE x.code = c.code AND x.version = c.version
      AND x.kind = 'PAPER')
WHERE NOT c.withdrawn AND coalesce(o.papers, 0) <> coalesce(s.papers, 0)
  AND (s.papers IS NOT NULL OR n.dossier_none IS NOT NULL) -- else nothing is said there
  AND NOT EXISTS (SELECT 1 FROM cases q WHERE q.code = c.code)
ORDER BY 3, 2;
