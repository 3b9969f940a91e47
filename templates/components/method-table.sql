-- SPDX-License-Identifier: MIT
-- The ways of submitting: time and fee of each in one table. Needs :code and :version.

-- name: methods
-- Ways that say the same are one row; so are different ways with one long note, when no fee
-- tells them apart. A very long limit stands in the part on time.
SELECT position AS method_position, channel, coalesce(channel_names, channel_name) AS channel_name, time_limit,
  CASE WHEN length(time_limit) <= 300 THEN time_limit END AS time_brief, time_more, time_statutory,
  time_cut, note, case_name, is_joined,
  CASE WHEN case_position IS NOT previous THEN case_name END AS case_head
FROM (SELECT m.*, c.name AS case_name,
    lag(m.case_position, 1, 0) OVER (ORDER BY coalesce(m.case_position, 0), m.channel_order, m.position) AS previous
  FROM (SELECT w.*, min(channel_order * 1000 + position), CASE WHEN is_joined THEN
        (SELECT group_concat(channel_name, ', ') FROM (SELECT DISTINCT o.channel_name FROM method_text o
          WHERE o.code = :code AND o.version = :version AND o.case_position IS w.case_position
            AND o.time_limit IS w.time_limit AND o.time_more IS w.time_more
            AND o.time_statutory IS w.time_statutory AND o.note IS w.note
          ORDER BY o.channel_order)) END AS channel_names
      FROM (SELECT *, length(note) > 200 AND NOT EXISTS (SELECT 1 FROM fee_in_force f
            WHERE f.code = :code AND f.version = :version AND f.channel IS NOT NULL) AS is_joined
          FROM method_text WHERE code = :code AND version = :version) w
      GROUP BY case_position, CASE WHEN is_joined THEN '' ELSE channel END, time_limit, time_more,
        time_statutory, note) m
  LEFT JOIN dossier_case c
    ON c.code = m.code AND c.version = m.version AND c.position = m.case_position)
ORDER BY coalesce(case_position, 0), channel_order, method_position;

-- name: fees
-- What this way costs and for whom, when it can be said in a cell. A note of several lines
-- stands once, after the last of them.
WITH line AS (SELECT label, amount, is_prose, is_tiers, note, note_brief, note_is_long, min(position) AS position
  FROM fee_text
  WHERE code = :code AND version = :version AND (channel IS NULL OR channel = :channel)
  GROUP BY label, amount, note)
SELECT label AS what_for, amount, is_prose, is_tiers,
  CASE WHEN note IS NOT lead(note) OVER (ORDER BY position) THEN note_brief END AS note_brief,
  note_is_long AND note IS NOT lead(note) OVER (ORDER BY position) AS note_is_long
FROM line WHERE length(amount) <= 200 AND (SELECT count(*) FROM line) <= 4
ORDER BY position;

-- name: more_fees
-- one row
SELECT 1 AS has_more FROM (SELECT count(*) AS n, max(length(amount)) AS longest
  FROM (SELECT DISTINCT label, amount, note FROM fee_text
    WHERE code = :code AND version = :version AND (channel IS NULL OR channel = :channel)))
WHERE n > 4 OR longest > 200;

-- name: notes
SELECT position FROM method WHERE code = :code AND version = :version AND note IS NOT NULL ORDER BY position;
