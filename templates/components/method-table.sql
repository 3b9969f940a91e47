-- SPDX-License-Identifier: MIT
-- The ways of submitting: time and fee of each in one table. Needs :code and :version.

-- name: methods
SELECT position AS method_position, channel, channel_name, time_limit, time_more, time_statutory,
  time_cut, note, case_name,
  CASE WHEN case_position IS NOT previous THEN case_name END AS case_head
FROM (SELECT m.*, c.name AS case_name,
    lag(m.case_position, 1, 0) OVER (ORDER BY coalesce(m.case_position, 0), m.channel_order, m.position) AS previous
  FROM method_text m LEFT JOIN dossier_case c
    ON c.code = m.code AND c.version = m.version AND c.position = m.case_position
  WHERE m.code = :code AND m.version = :version)
ORDER BY coalesce(case_position, 0), channel_order, method_position;

-- name: fees
-- What this way costs, when it can be said in a cell.
SELECT name, amount, is_prose, CASE WHEN length(note) <= 100 THEN note END AS short_note
FROM fee_text f
WHERE f.code = :code AND f.version = :version AND (f.channel IS NULL OR f.channel = :channel)
  AND length(f.amount) <= 200
  AND (SELECT count(*) FROM fee_in_force o WHERE o.code = :code AND o.version = :version
    AND (o.channel IS NULL OR o.channel = :channel)) <= 4
GROUP BY name, amount ORDER BY min(f.position);

-- name: more_fees
SELECT 1 AS has_more FROM (SELECT count(*) AS n, max(length(amount)) AS longest FROM fee_text o
  WHERE o.code = :code AND o.version = :version AND (o.channel IS NULL OR o.channel = :channel))
WHERE n > 4 OR longest > 200;

-- name: notes
SELECT position FROM method WHERE code = :code AND version = :version AND note IS NOT NULL ORDER BY position;
