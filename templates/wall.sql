-- SPDX-License-Identifier: MIT
-- The wall display: slides that are made here so that each fits its screen, upright and lying
-- (W1). A slide holds at most 12 rows and 140 syllables (R3), and stays as long as it takes to
-- read it slowly (W2).

-- name: pages
-- em_lying, em_upright: the width of a line in sizes of the type of tables; room_...: the height
-- that is left for rows between head, foot and code, in the same sizes; the least of all screens.
WITH screen AS (SELECT max(width, height) AS long, min(width, height) AS short, small, body, head, figure, qr
  FROM device_size WHERE kind = 'bang')
SELECT 'index' AS url, (SELECT max(data_date) FROM procedure_posted) AS data_date,
  (SELECT date_vi(max(data_date)) FROM procedure_posted) AS data_day,
  CAST(min((0.94 * long - qr - 2 * body) / body) AS INT) AS em_lying, CAST(min(0.94 * short / body) AS INT) AS em_upright,
  CAST(min((0.94 * short - 1.4 * head - 3 * small) / body) * 10 AS INT) AS room_lying,
  CAST(min((0.94 * long - 2.8 * head - 4 * small - qr - body) / body) * 10 AS INT) AS room_upright,
  CAST(max(1.3 * figure / body) * 10 AS INT) AS figure_rows, max(qr) AS qr,
  coalesce((SELECT CAST(value AS INT) FROM setting WHERE key = 'bang.slide_seconds'), 12) AS least_seconds,
  (SELECT value FROM setting WHERE key = 'stale.data_days') AS stale_days
FROM screen HAVING count(*) > 0;

-- name: slides
-- Lines of all topics, laid one after the other onto slides: a line that no longer fits, lying or
-- upright, begins the next. Heights in tenths of the size of the type.
WITH RECURSIVE
news AS (SELECT l.seq, l.name, l.event_name || ', ' || l.posted_day AS what FROM ledger_text l
  WHERE l.publication > 1 AND l.posted_on > date(build_date(), '-60 days') ORDER BY l.seq DESC LIMIT 24),
month AS (SELECT * FROM period_shown),
topic(topic, place, title, figure, figure_text, address, data_day, data_date) AS (
  SELECT 'office', 1, (SELECT value FROM setting WHERE key = 'title'), NULL, NULL, '', NULL, NULL
  UNION ALL SELECT 'news', 2, t('wall.news'), NULL, NULL, 'cap-nhat.html', NULL, NULL
  UNION ALL SELECT 'fields', 3, t('wall.fields'), (SELECT num(count(*)) FROM procedure_posted), t('list.procedures'),
    'linh-vuc/index.html', NULL, NULL
  UNION ALL SELECT 'fees', 4, t('wall.fees'), NULL, NULL, 'phi-le-phi.html', NULL, NULL
  UNION ALL SELECT 'figures', 5, t('wall.figures') || ' ' || m.label, r.percent, t('stats_page.answer'), 'thong-ke/' || m.key || '.html',
    date_vi(s.data_asof), s.data_asof
    FROM month m JOIN stat s ON s.agency_code = '' AND s.field_code = '' AND s.kind = m.kind AND s.year = m.year AND s.n = m.n
    JOIN stat_row r ON r.agency_code = '' AND r.field_code = '' AND r.kind = m.kind AND r.year = m.year AND r.n = m.n
  UNION ALL SELECT 'overdue', 6, t('wall.overdue'), num(sum(is_open)), t('wall.overdue_text'), 'thong-ke/qua-han.html',
    date_vi(max(data_asof)), max(data_asof) FROM overdue_posted HAVING sum(is_open) > 0
  UNION ALL SELECT 'notices', 7, t('wall.notices'), NULL, NULL, 'thong-bao/index.html', NULL, NULL
  UNION ALL SELECT 'feedback', 8, t('wall.feedback'), NULL, NULL, 'phan-anh.html', NULL, NULL
  UNION ALL SELECT 'rights', 9, t('rights.title'), NULL, NULL, 'phan-anh.html', NULL, NULL),
said(topic, n, label, value) AS (
  SELECT 'office', 10 * row_number() OVER (ORDER BY r.position IS NULL, r.position, r.code), r.name || coalesce(': ' || r.address, ''),
    (SELECT group_concat(o.days || ' ' || o.hours, char(10)) FROM (SELECT * FROM opening_text WHERE point_code = r.code ORDER BY weekdays) o)
    FROM reception_point_now r WHERE r.agency_code = (SELECT agency_code FROM office_now)
  UNION ALL SELECT 'office', 1000, t('contact.phone'), phone FROM office_now WHERE phone IS NOT NULL
  UNION ALL SELECT 'office', 1001, t('contact.hotline_label'), hotline FROM office_now WHERE hotline IS NOT NULL
  UNION ALL SELECT 'news', row_number() OVER (ORDER BY seq DESC), name, what FROM news
  UNION ALL SELECT 'fields', row_number() OVER (ORDER BY f.position IS NULL, f.position, f.name COLLATE vi, f.code), f.name, num(f.n)
    FROM field_posted f
  UNION ALL SELECT 'fees', p.popular, p.name, CASE WHEN length(b.fee) <= 140 THEN b.fee ELSE t('wall.ask') END
    FROM procedure_posted p JOIN procedure_brief b ON b.code = p.code AND b.version = p.version
    WHERE p.popular IS NOT NULL AND b.fee IS NOT NULL
  UNION ALL SELECT 'figures', f.position, f.short, f.percent || coalesce(' (' || f.target_text || ': '
      || CASE f.is_met WHEN 1 THEN t('stats_page.met') WHEN 0 THEN t('stats_page.missed') END || ')', '')
    FROM month m JOIN figure_text f ON f.agency_code = '' AND f.field_code = '' AND f.kind = m.kind AND f.year = m.year AND f.n = m.n
    WHERE f.den > 0 AND (f.comparator IS NOT NULL OR f.position <= 4)
  UNION ALL SELECT 'overdue', row_number() OVER (ORDER BY count(*) DESC, agency_name COLLATE vi, agency_code), agency_name, num(count(*))
    FROM overdue_posted WHERE is_open GROUP BY agency_code
  UNION ALL SELECT 'overdue', 1000, t('wall.apology'), NULL
  UNION ALL SELECT 'notices', row_number() OVER (ORDER BY posted_from DESC, path), title, date_vi(posted_from)
    FROM notice_posted WHERE ended = 0
  UNION ALL SELECT 'feedback', 0, t('wall.feedback_what'), NULL
  UNION ALL SELECT 'feedback', 1, t('pakn.phone'), c.phone FROM pakn_contact c JOIN office_now o ON o.agency_code = c.agency_code WHERE c.phone IS NOT NULL
  UNION ALL SELECT 'feedback', 2, t('pakn.office_address'), c.office_address FROM pakn_contact c JOIN office_now o ON o.agency_code = c.agency_code
  UNION ALL SELECT 'feedback', 3, t('contact.email'), c.email FROM pakn_contact c JOIN office_now o ON o.agency_code = c.agency_code
  UNION ALL SELECT 'rights', 1, t('rights.receipt'), NULL UNION ALL SELECT 'rights', 2, t('rights.refuse'), NULL
  UNION ALL SELECT 'rights', 3, t('rights.once'), NULL UNION ALL SELECT 'rights', 4, t('rights.apology'), NULL),
line AS MATERIALIZED (SELECT row_number() OVER (ORDER BY t.place, s.n, s.label) AS k, t.topic, t.place, s.label, s.value,
    14 * max(text_lines(s.label, iif(s.value IS NULL, :em_lying * 11 / 10, :em_lying * 7 / 10)), coalesce(text_lines(s.value, :em_lying * 35 / 100), 0)) + 5 AS lying,
    14 * (text_lines(s.label, :em_upright * 11 / 10) + coalesce(text_lines(s.value, :em_upright * 11 / 10), 0)) + 5 AS upright,
    length(s.words) - length(replace(s.words, ' ', '')) + 1 AS syllables,
    (t.figure IS NOT NULL) * :figure_rows AS first_height
  FROM (SELECT *, replace(replace(label || coalesce(' ' || value, ''), char(10), ' '), char(160), ' ') AS words FROM said) s
  JOIN topic t ON t.topic = s.topic WHERE s.label <> ''),
laid(k, topic, part, lying, upright, rows, syllables) AS (
  SELECT k, topic, 1, lying + first_height, upright + first_height, 1, syllables FROM line WHERE k = 1
  UNION ALL
  SELECT n.k, n.topic, CASE WHEN n.topic <> l.topic THEN 1 ELSE l.part + NOT fits END,
    n.lying + CASE WHEN n.topic <> l.topic THEN n.first_height ELSE fits * l.lying END,
    n.upright + CASE WHEN n.topic <> l.topic THEN n.first_height ELSE fits * l.upright END,
    1 + fits * l.rows, n.syllables + fits * l.syllables
  FROM laid l JOIN line n ON n.k = l.k + 1 JOIN (SELECT 0 AS fits UNION ALL SELECT 1)
    ON fits = (n.topic = l.topic AND l.rows < 12 AND l.syllables + n.syllables <= 130
      AND l.lying + n.lying <= :room_lying AND l.upright + n.upright <= :room_upright))
SELECT row_number() OVER (ORDER BY t.place, l.part) AS number, count(*) OVER () AS numbers, t.topic, t.title, l.part,
  max(l.part) OVER (PARTITION BY t.topic) AS parts, iif(l.part = 1, t.figure, NULL) AS figure, t.figure_text,
  coalesce(t.data_day, :data_day) AS day, coalesce(t.data_date, :data_date) AS as_of,
  min(60, max(:least_seconds, CAST(ceil(3 + sum(n.syllables) / 2.5) AS INT))) AS seconds,
  json_group_array(json_object('label', n.label, 'value', n.value)) AS line_list,
  h.brief || t.address AS web, qr(h.home || t.address, t('qr.page'), :qr) AS image
FROM (SELECT * FROM laid ORDER BY k) l JOIN line n ON n.k = l.k JOIN topic t ON t.topic = l.topic LEFT JOIN public_home h ON h.lang = :lang
GROUP BY t.place, l.part ORDER BY t.place, l.part;

-- name: lines
SELECT value ->> 'label' AS label, value ->> 'value' AS value FROM json_each(:line_list) ORDER BY id;

-- name: hours
-- one row
-- When the office is open, for the dark: [weekdays, from, to], and days that are not what their
-- weekday says, 1 for one that is worked.
SELECT json_group_array(json_array(weekdays, time_from, time_to)) AS open,
  (SELECT json_group_object(day, kind = 'WORKING_SATURDAY') FROM (SELECT day, kind FROM calendar_day
    WHERE day BETWEEN build_date() AND date(build_date(), '+400 days') ORDER BY day)) AS special
FROM (SELECT DISTINCT o.weekdays, o.time_from, o.time_to FROM opening_interval o
  JOIN reception_point_now r ON r.code = o.point_code
  WHERE r.agency_code = (SELECT agency_code FROM office_now) ORDER BY o.weekdays, o.time_from);

-- name: files
SELECT asset(:root, 'css/tokens.css') AS tokens, asset(:root, 'css/fonts.css') AS fonts,
  asset(:root, 'css/wall.css') AS wall, asset(:root, 'icons/lotus.svg') AS icon, asset(:root, 'js/wall.js') AS script;
