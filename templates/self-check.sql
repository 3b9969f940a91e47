-- SPDX-License-Identifier: MIT
-- The office's own score, from what the rules of the data found in this build: only where site.yml
-- has check.page. For those who mend, not for citizens: in no navigation, no sitemap, noindex;
-- in the first language, that of the findings.

-- name: pages
SELECT 'kiem-tra' AS url, num(sum(r.level = 'ERROR' AND f.waived IS NULL)) AS errors,
  num(sum(r.level = 'WARNING' AND f.waived IS NULL)) AS warnings, num(sum(r.level = 'NOTE' AND f.waived IS NULL)) AS notes,
  num(sum(f.waived IS NOT NULL)) AS waived, (SELECT num(count(*)) FROM rule_checked) AS rules,
  (SELECT num(count(*)) FROM procedure_posted) AS procedures, (SELECT count(*) FROM procedure_posted) AS posted
FROM (SELECT 1) LEFT JOIN finding f LEFT JOIN rule_checked r ON r.rule = f.rule
HAVING (SELECT value FROM setting WHERE key = 'check.page') = 'yes' AND :lang IN (SELECT lang FROM language WHERE position = 0);

-- name: groups
-- The score of each group: of procedures, of rules, or none where no rule looks at the data.
WITH found AS (SELECT r.letter, r.rule, r.level, f.object, f.waived FROM rule_grouped r JOIN finding f ON f.rule = r.rule),
wrong AS (SELECT g.letter, count(DISTINCT p.code_national) AS n FROM requirement_group g JOIN found f ON f.letter = g.letter
    AND f.level = 'ERROR' AND f.waived IS NULL
  JOIN procedure_posted p ON p.code = f.object OR p.code_national = f.object WHERE g.counts = 'PROCEDURE' GROUP BY g.letter),
line AS (SELECT g.letter, g.counts, count(DISTINCT r.rule) AS rules,
    CASE g.counts WHEN 'PROCEDURE' THEN :posted ELSE count(DISTINCT r.rule) END AS den,
    CASE g.counts WHEN 'PROCEDURE' THEN :posted - coalesce((SELECT n FROM wrong w WHERE w.letter = g.letter), 0)
      ELSE count(DISTINCT r.rule) - (SELECT count(DISTINCT f.rule) FROM found f WHERE f.letter = g.letter
        AND f.level <> 'NOTE' AND f.waived IS NULL) END AS num
  FROM requirement_group g LEFT JOIN rule_grouped r ON r.letter = g.letter GROUP BY g.letter, g.counts)
SELECT l.letter, t('check_group.' || CASE l.letter WHEN '' THEN 'own' ELSE l.letter END) AS name,
  t('check_page.of_' || l.counts) AS counted, l.rules = 0 AS is_unchecked, pct(l.num, l.den) AS percent,
  num(l.num) || '/' || num(l.den) AS fraction, l.num = l.den AS is_whole,
  (SELECT num(count(*)) FROM found f WHERE f.letter = l.letter AND f.level = 'ERROR' AND f.waived IS NULL) AS errors,
  (SELECT num(count(*)) FROM found f WHERE f.letter = l.letter AND f.level = 'WARNING' AND f.waived IS NULL) AS warnings,
  (SELECT num(count(*)) FROM found f WHERE f.letter = l.letter AND f.level = 'NOTE' AND f.waived IS NULL) AS notes
FROM line l WHERE l.letter <> '' OR l.rules > 0
ORDER BY l.letter = '', l.letter;

-- name: to_mend
-- The most harmful first: by level, then by how many procedures it touches, then by places.
WITH found AS (SELECT f.rule, count(*) AS n, count(DISTINCT p.code_national) AS procedures,
    CASE WHEN count(DISTINCT f.cure) = 1 THEN min(f.cure) END AS cure
  FROM finding f LEFT JOIN procedure_posted p ON p.code = f.object OR p.code_national = f.object
  WHERE f.waived IS NULL GROUP BY f.rule)
SELECT r.rule, r.title, r.basis, r.level = 'ERROR' AS is_error, t('check_level.' || r.level) AS level_name, f.cure,
  CASE f.procedures WHEN 0 THEN num(f.n) || ' ' || t('check_page.places')
    ELSE num(f.procedures) || ' ' || t('check_page.of_PROCEDURE') END AS touches
FROM found f JOIN rule_grouped r ON r.rule = f.rule WHERE r.level <> 'NOTE'
ORDER BY r.level_order, f.procedures DESC, f.n DESC, r.rule;

-- name: examples
SELECT message, object, path, line, CASE WHEN url IS NOT NULL THEN :root || url || '.html' END AS href,
  CASE WHEN :cure IS NULL THEN cure END AS own_cure
FROM finding_text WHERE rule = :rule AND waived IS NULL
GROUP BY message, object, path, line ORDER BY min(position) LIMIT 5;

-- name: others
-- one row
SELECT num(count(*) - 5) AS n, 'niemyet check --rule ' || :rule AS command FROM (SELECT 1 FROM finding_text WHERE rule = :rule AND waived IS NULL
  GROUP BY message, object, path, line) HAVING count(*) > 5;

-- name: advice
-- Notes: one line each.
SELECT r.rule, r.title, num(count(*)) AS n FROM rule_grouped r JOIN finding f ON f.rule = r.rule
WHERE f.waived IS NULL AND r.level = 'NOTE' GROUP BY r.rule ORDER BY count(*) DESC, r.rule;

-- name: set_aside
SELECT f.rule, r.title, f.object, f.path, f.line, w.reason, w.decided_by, date_vi(w.valid_to) AS until
FROM finding f JOIN rule_checked r ON r.rule = f.rule JOIN waiver w ON w.rowid = (SELECT o.rowid FROM waiver o
  WHERE o.rule = f.rule AND o.object IN ('*', f.object) AND o.valid_to > :date ORDER BY o.source_line LIMIT 1)
WHERE f.waived IS NOT NULL ORDER BY f.position LIMIT 200;

-- name: index_766
-- Group 1 of the index: what the office's own data and ledger can tell.
WITH part(rule) AS (VALUES ('NY001'), ('NY003'), ('NY004'), ('NY005'), ('NY005a'), ('NY006'), ('NY008'), ('NY009')),
began AS (SELECT min(substr(at, 1, 10)) AS day FROM ledger),
effect AS (SELECT code_national, min(announced) AS in_time FROM announced_this_year
  WHERE announced IS NOT NULL GROUP BY code_national),
made AS (SELECT a.*, (SELECT min(substr(l.at, 1, 10)) FROM ledger l WHERE l.code = a.code_national
    AND l.event <> 'WITHDRAWN' AND substr(l.at, 1, 10) >= a.signed) AS public_on FROM announced_this_year a
  WHERE coalesce(a.effective_from, a.signed) <= :date),
open AS (SELECT m.code_national, min(coalesce(m.public_on <= m.public_until, 0)) AS in_time FROM made m, began b
  WHERE m.public_until >= b.day AND (m.public_on IS NOT NULL OR m.public_until < :date) GROUP BY m.code_national),
whole AS (SELECT count(*) AS den, count(*) - (SELECT count(DISTINCT q.code_national) FROM procedure_posted q JOIN finding f
    ON f.object IN (q.code, q.code_national) WHERE f.rule IN (SELECT rule FROM part)) AS num FROM procedure_posted),
said(no, key, num, den, unknown, is_known) AS (
  SELECT '1.1', 'announced', sum(in_time), count(*), (SELECT count(DISTINCT code_national) FROM announced_this_year
      WHERE code_national NOT IN (SELECT code_national FROM effect)), 1 FROM effect
  UNION ALL SELECT '1.2', 'published', sum(in_time), count(*), (SELECT count(DISTINCT m.code_national) FROM made m, began b
      WHERE m.public_until < b.day), (SELECT day FROM began) IS NOT NULL FROM open
  UNION ALL SELECT '1.3', 'complete', num, den, 0, (SELECT count(*) FROM part WHERE rule NOT IN (SELECT rule FROM rule_checked)) = 0 FROM whole
  UNION ALL SELECT '1.4', 'synchronised', NULL, NULL, 0, 0)
SELECT no, t('check_766.' || key || '.name') AS name, t('check_766.' || key || '.definition') AS definition,
  is_known, CASE WHEN is_known THEN coalesce(pct(coalesce(num, 0), den), '–') END AS percent,
  CASE WHEN is_known THEN CASE den WHEN 0 THEN t('check_766.nothing') ELSE num(coalesce(num, 0)) || '/' || num(den) END END AS fraction,
  CASE WHEN NOT is_known THEN t('check_766.' || key || '.why_not') END AS why_not,
  CASE WHEN is_known AND unknown > 0 THEN num(unknown) || ' ' || t('check_766.' || key || '.unknown') END AS unknown_text
FROM said ORDER BY no;

-- name: styles
SELECT asset(:root, 'css/check.css') AS sheet;
