-- SPDX-License-Identifier: MIT
-- id: NY027a
-- level: error
-- name: time limit other than in the national database
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- needs: export
-- message.vi: thời hạn của thủ tục {code} khi nộp {channel}: ở đây {here}, ở Cơ sở dữ liệu quốc gia {there} ({at})
-- message.en: the time limit of procedure {code} for filing {channel}: {here} here, {there} in the national database ({at})
-- cure.vi: theo quyết định công bố: sửa thời hạn trong data/methods.csv; nếu tỉnh cắt giảm thì ghi thời hạn gốc ở time_limit_statutory_value
-- cure.en: go by the announcing decision: mend the limit in data/methods.csv; of a cut one give the original in time_limit_statutory_value
WITH here AS (
  SELECT c.code, c.version, l.channel, l.limits, l.statutory, l.words, l.source_id, l.source_line,
    row_number() OVER (PARTITION BY c.code, l.channel ORDER BY l.position) AS n
  FROM national.pair c JOIN limit_stated l ON l.code = c.code AND l.version = c.version
  WHERE NOT c.withdrawn),
there AS (
  SELECT c.code, l.channel, l.limits, l.words, c.at,
    row_number() OVER (PARTITION BY c.code, l.channel ORDER BY l.position) AS n
  FROM national.pair c JOIN national.limit_stated l ON l.code = c.their_code
    AND l.version = c.their_version),
-- each channel that both have, with its limits in order, and sorted
ours AS (SELECT code, channel, count(*) AS n, count(*) - count(limits) AS silent,
    group_concat(words, '; ') AS words, max(statutory) IS NOT NULL AS is_cut
  FROM (SELECT * FROM here ORDER BY code, channel, n) GROUP BY code, channel),
theirs AS (SELECT code, channel, count(*) AS n, count(*) - count(limits) AS silent,
    group_concat(iif(limits IS NOT NULL, words, NULL), '; ') AS words, max(at) AS at
  FROM (SELECT * FROM there ORDER BY code, channel, n) GROUP BY code, channel),
our_list AS (SELECT code, channel, group_concat(limits) AS limits
  FROM (SELECT * FROM here ORDER BY code, channel, limits) GROUP BY code, channel),
their_list AS (SELECT code, channel, group_concat(limits) AS limits
  FROM (SELECT * FROM there ORDER BY code, channel, limits) GROUP BY code, channel),
-- rows whose limit the other side does not have
ours_alone AS (SELECT h.code, h.channel, h.n FROM here h WHERE h.limits IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM there t WHERE t.code = h.code AND t.channel = h.channel
    AND t.limits IN (h.limits, h.statutory))),
theirs_alone AS (SELECT t.code, t.channel FROM there t WHERE t.limits IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM here h WHERE h.code = t.code AND h.channel = t.channel
    AND t.limits IN (h.limits, h.statutory)))
SELECT h.source_id, h.source_line, o.code, t.at, t('channel.' || o.channel) AS channel,
  coalesce(substr(o.words, 1, 300), '–') AS here, substr(t.words, 1, 300) AS there
FROM ours o JOIN theirs t USING (code, channel) JOIN our_list a USING (code, channel)
  JOIN their_list b USING (code, channel)
  JOIN here h ON h.code = o.code AND h.channel = o.channel AND h.n = (SELECT x.n FROM here x
    LEFT JOIN there y ON y.code = x.code AND y.channel = x.channel AND y.n = x.n
    WHERE x.code = o.code AND x.channel = o.channel
    ORDER BY (x.code, x.channel, x.n) IN ours_alone DESC, x.limits IS NOT y.limits DESC, x.n LIMIT 1)
WHERE t.silent < t.n
  -- here the limit may stand with the cases of the dossier
  AND NOT (a.limits IS NULL AND EXISTS (SELECT 1 FROM dossier_case d WHERE d.code = o.code
    AND coalesce(d.time_limit_text, d.time_limit_value) IS NOT NULL))
  AND ((o.code, o.channel) IN theirs_alone
    -- a row there that says nothing, and not here, may be the one
    OR (t.silent <= o.silent AND (o.code, o.channel) IN (SELECT code, channel FROM ours_alone))
    OR (o.n = t.n AND t.silent = o.silent AND NOT o.is_cut AND a.limits <> b.limits))
ORDER BY o.code, o.channel;
