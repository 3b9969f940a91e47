-- SPDX-License-Identifier: MIT
-- The answer first: does this office keep its deadlines?

-- name: pages
-- one row
SELECT 'thong-ke/index' AS url, '' AS agency_code, '' AS field_code, p.kind, p.year, p.n, p.key, p.label, p.title,
  p.label_days, t('stats.all_agencies') AS scope_name, p.kind IN ('MONTH', 'CALENDAR_MONTH') AS is_monthly,
  (SELECT count(*) FROM agency_counted a CROSS JOIN stat o ON o.agency_code = a.code AND o.field_code = ''
    AND o.kind = p.kind AND o.year = p.year AND o.n = p.n) AS agencies_n
FROM (SELECT 1) LEFT JOIN period_shown p
WHERE EXISTS (SELECT 1 FROM figure_address) AND :medium IN (SELECT medium FROM medium_made);

-- name: stale
-- Long after the end of the newest period: says so once, and does not count days.
SELECT 1 AS is_stale WHERE build_date() > date(period_to(:kind, :year, :n),
  '+' || (SELECT value FROM setting WHERE key = 'stale.figures_days') || ' days');

-- name: facts
SELECT num(s.recv_new) AS recv_new, num(s.done_total) AS done_total, num(s.open_total) AS open_total,
  num(s.open_overdue) AS open_overdue, s.open_overdue > 0 AS has_overdue,
  (SELECT num(count(*)) FROM overdue_dossier HAVING count(*) > 0) AS listed
FROM stat s
WHERE s.agency_code = '' AND s.field_code = '' AND s.kind = :kind AND s.year = :year AND s.n = :n;

-- name: complaints
-- one row
SELECT num(p.received) AS received, num(p.about_tthc) AS about_tthc, num(p.answered_on_time) AS on_time,
  num(p.late) AS late, p.late > 0 AS has_late, num(p.open) AS open
FROM pakn p WHERE p.agency_code = '' AND p.channel = '' AND p.kind = :kind AND p.year = :year AND p.n = :n
  AND :kind <> '';

-- name: bullets
-- one row
SELECT chart_target(f.position, f.short, f.rate, json_object('title', t('stats_page.bullets') || ', ' || :label,
    'unit', 'percent', 'id', 'chi-tieu'), f.value_num * 100 / f.value_den, f.comparator) AS drawing,
  sum(f.is_met = 1) AS n_met, count(f.is_met) AS n_all
FROM figure_text f
WHERE f.agency_code = '' AND f.field_code = '' AND f.kind = :kind AND f.year = :year AND f.n = :n
  AND f.comparator IS NOT NULL
HAVING count(f.rate) > 0;

-- name: met_count
-- one row
-- How many agencies meet the target, of those that have one and settled something.
SELECT num(sum(is_met)) AS n_met, num(count(is_met)) AS n_all FROM agency_counted a
CROSS JOIN stat_row r ON r.agency_code = a.code AND r.field_code = '' AND r.kind = :kind AND r.year = :year AND r.n = :n
HAVING count(is_met) > 1;

-- name: agencies
-- Up to thirty all, in their order; of more the twenty furthest behind.
SELECT :root || 'thong-ke/co-quan/' || r.code || '.html' AS href, r.name AS label, r.ended_day, r.is_faulty, r.reports,
  r.percent, r.fraction, r.is_met, r.is_missed, r.is_met IS NULL AS is_undecided, r.overdue,
  (WITH RECURSIVE m(at) AS (SELECT :year * 12 + :n - 1 UNION ALL SELECT at - 1 FROM m WHERE at > :year * 12 + :n - 12)
    SELECT chart_spark(m.at, rate(f.on_time_done_num, f.on_time_done_den), json_object('title', r.name, 'unit', 'percent'))
    FROM (SELECT at FROM m LIMIT 12) m LEFT JOIN period_sum f ON f.agency_code = r.code AND f.field_code = '' AND f.kind = :kind
      AND f.year = m.at / 12 AND f.n = m.at % 12 + 1
    WHERE :kind IN ('MONTH', 'CALENDAR_MONTH') HAVING count(f.on_time_done_den) > 1) AS spark
FROM (SELECT a.code, a.name, a.position, a.ended_day, r.*,
    row_number() OVER (ORDER BY 1.0 * r.num / nullif(r.den, 0) NULLS LAST, a.position IS NULL, a.position, a.code) AS behind
  FROM agency_counted a CROSS JOIN stat_row r ON r.agency_code = a.code AND r.field_code = ''
    AND r.kind = :kind AND r.year = :year AND r.n = :n) r
WHERE :agencies_n <= 30 OR r.behind <= 20
ORDER BY :agencies_n > 30 AND r.behind, r.position IS NULL, r.position, r.name COLLATE vi, r.code;

-- name: agencies_cut
-- one row
SELECT num(:agencies_n) AS n WHERE :agencies_n > 30;

-- name: former
-- Agencies that have figures of earlier periods only.
SELECT a.code AS former_code, a.name AS former_name, a.ended_day FROM agency_counted a
WHERE NOT EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = a.code AND s.field_code = '' AND s.kind = :kind
    AND s.year = :year AND s.n = :n)
ORDER BY a.position IS NULL, a.position, a.name COLLATE vi, a.code;

-- name: has_ranking
-- one row
SELECT 1 AS is_there FROM period_ranked WHERE key = :key;

-- name: years
SELECT DISTINCT year AS list_year FROM period_posted ORDER BY year DESC;

-- name: kinds
SELECT kind AS list_kind, kind_name FROM period_posted WHERE year = :list_year
GROUP BY kind ORDER BY kind_order;

-- name: periods
SELECT :root || 'thong-ke/' || key || '.html' AS href, title,
  CASE replace(kind, 'CALENDAR_', '')
    WHEN 'MONTH' THEN replace(replace(t('format.month_short'), '{mm}', printf('%02d', n)), '{month}', t('format.month_' || n))
    WHEN 'QUARTER' THEN replace(replace(t('format.quarter_short'), '{roman}', rtrim(substr('I  II IIIIV ', 3 * n - 2, 3))), '{n}', n)
    ELSE title END AS short
FROM period_posted WHERE year = :list_year AND kind = :list_kind ORDER BY n, key;

-- name: links
-- What else there is: each only where there is something to see.
SELECT :root || v.column1 || '.html' AS href, t('stats_page.' || v.column2) AS title, t('stats_page.' || v.column2 || '_about') AS about
FROM (VALUES ('thong-ke/muc-tieu', 'targets', 1, EXISTS (SELECT 1 FROM target)),
    ('thong-ke/chi-so/index', 'indices', 2, EXISTS (SELECT 1 FROM index_component)),
    ('thong-ke/qua-han', 'overdue_list', 3, EXISTS (SELECT 1 FROM overdue_dossier)),
    ('thong-ke/cam-ket', 'commitments', 4, EXISTS (SELECT 1 FROM public_address WHERE url = 'thong-ke/cam-ket')),
    ('bao-cao/index', 'reports_list', 5, EXISTS (SELECT 1 FROM period_posted)),
    ('thong-ke/dinh-nghia', 'definitions', 6, EXISTS (SELECT 1 FROM period_sum) OR EXISTS (SELECT 1 FROM target)),
    ('du-lieu/index', 'open_data', 7, 1)) v
WHERE v.column4 > 0 ORDER BY v.column3;

-- Touch screens -------------------------------------------------------------------------

-- name: stamp
-- one row
SELECT coalesce(data_asof, period_to(kind, year, n)) AS data_date,
  date_vi(coalesce(data_asof, period_to(kind, year, n))) AS data_day
FROM stat WHERE agency_code = '' AND field_code = '' AND kind = :kind AND year = :year AND n = :n;

-- name: web_figures
-- one row
SELECT brief || 'thong-ke/index.html' AS address, qr(home || 'thong-ke/index.html', t('qr.page'),
    (SELECT max(qr) FROM device_size WHERE kind = 'kiosk')) AS code
FROM public_home WHERE lang = :lang;
