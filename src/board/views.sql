-- SPDX-License-Identifier: MIT
-- What the theme reads: the tables of schema.sql as they are on the day of the build.
--
-- A view answers one of three questions: what is posted (..._posted, ..._now, ..._in_force),
-- what it is called in words (..._text), where it stands (..._address). Words come from the
-- interface texts, so a view holds no sentence of any language. docs/theme.md lists them.
--
-- Every view can be asked for one record by its key without reading a table through:
-- (code, version) for the parts of a procedure, code_national for a procedure.

-- Procedures ---------------------------------------------------------------------------

-- Not internal and valid on the day of the build. ABOLISHED without an end counts as ended
-- from the effect of its decision on (R-20, R-21).
CREATE VIEW procedure_valid AS
SELECT p.* FROM procedure p
WHERE p.kind <> 'INTERNAL'
  AND (p.valid_from IS NULL OR p.valid_from <= build_date())
  AND (p.valid_to IS NULL OR p.valid_to > build_date())
  AND NOT (p.change_kind IS 'ABOLISHED' AND p.valid_to IS NULL
    AND coalesce((SELECT d.effective_from FROM decision d WHERE d.no = p.decision_no),
      p.valid_from, '') <= build_date());

-- One row per national code: the plain code speaks for it, else the smallest one.
CREATE VIEW procedure_posted AS
SELECT p.* FROM procedure_valid p
WHERE NOT EXISTS (SELECT 1 FROM procedure_valid q WHERE q.code_national = p.code_national
  AND (q.code <> q.code_national, q.code, -q.version)
    < (p.code <> p.code_national, p.code, -p.version));

-- Ended, with the day it ended on and the decision that ended it, where one is known.
CREATE VIEW procedure_ended AS
SELECT p.*,
  coalesce(p.valid_to, (SELECT d.effective_from FROM decision d WHERE d.no = p.decision_no),
    p.valid_from) AS ended_on,
  coalesce((SELECT i.decision_no FROM decision_item i LEFT JOIN decision d ON d.no = i.decision_no
    WHERE i.code IN (p.code, p.code_national) AND i.change_kind = 'ABOLISHED'
    ORDER BY d.effective_from DESC, i.decision_no LIMIT 1),
    CASE WHEN p.change_kind = 'ABOLISHED' THEN p.decision_no END) AS ended_by
FROM procedure p
WHERE p.kind <> 'INTERNAL'
  AND (p.valid_to <= build_date()
    OR (p.change_kind IS 'ABOLISHED' AND p.valid_to IS NULL
      AND coalesce((SELECT d.effective_from FROM decision d WHERE d.no = p.decision_no),
        p.valid_from, '') <= build_date()));

-- Nothing under its national code is in force any more: the page stays and says so. The row
-- that ended last speaks.
CREATE VIEW procedure_withdrawn AS
SELECT p.* FROM procedure_ended p
WHERE NOT EXISTS (SELECT 1 FROM procedure_valid q WHERE q.code_national = p.code_national)
  AND NOT EXISTS (SELECT 1 FROM procedure_ended q WHERE q.code_national = p.code_national
    AND (coalesce(q.ended_on, ''), q.code, q.version)
      > (coalesce(p.ended_on, ''), p.code, p.version));

-- Announced, not in force yet.
CREATE VIEW procedure_upcoming AS
SELECT p.* FROM procedure p WHERE p.kind <> 'INTERNAL' AND p.valid_from > build_date();

-- A line of a list. sort_name leaves out the words "Thủ tục" (or the language's own) that
-- half of all names begin with, so that the alphabet is of use.
CREATE VIEW procedure_listed AS
SELECT p.code, p.version, p.code_national, p.name, p.level, p.field_code, p.popular, p.summary,
  p.data_date, p.posted_since,
  CASE WHEN p.level IS NOT NULL THEN t('level.' || p.level) END AS level_name,
  CASE WHEN lower(substr(p.name, 1, 1)) = lower(substr(t('list.skip_prefix'), 1, 1))
      AND fold(substr(p.name, 1, length(t('list.skip_prefix')) + 1))
        = fold(t('list.skip_prefix')) || ' '
      AND length(trim(substr(p.name, length(t('list.skip_prefix')) + 2))) > 0
    THEN trim(substr(p.name, length(t('list.skip_prefix')) + 2))
    ELSE p.name END AS sort_name
FROM procedure_posted p;

-- The Vietnamese alphabet with the name of each letter's file (letters with marks as one types
-- them: Đ is dd). What begins with no letter stands under "#".
CREATE VIEW letter AS
SELECT column1 AS letter, column2 AS file, column3 AS position FROM (VALUES
  ('A', 'a', 1), ('Ă', 'aw', 2), ('Â', 'aa', 3), ('B', 'b', 4), ('C', 'c', 5), ('D', 'd', 6),
  ('Đ', 'dd', 7), ('E', 'e', 8), ('Ê', 'ee', 9), ('F', 'f', 10), ('G', 'g', 11), ('H', 'h', 12),
  ('I', 'i', 13), ('J', 'j', 14), ('K', 'k', 15), ('L', 'l', 16), ('M', 'm', 17), ('N', 'n', 18),
  ('O', 'o', 19), ('Ô', 'oo', 20), ('Ơ', 'ow', 21), ('P', 'p', 22), ('Q', 'q', 23), ('R', 'r', 24),
  ('S', 's', 25), ('T', 't', 26), ('U', 'u', 27), ('Ư', 'uw', 28), ('V', 'v', 29), ('W', 'w', 30),
  ('X', 'x', 31), ('Y', 'y', 32), ('Z', 'z', 33), ('#', '0-9', 34));

CREATE VIEW procedure_lettered AS
SELECT p.*, l.letter, l.file AS letter_file, l.position AS letter_position
FROM procedure_listed p JOIN letter l ON l.letter = CASE
  WHEN first_letter(p.sort_name) IN (SELECT letter FROM letter) THEN first_letter(p.sort_name)
  ELSE '#' END;

-- A way of submitting, in words. time_more: what number and unit leave unsaid.
CREATE VIEW method_text AS
SELECT m.*, t('channel.' || m.channel) AS channel_name,
  CASE m.channel WHEN 'DIRECT' THEN 1 WHEN 'ONLINE' THEN 2 WHEN 'POSTAL' THEN 3 ELSE 4 END
    AS channel_order,
  coalesce(time_limit_vi(m.time_limit_value, m.time_limit_unit, m.time_limit_text),
    CASE WHEN m.time_limit_unit = 'OTHER'
      THEN coalesce(m.time_limit_value || ' ' || t('time.no_unit'), t('time.by_steps')) END) AS time_limit,
  CASE WHEN m.time_limit_value IS NOT NULL AND m.time_limit_unit <> 'OTHER'
      AND ltrim(fold(m.time_limit_text), '0') <> replace(
        fold(time_limit_vi(m.time_limit_value, m.time_limit_unit, NULL)), char(160), ' ')
    THEN m.time_limit_text END AS time_more,
  CASE WHEN m.time_limit_statutory_value > m.time_limit_value AND m.time_limit_unit <> 'OTHER'
    THEN time_limit_vi(m.time_limit_statutory_value, m.time_limit_unit, NULL) END AS time_statutory,
  CASE WHEN m.time_limit_statutory_value > m.time_limit_value
      AND typeof(m.time_limit_value) = 'integer' AND typeof(m.time_limit_statutory_value) = 'integer'
    THEN pct(m.time_limit_statutory_value - m.time_limit_value, m.time_limit_statutory_value)
    END AS time_cut
FROM method m;

-- A case with a time limit of its own, in words.
CREATE VIEW case_text AS
SELECT c.*, coalesce(time_limit_vi(c.time_limit_value, c.time_limit_unit, c.time_limit_text),
    CASE WHEN c.time_limit_unit = 'OTHER'
      THEN coalesce(c.time_limit_value || ' ' || t('time.no_unit'), t('time.by_steps')) END) AS time_limit
FROM dossier_case c;

-- Fees ---------------------------------------------------------------------------------

-- Valid on the day of the build. valid_until is the last day, as people say it.
CREATE VIEW fee_in_force AS
SELECT f.*, date(f.valid_to, '-1 day') AS valid_until FROM fee f
WHERE (f.valid_from IS NULL OR f.valid_from <= build_date())
  AND (f.valid_to IS NULL OR f.valid_to > build_date());

-- A fee in words: never a bare 0, never an empty amount. label: what tells it from another of
-- the same way; note_brief: a note that can stand beside the amount, long ones stay in the part.
CREATE VIEW fee_text AS
SELECT f.*,
  coalesce(f.name, t('fee_type.' || coalesce(f.type, 'ANY'))) AS title,
  coalesce(f.name, t('fee_type.' || f.type)) AS label,
  CASE WHEN length(f.note) > 200 THEN NULL
    WHEN f.note GLOB '[-+] *' AND instr(f.note, char(10)) = 0 THEN ltrim(substr(f.note, 2))
    ELSE f.note END AS note_brief,
  coalesce(length(f.note) > 200, 0) AS note_is_long, f.formula IS 'TIERS' AS is_tiers,
  (SELECT group_concat(CASE WHEN v.value IN ('CASH', 'TRANSFER', 'POSTAL', 'ONLINE')
      THEN t('payment.' || v.value) ELSE v.value END, ', ')
    FROM json_each('["' || replace(f.payment_methods, ' ', '","') || '"]') v) AS payment,
  CASE WHEN f.name IS NOT NULL AND f.type IS NOT NULL AND f.none_reason IS NULL
      AND instr(fold(f.name), fold(t('fee_type.' || f.type))) <> 1
    THEN t('fee_type.' || f.type) END AS type_name,
  CASE
    WHEN f.none_reason IS NOT NULL THEN f.none_reason
    WHEN f.amount_vnd = 0 THEN t('fee.zero')
    WHEN f.amount_vnd IS NOT NULL THEN vnd(f.amount_vnd)
      || CASE WHEN f.unit IS NULL THEN ''
           WHEN f.unit LIKE 'đồng%' THEN substr(f.unit, 5)
           WHEN f.unit LIKE '/%' THEN f.unit
           ELSE '/' || f.unit END
    WHEN f.formula = 'TIERS' THEN t('fee.tiers')
    ELSE f.formula
      || CASE WHEN f.currency IS NOT NULL AND instr(f.formula, f.currency) = 0
           THEN ' ' || f.currency ELSE '' END
      || CASE WHEN f.unit IS NULL THEN ''
           WHEN f.formula NOT GLOB '*[^0-9., ]*' THEN '/' || f.unit
           ELSE ' (' || f.unit || ')' END
  END AS amount,
  -- "Thẻ không quá 02 năm: 145 USD/thẻ" is a sentence like its longer sisters.
  coalesce(length(f.formula) > 60 OR instr(f.formula, ': ') > 0 OR length(f.none_reason) > 60, 0)
    AS is_prose
FROM fee_in_force f;

-- Posted procedures that cost something, for the fee board.
CREATE VIEW procedure_with_fee AS
SELECT p.code, p.version, p.code_national, p.name, coalesce(p.field_code, '') AS field_code, p.data_date
FROM procedure_posted p
WHERE EXISTS (SELECT 1 FROM fee_in_force f WHERE f.code = p.code AND f.version = p.version
  AND f.none_reason IS NULL);

CREATE VIEW fee_relief_in_force AS
SELECT r.*, date(r.valid_to, '-1 day') AS valid_until,
  t('relief.' || r.kind) || CASE
    WHEN r.kind = 'REDUCE' AND r.percent IS NOT NULL THEN ' ' || r.percent || '%'
    WHEN r.kind = 'REDUCE' AND r.amount_vnd IS NOT NULL THEN ' ' || vnd(r.amount_vnd)
    ELSE '' END AS relief
FROM fee_relief r
WHERE (r.valid_from IS NULL OR r.valid_from <= build_date())
  AND (r.valid_to IS NULL OR r.valid_to > build_date());

-- Agencies and places ------------------------------------------------------------------

-- The name of an agency is the one of the day (R-101).
CREATE VIEW agency_now AS
SELECT a.code, coalesce(n.name, a.name) AS name,
  coalesce(n.name_short, a.name_short, n.name, a.name) AS name_short,
  a.parent_code, a.level, a.kind, a.province, a.commune, a.address, a.phone, a.email, a.website,
  'tel:' || replace(replace(replace(replace(replace(a.phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', '') AS dial,
  'mailto:' || a.email AS mail,
  a.description_md, a.position, a.valid_from, a.succeeds
FROM agency a LEFT JOIN agency_name n ON n.agency_code = a.code
  AND (n.valid_from IS NULL OR n.valid_from <= build_date())
  AND (n.valid_to IS NULL OR n.valid_to > build_date())
WHERE (a.valid_from IS NULL OR a.valid_from <= build_date())
  AND (a.valid_to IS NULL OR a.valid_to > build_date());

CREATE VIEW reception_point_now AS
SELECT *, 'tel:' || replace(replace(replace(replace(replace(phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', '') AS dial
FROM reception_point
WHERE (valid_from IS NULL OR valid_from <= build_date())
  AND (valid_to IS NULL OR valid_to > build_date());

-- A place that opens or moves later is announced, not shown as current.
CREATE VIEW reception_point_upcoming AS
SELECT * FROM reception_point WHERE valid_from > build_date();

-- "Thứ Hai – Thứ Sáu" and "07:00–11:30, 13:30–17:00": a line per set of weekdays.
CREATE VIEW opening_text AS
SELECT point_code, weekdays, weekdays_vi(weekdays) AS days,
  group_concat(hours_vi(time_from, time_to), ', ') AS hours, max(note) AS note
FROM (SELECT * FROM opening_interval ORDER BY point_code, weekdays, time_from)
GROUP BY point_code, weekdays;

-- Ways to reach an agency, with an address to follow where there is one.
CREATE VIEW contact_text AS
SELECT c.*, t('contact_kind.' || c.kind) AS kind_name,
  CASE WHEN c.kind = 'HOTLINE' THEN 'tel:' || replace(replace(replace(replace(replace(coalesce(c.dial, c.value), ' ', ''), '.', ''), '-', ''), '(', ''), ')', '')
    WHEN c.kind = 'EMAIL' THEN 'mailto:' || c.value
    WHEN c.value LIKE 'https://%' OR c.value LIKE 'http://%' THEN c.value END AS href
FROM channel c;

-- The office that the site belongs to: site.yml first, else its agency's row. One row.
CREATE VIEW office_now AS
SELECT s.agency_code, s.hotline, s.fax, s.hours, coalesce(s.address, a.address) AS address,
  coalesce(s.phone, a.phone) AS phone,
  'tel:' || replace(replace(replace(replace(replace(coalesce(s.phone, a.phone), ' ', ''), '.', ''), '-', ''), '(', ''), ')', '') AS dial,
  coalesce(s.email, a.email) AS email, 'mailto:' || coalesce(s.email, a.email) AS mail,
  coalesce(s.website, a.website) AS website, u.name AS superior
FROM (SELECT max(CASE key WHEN 'agency' THEN nullif(value, '') END) AS agency_code,
    max(CASE key WHEN 'contact.website' THEN nullif(value, '') END) AS website,
    max(CASE key WHEN 'contact.hotline' THEN nullif(value, '') END) AS hotline,
    max(CASE key WHEN 'contact.fax' THEN nullif(value, '') END) AS fax,
    max(CASE key WHEN 'contact.hours' THEN nullif(value, '') END) AS hours,
    max(CASE key WHEN 'contact.address' THEN nullif(value, '') END) AS address,
    max(CASE key WHEN 'contact.phone' THEN nullif(value, '') END) AS phone,
    max(CASE key WHEN 'contact.email' THEN nullif(value, '') END) AS email
  FROM setting) s
LEFT JOIN agency_now a ON a.code = s.agency_code
LEFT JOIN agency_now u ON u.code = a.parent_code;

-- Which agency posts which procedure, by national code: codes with an agency's suffix and
-- older versions count for the one that is posted. CROSS: from the procedure to its few
-- postings, never through all postings of its agency, which would make a page's time grow
-- with the number of pages.
CREATE VIEW posting_in_force AS
SELECT q.code_national, s.code, s.agency_code, s.point_code, s.counter, s.decision_no,
  s.local_note_md, s.valid_from, s.source_id, s.source_line
FROM procedure q CROSS JOIN posting s ON s.code = q.code
WHERE q.version = (SELECT min(v.version) FROM procedure v WHERE v.code = q.code)
  AND (s.valid_from IS NULL OR s.valid_from <= build_date())
  AND (s.valid_to IS NULL OR s.valid_to > build_date());

-- Where: the places of an agency that posts a procedure; all its places when the posting
-- names none. A place comes twice when two codes of one procedure name it. (One SELECT: into
-- a UNION the question for one procedure is not carried, and all postings would be read.)
CREATE VIEW posting_place AS
SELECT s.code_national, s.agency_code, r.code AS point_code, r.name, r.address, r.phone, r.dial,
  r.directions, r.note, r.position
FROM posting_in_force s JOIN reception_point_now r
  ON r.code = s.point_code OR (s.point_code IS NULL AND r.agency_code = s.agency_code);

-- The ledger -----------------------------------------------------------------------------

-- A line in words. A sheet of the paper board is known by the first eight digits of its
-- record's hash: sheet is the one to put up, sheet_before the one to take down.
CREATE VIEW ledger_text AS
SELECT l.*, substr(l.at, 1, 10) AS posted_on, date_vi(substr(l.at, 1, 10)) AS posted_day,
  substr(l.at, 12, 5) AS posted_time, t('ledger_event.' || l.event) AS event_name,
  (SELECT group_concat(coalesce((SELECT x.value FROM text x WHERE x.lang = t('lang')
      AND x.key = 'ledger_part.' || v.value), v.value), '; ')
    FROM json_each('["' || replace(l.parts, ' ', '","') || '"]') v) AS part_names,
  substr(l.content_sha256, 1, 8) AS sheet,
  CASE WHEN l.event <> 'POSTED' THEN (SELECT substr(b.content_sha256, 1, 8) FROM ledger b
    WHERE b.code = l.code AND b.seq < l.seq ORDER BY b.seq DESC LIMIT 1) END AS sheet_before
FROM ledger l;

-- What was published at one time.
CREATE VIEW ledger_publication AS
SELECT p.*, substr(p.at, 1, 4) AS year, substr(p.at, 1, 10) AS posted_on,
  date_vi(substr(p.at, 1, 10)) AS posted_day, substr(p.at, 12, 5) AS posted_time,
  l.chain_sha256 AS last_chain
FROM (SELECT publication, min(at) AS at, min(day) AS day, min(seq) AS first_seq,
    max(seq) AS last_seq, count(*) AS n, sum(event = 'POSTED') AS posted,
    sum(event = 'CHANGED') AS changed, sum(event = 'WITHDRAWN') AS withdrawn
  FROM ledger GROUP BY publication) p
JOIN ledger l ON l.seq = p.last_seq;

-- What is posted now: since when, when it last changed, and its sheet.
CREATE VIEW ledger_now AS
SELECT l.code, substr(l.at, 1, 10) AS since,
  (SELECT substr(max(c.at), 1, 10) FROM ledger c
    WHERE c.code = l.code AND c.seq > l.seq AND c.event = 'CHANGED') AS changed,
  (SELECT substr(s.content_sha256, 1, 8) FROM ledger s WHERE s.code = l.code
    ORDER BY s.seq DESC LIMIT 1) AS sheet
FROM ledger l
WHERE l.event = 'POSTED' AND NOT EXISTS (SELECT 1 FROM ledger e
  WHERE e.code = l.code AND e.seq > l.seq AND e.event IN ('POSTED', 'WITHDRAWN'));

-- Posted once, and of today's board and its withdrawn procedures no more, since the data do
-- not have it any longer: its address stays.
CREATE VIEW ledger_gone AS
SELECT l.code, l.name, max(l.seq) AS seq,
  CASE WHEN l.event = 'WITHDRAWN' THEN substr(l.at, 1, 10) END AS ended_on,
  CASE WHEN l.event = 'WITHDRAWN' THEN l.decision_no END AS ended_by
FROM ledger l
WHERE l.code NOT IN (SELECT code_national FROM procedure_posted)
  AND l.code NOT IN (SELECT code_national FROM procedure_withdrawn)
GROUP BY l.code;

-- Everything that has a page -------------------------------------------------------------

-- Fields with the word of their address. The field '' holds the procedures without one.
CREATE VIEW field_address AS
SELECT code, name, position, description_md,
  slug || CASE WHEN n > 1 THEN '-' || n ELSE '' END AS slug
FROM (SELECT *, row_number() OVER (PARTITION BY slug ORDER BY code) AS n
  FROM (SELECT code, name, position, description_md,
      coalesce(nullif(rtrim(substr(slug(name), 1, 120), '-'), ''),
        nullif(rtrim(substr(slug(code), 1, 120), '-'), ''), 'linh-vuc') AS slug FROM field
    UNION ALL SELECT '', t('field.none'), NULL, NULL, 'chua-xep-linh-vuc'));

CREATE VIEW field_posted AS
SELECT f.*, c.n FROM field_address f
JOIN (SELECT coalesce(field_code, '') AS code, count(*) AS n FROM procedure_posted GROUP BY 1) c
  ON c.code = f.code;

CREATE VIEW article_posted AS
SELECT a.*, coalesce(a.posted_to <= build_date(), 0) AS ended FROM article a
WHERE a.draft = 0 AND (a.posted_from IS NULL OR a.posted_from <= build_date());

CREATE VIEW notice_posted AS
SELECT * FROM article_posted WHERE kind <> 'PAGE';

CREATE VIEW life_event_posted AS
SELECT e.*, (SELECT count(*) FROM life_event_procedure l
  JOIN procedure_posted p ON p.code_national = l.code WHERE l.event_code = e.code) AS n
FROM life_event e;

-- Old codes, old addresses and codes with an agency's suffix: where each leads, both without
-- extension. Only those that lead somewhere and do not stand in the way of a page.
CREATE VIEW alias_address AS
WITH target(url) AS (
    SELECT 'thu-tuc/' || code_national FROM procedure_posted
    UNION SELECT 'thu-tuc/' || code_national FROM procedure_withdrawn
    UNION SELECT 'thu-tuc/' || code FROM ledger_gone
    UNION SELECT 'linh-vuc/' || slug FROM field_posted
    UNION SELECT 'co-quan/' || code FROM agency_now
    UNION SELECT 'su-kien/' || code FROM life_event
    UNION SELECT path FROM article_posted
    UNION VALUES ('index'), ('a-z'), ('phi-le-phi'), ('phan-anh'), ('linh-vuc/index'),
      ('co-quan/index'), ('su-kien/index'), ('thong-bao/index'), ('mo-hinh/index'), ('du-lieu/index')),
  national(code, code_national) AS (SELECT DISTINCT code, code_national FROM procedure
    WHERE kind <> 'INTERNAL'),
  named(url, leads_to) AS (
    SELECT CASE WHEN instr(a.old, '/') OR a.old NOT GLOB '[0-9].[0-9]*' THEN a.old
        ELSE 'thu-tuc/' || a.old END,
      CASE WHEN instr(a.new, '/') THEN a.new
        ELSE coalesce((SELECT 'thu-tuc/' || n.code_national FROM national n WHERE n.code = a.new),
          (SELECT 'thu-tuc/' || n.code_national FROM national n WHERE n.code_national = a.new),
          CASE WHEN a.new GLOB '[0-9].[0-9]*' THEN 'thu-tuc/' || a.new ELSE a.new END) END
    FROM alias a
    UNION
    SELECT 'thu-tuc/' || code, 'thu-tuc/' || code_national FROM national WHERE code <> code_national)
SELECT n.url, min(n.leads_to) AS leads_to FROM named n
WHERE n.leads_to IN (SELECT url FROM target) AND n.url NOT IN (SELECT url FROM target)
GROUP BY n.url;

-- Every address that search engines may know, without extension, with the day of its last
-- change where it has one.
CREATE VIEW public_address AS
SELECT 'index' AS url, NULL AS changed
UNION ALL VALUES ('a-z', NULL), ('phi-le-phi', NULL), ('phan-anh', NULL), ('linh-vuc/index', NULL),
  ('co-quan/index', NULL), ('su-kien/index', NULL), ('thong-bao/index', NULL), ('mo-hinh/index', NULL),
  ('du-lieu/index', NULL)
UNION ALL SELECT 'thu-tuc/' || p.code_national, max(coalesce(p.data_date, ''),
    coalesce(n.changed, n.since, p.posted_since, ''))
  FROM procedure_posted p LEFT JOIN ledger_now n ON n.code = p.code_national
UNION ALL SELECT v.column1, substr(max(l.at), 1, 10)
  FROM (VALUES ('nhat-ky'), ('cap-nhat')) v JOIN ledger l GROUP BY v.column1
UNION ALL SELECT 'linh-vuc/' || slug, NULL FROM field_posted
UNION ALL SELECT 'co-quan/' || code, NULL FROM agency_now
UNION ALL SELECT 'su-kien/' || code, NULL FROM life_event
UNION ALL SELECT path, coalesce(updated, posted_from) FROM article_posted WHERE path <> 'phan-anh';
