-- SPDX-License-Identifier: MIT
-- The figures of a page of one period as data, a line for each: counts, rates, those of agencies
-- and of fields, complaints. Needs what components/stats-scope needs, and :key.

-- name: lines
-- The sums and the rate of each unit come by scalar queries: a join with so many units would
-- make SQLite read all figures through.
WITH unit(part, k, agency_code, field_code, agency_name, field_name) AS (
  SELECT 1, 0, :agency_code, '', t('stats.all_agencies'), NULL WHERE :agency_code = ''
  UNION ALL SELECT 1, 0, code, '', name, NULL FROM agency_counted WHERE code = :agency_code
  UNION ALL SELECT 2, row_number() OVER (ORDER BY position IS NULL, position, name COLLATE vi, code), code, '', name, NULL
    FROM agency_counted WHERE :agency_code = ''
  UNION ALL SELECT 3, j.id, :agency_code, json_extract(j.value, '$[0]'),
    coalesce((SELECT name FROM agency_counted WHERE code = :agency_code), t('stats.all_agencies')), json_extract(j.value, '$[2]')
    FROM json_each(:fields) j),
rate AS (SELECT u.*, (SELECT json_array(f.num, f.den, f.comparator, f.value_num, f.value_den) FROM stat_row f
    WHERE f.agency_code = u.agency_code AND f.field_code = u.field_code AND f.kind = :kind AND f.year = :year
      AND f.n = :n AND f.den IS NOT NULL) AS f FROM unit u WHERE u.part > 1),
line AS (
  SELECT u.*, 1 AS sort, c.id AS position, NULL AS channel, c.key AS code, t('count.' || c.key) AS name, c.value AS value,
    NULL AS num, NULL AS den, NULL AS comparator, NULL AS value_num, NULL AS value_den
  FROM unit u CROSS JOIN json_each((SELECT counts FROM stat_json s WHERE s.agency_code = u.agency_code
    AND s.field_code = u.field_code AND s.kind = :kind AND s.year = :year AND s.n = :n)) c
  WHERE u.part = 1 OR c.key IN ('recv_total', 'done_total', 'done_early', 'done_on_time', 'done_late', 'open_total', 'open_overdue')
  UNION ALL
  SELECT r.part, r.k, r.agency_code, r.field_code, r.agency_name, r.field_name, 2, 0, NULL, 'on_time_done',
    t('figure.on_time_done.name'), NULL, json_extract(f, '$[0]'), json_extract(f, '$[1]'), json_extract(f, '$[2]'),
    json_extract(f, '$[3]'), json_extract(f, '$[4]') FROM rate r
  UNION ALL
  SELECT u.*, 2, i.position, NULL, f.indicator, t('figure.' || f.indicator || '.name'), NULL,
    f.num, f.den, f.comparator, f.value_num, f.value_den
  FROM figure_target f JOIN indicator i ON i.code = f.indicator JOIN unit u ON u.part = 1
  WHERE f.agency_code = :agency_code AND f.field_code = '' AND f.kind = :kind AND f.year = :year AND f.n = :n
  UNION ALL
  SELECT u.*, 3, c.column2 * 10 + m.column2, nullif(c.column1, ''), 'pakn_' || m.column1, t('stats_page.pakn_' || m.column1),
    CASE m.column2 WHEN 1 THEN p.received WHEN 2 THEN p.about_tthc WHEN 3 THEN p.answered_on_time
      WHEN 4 THEN p.late ELSE p.open END, NULL, NULL, NULL, NULL, NULL
  FROM (VALUES ('HOTLINE_1022', 1), ('PORTAL', 2), ('DIRECT', 3), ('WRITTEN', 4), ('OTHER', 5), ('', 6)) c
  CROSS JOIN pakn p ON p.agency_code = :agency_code AND p.channel = c.column1
    AND p.kind = :kind AND p.year = :year AND p.n = :n
  CROSS JOIN (VALUES ('received', 1), ('tthc', 2), ('on_time', 3), ('late', 4), ('open', 5)) m
  JOIN unit u ON u.part = 1)
SELECT :key AS period, l.agency_code, l.agency_name, l.field_code, l.field_name,
  l.channel, l.code, l.name, l.value, l.num, l.den, (rate(l.num, l.den) / 100) || printf('.%02d', rate(l.num, l.den) % 100) AS percent,
  l.comparator, l.value_num || CASE l.value_den WHEN 1 THEN '' ELSE '/' || l.value_den END AS target,
  meets_target(l.num, l.den, l.comparator, l.value_num, l.value_den) AS is_met,
  (SELECT s.data_asof FROM stat s WHERE s.agency_code = :agency_code AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n) AS data_asof
FROM line l WHERE coalesce(l.value, l.num) IS NOT NULL
ORDER BY l.part, l.k, l.sort, l.position;

-- name: units
-- For JSON: all agencies or the one of the page with everything; each agency, each field in brief.
WITH unit(part, k, agency_code, field_code, agency_name, field_name) AS (
  SELECT 1, 0, :agency_code, '', t('stats.all_agencies'), NULL WHERE :agency_code = ''
  UNION ALL SELECT 1, 0, code, '', name, NULL FROM agency_counted WHERE code = :agency_code
  UNION ALL SELECT 2, row_number() OVER (ORDER BY position IS NULL, position, name COLLATE vi, code), code, '', name, NULL
    FROM agency_counted WHERE :agency_code = ''
  UNION ALL SELECT 3, j.id, :agency_code, json_extract(j.value, '$[0]'),
    coalesce((SELECT name FROM agency_counted WHERE code = :agency_code), t('stats.all_agencies')), json_extract(j.value, '$[2]')
    FROM json_each(:fields) j)
SELECT row_number() OVER (ORDER BY u.part, u.k) > 1 AS is_later, script_json(json_patch('{}', json_object(
  'agency_code', nullif(u.agency_code, ''), 'agency_name', u.agency_name, 'field_code', nullif(u.field_code, ''),
  'field_name', u.field_name,
  'counts', (SELECT CASE u.part WHEN 1 THEN json(s.counts) ELSE json_object('recv_total', s.counts ->> 'recv_total',
      'done_total', s.counts ->> 'done_total', 'done_early', s.counts ->> 'done_early',
      'done_on_time', s.counts ->> 'done_on_time', 'done_late', s.counts ->> 'done_late',
      'open_total', s.counts ->> 'open_total', 'open_overdue', s.counts ->> 'open_overdue') END
    FROM stat_json s WHERE s.agency_code = u.agency_code AND s.field_code = u.field_code AND s.kind = :kind AND s.year = :year AND s.n = :n),
  'rates', (SELECT json_group_array(json(f.rate)) FROM (SELECT json_patch('{}', json_object('code', f.indicator,
      'numerator', f.num, 'denominator', f.den, 'percent', json((rate(f.num, f.den) / 100) || printf('.%02d', rate(f.num, f.den) % 100)),
      'comparator', f.comparator, 'target', f.value_num || CASE f.value_den WHEN 1 THEN '' ELSE '/' || f.value_den END,
      'is_met', meets_target(f.num, f.den, f.comparator, f.value_num, f.value_den))) AS rate
    FROM figure_target f WHERE f.agency_code = u.agency_code AND f.field_code = u.field_code AND f.kind = :kind
      AND f.year = :year AND f.n = :n AND (u.part = 1 OR f.indicator = 'on_time_done') ORDER BY f.indicator) f),
  'pakn', (SELECT json_group_object(coalesce(nullif(p.channel, ''), 'ALL'), json_object('received', p.received,
      'tthc', p.about_tthc, 'on_time', p.answered_on_time, 'late', p.late, 'open', p.open))
    FROM (VALUES ('HOTLINE_1022', 1), ('PORTAL', 2), ('DIRECT', 3), ('WRITTEN', 4), ('OTHER', 5), ('', 6)) c
    CROSS JOIN pakn p ON p.agency_code = u.agency_code AND p.channel = c.column1 AND p.kind = :kind AND p.year = :year AND p.n = :n
    WHERE u.part = 1 HAVING count(*) > 0)))) AS object
FROM unit u WHERE u.part = 1 OR EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = u.agency_code
  AND s.field_code = u.field_code AND s.kind = :kind AND s.year = :year AND s.n = :n)
ORDER BY u.part, u.k;
