-- SPDX-License-Identifier: MIT
-- One procedure: what a citizen asks first, then every part in the order of the law
-- (Nghị định 63/2010/NĐ-CP, Điều 8(2)).

-- name: pages
-- One row, one page. Long texts are fetched where they are printed.
WITH place AS MATERIALIZED (SELECT code, name, slug FROM field_address)
SELECT 'thu-tuc/' || p.code_national AS url, p.code, p.version, p.code_national, p.name,
  length(p.name) > 200 AS name_is_long, length(p.name) > 100 AS is_long,
  CASE WHEN p.level IS NOT NULL THEN t('level.' || p.level) END AS level_name,
  p.level_text, f.name AS field_name, f.slug AS field_slug, p.decision_no, p.portal_url,
  p.fee_none, p.dossier_none, p.forms_none, p.result_none, p.requirements_none,
  p.executing_agency, p.deciding_agency, p.reception_address, p.delegated_agency,
  p.coordinating_agency, p.keywords, p.publishing_agency, p.db_status,
  coalesce(p.kind_text, t('kind.' || p.kind)) AS kind_name,
  CASE WHEN p.online_level IS NOT NULL THEN t('online.' || p.online_level) END AS online_name,
  p.partial_reason, p.partial_basis,
  CASE WHEN p.boundary_scope IS NOT NULL THEN t('boundary.' || p.boundary_scope) END AS boundary_name,
  p.boundary_decision_no, p.sets_qty, p.summary,
  CASE WHEN p.change_kind IS NOT NULL THEN t('change.' || p.change_kind) END AS change_name,
  p.supersedes_no,
  p.data_date, coalesce(n.since, p.posted_since) AS posted_since, date_vi(p.data_date) AS data_day,
  date_vi(coalesce(n.since, p.posted_since)) AS posted_day, date_vi(p.valid_from) AS valid_day,
  n.changed AS changed_on, date_vi(n.changed) AS changed_day, n.sheet, p.source_id, p.source_line
FROM procedure_posted p JOIN place f ON f.code = coalesce(p.field_code, '')
LEFT JOIN ledger_now n ON n.code = p.code_national
WHERE :medium IN (SELECT medium FROM medium_made)
ORDER BY p.code_national;

-- name: qr_code
-- one row
-- The way to this page for a phone, from kiosk and paper, in the same language.
SELECT qr(home || 'thu-tuc/' || :code_national || '.html', t('qr.page'), coalesce(
    (SELECT max(qr) FROM device_size WHERE kind = 'kiosk' AND :medium = 'kiosk'), 0)) AS image,
  brief || 'thu-tuc/' || :code_national || '.html' AS address
FROM public_home WHERE lang = :lang;

-- name: about
SELECT coalesce(summary, plain(description_md, 160), t('procedure.about') || ' ' || name) AS text
FROM procedure WHERE code = :code AND version = :version;

-- The summary box ----------------------------------------------------------------------

-- name: subjects
SELECT name FROM subject WHERE code = :code AND version = :version ORDER BY position;

-- name: who
SELECT group_concat(name, '; ') AS names
FROM (SELECT name FROM subject WHERE code = :code AND version = :version ORDER BY position)
HAVING count(*) > 0;

-- name: limits
-- Different limits with the ways and cases that they hold for; a long text is only pointed at.
-- What a case says for itself stands in place of the same limit for all.
WITH own AS (SELECT * FROM case_text
    WHERE code = :code AND version = :version AND time_limit IS NOT NULL),
  line AS (SELECT m.time_limit,
      CASE WHEN count(DISTINCT m.channel) < (SELECT count(DISTINCT o.channel) FROM method o
          WHERE o.code = :code AND o.version = :version)
        THEN replace(group_concat(DISTINCT m.channel_name), ',', ', ') END AS channels,
      c.name AS case_name, max(m.time_statutory) AS statutory, max(m.time_cut) AS cut,
      coalesce(m.case_position, 0) AS k, min(m.channel_order) AS channel_order
    FROM (SELECT * FROM method_text WHERE code = :code AND version = :version ORDER BY channel_order) m
    LEFT JOIN dossier_case c ON c.code = :code AND c.version = :version AND c.position = m.case_position
    WHERE m.time_limit IS NOT NULL
      AND (m.case_position IS NOT NULL OR m.time_limit NOT IN (SELECT time_limit FROM own))
    GROUP BY coalesce(m.case_position, 0), m.time_limit
    UNION ALL
    SELECT time_limit, NULL, coalesce(name, t('papers.case') || ' ' || position), NULL, NULL, position, 0
    FROM own)
SELECT CASE WHEN length(time_limit) <= 140 THEN time_limit END AS brief, channels, case_name, statutory, cut
FROM line ORDER BY k, channel_order, time_limit LIMIT 4;

-- name: more_limits
-- one row
SELECT num(n) AS n FROM (SELECT (SELECT count(*) FROM case_text
      WHERE code = :code AND version = :version AND time_limit IS NOT NULL)
    + (SELECT count(DISTINCT json_array(case_position, time_limit)) FROM method_text
      WHERE code = :code AND version = :version AND time_limit IS NOT NULL) AS n)
WHERE n > 4;

-- name: limits_differ
-- One way with several limits: which holds depends on the case.
SELECT channel FROM method_text WHERE code = :code AND version = :version AND case_position IS NULL
GROUP BY channel HAVING count(DISTINCT time_limit) > 1 LIMIT 1;

-- name: amounts
-- Up to four amounts, each with what it is for; what is longer or more stands in the part on fees.
WITH line AS (SELECT label, amount, is_prose, is_tiers, note, note_brief, note_is_long,
    -- in one order, so that equal sets of ways are equal texts
    (SELECT group_concat(channel) FROM (SELECT DISTINCT o.channel FROM fee_text o
      WHERE o.code = :code AND o.version = :version AND o.label IS f.label AND o.amount IS f.amount
        AND o.note IS f.note AND o.channel IS NOT NULL ORDER BY o.channel)) AS channels,
    min(position) AS position
  FROM fee_text f WHERE code = :code AND version = :version GROUP BY label, amount, note)
SELECT coalesce(label || ' (' || ways || ')', label, ways) AS what_for, amount, is_prose, is_tiers,
  CASE WHEN note IS NOT lead(note) OVER (ORDER BY position) THEN note_brief END AS note_brief,
  note_is_long AND note IS NOT lead(note) OVER (ORDER BY position) AS note_is_long
FROM (SELECT *, CASE WHEN (SELECT count(DISTINCT channels) FROM line) > 1 THEN
    (SELECT group_concat(t('channel.' || v.value), ', ')
      FROM json_each('["' || replace(channels, ',', '","') || '"]') v) END AS ways FROM line) WHERE length(coalesce(label, '')) + length(amount) <= 160
  AND (SELECT count(*) FROM line WHERE length(coalesce(label, '')) + length(amount) <= 160) <= 4
ORDER BY position;

-- name: many_amounts
SELECT num(n) AS n FROM (SELECT count(*) AS n,
    max(length(coalesce(label, '')) + length(amount)) AS longest
  FROM (SELECT DISTINCT label, amount, note FROM fee_text WHERE code = :code AND version = :version))
WHERE n > 4 OR longest > 160;

-- name: places
-- The places of all agencies that post it, each once.
SELECT r.name AS place, r.address AS place_address
FROM posting_place r WHERE r.code_national = :code_national
GROUP BY r.point_code ORDER BY r.position IS NULL, r.position, r.point_code LIMIT 4;

-- name: more_places
SELECT num(count(DISTINCT point_code) - 4) AS n FROM posting_place WHERE code_national = :code_national
HAVING count(DISTINCT point_code) > 4;

-- name: ways
SELECT group_concat(channel_name, ', ') AS ways_text
FROM (SELECT DISTINCT channel_name FROM method_text WHERE code = :code AND version = :version
  ORDER BY channel_order) HAVING count(*) > 0;

-- name: paper_count
-- With many heads, how many: some are cases, of which one applies, and some are parts of one
-- dossier ("Giấy tờ phải nộp", "phải xuất trình"), so neither number is what one brings.
SELECT num(count(*)) AS n, CASE WHEN count(DISTINCT case_position) > 1
    THEN num(count(DISTINCT case_position)) END AS case_count
FROM component WHERE code = :code AND version = :version AND kind = 'PAPER' HAVING count(*) > 0;

-- name: paper_names
-- Only a short list: a long one is not read at a glance.
SELECT name FROM component c WHERE code = :code AND version = :version AND kind = 'PAPER'
  AND (SELECT count(*) FROM component o WHERE o.code = :code AND o.version = :version
    AND o.kind = 'PAPER') <= 5
  AND (SELECT max(length(o.name)) FROM component o WHERE o.code = :code AND o.version = :version
    AND o.kind = 'PAPER') <= 160
  AND (SELECT count(*) FROM dossier_case o WHERE o.code = :code AND o.version = :version) <= 1
ORDER BY position;

-- The parts, in the order of the law -----------------------------------------------------

-- name: intro
SELECT unlinked(markdown(description_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 2, 'mo-ta-'), :medium <> 'web') AS text FROM procedure
WHERE code = :code AND version = :version AND description_md IS NOT NULL;

-- name: steps
SELECT unlinked(markdown(steps_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 2, 'trinh-tu-'), :medium <> 'web') AS text FROM procedure
WHERE code = :code AND version = :version AND steps_md IS NOT NULL;

-- name: cases
-- A head line per case; the papers without a case come first.
-- has_form: whether the table needs a column of forms.
SELECT k.case_position, k.case_name, EXISTS (SELECT 1 FROM component c
    WHERE c.code = :code AND c.version = :version AND c.case_position IS k.case_position
      AND c.kind = 'PAPER' AND c.form_ref IS NOT NULL) AS has_form
FROM (SELECT NULL AS case_position, NULL AS case_name FROM component
    WHERE code = :code AND version = :version AND case_position IS NULL
  UNION
  SELECT position, coalesce(rtrim(name, ': '), t('papers.case') || ' ' || position) FROM dossier_case
    WHERE code = :code AND version = :version) k
ORDER BY k.case_position;

-- name: papers
SELECT c.name, c.note, c.from_data, :has_form AS has_form, c.form_ref, coalesce(f.title, c.form_ref) AS form_title,
  CASE WHEN f.path IS NOT NULL THEN asset(:root, f.path) END AS form_href,
  CASE WHEN coalesce(c.original_qty, 0) > 0 AND coalesce(c.copy_qty, 0) > 0
      THEN c.original_qty || char(160) || t('papers.originals') || ', '
        || c.copy_qty || char(160) || t('papers.copies')
    WHEN c.original_qty > 0 THEN c.original_qty || char(160) || t('papers.originals')
    WHEN c.copy_qty > 0 THEN c.copy_qty || char(160) || t('papers.copies')
  END AS quantity
FROM component c LEFT JOIN form_file f ON f.ref = c.form_ref
WHERE c.code = :code AND c.version = :version AND c.kind = 'PAPER'
  AND c.case_position IS :case_position
ORDER BY c.position;

-- name: remarks
SELECT name, note FROM component
WHERE code = :code AND version = :version AND kind = 'NOTE' AND case_position IS :case_position
ORDER BY position;

-- name: times
-- Every limit in full, with what was cut from the statutory one; then those of the cases.
SELECT c.name AS case_name, m.time_limit, m.time_more, m.time_statutory, m.time_cut,
  CASE WHEN count(DISTINCT m.channel) < (SELECT count(DISTINCT o.channel) FROM method o
      WHERE o.code = :code AND o.version = :version)
    THEN replace(group_concat(DISTINCT m.channel_name), ',', ', ') END AS channels,
  0 AS is_case, coalesce(m.case_position, 0) AS k, min(m.channel_order) AS channel_order,
  min(m.position) AS position
FROM (SELECT * FROM method_text WHERE code = :code AND version = :version ORDER BY channel_order) m
LEFT JOIN dossier_case c ON c.code = :code AND c.version = :version AND c.position = m.case_position
WHERE m.time_limit IS NOT NULL
GROUP BY coalesce(m.case_position, 0), m.time_limit, m.time_more
UNION ALL
SELECT coalesce(name, t('papers.case') || ' ' || position), coalesce(time_limit_text, time_limit),
  NULL, NULL, NULL, NULL, 1, position, 0, 0
FROM case_text WHERE code = :code AND version = :version AND time_limit IS NOT NULL
ORDER BY is_case, k, channel_order, position;

-- name: results
SELECT name, electronic FROM result WHERE code = :code AND version = :version ORDER BY position;

-- name: result_text
SELECT unlinked(markdown(result_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 2, 'ket-qua-'), :medium <> 'web') AS text FROM procedure
WHERE code = :code AND version = :version AND result_md IS NOT NULL;

-- name: forms
SELECT c.form_ref, coalesce(f.title, c.form_ref) AS form_title, f.description AS form_about,
  CASE WHEN f.path IS NOT NULL THEN asset(:root, f.path) END AS form_href,
  CASE WHEN f.path LIKE '%.docx' OR f.path LIKE '%.doc' THEN 'Word' WHEN f.path LIKE '%.xlsx' THEN 'Excel'
    WHEN f.path LIKE '%.odt' THEN 'ODT' WHEN f.path LIKE '%.pdf' THEN 'PDF' END AS form_type
FROM component c LEFT JOIN form_file f ON f.ref = c.form_ref
WHERE c.code = :code AND c.version = :version AND c.form_ref IS NOT NULL
GROUP BY c.form_ref ORDER BY min(c.position);

-- name: requirements
SELECT unlinked(markdown(requirements_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 2, 'yeu-cau-'), :medium <> 'web') AS text FROM procedure
WHERE code = :code AND version = :version AND requirements_md IS NOT NULL;

-- name: legal
-- A title that has the number, or the date right behind it, is not told them again.
-- "11/2015/NĐ-CP" does not have "1/2015/NĐ-CP".
SELECT CASE WHEN coalesce(' ' || l.title || ' ' NOT GLOB '* ' || l.number || '[ .,;:)]*', 1)
    THEN l.number END AS number, l.title, l.url AS legal_url,
  CASE WHEN coalesce(' ' || l.title NOT GLOB '* ' || l.number || '[ ,]*' || t('legal.issued') || ' *', 1)
    THEN date_vi(l.issued) END AS issued_day, l.issuer,
  CASE WHEN l.valid_to <= build_date() THEN date_vi(l.valid_to) END AS ended_day, s.replaced_by
FROM legal_basis l LEFT JOIN law_superseded s ON s.number = l.number
  AND coalesce(s.valid_to, '') <= build_date()
WHERE l.code = :code AND l.version = :version ORDER BY l.position;

-- Where, who, since when -----------------------------------------------------------------

-- name: offices
-- A block for each agency that posts it.
SELECT a.code AS agency_code, a.name AS agency_name, a.phone AS agency_phone,
  a.dial AS agency_dial,
  max(s.counter) AS counter
FROM posting_in_force s JOIN agency_now a ON a.code = s.agency_code
WHERE s.code_national = :code_national
GROUP BY a.code ORDER BY a.position IS NULL, a.position, a.code;

-- name: points
SELECT point_code, name AS point_name, address, phone, directions, note, dial
FROM posting_place WHERE code_national = :code_national AND agency_code = :agency_code
GROUP BY point_code ORDER BY position IS NULL, position, point_code;

-- name: coming_points
SELECT point_code, name AS coming_name, address AS coming_address, date_vi(valid_from) AS from_day
FROM posting_place_upcoming WHERE code_national = :code_national AND agency_code = :agency_code
GROUP BY point_code ORDER BY valid_from, point_code;

-- name: local_notes
SELECT unlinked(markdown(local_note_md, :root,
  (SELECT path FROM source WHERE id = source_id), source_line, 4, 'ghi-chu-' || agency_code || '-'), :medium <> 'web') AS text FROM posting_in_force
WHERE code_national = :code_national AND agency_code = :agency_code AND local_note_md IS NOT NULL
ORDER BY code, point_code;

-- name: local_decisions
SELECT DISTINCT s.decision_no, d.issuer, date_vi(d.signed) AS signed_day,
  date_vi(d.effective_from) AS effective_day
FROM posting_in_force s LEFT JOIN decision d ON d.no = s.decision_no
WHERE s.code_national = :code_national AND s.agency_code = :agency_code AND s.decision_no IS NOT NULL
ORDER BY s.decision_no;

-- name: decision
SELECT d.title AS decision_title, d.issuer, date_vi(d.signed) AS signed_day,
  date_vi(d.effective_from) AS effective_day, d.url AS decision_url
FROM decision d WHERE d.no = :decision_no;

-- name: effect
-- From when on, by the ministry's decision, else by the province's; no mark when one of them
-- is whole.
SELECT d.no AS effect_no, date_vi(d.effective_from) AS effect_day, d.no <> :decision_no AS is_local
FROM decision d
WHERE d.effective_from IS NOT NULL AND (d.no = :decision_no
  OR d.signed IS NOT NULL AND d.issuer IS NOT NULL AND d.no IN (SELECT s.decision_no
    FROM posting_in_force s WHERE s.code_national = :code_national))
ORDER BY d.no <> :decision_no, d.effective_from, d.no LIMIT 1;

-- name: upcoming
-- The next version, announced and not in force yet (R-20).
SELECT date_vi(n.valid_from) AS from_day, n.decision_no AS next_decision, nullif(n.name, p.name) AS next_name,
  date_vi(date(min(coalesce(p.valid_to, n.valid_from), n.valid_from), '-1 day')) AS last_day
FROM procedure_upcoming n JOIN procedure p ON p.code = :code AND p.version = :version
WHERE n.code_national = :code_national
ORDER BY n.valid_from, n.code, n.version LIMIT 1;

-- name: ending
-- one row
-- It ends and nothing comes after it: told beforehand, with the decision that ends it.
SELECT date_vi(date(e.ends, '-1 day')) AS final_day, e.ending_decision
FROM (SELECT coalesce(p.valid_to, d.effective_from) AS ends, d.no AS ending_decision
  FROM procedure p LEFT JOIN decision d ON d.no = coalesce((SELECT i.decision_no
    FROM decision_item i JOIN decision o ON o.no = i.decision_no
    WHERE i.code IN (p.code, p.code_national) AND i.change_kind = 'ABOLISHED' AND o.effective_from > build_date()
    ORDER BY o.effective_from, o.no LIMIT 1), CASE p.change_kind WHEN 'ABOLISHED' THEN p.decision_no END)
  WHERE p.code = :code AND p.version = :version) e
WHERE e.ends > build_date() AND NOT EXISTS (SELECT 1 FROM procedure_upcoming n WHERE n.code_national = :code_national);

-- name: events
SELECT e.code AS event_code, e.name FROM life_event_procedure l JOIN life_event e ON e.code = l.event_code
WHERE l.code IN (:code, :code_national) GROUP BY e.code ORDER BY e.position IS NULL, e.position, e.code;

-- name: models
SELECT m.code AS model_code, m.name FROM service_model_procedure l
JOIN service_model m ON m.code = l.model_code
WHERE l.code IN (:code, :code_national) GROUP BY m.code ORDER BY m.position IS NULL, m.position, m.code;

-- Touch screens -------------------------------------------------------------------------

-- name: counters
-- Where to go, for the first screen: the places with the counter of each, where it has one.
SELECT r.name AS place, r.address AS place_address, (SELECT group_concat(DISTINCT s.counter) FROM posting_in_force s
    WHERE s.code_national = :code_national AND s.agency_code = r.agency_code
      AND (s.point_code IS NULL OR s.point_code = r.point_code)) AS counter
FROM posting_place r
WHERE r.code_national = :code_national
GROUP BY r.point_code ORDER BY r.position IS NULL, r.position, r.point_code LIMIT iif(:is_long, 1, 2);

-- name: more_counters
-- one row
SELECT num(n - shown) AS n FROM (SELECT count(DISTINCT point_code) AS n, iif(:is_long, 1, 2) AS shown
  FROM posting_place WHERE code_national = :code_national) WHERE n > shown;

-- name: counter_fees
-- What is paid at the counter, for the first screen: two amounts; a long one stands in the part.
SELECT label AS what_for, CASE WHEN length(amount) <= 80 THEN amount END AS brief, min(position) AS position
FROM fee_text WHERE code = :code AND version = :version AND (channel IS NULL OR channel = 'DIRECT')
GROUP BY label, amount ORDER BY min(position) LIMIT iif(:is_long, 1, 2);

-- name: more_fees
-- one row
SELECT 1 AS has_more WHERE (SELECT count(*) FROM (SELECT DISTINCT label, amount FROM fee_text
  WHERE code = :code AND version = :version AND (channel IS NULL OR channel = 'DIRECT'))) > iif(:is_long, 1, 2);

-- name: any_fee
-- one row
SELECT 1 AS is_there FROM fee_text WHERE code = :code AND version = :version LIMIT 1;

-- name: counter_limits
-- How long it takes at the counter, for the first screen; a long text stands in the part.
SELECT CASE WHEN length(time_limit) <= 100 THEN time_limit END AS brief, min(position) AS position
FROM method_text WHERE code = :code AND version = :version AND time_limit IS NOT NULL
  AND (channel = 'DIRECT' OR NOT EXISTS (SELECT 1 FROM method o
    WHERE o.code = :code AND o.version = :version AND o.channel = 'DIRECT'))
GROUP BY time_limit ORDER BY min(position) LIMIT 2;

-- name: first_papers
-- As many names as can be read at a glance; with cases to choose from none.
SELECT name FROM (SELECT name, position, row_number() OVER line AS k, sum(length(name)) OVER line AS letters
  FROM component WHERE code = :code AND version = :version AND kind = 'PAPER'
    AND (case_position IS NULL OR NOT EXISTS (SELECT 1 FROM case_choice o WHERE o.code = :code AND o.version = :version))
  WINDOW line AS (ORDER BY position))
WHERE (k <= 5 AND letters <= 330) OR k = 1
ORDER BY position;

-- name: more_papers
-- one row
SELECT num(n - shown) AS n FROM (SELECT count(*) AS n, sum((k <= 5 AND letters <= 330) OR k = 1) AS shown
  FROM (SELECT row_number() OVER line AS k, sum(length(name)) OVER line AS letters
    FROM component WHERE code = :code AND version = :version AND kind = 'PAPER'
    AND (case_position IS NULL OR NOT EXISTS (SELECT 1 FROM case_choice o WHERE o.code = :code AND o.version = :version))
    WINDOW line AS (ORDER BY position)))
WHERE n > shown;

-- name: paper_sum
-- one row
SELECT num(count(*)) AS n FROM component WHERE code = :code AND version = :version AND kind = 'PAPER'
    AND (case_position IS NULL OR NOT EXISTS (SELECT 1 FROM case_choice o WHERE o.code = :code AND o.version = :version))
HAVING count(*) > 0;

-- name: abbreviations
-- What stands on the page shortened, with its words: whole words of the name, the papers, the steps.
WITH page_text(x) AS (SELECT ' ' || group_concat(x, ' ') || ' ' FROM (
    SELECT name || ' ' || coalesce(steps_md, '') || ' ' || coalesce(requirements_md, '') || ' '
      || coalesce(deciding_agency, '') || ' ' || coalesce(executing_agency, '') AS x
    FROM procedure WHERE code = :code AND version = :version
    UNION ALL SELECT name || ' ' || coalesce(note, '') FROM component
    WHERE code = :code AND version = :version))
SELECT short, long FROM abbreviation, page_text
WHERE instr(x, short) AND replace(x, char(10), ' ') GLOB '*[ (,;:./"]' || short || '[ ),;:./"]*' ORDER BY short;

-- name: any_case
SELECT NULL AS case_position;

-- name: metadata
-- schema.org, for search engines and other machines.
SELECT script_json(json_patch('{}', json_object('@context', 'https://schema.org',
  '@type', 'GovernmentService', 'identifier', p.code_national, 'name', p.name,
  'serviceType', (SELECT name FROM field WHERE code = p.field_code),
  'inLanguage', :lang,
  'description', coalesce(p.summary, plain(p.description_md, 300)),
  'audience', json((SELECT json_group_array(json_object('@type', 'Audience', 'audienceType', s.name))
    FROM (SELECT name FROM subject WHERE code = p.code AND version = p.version ORDER BY position) s)),
  'provider', json((SELECT json_group_array(json_object('@type', 'GovernmentOrganization', 'name', o.name))
    FROM (SELECT a.name FROM posting_in_force s JOIN agency_now a ON a.code = s.agency_code
      WHERE s.code_national = p.code_national GROUP BY a.code ORDER BY a.code) o)),
  'offers', json((SELECT json_group_array(json_object('@type', 'Offer', 'name', o.title,
      'price', o.amount_vnd, 'priceCurrency', 'VND'))
    FROM (SELECT DISTINCT title, amount_vnd FROM fee_text
      WHERE code = p.code AND version = p.version AND amount_vnd IS NOT NULL
      ORDER BY title, amount_vnd) o)),
  'dateModified', p.data_date, 'sameAs', p.portal_url))) AS json
FROM procedure p WHERE p.code = :code AND p.version = :version;
