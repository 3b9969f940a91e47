-- SPDX-License-Identifier: MIT
-- What the theme reads: the tables of schema.sql as they are on the day of the build.
--
-- A view answers one of three questions: what is posted (..._posted, ..._now, ..._in_force),
-- what it is called in words (..._text), where it stands (..._address). Words come from the
-- interface texts, so a view holds no sentence of any language. docs/theme.md lists them.
--
-- Every view can be asked for one record by its key without reading a table through:
-- (code, version) for the parts of a procedure, code_national for a procedure.

-- Languages ----------------------------------------------------------------------------

-- The languages of the site, that of the data first: each in its folder, named in itself.
CREATE VIEW language AS
SELECT l.lang, l.folder, l.position, x.value AS name
FROM (SELECT value AS lang, '' AS folder, 0 AS position FROM setting WHERE key = 'lang'
  UNION ALL SELECT j.value, j.value || '/', j.key + 1 FROM setting s,
    json_each('["' || replace(s.value, ' ', '","') || '"]') j WHERE s.key = 'languages' AND s.value <> '') l
LEFT JOIN text x ON x.lang = l.lang AND x.key = 'language.name';

-- Public addresses in each language that they are in: a report only where it is written in it.
CREATE VIEW public_page AS
SELECT a.url, a.changed, l.lang, l.folder, l.position FROM public_address a CROSS JOIN language l
WHERE l.position = 0 OR NOT EXISTS (SELECT 1 FROM article r WHERE r.path = a.url AND r.kind = 'REPORT')
  OR EXISTS (SELECT 1 FROM article_translation x WHERE x.path = a.url AND x.lang = l.lang);

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
-- that ended last speaks. returns_on: the day on which a version comes into force again.
CREATE VIEW procedure_withdrawn AS
SELECT p.*, (SELECT min(u.valid_from) FROM procedure u WHERE u.code_national = p.code_national
    AND u.kind <> 'INTERNAL' AND u.valid_from > build_date()) AS returns_on
FROM procedure_ended p
WHERE NOT EXISTS (SELECT 1 FROM procedure_valid q WHERE q.code_national = p.code_national)
  AND NOT EXISTS (SELECT 1 FROM procedure_ended q WHERE q.code_national = p.code_national
    AND (coalesce(q.ended_on, ''), q.code, q.version)
      > (coalesce(p.ended_on, ''), p.code, p.version));

-- Announced, not in force yet.
CREATE VIEW procedure_upcoming AS
SELECT p.* FROM procedure p WHERE p.kind <> 'INTERNAL' AND p.valid_from > build_date();

-- A line of a list. sort_name leaves out the words "Thủ tục" (or the language's own) that
-- half of all names begin with, so that the alphabet is of use; and the mark that a name without a
-- translation begins with.
CREATE VIEW procedure_listed AS
SELECT p.code, p.version, p.code_national, p.name, p.level, p.field_code, p.popular, p.summary,
  p.data_date, p.posted_since,
  CASE WHEN p.level IS NOT NULL THEN t('level.' || p.level) END AS level_name,
  CASE WHEN lower(substr(ltrim(p.name, char(2)), 1, 1)) = lower(substr(t('list.skip_prefix'), 1, 1))
      AND fold(substr(ltrim(p.name, char(2)), 1, length(t('list.skip_prefix')) + 1))
        = fold(t('list.skip_prefix')) || ' '
      AND length(trim(substr(ltrim(p.name, char(2)), length(t('list.skip_prefix')) + 2))) > 0
    THEN trim(substr(ltrim(p.name, char(2)), length(t('list.skip_prefix')) + 2))
    ELSE ltrim(p.name, char(2)) END AS sort_name
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
FROM procedure_listed p JOIN letter l ON l.letter = first_letter(p.sort_name);

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
    WHEN f.note GLOB char(2) || '[-+] *' AND instr(f.note, char(10)) = 0 THEN tr(ltrim(substr(f.note, 3)))
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
           WHEN f.unit LIKE 'đồng/%' THEN '/' || tr(substr(f.unit, 6))
           WHEN f.unit LIKE 'đồng%' THEN substr(f.unit, 5)
           WHEN f.unit LIKE '/%' THEN '/' || tr(substr(f.unit, 2))
           ELSE '/' || tr(f.unit) END
    WHEN f.formula = 'TIERS' THEN t('fee.tiers')
    ELSE tr(f.formula)
      || CASE WHEN f.currency IS NOT NULL AND instr(f.formula, f.currency) = 0
           THEN ' ' || f.currency ELSE '' END
      || CASE WHEN f.unit IS NULL THEN ''
           WHEN f.formula NOT GLOB '*[^0-9., ]*' THEN '/' || tr(f.unit)
           ELSE ' (' || tr(f.unit) || ')' END
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

-- A procedure in a line of a list: time limits, fees, place and documents in a few words each.
-- Ask for one (code, version).
CREATE VIEW procedure_brief AS
SELECT p.code, p.version, p.code_national,
  (SELECT group_concat(time_limit, char(10)) FROM (SELECT DISTINCT m.time_limit FROM method_text m
    WHERE m.code = p.code AND m.version = p.version AND m.time_limit IS NOT NULL
    ORDER BY m.channel_order, m.position)) AS time_limit,
  coalesce((SELECT group_concat(line, char(10)) FROM (
      SELECT coalesce(label || ': ', '') || amount AS line FROM fee_text f
      WHERE f.code = p.code AND f.version = p.version
      GROUP BY label, amount ORDER BY min(position))), p.fee_none) AS fee,
  coalesce((SELECT r.name || coalesce(', ' || r.address, '') FROM posting_place r
    WHERE r.code_national = p.code_national ORDER BY r.position IS NULL, r.position, r.point_code LIMIT 1),
    p.reception_address) AS place,
  (SELECT count(DISTINCT r.point_code) > 1 FROM posting_place r WHERE r.code_national = p.code_national) AS more_places,
  (SELECT group_concat(coalesce(number, title), '; ') FROM (SELECT l.number, l.title FROM legal_basis l
    WHERE l.code = p.code AND l.version = p.version ORDER BY l.position)) AS legal
FROM procedure p;

-- What is said of time, money and papers in a form in which two sources can be compared (R-27).
-- Each has `words` as pages show them. NULL in limits says nothing.

-- '["3 WORKING_DAY"]' for number and unit and for "Không quá 03 (ba) ngày làm việc" alike; the
-- words without marks where they name no limit. statutory: a cut one was that before.
CREATE VIEW limit_stated AS
SELECT m.code, m.version, m.position, m.channel, m.time_limit AS words,
  CASE WHEN m.time_limit_value IS NOT NULL AND m.time_limit_unit <> 'OTHER'
    THEN json_array(m.time_limit_value || ' ' || m.time_limit_unit)
    ELSE coalesce(nullif(limits_in(m.time_limit_text), '[]'), nullif(slug(m.time_limit_text), ''))
  END AS limits,
  CASE WHEN m.time_limit_statutory_value IS NOT NULL AND m.time_limit_unit <> 'OTHER'
    THEN json_array(m.time_limit_statutory_value || ' ' || m.time_limit_unit) END AS statutory,
  m.source_id, m.source_line
FROM method_text m;

-- A fee that is not one agency's own. amount: certain, 0 for none; else wording, without marks.
-- sums: the amounts that stand in the wording, or in the tiers; noted: those of the note too.
-- elsewhere: the wording leaves it to others.
CREATE VIEW fee_stated AS
SELECT f.code, f.version, f.position, f.channel, f.amount AS words,
  CASE WHEN f.none_reason IS NOT NULL THEN 0 ELSE f.amount_vnd END AS amount,
  CASE WHEN NOT f.is_tiers THEN slug(f.formula) END AS wording,
  CASE WHEN f.is_tiers THEN (SELECT json_group_array(r.base_vnd) FROM fee_tier r
      WHERE r.code = f.code AND r.version = f.version AND r.fee_position = f.position)
    ELSE coalesce(money_in(f.formula), '[]') END AS sums,
  coalesce(money_in(f.formula || ';' || coalesce(f.note, '')), money_in(f.note), '[]') AS noted,
  find_words(f.formula, 'hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân') IS NOT NULL AS elsewhere,
  f.source_id, f.source_line
FROM fee_text f WHERE f.agency_code IS NULL
UNION ALL SELECT p.code, p.version, 0, NULL, p.fee_none, 0, NULL, '[]', '[]', 0, p.source_id, p.source_line
FROM procedure p WHERE p.fee_none IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM fee f WHERE f.code = p.code AND f.version = p.version);

-- Papers of each case, 0: of every case. originals, copies: NULL when one paper does not say.
CREATE VIEW papers_stated AS
SELECT k.code, k.version, coalesce(k.case_position, 0) AS case_position, d.name AS case_name,
  count(*) AS papers,
  CASE WHEN count(k.original_qty) = count(*) AND count(k.copy_qty) = count(*)
    THEN sum(k.original_qty) END AS originals,
  CASE WHEN count(k.original_qty) = count(*) AND count(k.copy_qty) = count(*)
    THEN sum(k.copy_qty) END AS copies
FROM component k LEFT JOIN dossier_case d ON d.code = k.code AND d.version = k.version
  AND d.position = k.case_position
WHERE k.kind = 'PAPER'
GROUP BY k.code, k.version, coalesce(k.case_position, 0);

-- Agencies and places ------------------------------------------------------------------

-- The name of an agency is the one of the day (R-101). No join: as one it would be worked out for
-- all agencies by each statement that joins it for one.
CREATE VIEW agency_name_now AS
SELECT agency_code, name, name_short FROM agency_name
WHERE (valid_from IS NULL OR valid_from <= build_date())
  AND (valid_to IS NULL OR valid_to > build_date());

CREATE VIEW agency_now AS
SELECT a.code,
  coalesce((SELECT name FROM agency_name_now WHERE agency_code = a.code), a.name) AS name,
  coalesce((SELECT coalesce(name_short, a.name_short, name) FROM agency_name_now
    WHERE agency_code = a.code), a.name_short, a.name) AS name_short,
  a.parent_code, a.level, a.kind, a.province, a.commune, a.address, a.phone, a.email, a.website,
  'tel:' || replace(replace(replace(replace(replace(a.phone, ' ', ''), '.', ''), '-', ''), '(', ''), ')', '') AS dial,
  'mailto:' || a.email AS mail,
  a.description_md, a.position, a.valid_from, a.succeeds
FROM agency a
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

-- The same for one agency, from its postings.
CREATE VIEW posting_of_agency AS
SELECT s.agency_code, s.code, s.point_code FROM posting s
WHERE EXISTS (SELECT 1 FROM procedure q WHERE q.code = s.code)
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

-- Where to come: places that open later, for what is posted there by then.
CREATE VIEW posting_place_upcoming AS
SELECT q.code_national, s.agency_code, r.code AS point_code, r.name, r.address, r.valid_from
FROM procedure q CROSS JOIN posting s ON s.code = q.code
JOIN reception_point_upcoming r
  ON r.code = s.point_code OR (s.point_code IS NULL AND r.agency_code = s.agency_code)
WHERE q.version = (SELECT min(v.version) FROM procedure v WHERE v.code = q.code)
  AND (s.valid_to IS NULL OR s.valid_to > r.valid_from);

-- Where it is shown ---------------------------------------------------------------------

-- The media that are made: the web always, paper unless site.yml says no, kiosk and wall when
-- there is such a device.
CREATE VIEW medium_made AS
SELECT 'web' AS medium
UNION ALL SELECT 'in' FROM setting WHERE key = 'paper' AND value = 'yes'
UNION ALL SELECT DISTINCT kind FROM device;

-- The address that QR codes carry (Q1): public and https, else none. Names without a dot and
-- private numbers lead nowhere from outside.
CREATE VIEW public_base AS
SELECT value AS base FROM setting WHERE key = 'url' AND value GLOB 'https://*.*'
  AND substr(value, 9) NOT GLOB '127.*' AND substr(value, 9) NOT GLOB '10.*'
  AND substr(value, 9) NOT GLOB '192.168.*' AND substr(value, 9) NOT GLOB '169.254.*'
  AND substr(value, 9) NOT GLOB '172.1[6-9].*' AND substr(value, 9) NOT GLOB '172.2[0-9].*'
  AND substr(value, 9) NOT GLOB '172.3[01].*' AND substr(value, 9) NOT GLOB 'localhost*'
  AND value NOT GLOB '*.local' AND value NOT GLOB '*.local[:/]*';

-- Where a language begins below it; brief is what people type.
CREATE VIEW public_home AS
SELECT lang, base || '/' || folder AS home, substr(base, 9) || '/' || folder AS brief
FROM public_base, language;

-- The form of paper on the day of the build: the office's newest, else the one of
-- Nghị định 30/2020/NĐ-CP, Phụ lục I with body text of 14 points (R-31 to R-33).
CREATE VIEW form_profile_now AS
SELECT name, legal_basis, body_pt, small_pt, top_mm, right_mm, bottom_mm, left_mm, heading FROM (
  SELECT 1 AS k, * FROM form_profile
  WHERE (valid_from IS NULL OR valid_from <= build_date()) AND (valid_to IS NULL OR valid_to > build_date())
  UNION ALL
  SELECT 2, t('sheet.profile'), t('sheet.profile_basis'), 14, 11, 20, 15, 20, 30, 1, NULL, NULL, NULL, 0)
ORDER BY k, valid_from DESC, name LIMIT 1;

-- Devices ------------------------------------------------------------------------------

-- Touch screens and wall displays as site.yml lists them, with what it does not state. Inches,
-- pixels, millimetres; distances in metres. is_main: the first of its kind.
CREATE VIEW device AS
SELECT place, kind, coalesce(name, kind || '-' || (place + 1)) AS name,
  coalesce(diagonal, iif(kind = 'kiosk', 21.5, 55.0)) AS diagonal,
  coalesce(width, iif(kind = 'kiosk', 1080, 1920)) AS width,
  coalesce(height, iif(kind = 'kiosk', 1920, 1080)) AS height,
  coalesce(lower_edge, 900.0) AS lower_edge, coalesce(distance, 4.0) AS distance,
  coalesce(qr_distance, 2.0) AS qr_distance, has_printer,
  place = min(place) OVER (PARTITION BY kind) AS is_main
FROM (SELECT CAST(place AS INT) AS place, max(iif(part = 'kind', value, NULL)) AS kind,
    max(iif(part = 'name', nullif(value, ''), NULL)) AS name,
    CAST(max(iif(part = 'diagonal', value, NULL)) AS REAL) AS diagonal,
    CAST(max(iif(part = 'width', value, NULL)) AS INT) AS width,
    CAST(max(iif(part = 'height', value, NULL)) AS INT) AS height,
    CAST(max(iif(part = 'lower_edge', value, NULL)) AS REAL) AS lower_edge,
    CAST(max(iif(part = 'distance', value, NULL)) AS REAL) AS distance,
    CAST(max(iif(part = 'qr_distance', value, NULL)) AS REAL) AS qr_distance,
    coalesce(max(iif(part = 'printer', value, NULL)) = 'yes', 0) AS has_printer
  FROM (SELECT substr(key, 9, instr(substr(key, 9), '.') - 1) AS place,
      substr(key, 9 + instr(substr(key, 9), '.')) AS part, value
    FROM setting WHERE key GLOB 'devices.*.*')
  GROUP BY CAST(place AS INT))
WHERE kind IS NOT NULL;

-- Their sizes in CSS pixels (docs/kiosk.md has the sources). A capital of Noto Sans is 0.714 em high.
-- kiosk: targets of 20 mm, 3 mm between them, 6 mm around what loses work; capitals of 4.8 mm, in
-- large type of 0.7 degrees from 600 mm; QR codes of 40 mm; reach and low: controls stand between
-- 380 and 1220 mm above the floor, counted from the lower edge of the picture.
-- bang: capitals of 16, 20, 28 and 47 minutes of arc from the farthest reader; QR codes of a tenth
-- of the distance. Rounded up: type to 2, targets and gaps to 4 pixels.
CREATE VIEW device_size AS
SELECT place, kind, name, diagonal, width, height, lower_edge, distance, has_printer, is_main, mm,
  height > width AS is_portrait,
  CAST(4 * ceil(20 / mm / 4) AS INT) AS target, CAST(4 * ceil(3 / mm / 4) AS INT) AS gap,
  CAST(4 * ceil(6 / mm / 4) AS INT) AS gap_wide,
  CAST(2 * ceil(capital / mm / 0.714 / 2) AS INT) AS small,
  CAST(2 * ceil(capital * body_ratio / mm / 0.714 / 2) AS INT) AS body,
  CAST(2 * ceil(capital * head_ratio / mm / 0.714 / 2) AS INT) AS head,
  CAST(2 * ceil(capital * figure_ratio / mm / 0.714 / 2) AS INT) AS figure,
  CAST(2 * ceil(600 * tan(radians(0.7)) / mm / 0.714 / 2) AS INT) AS small_large,
  CAST(ceil(iif(kind = 'kiosk', 40, qr_distance * 100) / mm) AS INT) AS qr,
  CAST((1220 - lower_edge) / mm AS INT) AS reach,
  CAST(ceil(max(0, 380 - lower_edge) / mm) AS INT) AS low
FROM (SELECT *, diagonal * 25.4 / sqrt(width * width + height * height) AS mm,
    iif(kind = 'kiosk', 4.8, distance * 1000 * tan(radians(16.0 / 60))) AS capital,
    iif(kind = 'kiosk', 1.15, 20.0 / 16) AS body_ratio,
    iif(kind = 'kiosk', 1.6, 28.0 / 16) AS head_ratio,
    iif(kind = 'kiosk', 2.4, 47.0 / 16) AS figure_ratio
  FROM device) d;

-- Abbreviations and their words: the interface texts abbr.*, each "UBND: ..."; an office's i18n
-- file adds its own.
CREATE VIEW abbreviation AS
SELECT substr(value, 1, instr(value, ': ') - 1) AS short, substr(value, instr(value, ': ') + 2) AS long
FROM (SELECT DISTINCT t('abbr.' || substr(key, 6)) AS value FROM text WHERE key >= 'abbr.' AND key < 'abbr/')
WHERE instr(value, ': ') > 1;

-- Cases of which one applies: two or more, and none of them is a part of one dossier ("phai nop",
-- "phai xuat trinh"), of which all count.
CREATE VIEW case_choice AS
SELECT d.* FROM dossier_case d
WHERE (SELECT count(*) FROM dossier_case o WHERE o.code = d.code AND o.version = d.version) > 1
  AND NOT EXISTS (SELECT 1 FROM dossier_case o WHERE o.code = d.code AND o.version = d.version
    AND (fold(o.name_written) GLOB '*phai nop*' OR fold(o.name_written) GLOB '*xuat trinh*'
      OR fold(o.name_written) GLOB 'giay to nop*'));

-- How long a dossier takes at the counter, for the return date: of the procedure (case_position
-- NULL), of a case. "Trong ngay" in words is 0 working days; hours and steps have no date.
CREATE VIEW return_limit AS
SELECT code, version, case_position, CAST(ceil(value) AS INT) AS value, unit
FROM (SELECT code, version, case_position,
    iif(is_same_day, 0, time_limit_value) AS value, iif(is_same_day, 'WORKING_DAY', time_limit_unit) AS unit
  FROM (SELECT *, time_limit_value IS NULL AND coalesce(fold(time_limit_written) GLOB 'trong ngay*'
      OR fold(time_limit_written) GLOB 'ngay trong ngay*', 0) AS is_same_day
    FROM method m WHERE channel = 'DIRECT' AND NOT EXISTS (SELECT 1 FROM method o WHERE o.code = m.code
      AND o.version = m.version AND o.channel = 'DIRECT' AND o.case_position IS m.case_position
      AND o.position < m.position))
  UNION ALL SELECT code, version, position, time_limit_value, time_limit_unit FROM dossier_case)
WHERE value IS NOT NULL AND unit IN ('WORKING_DAY', 'DAY', 'MONTH', 'YEAR');

-- Figures ------------------------------------------------------------------------------

-- Sums as pages show them; who reports only complaints has none. What board/withheld.sql withholds
-- is NULL; marks has what to print instead: coalesce(num(done_late), marks ->> 'done_late').
CREATE VIEW stat AS
SELECT agency_code, field_code, kind, year, n, months, months_due, parts, parts_due, faults,
  recv_total, carried_over, recv_new, recv_online, recv_direct, recv_postal, recv_direct_postal,
  done_total, done_early, done_on_time, done_late, returned, apology_due, apology_sent, digit_due,
  digit_done, results_issued, results_digital, reuse_done, fee_dossiers, paid_online, payments,
  payments_cashless, sat_asked, sat_very, sat_satisfied, sat_neutral, sat_unsatisfied, sat_good,
  sat_rated, home_booked, home_done, post_returned, procedures_simplified, docs_issued,
  docs_signed, adjusted_count, open_total, open_in_term, open_overdue, suspended, procedures_total,
  data_asof, source_system, marks
FROM period_sum WHERE months > 0;

-- Rates of the same, a row an indicator: numerator and denominator, added up from those rows that
-- know both; parts of parts_due agency-months do. Ask with agency_code, or with kind, year and n.
CREATE VIEW figure AS
SELECT * FROM (SELECT s.agency_code, s.field_code, s.kind, s.year, s.n, i.code AS indicator,
  CASE i.code
    WHEN 'on_time_done' THEN on_time_done_num WHEN 'on_time_766' THEN on_time_766_num
    WHEN 'apology_cover' THEN apology_cover_num WHEN 'online' THEN online_num
    WHEN 'pay_online' THEN pay_online_num WHEN 'cashless' THEN cashless_num
    WHEN 'digit' THEN digit_num WHEN 'eresult' THEN eresult_num WHEN 'reuse' THEN reuse_num
    WHEN 'edoc' THEN edoc_num WHEN 'satisfaction' THEN satisfaction_num
    WHEN 'sat_response' THEN sat_response_num WHEN 'pakn_on_time' THEN pakn_on_time_num
    WHEN 'home' THEN home_num WHEN 'post_return' THEN post_return_num
    WHEN 'simplify' THEN simplify_num END AS num,
  CASE i.code
    WHEN 'on_time_done' THEN on_time_done_den WHEN 'on_time_766' THEN on_time_766_den
    WHEN 'apology_cover' THEN apology_cover_den WHEN 'online' THEN online_den
    WHEN 'pay_online' THEN pay_online_den WHEN 'cashless' THEN cashless_den
    WHEN 'digit' THEN digit_den WHEN 'eresult' THEN eresult_den WHEN 'reuse' THEN reuse_den
    WHEN 'edoc' THEN edoc_den WHEN 'satisfaction' THEN satisfaction_den
    WHEN 'sat_response' THEN sat_response_den WHEN 'pakn_on_time' THEN pakn_on_time_den
    WHEN 'home' THEN home_den WHEN 'post_return' THEN post_return_den
    WHEN 'simplify' THEN simplify_den END AS den,
  CASE i.code
    WHEN 'on_time_done' THEN on_time_done_parts WHEN 'on_time_766' THEN on_time_766_parts
    WHEN 'apology_cover' THEN apology_cover_parts WHEN 'online' THEN online_parts
    WHEN 'pay_online' THEN pay_online_parts WHEN 'cashless' THEN cashless_parts
    WHEN 'digit' THEN digit_parts WHEN 'eresult' THEN eresult_parts
    WHEN 'reuse' THEN reuse_parts WHEN 'edoc' THEN edoc_parts
    WHEN 'satisfaction' THEN satisfaction_parts WHEN 'sat_response' THEN sat_response_parts
    WHEN 'pakn_on_time' THEN pakn_on_time_parts WHEN 'home' THEN home_parts
    WHEN 'post_return' THEN post_return_parts WHEN 'simplify' THEN simplify_parts END AS parts,
  CASE i.code WHEN 'pakn_on_time' THEN s.pakn_on_time_due ELSE s.parts_due END AS parts_due, s.faults
  FROM period_sum s CROSS JOIN indicator i)
WHERE num IS NOT NULL;

-- Periods with figures. key: the word of its address; previous: the key of the period of the
-- same kind before it, where that has figures too.
CREATE VIEW period_posted AS
SELECT kind, year, n, key, kind LIKE 'CALENDAR%' AS is_calendar,
  upper(substr(label, 1, 1)) || substr(label, 2) AS title, label,
  period_vi(kind, year, n) AS label_days, period_from(kind, year, n) AS day_from,
  period_to(kind, year, n) AS day_to, t('period_kind.' || kind) AS kind_name,
  CASE kind WHEN 'MONTH' THEN 1 WHEN 'QUARTER' THEN 2 WHEN 'HALF' THEN 3 WHEN 'NINE_MONTHS' THEN 4
    WHEN 'YEAR' THEN 5 WHEN 'CALENDAR_MONTH' THEN 6 WHEN 'CALENDAR_QUARTER' THEN 7 ELSE 8 END AS kind_order
FROM (SELECT kind, year, n, substr(period_vi(kind, year, n), 1, instr(period_vi(kind, year, n), ' (') - 1) AS label,
    period_key(kind, year, n) AS key
  FROM (SELECT kind, year, n FROM stat WHERE agency_code = '' AND field_code = ''
    UNION SELECT kind, year, n FROM pakn WHERE agency_code = '' AND channel = ''));

-- Which targets bind an agency's indicator in a period: its own before that of all, one for this
-- kind of period before one for every kind. One row at most for each.
CREATE VIEW figure_target AS
SELECT f.agency_code, f.field_code, f.kind, f.year, f.n, f.indicator, f.num, f.den, f.parts, f.parts_due,
  f.faults, g.comparator, g.value_num, g.value_den, tr(g.legal_doc) AS legal_doc
FROM figure f LEFT JOIN target g ON g.rowid = (SELECT o.rowid FROM target o
  WHERE o.indicator = f.indicator AND o.year = f.year AND o.scope IN ('', f.agency_code)
    AND o.period_kind IN ('', f.kind)
  ORDER BY o.scope = '', o.period_kind = '' LIMIT 1);

-- A rate in words. is_met is decided on the exact fraction, not on what is printed (R-85); it is
-- NULL without a target and where nothing occurred. rate: hundredths of a percent.
CREATE VIEW figure_text AS
SELECT f.*, i.topic, i.position, t('figure.' || f.indicator || '.name') AS name,
  t('figure.' || f.indicator || '.short') AS short,
  rate(f.num, f.den) AS rate, pct(f.num, f.den) AS percent, num(f.num) AS num_text, num(f.den) AS den_text,
  num(f.num) || '/' || num(f.den) AS fraction,
  f.den = 0 AS is_nothing, f.num > f.den AS is_over,
  f.parts < f.parts_due AS is_partial,
  CASE WHEN f.comparator IS NOT NULL THEN t('comparator.' || CASE f.comparator WHEN '>=' THEN 'AT_LEAST' WHEN '<=' THEN 'AT_MOST' ELSE 'EXACTLY' END) || char(160)
    || replace(pct(f.value_num, 100 * f.value_den), t('format.point') || '00%', '%') END AS target_text,
  meets_target(f.num, f.den, f.comparator, f.value_num, f.value_den) AS is_met
FROM figure_target f JOIN indicator i ON i.code = f.indicator;

-- What a row of sums lacks, for the mark beside it: months that nobody reported, parts that some
-- agency owes, rows that do not add up.
CREATE VIEW stat_text AS
SELECT s.*, s.months < s.months_due AS is_short, s.parts < s.parts_due AS is_partial,
  s.faults > 0 AS is_faulty, s.done_early + s.done_on_time AS done_in_time,
  CASE WHEN s.agency_code = '' THEN t('stats.all_agencies')
    ELSE coalesce((SELECT a.name FROM agency_now a WHERE a.code = s.agency_code),
      (SELECT a.name FROM agency a WHERE a.code = s.agency_code)) END AS agency_name,
  CASE WHEN s.field_code = '' THEN t('stats.all_fields')
    ELSE coalesce((SELECT f.name FROM field f WHERE f.code = s.field_code), s.field_code) END AS field_name
FROM stat s;

-- The newest month that has figures, of the kind the office reports by: the form's own first.
CREATE VIEW period_newest AS
SELECT * FROM period_posted WHERE kind IN ('MONTH', 'CALENDAR_MONTH')
ORDER BY kind = 'CALENDAR_MONTH', year DESC, n DESC LIMIT 1;

-- What a page of figures shows first: the newest month that has figures, else the newest
-- period. One row, none without figures.
CREATE VIEW period_shown AS
SELECT p.* FROM period_posted p
JOIN stat s ON s.agency_code = '' AND s.field_code = '' AND s.kind = p.kind AND s.year = p.year AND s.n = p.n
ORDER BY p.kind NOT IN ('MONTH', 'CALENDAR_MONTH'), p.is_calendar, p.day_to DESC, p.kind_order LIMIT 1;

-- Periods in which two agencies or more can be compared.
CREATE VIEW period_ranked AS
SELECT * FROM period_posted p WHERE 1 < (SELECT count(*) FROM period_sum s
  WHERE s.kind = p.kind AND s.year = p.year AND s.n = p.n AND s.field_code = '' AND s.agency_code > ''
    AND s.on_time_done_den > 0);

-- Agencies with figures, those too that have ended since (R-101): their last name stays.
CREATE VIEW agency_counted AS
SELECT a.code, coalesce(n.name, a.name) AS name,
  coalesce(n.name_short, a.name_short, n.name, a.name) AS name_short, a.level, a.position, a.succeeds,
  coalesce(a.valid_to <= build_date(), 0) AS has_ended,
  CASE WHEN a.valid_to <= build_date() THEN date_vi(a.valid_to) END AS ended_day
FROM agency a LEFT JOIN agency_name n ON n.agency_code = a.code
  AND (n.valid_from IS NULL OR n.valid_from <= build_date())
  AND (n.valid_to IS NULL OR n.valid_to > build_date())
WHERE EXISTS (SELECT 1 FROM stat s WHERE s.agency_code = a.code);

-- The counts of a row of sums, in the order of form II.06a: as JSON, and one by one. What nobody
-- reports is null there and has no row here; what is withheld is its mark, a text. Ask for one row
-- of stat.
CREATE VIEW stat_json AS
SELECT agency_code, field_code, kind, year, n, json_object(
  'recv_total', coalesce(recv_total, marks ->> 'recv_total'),
  'recv_new', coalesce(recv_new, marks ->> 'recv_new'),
  'recv_online', coalesce(recv_online, marks ->> 'recv_online'),
  'recv_direct', coalesce(recv_direct, marks ->> 'recv_direct'),
  'recv_postal', coalesce(recv_postal, marks ->> 'recv_postal'),
  'recv_direct_postal', coalesce(recv_direct_postal, marks ->> 'recv_direct_postal'),
  'carried_over', coalesce(carried_over, marks ->> 'carried_over'),
  'done_total', coalesce(done_total, marks ->> 'done_total'),
  'done_early', coalesce(done_early, marks ->> 'done_early'),
  'done_on_time', coalesce(done_on_time, marks ->> 'done_on_time'),
  'done_late', coalesce(done_late, marks ->> 'done_late'),
  'returned', coalesce(returned, marks ->> 'returned'),
  'open_total', coalesce(open_total, marks ->> 'open_total'),
  'open_in_term', coalesce(open_in_term, marks ->> 'open_in_term'),
  'open_overdue', coalesce(open_overdue, marks ->> 'open_overdue'),
  'suspended', coalesce(suspended, marks ->> 'suspended'),
  'sat_very', coalesce(sat_very, marks ->> 'sat_very'),
  'sat_satisfied', coalesce(sat_satisfied, marks ->> 'sat_satisfied'),
  'sat_neutral', coalesce(sat_neutral, marks ->> 'sat_neutral'),
  'sat_unsatisfied', coalesce(sat_unsatisfied, marks ->> 'sat_unsatisfied'),
  'apology_due', coalesce(apology_due, marks ->> 'apology_due'),
  'apology_sent', coalesce(apology_sent, marks ->> 'apology_sent'),
  'adjusted_count', coalesce(adjusted_count, marks ->> 'adjusted_count'),
  'home_booked', coalesce(home_booked, marks ->> 'home_booked'),
  'home_done', coalesce(home_done, marks ->> 'home_done'),
  'post_returned', coalesce(post_returned, marks ->> 'post_returned')) AS counts
FROM stat;

CREATE VIEW stat_count AS
SELECT s.agency_code, s.field_code, s.kind, s.year, s.n, j.key AS code, j.value AS value, j.id AS position
FROM stat_json s, json_each(s.counts) j WHERE j.value IS NOT NULL;

-- A line of a table of sums, in words, with the rate that pages put first: what is settled in
-- time. What an agency does not report is said, and is not 0; what is withheld has its mark. The
-- target is the one that figure_target gives.
CREATE VIEW stat_row AS
SELECT s.agency_code, s.field_code, s.kind, s.year, s.n, s.faults > 0 AS is_faulty,
  CASE WHEN s.parts < s.parts_due THEN t('stats_page.only') || ' ' || num(s.parts) || '/' || num(s.parts_due)
    || ' ' || t('stats_page.reports') END AS reports,
  CASE WHEN s.months < s.months_due THEN t('stats_page.only') || ' ' || s.months || '/' || s.months_due
    || ' ' || t('stats_page.months') END AS months_text,
  coalesce(num(s.recv_total), s.marks ->> 'recv_total', t('stats_page.not_known')) AS recv,
  coalesce(num(s.done_total), s.marks ->> 'done_total', t('stats_page.not_known')) AS done,
  coalesce(num(s.done_early), s.marks ->> 'done_early', t('stats_page.not_known')) AS early,
  coalesce(num(s.done_on_time), s.marks ->> 'done_on_time', t('stats_page.not_known')) AS on_time,
  coalesce(num(s.done_late), s.marks ->> 'done_late', t('stats_page.not_known')) AS late,
  coalesce(num(s.open_total), s.marks ->> 'open_total', t('stats_page.not_known')) AS open,
  coalesce(num(s.open_overdue), s.marks ->> 'open_overdue', t('stats_page.not_known')) AS overdue,
  s.on_time_done_num AS num, s.on_time_done_den AS den, s.on_time_done_den IS NOT NULL AS is_counted,
  s.on_time_done_den = 0 AS is_nothing,
  s.marks ->> 'on_time_done' IS NOT NULL AS is_withheld,
  coalesce(pct(s.on_time_done_num, s.on_time_done_den), s.marks ->> 'on_time_done', t('stats_page.not_known')) AS percent,
  CASE s.on_time_done_den WHEN 0 THEN t('stats_page.nothing')
    ELSE num(s.on_time_done_num) || '/' || num(s.on_time_done_den) END AS fraction,
  g.comparator, g.value_num, g.value_den,
  t('comparator.' || CASE g.comparator WHEN '>=' THEN 'AT_LEAST' WHEN '<=' THEN 'AT_MOST' WHEN '=' THEN 'EXACTLY' END)
    || char(160) || replace(pct(g.value_num, 100 * g.value_den), t('format.point') || '00%', '%') AS target_text,
  meets_target(s.on_time_done_num, s.on_time_done_den, g.comparator, g.value_num, g.value_den) AS is_met,
  meets_target(s.on_time_done_num, s.on_time_done_den, g.comparator, g.value_num, g.value_den) = 0 AS is_missed
FROM period_sum s LEFT JOIN target g ON g.rowid = (SELECT o.rowid FROM target o
  WHERE o.indicator = 'on_time_done' AND o.year = s.year AND o.scope IN ('', s.agency_code)
    AND o.period_kind IN ('', s.kind)
  ORDER BY o.scope = '', o.period_kind = '' LIMIT 1)
WHERE s.months > 0;

-- Indices ------------------------------------------------------------------------------

-- Whose scores there are: units with a name of their own, and agencies, in the order of lists.
CREATE VIEW index_unit_text AS
SELECT code, name, is_own, NULL AS parent_code, 0 AS level_rank, NULL AS position, NULL AS agency_code FROM index_unit
UNION ALL SELECT a.code, coalesce(n.name, a.name), 0, a.parent_code,
  CASE a.level WHEN 'TW' THEN 1 WHEN 'TINH' THEN 2 WHEN 'XA' THEN 3 WHEN 'HUYEN' THEN 4 ELSE 5 END, a.position, n.code
FROM agency a LEFT JOIN agency_now n ON n.code = a.code
WHERE a.code NOT IN (SELECT code FROM index_unit);

-- Units of a period that stand above others of it: the table of units shows them as its sum.
CREATE VIEW index_top AS
SELECT DISTINCT s.index_code, s.period_kind AS kind, s.year, s.n, a.parent_code AS unit_code
FROM index_score s JOIN agency a ON a.code = s.unit_code
WHERE EXISTS (SELECT 1 FROM index_score o WHERE o.index_code = s.index_code AND o.unit_code = a.parent_code
  AND o.period_kind = s.period_kind AND o.year = s.year AND o.n = s.n);

-- Periods of which an index has scores. units: of how many units, besides the office's own '' and
-- those above others; a table of them stands at KEY when there are two or more.
CREATE VIEW index_period AS
SELECT index_code, kind, year, n, units, period_key(kind, year, n) AS key,
  upper(substr(label, 1, 1)) || substr(label, 2) AS title, label,
  upper(substr(label_days, 1, 1)) || substr(label_days, 2) AS title_days,
  12 * year + CASE replace(kind, 'CALENDAR_', '') WHEN 'MONTH' THEN n WHEN 'QUARTER' THEN 3 * n
    WHEN 'HALF' THEN 6 * n WHEN 'NINE_MONTHS' THEN 9 ELSE 12 END AS last_month
FROM (SELECT index_code, period_kind AS kind, year, n,
    count(DISTINCT nullif(unit_code, '')) - (SELECT count(*) FROM index_top t WHERE t.index_code = s.index_code
      AND t.kind = s.period_kind AND t.year = s.year AND t.n = s.n) AS units,
    substr(period_vi(period_kind, year, n), 1, instr(period_vi(period_kind, year, n), ' (') - 1) AS label,
    period_vi(period_kind, year, n) AS label_days
  FROM index_score s GROUP BY index_code, period_kind, year, n);

-- Whose scores an index's own page shows, one row at most for an index: those without a unit,
-- else those of the unit marked is_own, of the office's agency, of the agency above all others.
CREATE VIEW index_own AS
SELECT index_code, unit_code FROM (
  SELECT index_code, unit_code, row_number() OVER (PARTITION BY index_code ORDER BY k, unit_code) AS place
  FROM (SELECT index_code, unit_code, CASE WHEN unit_code = '' THEN 1
      WHEN unit_code IN (SELECT code FROM index_unit WHERE is_own) THEN 2
      WHEN unit_code = (SELECT value FROM setting WHERE key = 'agency') THEN 3
      WHEN EXISTS (SELECT 1 FROM agency a JOIN index_score c ON c.index_code = o.index_code AND c.unit_code = a.code
        WHERE a.parent_code = o.unit_code) THEN 4 END AS k
    FROM (SELECT DISTINCT index_code, unit_code FROM index_score) o)
  WHERE k IS NOT NULL)
WHERE place = 1;

-- The components of an index in the order of its tree; path orders, depth indents. A component
-- whose parent is not there stands at the top.
CREATE VIEW index_tree AS
WITH RECURSIVE tree(index_code, component, depth, path) AS (
  SELECT c.index_code, c.component, 0, printf('/%06d %s', coalesce(c.position, 999999), c.component)
  FROM index_component c WHERE c.component <> '' AND (coalesce(c.parent, '') = ''
    OR NOT EXISTS (SELECT 1 FROM index_component p WHERE p.index_code = c.index_code AND p.component = c.parent))
  UNION ALL
  SELECT c.index_code, c.component, t.depth + 1, t.path || printf('/%06d %s', coalesce(c.position, 999999), c.component)
  FROM tree t JOIN index_component c ON c.index_code = t.index_code AND c.parent = t.component
  WHERE t.depth < 8)
SELECT t.index_code, t.component, t.depth, t.path, c.parent, c.name, c.scale_min, c.scale_max, c.full_at_percent,
  c.agency_code, c.in_charge, coalesce(a.name, (SELECT name FROM agency WHERE code = c.agency_code)) AS agency_name,
  a.code IS NOT NULL AS agency_is_posted
FROM tree t JOIN index_component c ON c.index_code = t.index_code AND c.component = t.component
LEFT JOIN agency_now a ON a.code = c.agency_code;

-- A score in words (an integer without a maximum is a count), and what its fraction gives: for comparison only, nobody's score (R-93).
-- recomputed: points in hundredths, half up, exactly. is_..._off: what is printed differs by more
-- than half a hundredth (R-84). missed: of the denominator, what the numerator does not count.
CREATE VIEW index_score_text AS
SELECT s.index_code, s.component, s.unit_code, s.period_kind AS kind, s.year, s.n,
  s.score, CASE WHEN typeof(s.score) = 'integer' AND s.max IS NULL THEN num(s.score) ELSE num(s.score, 2) END AS score_text, s.max, num(s.max) AS max_text,
  CASE WHEN s.max > 0 AND s.score >= 0
    THEN pct(CAST(round(s.score * 10000) AS INT), CAST(round(s.max * 10000) AS INT)) END AS share,
  s.num, s.den, num(s.num) AS num_text, num(s.den) AS den_text, num(s.num) || '/' || num(s.den) AS fraction,
  s.den - s.num AS missed, num(s.den - s.num) AS missed_text, s.den = 0 AS is_nothing,
  pct(s.num, s.den) AS percent, num(s.percent) || '%' AS percent_stated,
  s.recomputed, num(s.recomputed / 100.0, 2) AS recomputed_text,
  s.den > 0 AND coalesce(abs(round(s.percent * 10000) - 100 * rate(s.num, s.den)) > 50, 0) AS is_percent_off,
  s.den > 0 AND coalesce(abs(round(s.score * 10000) - 100 * s.recomputed) > 50, 0) AS is_points_off,
  num(s.rank) AS rank_text, num(s.out_of) AS out_of_text, s.data_asof, s.source_system, s.url, s.source_id, s.source_line
FROM (SELECT s.*, coalesce(s.max_score, c.scale_max) AS max,
    points(s.num, s.den, coalesce(s.max_score, c.scale_max), c.full_at_percent) AS recomputed
  FROM index_score s JOIN index_component c ON c.index_code = s.index_code AND c.component = s.component) s;

-- Dossiers past their day -----------------------------------------------------------------

-- Those that were late, open ones first. code: masked unless site.yml says otherwise (R-96); of a
-- field whose counts are sensitive, or withheld for another's sake, no procedure is named, as the
-- list could be counted (R-97). Days are those of the calendar, up to the result or, of an open
-- one, to the day of the data.
CREATE VIEW overdue_posted AS
SELECT o.dossier_code, CASE (SELECT value FROM setting WHERE key = 'overdue.codes') WHEN 'full'
    THEN o.dossier_code ELSE mask_code(o.dossier_code) END AS code,
  o.agency_code, coalesce(a.name, g.name) AS agency_name, coalesce(a.name_short, g.name_short, g.name) AS agency_short,
  o.is_withheld, CASE WHEN NOT o.is_withheld THEN o.procedure_code END AS procedure_code, p.code_national,
  CASE WHEN o.is_withheld THEN t('overdue.procedure_withheld') ELSE p.name END AS procedure_name, o.due, o.finished, o.finished IS NULL AS is_open,
  CAST(julianday(coalesce(o.finished, o.data_asof)) - julianday(o.due) AS INT) AS days_late,
  o.apology_sent, o.new_due, o.extension_count, o.reason, o.data_asof
FROM (SELECT d.*, EXISTS (SELECT 1 FROM procedure q JOIN field f ON f.code = q.field_code
      WHERE q.code_national = d.national AND (f.sensitive = 1 OR EXISTS (SELECT 1 FROM period_sum s
        WHERE s.agency_code = d.agency_code AND s.field_code = f.code AND s.marks IS NOT NULL))) AS is_withheld
    FROM (SELECT *, CASE WHEN procedure_code GLOB '[0-9].[0-9][0-9][0-9][0-9][0-9][0-9].*'
      THEN substr(procedure_code, 1, 8) ELSE procedure_code END AS national FROM overdue_dossier) d) o
  JOIN agency g ON g.code = o.agency_code LEFT JOIN agency_now a ON a.code = o.agency_code
LEFT JOIN procedure_posted p ON p.code_national = o.national AND NOT o.is_withheld
WHERE coalesce(o.finished, o.data_asof) > o.due;
-- What rules ask ------------------------------------------------------------------------

-- Words that say "nothing known", as fold() writes them: missing, not content (R-106).
CREATE VIEW sentinel AS SELECT column1 AS word FROM (VALUES
  ('khong co thong tin'), ('chua co thong tin'), ('chua co'), ('khong ro'), ('chua ro'),
  ('dang cap nhat'), ('chua cap nhat'), ('chua xac dinh'), ('n/a'), ('na'), ('null'), ('none'),
  ('undefined'), ('tbd'), ('...'), ('…'), ('-'), ('--'), ('–'), ('?'), ('??'), ('x'), ('xxx'));

-- Documents that were replaced: the office's table, then what is known without it.
CREATE VIEW law_superseded AS
SELECT number, replaced_by, valid_to FROM superseded_law
UNION ALL
SELECT column1, column2, column3 FROM (VALUES
  ('61/2018/NĐ-CP', '118/2025/NĐ-CP', '2025-07-01'),
  ('107/2021/NĐ-CP', '118/2025/NĐ-CP', '2025-07-01'),
  ('01/2018/TT-VPCP', '03/2025/TT-VPCP', '2025-07-01'),
  ('13/2023/NĐ-CP', '356/2025/NĐ-CP', '2026-01-01'),
  ('42/2022/NĐ-CP', '224/2026/NĐ-CP', '2026-07-01'))
WHERE column1 NOT IN (SELECT number FROM superseded_law);

-- Every text that the pages print, a row for each cell: whose it is, the column, the place;
-- of an article a row for each line (a backslash becomes a slash there). Titles of laws are
-- left out: what they say is not the office's to change.
CREATE VIEW text_posted AS
WITH posted AS MATERIALIZED (SELECT code, version FROM procedure_posted)
SELECT code, part, source_id, source_line, text FROM (
  SELECT p.code, v.part, CASE v.part WHEN 'name' THEN p.name WHEN 'steps_md' THEN p.steps_md
      WHEN 'requirements_md' THEN p.requirements_md WHEN 'description_md' THEN p.description_md
      WHEN 'result_md' THEN p.result_md WHEN 'summary' THEN p.summary
      WHEN 'executing_agency' THEN p.executing_agency
      WHEN 'deciding_agency' THEN p.deciding_agency
      WHEN 'delegated_agency' THEN p.delegated_agency
      WHEN 'coordinating_agency' THEN p.coordinating_agency
      WHEN 'reception_address' THEN p.reception_address
      WHEN 'fee_none' THEN p.fee_none WHEN 'dossier_none' THEN p.dossier_none
      ELSE p.partial_reason END AS text, p.source_id, p.source_line
    FROM posted q JOIN procedure p ON p.code = q.code AND p.version = q.version,
      (SELECT column1 AS part FROM (VALUES ('name'), ('steps_md'), ('requirements_md'),
        ('description_md'), ('result_md'), ('summary'), ('executing_agency'),
        ('deciding_agency'), ('delegated_agency'), ('coordinating_agency'),
        ('reception_address'), ('fee_none'), ('dossier_none'), ('partial_reason'))) v
  UNION ALL SELECT c.code, v.part, CASE v.part WHEN 'name' THEN c.name WHEN 'note' THEN c.note
      ELSE c.from_data END, c.source_id, c.source_line
    FROM posted q JOIN component c ON c.code = q.code AND c.version = q.version,
      (SELECT column1 AS part FROM (VALUES ('name'), ('note'), ('from_data'))) v
  UNION ALL SELECT m.code, v.part, CASE v.part WHEN 'note' THEN m.note ELSE m.time_limit_text END,
      m.source_id, m.source_line
    FROM posted q JOIN method m ON m.code = q.code AND m.version = q.version,
      (SELECT column1 AS part FROM (VALUES ('note'), ('time_limit_text'))) v
  UNION ALL SELECT f.code, v.part, CASE v.part WHEN 'name' THEN f.name WHEN 'note' THEN f.note
      WHEN 'formula' THEN f.formula WHEN 'none_reason' THEN f.none_reason
      WHEN 'payer' THEN f.payer WHEN 'exemptions' THEN f.exemptions ELSE f.reductions END,
      f.source_id, f.source_line
    FROM posted q JOIN fee_in_force f ON f.code = q.code AND f.version = q.version,
      (SELECT column1 AS part FROM (VALUES ('name'), ('note'), ('formula'), ('none_reason'),
        ('payer'), ('exemptions'), ('reductions'))) v
  UNION ALL SELECT d.code, v.part, CASE v.part WHEN 'name' THEN d.name ELSE d.time_limit_text END,
      d.source_id, d.source_line
    FROM posted q JOIN dossier_case d ON d.code = q.code AND d.version = q.version,
      (SELECT column1 AS part FROM (VALUES ('name'), ('time_limit_text'))) v
  UNION ALL SELECT r.code, 'name', r.name, r.source_id, r.source_line
    FROM posted q JOIN result r ON r.code = q.code AND r.version = q.version
  UNION ALL SELECT r.code, 'name', r.name, r.source_id, r.source_line
    FROM posted q JOIN subject r ON r.code = q.code AND r.version = q.version
  UNION ALL SELECT r.code, 'condition', r.who || coalesce(': ' || r.condition, ''), r.source_id,
      r.source_line
    FROM posted q JOIN fee_relief_in_force r ON r.code = q.code AND r.version = q.version
  UNION ALL SELECT s.code, 'local_note_md', s.local_note_md, s.source_id, s.source_line
    FROM posting s WHERE (s.valid_from IS NULL OR s.valid_from <= build_date())
      AND (s.valid_to IS NULL OR s.valid_to > build_date())
  UNION ALL SELECT a.path, v.part, CASE v.part WHEN 'title' THEN a.title ELSE a.summary END,
      a.source_id, a.source_line
    FROM article_posted a, (SELECT column1 AS part FROM (VALUES ('title'), ('summary'))) v
  UNION ALL SELECT a.path, 'body_md', l.value, a.source_id, a.body_line + l.key
    FROM article_posted a, json_each('['
      || replace(json_quote(replace(a.body_md, char(92), '/')), char(92) || 'n', '","') || ']') l
  UNION ALL SELECT a.code, v.part, CASE v.part WHEN 'name' THEN a.name WHEN 'address' THEN a.address
      ELSE a.description_md END, g.source_id, g.source_line
    FROM agency_now a JOIN agency g ON g.code = a.code,
      (SELECT column1 AS part FROM (VALUES ('name'), ('address'), ('description_md'))) v
  UNION ALL SELECT r.code, v.part, CASE v.part WHEN 'name' THEN r.name WHEN 'address' THEN r.address
      WHEN 'directions' THEN r.directions ELSE r.note END, r.source_id, r.source_line
    FROM reception_point_now r,
      (SELECT column1 AS part FROM (VALUES ('name'), ('address'), ('directions'), ('note'))) v
  UNION ALL SELECT f.code, v.part, CASE v.part WHEN 'name' THEN f.name ELSE f.description_md END,
      f.source_id, f.source_line
    FROM field f, (SELECT column1 AS part FROM (VALUES ('name'), ('description_md'))) v
  UNION ALL SELECT e.code, v.part, CASE v.part WHEN 'name' THEN e.name WHEN 'summary' THEN e.summary
      ELSE e.description_md END, e.source_id, e.source_line
    FROM life_event e, (SELECT column1 AS part FROM (VALUES ('name'), ('summary'),
      ('description_md'))) v
  UNION ALL SELECT s.code, v.part, CASE v.part WHEN 'name' THEN s.name WHEN 'how_to_book'
      THEN s.how_to_book ELSE s.description_md END, s.source_id, s.source_line
    FROM service_model s, (SELECT column1 AS part FROM (VALUES ('name'), ('how_to_book'),
      ('description_md'))) v)
WHERE text IS NOT NULL;

-- What the office may print of people: numbers without separators, addresses, names.
CREATE VIEW known_contact AS
SELECT group_concat(replace(replace(replace(replace(value, ' ', ''), '.', ''), '-', ''), '+84', '0'), '|')
  || '|' || group_concat(value, '|') AS list
FROM (SELECT value FROM channel UNION ALL SELECT dial FROM channel
  UNION ALL SELECT phone FROM agency UNION ALL SELECT email FROM agency
  UNION ALL SELECT phone FROM reception_point UNION ALL SELECT phone FROM pakn_contact
  UNION ALL SELECT email FROM pakn_contact UNION ALL SELECT phone FROM person WHERE public = 1
  UNION ALL SELECT email FROM person WHERE public = 1
  UNION ALL SELECT name FROM person WHERE public = 1 UNION ALL SELECT signer FROM commitment
  UNION ALL SELECT value FROM setting WHERE key GLOB 'contact.*')
WHERE value IS NOT NULL;
-- The office's own score ---------------------------------------------------------------

-- The groups of posting requirements by their numbers, which are those of the rules. A score counts
-- the posted procedures without an error where rules look at procedures one by one, else the rules
-- without an error or a warning. '' is for rules of the office's own numbering.
CREATE VIEW requirement_group AS
SELECT column1 AS letter, column2 AS first, column3 AS last, column4 AS counts FROM (VALUES
  ('A', 1, 16, 'PROCEDURE'), ('B', 17, 28, 'PROCEDURE'), ('C', 29, 40, 'RULE'), ('D', 41, 48, 'RULE'),
  ('E', 49, 60, 'RULE'), ('F', 61, 70, 'RULE'), ('G', 71, 80, 'PROCEDURE'), ('H', 81, 94, 'RULE'),
  ('I', 95, 99, 'RULE'), ('J', 100, 103, 'RULE'), ('K', 104, 108, 'RULE'), ('', 0, 0, 'RULE'));

CREATE VIEW rule_grouped AS
SELECT r.*, g.letter, g.counts, CASE r.level WHEN 'ERROR' THEN 1 WHEN 'WARNING' THEN 2 ELSE 3 END AS level_order
FROM rule_checked r JOIN requirement_group g
  ON CASE WHEN r.rule GLOB 'NY[0-9][0-9][0-9]*' THEN CAST(substr(r.rule, 3, 3) AS INT) ELSE 0 END
    BETWEEN g.first AND g.last;

-- A finding with the page of what it is about, where that has one. What may show data of a person,
-- or a number that is withheld, keeps its words to itself: file and line say enough.
CREATE VIEW finding_text AS
SELECT f.position, f.rule, nullif(f.object, f.path) AS object, f.path, f.line, f.waived,
  CASE WHEN r.letter NOT IN ('H', 'I') THEN f.message END AS message, f.cure,
  coalesce((SELECT 'thu-tuc/' || p.code_national FROM procedure_posted p WHERE p.code = f.object OR p.code_national = f.object),
    (SELECT 'co-quan/' || a.code FROM agency_now a WHERE a.code = f.object),
    (SELECT 'linh-vuc/' || l.slug FROM field_posted l WHERE l.code = f.object),
    (SELECT 'su-kien/' || e.code FROM life_event e WHERE e.code = f.object),
    (SELECT a.path FROM article_posted a WHERE a.path = f.object)) AS url
FROM finding f JOIN rule_grouped r ON r.rule = f.rule;

-- What decisions of the office's own rank (a ministry's, else the province's) have announced in the
-- year of the build: a row a procedure and decision. announced: whether it was signed early enough
-- before the document it follows takes effect (index of Decision 766/QĐ-TTg, 1.1), in the shortened
-- procedure soon enough after the document was signed (Điều 15); NULL where that day is not known,
-- for which the decision's own effect stands where it is a later day than its signing. public_until:
-- the last day of making it public (1.2). All in working days, as the working paper of the index has it.
CREATE VIEW announced_this_year AS
WITH asked AS (SELECT CASE WHEN (SELECT a.level FROM office_now o JOIN agency a ON a.code = o.agency_code) = 'TW'
    THEN 'MINISTRY' ELSE 'PROVINCE' END AS legal_rank),
item AS (SELECT decision_no, CASE WHEN code GLOB '[0-9].[0-9][0-9][0-9][0-9][0-9][0-9].*' THEN substr(code, 1, 8)
    ELSE code END AS code_national FROM decision_item WHERE change_kind IS NOT 'ABOLISHED'
  UNION SELECT decision_no, code_national FROM posting_in_force)
SELECT i.code_national, d.no AS decision_no, d.signed, d.effective_from,
  CASE WHEN d.shortened THEN d.signed <= working_days_add(d.law_signed, 3)
    ELSE coalesce(d.law_effective_from, CASE WHEN d.effective_from > d.signed THEN d.effective_from END)
      >= working_days_add(d.signed, CASE d.legal_rank WHEN 'MINISTRY' THEN 20 ELSE 5 END) END AS announced,
  working_days_add(d.signed, CASE WHEN d.shortened THEN 2 WHEN d.legal_rank = 'MINISTRY' THEN 10 ELSE 5 END) AS public_until
FROM asked JOIN decision d ON d.legal_rank = asked.legal_rank JOIN item i ON i.decision_no = d.no
WHERE d.signed BETWEEN substr(build_date(), 1, 4) || '-01-01' AND build_date();

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

-- What it had on the day of the build: the board of an earlier day does not know what came later.
CREATE VIEW ledger_known AS
SELECT * FROM ledger WHERE day <= build_date();

-- What is posted now: since when, when it last changed, and its sheet.
CREATE VIEW ledger_now AS
SELECT l.code, substr(l.at, 1, 10) AS since,
  (SELECT substr(max(c.at), 1, 10) FROM ledger_known c
    WHERE c.code = l.code AND c.seq > l.seq AND c.event = 'CHANGED') AS changed,
  (SELECT substr(s.content_sha256, 1, 8) FROM ledger_known s WHERE s.code = l.code
    ORDER BY s.seq DESC LIMIT 1) AS sheet
FROM ledger_known l
WHERE l.event = 'POSTED' AND NOT EXISTS (SELECT 1 FROM ledger_known e
  WHERE e.code = l.code AND e.seq > l.seq AND e.event IN ('POSTED', 'WITHDRAWN'));

-- Posted once, and of today's board and its withdrawn procedures no more, since the data do
-- not have it any longer, or not yet on the day that is looked at: its address stays.
CREATE VIEW ledger_gone AS
SELECT l.code, l.name, max(l.seq) AS seq,
  CASE WHEN l.event = 'WITHDRAWN' THEN substr(l.at, 1, 10) END AS ended_on,
  CASE WHEN l.event = 'WITHDRAWN' THEN l.decision_no END AS ended_by,
  (SELECT min(u.valid_from) FROM procedure_upcoming u WHERE u.code_national = l.code) AS returns_on
FROM ledger l
WHERE l.code NOT IN (SELECT code_national FROM procedure_posted)
  AND l.code NOT IN (SELECT code_national FROM procedure_withdrawn)
GROUP BY l.code;

-- Deadlines ------------------------------------------------------------------------------

-- How many days a deadline gives and of which kind, by the day of the event: the office's table,
-- then what the law is known to say. Negative days stand before the event. Whether the days of D-01 to
-- D-03 are those of the calendar is an open point: the decree says "ngày", the index set of
-- 766/QĐ-TTg counts working days.
CREATE VIEW deadline_rule AS
SELECT id, days, day_kind, legal_doc, valid_from, valid_to FROM deadline_term
UNION ALL
SELECT column1, column2, column3, column4, column5, column6 FROM (VALUES
  ('D-01', -20, 'DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-02', -5, 'DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-03', 3, 'DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-04', 10, 'WORKING_DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-05', 5, 'WORKING_DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-06', 2, 'WORKING_DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-07', 0, 'DAY', '63/2010/NĐ-CP', NULL, '2026-07-01'),
  ('D-07', 0, 'DAY', '224/2026/NĐ-CP', '2026-07-01', NULL),
  ('D-08', 5, 'WORKING_DAY', '104/2016/QH13', '2018-07-01', NULL),
  ('D-09', 30, 'DAY', '104/2016/QH13', '2018-07-01', NULL),
  ('D-10', 15, 'DAY', '104/2016/QH13', '2018-07-01', NULL),
  ('D-11', -7, 'WORKING_DAY', '224/2026/NĐ-CP', '2026-07-01', NULL),
  ('D-12', 0, 'DAY', '63/2010/NĐ-CP', NULL, NULL),
  ('D-13', -1, 'DAY', '61/2018/NĐ-CP', NULL, '2025-07-01'),
  ('D-13', -1, 'DAY', '118/2025/NĐ-CP', '2025-07-01', NULL),
  ('D-15', 15, 'WORKING_DAY', '766/QĐ-TTg', NULL, NULL))
WHERE column1 NOT IN (SELECT id FROM deadline_term);

-- When the board began, for what was in force before it did: the ledger's first day, else the
-- earliest that the data tell.
CREATE VIEW board_start AS
SELECT coalesce((SELECT substr(min(at), 1, 10) FROM ledger), (SELECT min(posted_since) FROM procedure)) AS day;

-- What happened, and when what is due was done: a row a deadline. title: words that pages may
-- print; url: the page of the object, where it has one.
CREATE VIEW deadline_event AS
-- The decision itself, against the legal document that it follows.
SELECT CASE WHEN d.shortened THEN 'D-03' WHEN d.legal_rank = 'MINISTRY' THEN 'D-01'
    WHEN d.legal_rank = 'PROVINCE' THEN 'D-02' END AS id,
  d.no AS object, d.no || coalesce(' ' || d.title, '') AS title, NULL AS url,
  iif(d.shortened, d.law_signed, d.law_effective_from) AS event_day, d.signed AS done_day,
  d.source_id, d.source_line
FROM decision d WHERE coalesce(d.law_signed, '') <= build_date()
-- Its entry into the national database: only of those whose deadlines the office follows.
UNION ALL SELECT CASE WHEN d.shortened THEN 'D-06' WHEN d.legal_rank = 'MINISTRY' THEN 'D-04'
    WHEN d.legal_rank = 'PROVINCE' THEN 'D-05' END,
  d.no, d.no || coalesce(' ' || d.title, ''), NULL, d.signed, d.db_published, d.source_id, d.source_line
FROM decision d WHERE d.signed <= build_date()
  AND coalesce(d.db_published, d.law_effective_from, d.law_signed) IS NOT NULL
-- A version on the board on the day it comes into force: the ledger knows since when it is there;
-- without one the earliest posted_since of its code.
UNION ALL SELECT 'D-07', code, name, CASE WHEN begins <= build_date() THEN 'thu-tuc/' || code_national END,
  begins, posted, source_id, source_line
FROM (SELECT p.code, p.code_national, p.name, p.source_id, p.source_line,
    coalesce(p.valid_from, (SELECT min(d.effective_from) FROM decision d
      WHERE d.effective_from >= s.day AND (d.no = p.decision_no OR d.no IN (
        SELECT i.decision_no FROM posting_in_force i WHERE i.code_national = p.code_national)))) AS begins,
    CASE WHEN EXISTS (SELECT 1 FROM ledger)
      THEN (SELECT substr(min(l.at), 1, 10) FROM ledger_known l WHERE l.code = p.code_national
        AND l.version = p.version AND l.event <> 'WITHDRAWN')
      ELSE (SELECT min(q.posted_since) FROM procedure q WHERE q.code = p.code) END AS posted, s.day
  FROM procedure p, board_start s
  WHERE p.kind <> 'INTERNAL' AND p.change_kind IS NOT 'ABOLISHED'
    AND (p.valid_to IS NULL OR p.valid_to > build_date()))
WHERE begins >= day AND (begins > build_date() OR posted IS NOT NULL OR EXISTS (SELECT 1 FROM ledger))
-- What has a day of issue and no other term; the correction of a mistake that somebody reported;
-- what is told before an outage. What is not posted yet is known by its day only.
UNION ALL SELECT id, path, iif(is_posted, title, date_vi(day)), iif(is_posted, path, NULL), day,
  iif(draft, NULL, coalesce(posted_from, doc_date)), source_id, source_line
FROM (SELECT a.*, k.id, CASE k.id WHEN 'D-08' THEN a.doc_date WHEN 'D-10' THEN a.reported ELSE a.starts END AS day,
    a.draft = 0 AND coalesce(a.posted_from, a.doc_date, '') <= build_date() AS is_posted
  FROM article a JOIN (SELECT column1 AS id, column2 AS kind FROM (VALUES
    ('D-08', NULL), ('D-10', 'CORRECTION'), ('D-11', 'OUTAGE'))) k ON k.kind IS NULL OR k.kind = a.kind)
WHERE id = 'D-11' OR day <= build_date()
-- Notices stay up; the day on which they are taken down is a plan, and can be mended.
UNION ALL SELECT 'D-09', a.path, a.title, a.path, a.posted_from, a.posted_to, a.source_id, a.source_line
FROM article a
WHERE a.draft = 0 AND a.kind NOT IN ('PAGE', 'OUTAGE') AND a.legal_doc IS NULL AND a.posted_to IS NOT NULL
-- What ends and has nothing after it: off the board on that day. The ledger knows when it went.
UNION ALL SELECT 'D-12', p.code, p.name, 'thu-tuc/' || p.code_national, p.ends,
  (SELECT substr(max(l.at), 1, 10) FROM ledger_known l WHERE l.code = p.code_national
    AND l.event = 'WITHDRAWN' AND NOT EXISTS (SELECT 1 FROM ledger_known n
      WHERE n.code = l.code AND n.seq > l.seq AND n.event = 'POSTED')),
  p.source_id, p.source_line
FROM (SELECT q.*, coalesce(q.valid_to, CASE WHEN q.change_kind = 'ABOLISHED' THEN coalesce(
      (SELECT d.effective_from FROM decision d WHERE d.no = q.decision_no), q.valid_from) END) AS ends
  FROM procedure q WHERE q.kind <> 'INTERNAL') p, board_start s
WHERE p.ends >= s.day
  AND (p.ends > build_date() OR EXISTS (SELECT 1 FROM ledger_known l WHERE l.code = p.code_national))
  AND NOT EXISTS (SELECT 1 FROM procedure n WHERE n.code_national = p.code_national
    AND n.kind <> 'INTERNAL' AND (n.code, n.version) <> (p.code, p.version)
    AND (n.valid_to IS NULL OR n.valid_to > p.ends))
-- The letter for a dossier that will not be ready on its day.
UNION ALL SELECT 'D-13', o.dossier_code, CASE (SELECT value FROM setting WHERE key = 'overdue.codes')
    WHEN 'full' THEN o.dossier_code ELSE mask_code(o.dossier_code) END, 'thong-ke/qua-han', o.due,
  o.apology_sent, o.source_id, o.source_line
FROM overdue_dossier o WHERE coalesce(o.received, '') <= build_date()
-- Complaints that were open when their month closed: the last one that came is due last. There is
-- no record of a single one, so nothing is known of them after that day.
UNION ALL SELECT 'D-15', agency_code || ' ' || channel || ' ' || period_key(period_kind, year, n),
  coalesce((SELECT a.name_short FROM agency_now a WHERE a.code = agency_code), agency_code) || ', '
    || period_vi(period_kind, year, n), NULL, period_to(period_kind, year, n), NULL, source_id, source_line
FROM pakn_stat WHERE open > 0 AND period_kind IN ('MONTH', 'CALENDAR_MONTH')
  AND period_to(period_kind, year, n) < build_date();

-- What had to be done until when, on the day of the build: state is MET or MISSED when it was done,
-- OPEN or OVERDUE when it was not. D-09 is the other way round: not to be done before the day.
CREATE VIEW deadline AS
SELECT id, object, title, url, event_day, due_day, days, day_kind, legal_doc, done_day,
  CASE WHEN id = 'D-09' THEN iif(done_day >= due_day, 'MET', 'MISSED')
    WHEN done_day IS NOT NULL THEN iif(done_day <= due_day, 'MET', 'MISSED')
    ELSE iif(due_day >= build_date(), 'OPEN', 'OVERDUE') END AS state,
  source_id, source_line
FROM (SELECT e.id, e.object, e.title, e.url, e.event_day, r.days, r.day_kind, r.legal_doc,
    CASE r.day_kind WHEN 'WORKING_DAY' THEN working_days_add(e.event_day, r.days)
      ELSE date(e.event_day, r.days || ' days') END AS due_day,
    CASE WHEN e.id = 'D-09' OR e.done_day <= build_date() THEN e.done_day END AS done_day,
    e.source_id, e.source_line
  FROM deadline_event e JOIN deadline_rule r ON r.id = e.id AND e.event_day IS NOT NULL
    AND (r.valid_from IS NULL OR r.valid_from <= e.event_day)
    AND (r.valid_to IS NULL OR r.valid_to > e.event_day))
WHERE id <> 'D-15' OR due_day >= build_date();

-- Everything that has a page -------------------------------------------------------------

-- Fields with the word of their address. The field '' holds the procedures without one.
CREATE VIEW field_address AS
SELECT code, name, position, description_md,
  slug || CASE WHEN n > 1 THEN '-' || n ELSE '' END AS slug
FROM (SELECT *, row_number() OVER (PARTITION BY slug ORDER BY code) AS n
  FROM (SELECT code, name, position, description_md,
      coalesce(nullif(rtrim(substr(slug(address_name), 1, 120), '-'), ''),
        nullif(rtrim(substr(slug(code), 1, 120), '-'), ''), 'linh-vuc') AS slug FROM field
    UNION ALL SELECT '', t('field.none'), NULL, NULL, 'chua-xep-linh-vuc'));

CREATE VIEW field_posted AS
SELECT f.*, c.n FROM field_address f
JOIN (SELECT coalesce(field_code, '') AS code, count(*) AS n FROM procedure_posted GROUP BY 1) c
  ON c.code = f.code;

-- Words of names whose procedures are asked for by these words only: who types "khai sinh" means
-- the first registration. weight: percent that is left of a name's weights.
CREATE VIEW search_aside AS SELECT column1 AS word, column2 AS weight FROM (VALUES
  ('cap lai', 94), ('dang ky lai', 90), ('lai viec', 90), ('thu hoi', 86), ('huy', 88), ('xoa', 90), ('cham dut', 88),
  ('rut', 88), ('dung', 90), ('tam dung', 90), ('mien nhiem', 86), ('sua doi', 94), ('thay doi', 94),
  ('dieu chinh', 94), ('gia han', 94), ('chuyen doi', 92), ('bo sung', 95), ('tra lai', 90), ('giai the', 92),
  ('dinh chi', 86), ('khoi phuc', 90), ('tam vang', 90), ('thoi chien', 86), ('bao cao', 94), ('thong bao', 96),
  ('bo nhiem', 96), ('uy quyen', 95), ('nuoc ngoai', 93), ('co quan dai dien', 90), ('bien gioi', 90),
  ('luu dong', 92), ('bi mat nha nuoc', 88), ('cong an nhan dan', 94), ('cap trung uong', 97),
  ('cap tinh', 99), ('ngoai giao', 90), ('nhap khau', 95), ('chuyen noi', 92), ('nop thay', 92), ('trong quan doi', 92));

-- Names and keywords in the language of the data, in every language (board/translate).
CREATE VIEW procedure_untranslated AS SELECT code, version, name, keywords FROM procedure;

-- What the search finds. favour: percent of its weights that count. What is done no more comes
-- behind what is.
CREATE VIEW search_entry AS
SELECT p.code, p.version, p.code_national, p.name, p.field_name, p.level_name, p.online_name,
  p.agencies, iif(p.popular IS NULL, 100, 110) * iif(p.is_gone, 4, 10) / 10
    * coalesce((SELECT min(w.weight) FROM search_aside w
      WHERE instr(' ' || p.words || ' ', ' ' || w.word || ' ') > 0), 100) / 100 AS favour, p.is_gone
FROM (SELECT q.*, replace(slug((SELECT name FROM procedure_untranslated o WHERE o.code = q.code AND o.version = q.version)), '-', ' ') AS words, f.name AS field_name,
    CASE WHEN q.level IS NOT NULL THEN t('level.' || q.level) END AS level_name,
    CASE WHEN q.online_level IS NOT NULL THEN t('online.' || q.online_level) END AS online_name,
    (SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT a.name FROM posting_in_force s
      JOIN agency_now a ON a.code = s.agency_code
      WHERE s.code_national = q.code_national ORDER BY a.position IS NULL, a.position, a.code)) AS agencies
  FROM (SELECT code, version, code_national, name, level, field_code, online_level, popular, 0 AS is_gone
      FROM procedure_posted
    UNION ALL
    SELECT code, version, code_national, name, level, field_code, online_level, NULL, 1
      FROM procedure_withdrawn) q
  LEFT JOIN field f ON f.code = q.field_code) p;

-- part: 0 name, 1 keywords and codes, 3 life events, 4 results, subjects and cases, 5 papers,
-- 6 field, 7 agencies, 8 numbers of documents, 9 all else (board/search.h).
CREATE VIEW search_text AS
SELECT code, version, 0 AS part, name AS text FROM procedure
UNION ALL SELECT code, version, 1, code || ' ' || code_national || coalesce(' ' || portal_id, '') FROM procedure
UNION ALL SELECT code, version, 1, keywords FROM procedure
UNION ALL SELECT p.code, p.version, 1, o.name || ' ' || coalesce(o.keywords, '') FROM procedure p
  JOIN procedure_untranslated o ON o.code = p.code AND o.version = p.version WHERE instr(p.name, o.name) = 0
UNION ALL SELECT p.code, p.version, 3, e.name || ' ' || coalesce(e.summary, '') FROM procedure p
  JOIN life_event_procedure l ON l.code = p.code_national JOIN life_event e ON e.code = l.event_code
UNION ALL SELECT code, version, 4, name FROM result
UNION ALL SELECT code, version, 4, name FROM subject
UNION ALL SELECT code, version, 4, name FROM dossier_case
UNION ALL SELECT code, version, 5, name || coalesce(' ' || form_ref, '') FROM component
UNION ALL SELECT p.code, p.version, 6, f.name FROM procedure p JOIN field f ON f.code = p.field_code
UNION ALL SELECT code, version, 7, coalesce(executing_agency, '') || ' ' || coalesce(deciding_agency, '')
  || ' ' || coalesce(coordinating_agency, '') FROM procedure
UNION ALL SELECT code, version, 8, decision_no FROM procedure
UNION ALL SELECT code, version, 8, number FROM legal_basis
UNION ALL SELECT code, version, 9, title FROM legal_basis
UNION ALL SELECT code, version, 9, coalesce(summary, '') || ' ' || coalesce(description_md, '') || ' '
  || coalesce(steps_md, '') || ' ' || coalesce(requirements_md, '') || ' ' || coalesce(result_md, '') FROM procedure
UNION ALL SELECT code, version, 9, coalesce(name, '') || ' ' || coalesce(note, '') FROM fee
UNION ALL SELECT code, version, 9, note FROM method;

-- Other pages that the search finds. favour: as of search_entry; what there is much of, less.
CREATE VIEW search_page AS
SELECT 'co-quan/' || code AS url, name, coalesce(address, '') AS text, 100 AS favour FROM agency_now
UNION ALL SELECT 'phi-le-phi', t('nav.fees'), '', 80
UNION ALL SELECT 'phan-anh', t('nav.feedback'), '', 90
UNION ALL SELECT 'thong-bao/index', t('nav.notices'), '', 80
UNION ALL SELECT 'co-quan/index', t('nav.agencies'), '', 80
UNION ALL SELECT 'su-kien/' || code, name, coalesce(summary, ''), 60 FROM life_event_posted
UNION ALL SELECT path, title, coalesce(summary, '') || ' ' || body_md, 80 FROM article_posted
  WHERE kind <> 'REPORT' AND path <> 'phan-anh'
UNION ALL SELECT path, title, '', 70 FROM report_posted WHERE is_here
UNION ALL SELECT url, t('stats_page.title'), t('stats_page.index_about'), 100 FROM figure_address WHERE url = 'thong-ke/index'
UNION ALL SELECT 'thong-ke/' || key, t('stats_page.title') || ' ' || label, '', 80 FROM period_posted
UNION ALL SELECT 'thong-ke/co-quan/' || code, t('stats_page.title') || ': ' || name, '', 70 FROM agency_counted;

-- What the office's people say (data/synonyms.csv); abbreviations, where names write them out,
-- without what stands in brackets.
CREATE VIEW synonym_posted AS
SELECT words, means FROM synonym
UNION ALL SELECT short, substr(long, 1, instr(long || ' (', ' (') - 1) FROM abbreviation;

CREATE VIEW article_posted AS
SELECT a.*, coalesce(a.posted_to <= build_date(), 0) AS ended FROM article a
WHERE a.draft = 0 AND coalesce(a.posted_from, a.doc_date, '') <= build_date();

CREATE VIEW notice_posted AS
SELECT * FROM article_posted WHERE kind NOT IN ('PAGE', 'REPORT');

-- Reports, with the words at their head: the period behind the title; who issues them, under the
-- name of the day. agency: whose figures they give, '' is all. is_here: a document of the office is not
-- half translated: it has a page in the language of the data, in another one where pages/ has it there.
CREATE VIEW report_posted AS
SELECT a.path, t('lang') = (SELECT value FROM setting WHERE key = 'lang') OR EXISTS (SELECT 1 FROM
    article_translation x WHERE x.path = a.path AND x.lang = t('lang')) AS is_here, a.title AS subject, a.title || ' ' || a.label AS title, a.summary, a.posted_from,
  coalesce(a.agency_code, '') AS agency, a.period_kind AS kind, a.period_year AS year, a.period_n AS n,
  a.label, a.day_from, a.day_to, a.doc_no, a.doc_place, a.doc_date, a.addressee, a.recipients,
  a.authority, a.signer_title, a.signer, a.ended, a.body_md, a.body_line, a.source_id,
  coalesce(a.issuer, (SELECT n.name FROM agency_name n WHERE n.agency_code = g.code
      AND (n.valid_from IS NULL OR n.valid_from <= coalesce(a.doc_date, a.day_to))
      AND (n.valid_to IS NULL OR n.valid_to > coalesce(a.doc_date, a.day_to))),
    g.name, (SELECT value FROM setting WHERE key = 'title')) AS issuer,
  coalesce(a.superior, u.name) AS superior
FROM (SELECT *, period_from(period_kind, period_year, period_n) AS day_from,
    period_to(period_kind, period_year, period_n) AS day_to,
    substr(period_vi(period_kind, period_year, period_n), 1,
      instr(period_vi(period_kind, period_year, period_n), ' (') - 1) AS label
  FROM article_posted WHERE kind = 'REPORT') a
LEFT JOIN agency g ON g.code = coalesce(a.agency_code, (SELECT value FROM setting WHERE key = 'agency'))
LEFT JOIN agency u ON u.code = g.parent_code;

-- Pages of figures: periods, agencies in periods, agencies and fields through all of them.
CREATE VIEW figure_address AS
SELECT 'thong-ke/index' AS url WHERE EXISTS (SELECT 1 FROM period_sum) OR EXISTS (SELECT 1 FROM index_score)
  OR EXISTS (SELECT 1 FROM overdue_dossier) OR EXISTS (SELECT 1 FROM commitment) OR EXISTS (SELECT 1 FROM target)
UNION ALL SELECT 'thong-ke/muc-tieu' WHERE EXISTS (SELECT 1 FROM target)
UNION ALL SELECT 'thong-ke/dinh-nghia' WHERE EXISTS (SELECT 1 FROM period_sum) OR EXISTS (SELECT 1 FROM target)
UNION ALL SELECT 'thong-ke/' || key FROM period_posted
UNION ALL SELECT 'thong-ke/' || key || '-xep-hang' FROM period_ranked
UNION ALL SELECT 'thong-ke/' || p.key || '/' || s.agency_code FROM period_posted p JOIN stat s
  ON s.kind = p.kind AND s.year = p.year AND s.n = p.n AND s.field_code = '' AND s.agency_code > ''
UNION ALL SELECT 'thong-ke/co-quan/' || code FROM agency_counted
UNION ALL SELECT 'thong-ke/linh-vuc/' || slug FROM field_address WHERE code <> ''
  AND code IN (SELECT field_code FROM stat WHERE agency_code = '');

CREATE VIEW life_event_posted AS
SELECT e.*, (SELECT count(*) FROM life_event_procedure l
  JOIN procedure_posted p ON p.code_national = l.code WHERE l.event_code = e.code) AS n
FROM life_event e;

-- Old codes, old addresses, codes with an agency's suffix, agencies that have a successor: where
-- each leads, both without extension. What was moved twice leads to where it is now; what the
-- office says goes before what follows from succession. Only those that lead somewhere and do
-- not stand in the way of a page.
CREATE VIEW alias_address AS
WITH RECURSIVE target(url) AS (
    SELECT 'thu-tuc/' || code_national FROM procedure_posted
    UNION SELECT 'thu-tuc/' || code_national FROM procedure_withdrawn
    UNION SELECT 'thu-tuc/' || code FROM ledger_gone
    UNION SELECT 'linh-vuc/' || slug FROM field_posted
    UNION SELECT 'co-quan/' || code FROM agency_now
    UNION SELECT 'su-kien/' || code FROM life_event
    UNION SELECT path FROM article_posted
    UNION SELECT 'bao-cao/ii-06a/' || key FROM period_posted
    UNION SELECT 'bao-cao/index' FROM period_posted
    UNION SELECT url FROM figure_address
    UNION VALUES ('index'), ('a-z'), ('phi-le-phi'), ('phan-anh'), ('linh-vuc/index'),
      ('co-quan/index'), ('su-kien/index'), ('thong-bao/index'), ('mo-hinh/index'), ('du-lieu/index')),
  national(code, code_national) AS (SELECT DISTINCT code, code_national FROM procedure
    WHERE kind <> 'INTERNAL'),
  named(url, leads_to, k) AS (
    SELECT CASE WHEN instr(a.old, '/') OR a.old NOT GLOB '[0-9].[0-9]*' THEN a.old
        ELSE 'thu-tuc/' || a.old END,
      CASE WHEN instr(a.new, '/') THEN a.new
        ELSE coalesce((SELECT 'thu-tuc/' || n.code_national FROM national n WHERE n.code = a.new),
          (SELECT 'thu-tuc/' || n.code_national FROM national n WHERE n.code_national = a.new),
          CASE WHEN a.new GLOB '[0-9].[0-9]*' THEN 'thu-tuc/' || a.new ELSE a.new END) END, 0
    FROM alias a
    UNION
    SELECT 'thu-tuc/' || code, 'thu-tuc/' || code_national, 0 FROM national WHERE code <> code_national
    UNION
    SELECT 'co-quan/' || o.code, 'co-quan/' || s.code, 1 FROM agency o
    JOIN agency s ON instr('; ' || s.succeeds || ';', '; ' || o.code || ';') WHERE o.valid_to <= build_date()),
  hop(url, leads_to, k, hops) AS (
    SELECT url, leads_to, k, 0 FROM named WHERE url NOT IN (SELECT url FROM target)
    UNION
    SELECT h.url, n.leads_to, max(h.k, n.k), h.hops + 1 FROM hop h JOIN named n ON n.url = h.leads_to
    WHERE h.leads_to NOT IN (SELECT url FROM target) AND h.hops < 8)
SELECT url, leads_to FROM (SELECT url, leads_to,
    row_number() OVER (PARTITION BY url ORDER BY k, hops, leads_to) AS choice
  FROM hop WHERE leads_to IN (SELECT url FROM target)) WHERE choice = 1;

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
UNION ALL SELECT path, coalesce(updated, posted_from) FROM article_posted WHERE path <> 'phan-anh'
UNION ALL SELECT url, NULL FROM figure_address
UNION ALL SELECT 'thong-ke/chi-so/index', NULL WHERE EXISTS (SELECT 1 FROM index_component)
UNION ALL SELECT DISTINCT 'thong-ke/chi-so/' || index_code, NULL FROM index_component
UNION ALL SELECT 'thong-ke/chi-so/' || index_code || '/' || key, NULL FROM index_period WHERE units > 1
UNION ALL SELECT 'thong-ke/qua-han', NULL WHERE EXISTS (SELECT 1 FROM overdue_dossier)
UNION ALL SELECT 'thong-ke/cam-ket', NULL WHERE EXISTS (SELECT 1 FROM commitment)
UNION ALL SELECT 'bao-cao/index', NULL WHERE EXISTS (SELECT 1 FROM period_posted)
UNION ALL SELECT 'bao-cao/ii-06a/' || key, NULL FROM period_posted;
