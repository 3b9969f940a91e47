-- SPDX-License-Identifier: MIT
-- id: NY027b
-- level: error
-- name: fee other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: phí, lệ phí của thủ tục {code}{channels}: ở đây {here}, ở Cơ sở dữ liệu quốc gia {there} ({at})
-- message.en: the fee of procedure {code}{channels}: {here} here, {there} in the national database ({at})
-- cure.vi: theo văn bản quy định mức thu: sửa data/fees.csv, hoặc đề nghị cơ quan công bố sửa Cơ sở dữ liệu quốc gia
-- cure.en: go by the document that sets the fee: mend data/fees.csv, or ask the announcing agency to mend the national database
WITH way AS (
  SELECT DISTINCT c.code, c.version, c.their_code, c.their_version, c.at, m.channel
  FROM national.pair c LEFT JOIN method m ON m.code = c.code AND m.version = c.version
  WHERE NOT c.withdrawn),
here AS (
  SELECT w.code, w.channel, f.amount, f.wording, f.sums, f.words, f.source_id, f.source_line,
    row_number() OVER (PARTITION BY w.code, w.channel ORDER BY f.position) AS n
  FROM way w JOIN fee_stated f ON f.code = w.code AND f.version = w.version
    AND (f.channel IS NULL OR f.channel = w.channel)),
there AS (
  SELECT w.code, w.channel, f.amount, f.wording, f.sums, f.noted, f.elsewhere, f.words,
    row_number() OVER (PARTITION BY w.code, w.channel ORDER BY f.position) AS n
  FROM way w JOIN national.fee_stated f ON f.code = w.their_code AND f.version = w.their_version
    AND (f.channel IS NULL OR f.channel = w.channel)),
ours AS (SELECT code, channel, count(*) AS n, count(amount) AS sure, count(wording) AS worded,
    group_concat(words, '; ') AS words
  FROM (SELECT * FROM here ORDER BY code, channel, n) GROUP BY code, channel),
theirs AS (SELECT code, channel, count(amount) AS sure, max(amount) AS most,
    -- wording without an amount, or that leaves it to others, speaks against no amount, unless
    -- it stands here too
    max(amount IS NULL AND (sums = '[]' OR elsewhere) AND NOT EXISTS (SELECT 1 FROM here h
      WHERE h.code = there.code AND h.channel IS there.channel AND h.wording = there.wording)) AS vague,
    max(elsewhere) AS elsewhere, group_concat(words, '; ') AS words
  FROM (SELECT * FROM there ORDER BY code, channel, n) AS there GROUP BY code, channel),
ours_alone AS (SELECT h.code, h.channel, h.n, h.amount, h.words FROM here h
  WHERE h.amount IS NOT NULL AND NOT EXISTS (SELECT 1 FROM there t
      WHERE t.code = h.code AND t.channel IS h.channel
        AND (t.amount = h.amount OR h.amount IN (SELECT value FROM json_each(t.noted))))
    OR h.wording IS NOT NULL AND NOT EXISTS (SELECT 1 FROM there t
      WHERE t.code = h.code AND t.channel IS h.channel
        AND (t.wording = h.wording OR (t.sums = h.sums AND h.sums <> '[]')))),
theirs_alone AS (SELECT t.code, t.channel, t.n, t.amount, t.words FROM there t
  WHERE t.amount IS NOT NULL AND NOT EXISTS (SELECT 1 FROM here h
      WHERE h.code = t.code AND h.channel IS t.channel
        AND (h.amount = t.amount OR t.amount IN (SELECT value FROM json_each(h.sums))))
    OR t.wording IS NOT NULL AND NOT EXISTS (SELECT 1 FROM here h
      WHERE h.code = t.code AND h.channel IS t.channel
        AND (h.wording = t.wording OR (t.sums = h.sums AND h.sums <> '[]')))),
-- the amounts in question, where there are some on both sides
ours_shown AS (SELECT code, channel, group_concat(words, '; ') AS words
  FROM (SELECT * FROM ours_alone WHERE amount IS NOT NULL ORDER BY code, channel, n) GROUP BY code, channel),
theirs_shown AS (SELECT code, channel, group_concat(words, '; ') AS words
  FROM (SELECT * FROM theirs_alone WHERE amount IS NOT NULL ORDER BY code, channel, n) GROUP BY code, channel),
differs AS (
  SELECT w.code, w.channel, w.at,
    coalesce(substr(iif(v.words IS NULL, o.words, coalesce(u.words, o.words)), 1, 300), '–') AS here,
    substr(iif(u.words IS NULL, t.words, coalesce(v.words, t.words)), 1, 300) AS there,
    coalesce((SELECT json_array(x.source_id, x.source_line) FROM here x
        LEFT JOIN there y ON y.code = x.code AND y.channel IS x.channel AND y.n = x.n
        WHERE x.code = w.code AND x.channel IS w.channel
        ORDER BY EXISTS (SELECT 1 FROM ours_alone q WHERE q.code = x.code
            AND q.channel IS x.channel AND q.n = x.n) DESC,
          coalesce(x.amount, x.wording) IS NOT coalesce(y.amount, y.wording) DESC, x.n LIMIT 1),
      (SELECT json_array(p.source_id, p.source_line) FROM procedure p
        WHERE p.code = w.code AND p.version = w.version)) AS place
  FROM way w JOIN theirs t ON t.code = w.code AND t.channel IS w.channel
    LEFT JOIN ours o ON o.code = w.code AND o.channel IS w.channel
    LEFT JOIN ours_shown u ON u.code = w.code AND u.channel IS w.channel
    LEFT JOIN theirs_shown v ON v.code = w.code AND v.channel IS w.channel
  WHERE CASE
    WHEN o.n IS NULL THEN NOT (t.sure > 0 AND t.most = 0)
      -- what one agency takes of its own is for that agency to say
      AND NOT EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = w.code AND f.version = w.version)
    -- only words on both sides: the same ones, or the same amounts in them
    WHEN o.sure = 0 AND t.sure = 0 THEN o.worded = o.n AND NOT t.elsewhere
      AND (EXISTS (SELECT 1 FROM ours_alone q WHERE q.code = w.code AND q.channel IS w.channel)
        OR EXISTS (SELECT 1 FROM theirs_alone q WHERE q.code = w.code AND q.channel IS w.channel))
    ELSE EXISTS (SELECT 1 FROM theirs_alone q WHERE q.code = w.code AND q.channel IS w.channel
        AND q.amount IS NOT NULL)
      OR (NOT t.vague AND EXISTS (SELECT 1 FROM ours_alone q WHERE q.code = w.code
        AND q.channel IS w.channel AND q.amount IS NOT NULL))
    END)
SELECT place ->> 0 AS source_id, place ->> 1 AS source_line, code, at, here, there,
  coalesce(' (' || group_concat(t('channel.' || channel), ', ') || ')', '') AS channels
FROM (SELECT * FROM differs ORDER BY code, channel)
GROUP BY code, here, there, place ORDER BY code, here, there, place;
