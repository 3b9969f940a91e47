-- SPDX-License-Identifier: MIT
-- A report in the form of an official document (Nghị định 30/2020/NĐ-CP), its figures worked out
-- from data/ when the page is made: pages/bao-cao/*.md. Beside it, as CSV, every value that its
-- text may name. docs/reports.md lists the names; a test compares.

-- name: pages
SELECT path AS url, path, title, subject, label, summary, agency, kind, year, n, issuer, superior,
  doc_no, doc_place, doc_date, date_long(doc_date) AS doc_day, addressee, instr(addressee, ';') > 0 AS is_many, authority, signer_title, signer,
  recipients, body_line, day_from, day_to, ended
FROM report_posted WHERE is_here ORDER BY path;

-- name: figures
-- one row
-- The three periods a name may stand for: "recv_total", "prev.recv_total" of the period before,
-- "last_year.recv_total" of the same period a year ago; "prev.recv_total.change" is what has
-- changed since.
WITH at(prefix, kind, year, n) AS (
  SELECT '', :kind, :year, :n
  UNION ALL SELECT 'prev.', :kind, :year - (:n = 1), CASE WHEN :n > 1 THEN :n - 1
    ELSE (SELECT max(n) FROM period_part WHERE kind = :kind) END
  UNION ALL SELECT 'last_year.', :kind, :year - 1, :n),
counted(prefix, name, value) AS (
  SELECT at.prefix, j.key, j.value FROM at
  LEFT JOIN stat s ON s.agency_code = :agency AND s.field_code = '' AND s.kind = at.kind
    AND s.year = at.year AND s.n = at.n
  JOIN json_each(json_object('recv_total', s.recv_total, 'recv_new', s.recv_new,
    'recv_online', s.recv_online, 'recv_direct', s.recv_direct, 'recv_postal', s.recv_postal,
    'recv_direct_postal', s.recv_direct_postal, 'carried_over', s.carried_over,
    'done_total', s.done_total, 'done_early', s.done_early, 'done_on_time', s.done_on_time,
    'done_in_time', s.done_early + s.done_on_time, 'done_late', s.done_late, 'returned', s.returned,
    'open_total', s.open_total, 'open_in_term', s.open_in_term, 'open_overdue', s.open_overdue,
    'suspended', s.suspended, 'apology_due', s.apology_due, 'apology_sent', s.apology_sent,
    'digit_due', s.digit_due, 'digit_done', s.digit_done, 'results_issued', s.results_issued,
    'results_digital', s.results_digital, 'reuse_done', s.reuse_done, 'fee_dossiers', s.fee_dossiers,
    'paid_online', s.paid_online, 'payments', s.payments, 'payments_cashless', s.payments_cashless,
    'sat_asked', s.sat_asked, 'sat_rated', s.sat_rated, 'sat_good', s.sat_good, 'sat_very', s.sat_very,
    'sat_satisfied', s.sat_satisfied, 'sat_neutral', s.sat_neutral, 'sat_unsatisfied', s.sat_unsatisfied,
    'home_booked', s.home_booked, 'home_done', s.home_done, 'post_returned', s.post_returned,
    'procedures_total', s.procedures_total, 'procedures_simplified', s.procedures_simplified,
    'docs_issued', s.docs_issued, 'docs_signed', s.docs_signed, 'adjusted_count', s.adjusted_count)) j
  UNION ALL
  SELECT at.prefix, 'pakn.' || CASE c.value WHEN '' THEN '' ELSE c.value || '.' END || j.key, j.value
  FROM at JOIN json_each('["","HOTLINE_1022","PORTAL","DIRECT","WRITTEN","OTHER"]') c
  LEFT JOIN pakn p ON p.agency_code = :agency AND p.channel = c.value AND p.kind = at.kind
    AND p.year = at.year AND p.n = at.n
  JOIN json_each(json_object('received', p.received, 'about_tthc', p.about_tthc,
    'answered_on_time', p.answered_on_time, 'late', p.late, 'open', p.open)) j),
known AS (
  SELECT at.prefix, f.indicator, f.num_text, f.den_text, f.percent, f.rate, f.target_text, f.is_met, f.legal_doc
  FROM at JOIN figure_text f ON f.agency_code = :agency AND f.field_code = '' AND f.kind = at.kind
    AND f.year = at.year AND f.n = at.n),
rated AS (
  SELECT at.prefix, i.code AS name, k.num_text, k.den_text, k.percent, k.rate, k.target_text, k.is_met, k.legal_doc
  FROM at JOIN indicator i LEFT JOIN known k ON k.prefix = at.prefix AND k.indicator = i.code),
named(name, value) AS (
  SELECT prefix || name, num(value) FROM counted
  UNION ALL
  SELECT b.prefix || b.name || '.change', CASE WHEN a.value > b.value
      THEN t('report.up') || ' ' || num(a.value - b.value)
    WHEN a.value < b.value THEN t('report.down') || ' ' || num(b.value - a.value)
    WHEN a.value = b.value THEN t('report.same') END
  FROM counted b JOIN counted a ON a.prefix = '' AND a.name = b.name WHERE b.prefix <> ''
  UNION ALL SELECT prefix || name, percent FROM rated
  UNION ALL SELECT prefix || name || '.num', num_text FROM rated
  UNION ALL SELECT prefix || name || '.den', den_text FROM rated
  UNION ALL SELECT name || '.target', target_text FROM rated WHERE prefix = ''
  UNION ALL SELECT name || '.target_doc', legal_doc FROM rated WHERE prefix = ''
  UNION ALL SELECT name || '.met', CASE is_met WHEN 1 THEN t('report.met') WHEN 0 THEN t('report.not_met') END
  FROM rated WHERE prefix = ''
  UNION ALL
  SELECT b.prefix || b.name || '.change', CASE WHEN a.rate = b.rate THEN t('report.same')
      WHEN a.rate IS NOT NULL AND b.rate IS NOT NULL
      THEN CASE WHEN a.rate > b.rate THEN t('report.up') ELSE t('report.down') END || ' '
        || replace(pct(abs(a.rate - b.rate), 10000), '%', ' ' || t('report.points')) END
  FROM rated b JOIN rated a ON a.prefix = '' AND a.name = b.name WHERE b.prefix <> ''
  UNION ALL
  SELECT prefix || 'period', substr(period_vi(kind, year, n), 1, instr(period_vi(kind, year, n), ' (') - 1) FROM at
  UNION ALL SELECT prefix || 'period_from', date_vi(period_from(kind, year, n)) FROM at
  UNION ALL SELECT prefix || 'period_to', date_vi(period_to(kind, year, n)) FROM at
  UNION ALL
  SELECT prefix || 'period_days', t('report.from_day') || ' ' || date_vi(period_from(kind, year, n)) || ' '
    || t('report.to_day') || ' ' || date_vi(period_to(kind, year, n)) FROM at
  UNION ALL
  SELECT 'data_asof', date_vi((SELECT data_asof FROM stat WHERE agency_code = :agency AND field_code = ''
    AND kind = :kind AND year = :year AND n = :n))
  UNION ALL
  SELECT 'source_system', (SELECT source_system FROM stat WHERE agency_code = :agency AND field_code = ''
    AND kind = :kind AND year = :year AND n = :n)
  UNION ALL
  SELECT 'agencies', num(count(*)) FROM stat WHERE agency_code <> '' AND field_code = '' AND kind = :kind
    AND year = :year AND n = :n AND :agency IN ('', agency_code)
  UNION ALL SELECT 'agency_name', CASE :agency WHEN '' THEN t('stats.all_agencies')
    ELSE (SELECT name FROM agency WHERE code = :agency) END
  UNION ALL SELECT 'issuer', :issuer
  UNION ALL SELECT 'agency', :agency
  UNION ALL SELECT 'kind', :kind
  UNION ALL SELECT 'year', :year
  UNION ALL SELECT 'n', :n)
SELECT json_group_object(name, value) AS given FROM named;

-- name: body
SELECT markdown(body_md, :root, (SELECT path FROM source WHERE id = source_id), body_line, 1, NULL, :given) AS text
FROM report_posted WHERE path = :path;

-- name: named
-- The same, to be read by machines.
SELECT key AS name, atom AS value FROM json_each(:given) ORDER BY key;

-- name: styles
SELECT asset(:root, 'css/report.css') AS sheet;

-- name: addressees
SELECT tr(trim(value)) AS name FROM json_each('[' || replace(json_text(:addressee), ';', '","') || ']')
WHERE trim(value) <> '' ORDER BY key;

-- name: receivers
SELECT tr(trim(value)) || CASE WHEN row_number() OVER (ORDER BY key DESC) = 1 THEN '.' ELSE ';' END AS name
FROM json_each('[' || replace(json_text(:recipients), ';', '","') || ']')
WHERE trim(value) <> '' ORDER BY key;

-- name: authorities
SELECT tr(trim(value)) AS line FROM json_each('[' || replace(json_text(:authority), ';', '","') || ']')
WHERE trim(value) <> '' ORDER BY key;

-- name: form
-- one row
SELECT 'bao-cao/ii-06a/' || key AS url, label FROM period_posted
WHERE kind = :kind AND year = :year AND n = :n;
