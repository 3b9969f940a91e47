-- SPDX-License-Identifier: MIT
-- Run in the database of an export (engine/against) when it is loaded. `place` says where each
-- code stands in the export, `office` is the office's own database beside it. Rules see the tables
-- made here as those of `national`.

-- Procedures that the export has as no longer in force: by day or decision, or by its word for
-- their state.
CREATE TABLE gone AS
SELECT code, version, 0 AS by_state FROM main.procedure_ended
UNION ALL SELECT code, version, 1 FROM main.procedure
WHERE slug(db_status) IN ('khong-cong-khai', 'huy-cong-khai', 'het-hieu-luc', 'bai-bo', 'da-bai-bo',
    'huy-bo', 'da-xoa')
  AND (code, version) NOT IN (SELECT code, version FROM main.procedure_ended);
CREATE UNIQUE INDEX gone_code ON gone(code, version);

-- Which procedure of the office is which one of the export: by national code. Of several
-- the one that is in force, then the one of the same code, then the plain one.
-- withdrawn: no longer in force there, and the office does not know.
CREATE TABLE pair AS
WITH ranked AS (
  SELECT p.code, p.version, p.code_national, p.source_id, p.source_line, n.code AS their_code,
    n.version AS their_version,
    g.code IS NOT NULL AND NOT (g.by_state AND n.db_status IS p.db_status) AS withdrawn,
    row_number() OVER (PARTITION BY p.code, p.version ORDER BY g.code IS NOT NULL, n.code <> p.code,
      n.code, n.version DESC) AS n
  FROM office.procedure_posted p JOIN main.procedure n ON n.code_national = p.code_national
    LEFT JOIN gone g ON g.code = n.code AND g.version = n.version)
SELECT r.code, r.version, r.code_national, r.source_id, r.source_line, r.their_code, r.their_version,
  r.withdrawn, coalesce(a.at, r.their_code) AS at
FROM ranked r LEFT JOIN main.place a ON a.code = r.their_code
WHERE r.n = 1;
CREATE UNIQUE INDEX pair_code ON pair(code, version);
CREATE INDEX pair_theirs ON pair(their_code, their_version);

-- Procedures of the office whose code the export does not have, and under which it has them: the
-- same with a mark of deletion, or one of exactly the same name that is not posted here.
CREATE TABLE renamed AS
WITH alone AS (SELECT * FROM office.procedure_posted
    WHERE code_national NOT IN (SELECT code_national FROM pair)),
marked AS (SELECT p.code, p.version, n.code AS their_code
  FROM alone p JOIN main.procedure n ON lower(n.code) = p.code_national || '-xoa'),
twin AS (SELECT p.code, p.version, min(n.code) AS their_code
  FROM alone p JOIN main.procedure_posted n ON replace(n.name, char(10), ' ') = replace(p.name, char(10), ' ')
  WHERE n.code_national NOT IN (SELECT code_national FROM office.procedure)
    AND p.code NOT IN (SELECT code FROM marked)
    AND p.name IN (SELECT name FROM alone GROUP BY name HAVING count(*) = 1)
  GROUP BY p.code, p.version HAVING count(*) = 1)
SELECT r.code, r.version, r.their_code, coalesce(a.at, r.their_code) AS at, r.withdrawn
FROM (SELECT *, 1 AS withdrawn FROM marked UNION ALL SELECT *, 0 FROM twin) r
LEFT JOIN main.place a ON a.code = r.their_code;

-- One row. refused: how many records could not be read; what the export lacks may be among them.
CREATE TABLE export AS SELECT (SELECT count(*) FROM main.procedure) AS records,
  (SELECT count(*) FROM office.procedure_posted) AS posted, (SELECT count(*) FROM pair) AS both,
  0 AS refused;
