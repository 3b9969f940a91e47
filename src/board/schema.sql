-- SPDX-License-Identifier: MIT
-- The tables of an office. Every row that comes from a file keeps source_id (which file)
-- and source_line (1 is the first line of the file).
--
-- The declared type of a column names its domain and with it SQLite's affinity; the loader
-- checks the domain first, so that its message can name the cell, and the CHECKs hold it:
--   TEXT       one line or more, NFC, no control characters
--   WORD_TEXT  the same, words that a translation may take the place of (board/translate)
--   MD_TEXT    Markdown
--   CODE_TEXT  a key
--   DATE_TEXT  YYYY-MM-DD, a day that exists
--   TIME_TEXT  HH:MM
--   INT        an integer; VND_INT integer đồng; BOOL_INT 0 or 1
--   NUMERIC    a decimal number with a point
--   PERIOD_TEXT  a reporting period as addresses have it: 2026-11, 2026-q3, 2026
-- An empty cell is NULL: "not known". "None by law" is a column of its own (*_none).
-- Validity is half open: valid_from <= day < valid_to, NULL is open on that side.
-- Names follow domain terms; docs/glossary.md has the Vietnamese ones.

-- Which files have been loaded, to do nothing when they have not changed.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  size INT NOT NULL, ctime_ns INT NOT NULL, inode INT NOT NULL,
  sha256 TEXT NOT NULL
);

-- Which data/*.csv there may be and the table each fills, in the order of loading.
CREATE TABLE dataset (
  file TEXT PRIMARY KEY,
  table_name TEXT NOT NULL UNIQUE,
  position INT NOT NULL UNIQUE
);
INSERT INTO dataset(position, file, table_name) VALUES
  (1, 'fields', 'field'), (2, 'agencies', 'agency'), (3, 'agency-names', 'agency_name'),
  (4, 'reception-points', 'reception_point'), (5, 'opening-hours', 'opening_interval'),
  (6, 'channels', 'channel'), (7, 'pakn-contacts', 'pakn_contact'), (8, 'people', 'person'),
  (9, 'decisions', 'decision'), (10, 'forms', 'form_file'), (11, 'procedures', 'procedure'),
  (12, 'decision-items', 'decision_item'), (13, 'postings', 'posting'),
  (14, 'methods', 'method'), (15, 'fees', 'fee'), (16, 'fee-tiers', 'fee_tier'),
  (17, 'fee-reliefs', 'fee_relief'), (18, 'dossier-cases', 'dossier_case'),
  (19, 'components', 'component'), (20, 'subjects', 'subject'), (21, 'results', 'result'),
  (22, 'legal-bases', 'legal_basis'), (23, 'life-events', 'life_event'),
  (24, 'life-event-procedures', 'life_event_procedure'), (25, 'service-models', 'service_model'),
  (26, 'service-model-procedures', 'service_model_procedure'), (27, 'aliases', 'alias'),
  (28, 'calendar', 'calendar_day'), (41, 'synonyms', 'synonym'), (29, 'superseded-laws', 'superseded_law'),
  (30, 'dossier-stats', 'dossier_stat'), (31, 'pakn-stats', 'pakn_stat'),
  (32, 'targets', 'target'), (33, 'index-components', 'index_component'),
  (34, 'index-units', 'index_unit'), (35, 'index-scores', 'index_score'),
  (36, 'overdue-dossiers', 'overdue_dossier'), (37, 'commitments', 'commitment'),
  (38, 'form-profiles', 'form_profile');

-- site.yml, flattened: "contact.phone". Lists become "nav.0.url". Templates: site.KEY.
CREATE TABLE setting (
  key TEXT PRIMARY KEY, value TEXT NOT NULL,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

-- Interface texts, flattened likewise. Templates: t.KEY; SQL: t('KEY'). The theme's own
-- have source_id NULL; an office's i18n/*.yml replaces them key by key.
CREATE TABLE text (
  lang TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  source_id INT REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (lang, key)
);

-- pages/**.md: the address is the path without ".md"; front matter gives the columns.
CREATE TABLE article (
  path TEXT PRIMARY KEY CHECK (path NOT GLOB '*[^A-Za-z0-9._/-]*'),
  kind TEXT NOT NULL CHECK (kind IN ('PAGE', 'INFO', 'OUTAGE', 'CORRECTION', 'APOLOGY_SUMMARY', 'CHANGE', 'GUIDE', 'INITIATIVE', 'REPORT')),
  title WORD_TEXT NOT NULL CHECK (title <> ''),
  summary WORD_TEXT,
  posted_from DATE_TEXT CHECK (posted_from IS date(posted_from)),
  posted_to DATE_TEXT CHECK (posted_to IS date(posted_to)),
  updated DATE_TEXT CHECK (updated IS date(updated)),
  legal_doc WORD_TEXT,
  -- Deadlines: first and last day of an outage; the day a mistake was reported, of a correction.
  starts DATE_TEXT CHECK (starts IS date(starts)),
  ends DATE_TEXT CHECK (ends IS date(ends)),
  reported DATE_TEXT CHECK (reported IS date(reported)),
  agency_code CODE_TEXT,
  position INT,
  lang TEXT NOT NULL DEFAULT 'vi',
  draft BOOL_INT NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)),
  -- Of a report. agency_code is whose figures it gives; without one those of all agencies.
  period PERIOD_TEXT,
  issuer WORD_TEXT, superior WORD_TEXT, -- the names at its head; absent: the agency's, its parent's
  doc_no TEXT, doc_place WORD_TEXT,
  doc_date DATE_TEXT CHECK (doc_date IS date(doc_date)),
  addressee TEXT, recipients TEXT,      -- kính gửi, nơi nhận: separated by ;
  authority TEXT, signer_title WORD_TEXT, signer WORD_TEXT, -- "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", the name
  period_kind TEXT GENERATED ALWAYS AS (iif(period LIKE '%-duong-lich', 'CALENDAR_', '')
    || CASE WHEN period LIKE '____-q%' THEN 'QUARTER' WHEN period LIKE '____-6-%' THEN 'HALF'
      WHEN period LIKE '____-9-%' THEN 'NINE_MONTHS' WHEN period GLOB '????-[01]*' THEN 'MONTH'
      WHEN period IS NOT NULL THEN 'YEAR' END) VIRTUAL,
  period_year INT GENERATED ALWAYS AS (CAST(substr(period, 1, 4) AS INT)) VIRTUAL,
  period_n INT GENERATED ALWAYS AS (CASE WHEN period LIKE '____-q%' THEN CAST(substr(period, 7, 1) AS INT)
    WHEN period LIKE '%-cuoi' THEN 2 WHEN period GLOB '????-[01]*' THEN CAST(substr(period, 6, 2) AS INT)
    WHEN period IS NOT NULL THEN 1 END) VIRTUAL,
  body_md MD_TEXT NOT NULL,
  body_line INT NOT NULL,               -- line of the file on which body_md begins
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  CHECK (posted_to IS NULL OR posted_from IS NULL OR posted_from < posted_to),
  CHECK (ends IS NULL OR starts IS NULL OR starts <= ends)
);

-- Beside the first language -------------------------------------------------------------
-- A text of the data in another language. The key is the text itself: one line serves all
-- places where it stands, and a text that changes is without a translation again.
CREATE TABLE translation (              -- bản dịch
  text TEXT NOT NULL CHECK (text <> ''),
  lang CODE_TEXT NOT NULL CHECK (lang <> '' AND lang NOT GLOB '*[^a-z-]*'),
  translation MD_TEXT NOT NULL CHECK (translation <> ''),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (text, lang)
);
INSERT INTO dataset(position, file, table_name) VALUES (80, 'translations', 'translation');

-- pages/NAME.LANG.md beside pages/NAME.md, for the languages of site.yml.
CREATE TABLE article_translation (
  path TEXT NOT NULL, lang CODE_TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''), summary TEXT,
  body_md MD_TEXT NOT NULL, body_line INT NOT NULL,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (path, lang)
);

CREATE TABLE field (                    -- lĩnh vực
  code CODE_TEXT PRIMARY KEY,           -- G15-TP07, or a slug of the name
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  position INT,
  description_md MD_TEXT,
  sensitive BOOL_INT CHECK (sensitive IN (0, 1)), -- small counts are withheld (R-97); NULL: not decided
  address_name TEXT GENERATED ALWAYS AS (name) VIRTUAL, -- what its address is made of: untranslated
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

CREATE TABLE agency (                   -- cơ quan
  code CODE_TEXT PRIMARY KEY CHECK (code NOT GLOB '*[^A-Za-z0-9._-]*' AND code NOT GLOB '.*'),
  name WORD_TEXT NOT NULL CHECK (name <> ''),-- "Sở Y tế tỉnh Đồng Tháp"
  name_short WORD_TEXT,
  parent_code CODE_TEXT REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  level TEXT NOT NULL CHECK (level IN ('TW', 'TINH', 'XA', 'KHAC', 'HUYEN')),
  kind TEXT CHECK (kind IN ('PROVINCE', 'DEPARTMENT', 'COMMUNE', 'ONE_STOP', 'OTHER')),
  province WORD_TEXT, commune WORD_TEXT,
  address WORD_TEXT, phone TEXT, email TEXT, website TEXT,
  description_md MD_TEXT,
  position INT,
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  succeeds TEXT,                        -- codes or names of the agencies it replaced
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to),
  CHECK (level <> 'HUYEN' OR valid_to IS NOT NULL)
);

CREATE TABLE agency_name (              -- names by date; the agency's own name is today's
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  name_short WORD_TEXT,
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (agency_code, valid_from),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);

CREATE TABLE reception_point (          -- điểm tiếp nhận
  code CODE_TEXT PRIMARY KEY,
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  address WORD_TEXT, phone TEXT, directions WORD_TEXT, note WORD_TEXT,
  position INT,
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);
CREATE INDEX reception_point_agency ON reception_point(agency_code);

CREATE TABLE opening_interval (         -- giờ làm việc
  point_code CODE_TEXT NOT NULL REFERENCES reception_point(code) DEFERRABLE INITIALLY DEFERRED,
  weekdays TEXT NOT NULL CHECK (weekdays <> '' AND weekdays NOT GLOB '*[^1-7]*'), -- 1 Monday .. 7 Sunday: "12345"
  time_from TIME_TEXT NOT NULL CHECK (time_from GLOB '[0-2][0-9]:[0-5][0-9]' AND time_from < '24'),
  time_to TIME_TEXT NOT NULL CHECK (time_to GLOB '[0-2][0-9]:[0-5][0-9]' AND time_to <= '24:00'),
  note WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  CHECK (time_from < time_to)
);
CREATE INDEX opening_interval_point ON opening_interval(point_code);

CREATE TABLE channel (                  -- kênh liên hệ
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('HOTLINE', 'WEBSITE', 'PORTAL', 'EMAIL', 'POST', 'SOCIAL', 'APP', 'KIOSK')),
  label WORD_TEXT NOT NULL, value TEXT NOT NULL, dial TEXT, owner WORD_TEXT, hours WORD_TEXT, scope WORD_TEXT,
  position INT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (agency_code, kind, value)
);

CREATE TABLE pakn_contact (             -- nơi tiếp nhận phản ánh, kiến nghị
  agency_code CODE_TEXT PRIMARY KEY REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  office_address WORD_TEXT, postal_address WORD_TEXT, phone TEXT, website TEXT, email TEXT, fax TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

CREATE TABLE person (                   -- only what is published: functional data
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  name WORD_TEXT NOT NULL, title WORD_TEXT, field WORD_TEXT, phone TEXT, email TEXT, counter WORD_TEXT,
  public BOOL_INT NOT NULL DEFAULT 0 CHECK (public IN (0, 1)),
  position INT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (agency_code, name, title)
);

CREATE TABLE decision (                 -- quyết định công bố
  no TEXT PRIMARY KEY,                  -- text: leading zeros count
  title WORD_TEXT, issuer WORD_TEXT,
  signed DATE_TEXT CHECK (signed IS date(signed)),
  effective_from DATE_TEXT CHECK (effective_from IS date(effective_from)),
  legal_rank TEXT CHECK (legal_rank IN ('MINISTRY', 'PROVINCE')),
  -- For its own deadlines: the legal document that it follows, and the national database.
  law_signed DATE_TEXT CHECK (law_signed IS date(law_signed)),
  law_effective_from DATE_TEXT CHECK (law_effective_from IS date(law_effective_from)),
  shortened BOOL_INT NOT NULL DEFAULT 0 CHECK (shortened IN (0, 1)), -- made in the shortened procedure
  db_published DATE_TEXT CHECK (db_published IS date(db_published)),
  file TEXT, url TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

CREATE TABLE form_file (                -- mẫu đơn, tờ khai
  ref TEXT PRIMARY KEY, title WORD_TEXT NOT NULL,
  path TEXT,                            -- under assets/; NULL: known by name only
  description WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

-- One row is one version of one procedure. code is as the source writes it; the address
-- and the key across sources are code_national, which drops an agency's suffix. The
-- grammar of codes is a rule of posting: here a code must only be safe as a file name.
CREATE TABLE procedure (                -- thủ tục hành chính
  code CODE_TEXT NOT NULL CHECK (code <> '' AND code NOT GLOB '*[^A-Za-z0-9._-]*' AND code NOT GLOB '.*' AND length(code) <= 64),
  version INT NOT NULL DEFAULT 1 CHECK (version >= 1),
  code_national TEXT GENERATED ALWAYS AS (CASE
    WHEN code GLOB '[0-9].[0-9][0-9][0-9][0-9][0-9][0-9].*' THEN substr(code, 1, 8)
    ELSE code END) STORED,
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('LAW_DETAILED', 'LAW_NOT_DETAILED', 'SPECIFIC', 'INTERNAL', 'LINKED', 'OTHER')),
  kind_text WORD_TEXT,                  -- the source's own word, when it is not one of ours
  level TEXT CHECK (level IN ('TW', 'TINH', 'XA', 'KHAC', 'HUYEN')), -- the highest when several
  level_text WORD_TEXT,
  field_code CODE_TEXT REFERENCES field(code) DEFERRABLE INITIALLY DEFERRED,
  decision_no TEXT,                     -- ministry's; the province's stands in posting
  change_kind TEXT CHECK (change_kind IN ('NEW', 'AMENDED', 'REPLACED', 'ABOLISHED', 'STANDARDISED', 'SUPPLEMENTED')),
  supersedes_no TEXT,
  successor_code CODE_TEXT,
  steps_md MD_TEXT,                     -- trình tự thực hiện
  sets_qty INT CHECK (sets_qty >= 1),   -- số lượng hồ sơ, bộ
  executing_agency WORD_TEXT, deciding_agency WORD_TEXT, reception_address WORD_TEXT,
  delegated_agency WORD_TEXT, coordinating_agency WORD_TEXT,
  result_md MD_TEXT,                    -- what a source says of results beyond their names
  requirements_md MD_TEXT,
  requirements_none BOOL_INT NOT NULL DEFAULT 0 CHECK (requirements_none IN (0, 1)),
  fee_none WORD_TEXT,                   -- the reason why there is no fee at all, e.g. "Không"
  dossier_none WORD_TEXT,               -- the text that says no paper is required
  forms_none BOOL_INT NOT NULL DEFAULT 0 CHECK (forms_none IN (0, 1)),
  result_none BOOL_INT NOT NULL DEFAULT 0 CHECK (result_none IN (0, 1)),
  keywords WORD_TEXT,                   -- separated by ;
  description_md MD_TEXT,
  online_level TEXT CHECK (online_level IN ('FULL', 'PARTIAL', 'NONE')),
  partial_reason WORD_TEXT, partial_basis WORD_TEXT,
  proactive_level INT CHECK (proactive_level BETWEEN 1 AND 4),
  portal_id TEXT, portal_url TEXT,
  boundary_scope TEXT CHECK (boundary_scope IN ('UNIT', 'PROVINCE', 'NATION')),
  boundary_decision_no TEXT,
  publishing_agency WORD_TEXT, db_status WORD_TEXT,
  popular INT,                          -- rank among the everyday ones, 1 first
  summary WORD_TEXT,                    -- one plain sentence for lists and search engines
  data_date DATE_TEXT CHECK (data_date IS date(data_date)),     -- state of this row's data
  posted_since DATE_TEXT CHECK (posted_since IS date(posted_since)),
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);
CREATE INDEX procedure_national ON procedure(code_national, version);
CREATE INDEX procedure_field ON procedure(field_code);

CREATE TABLE decision_item (            -- a line of a decision's list
  decision_no TEXT NOT NULL REFERENCES decision(no) DEFERRABLE INITIALLY DEFERRED,
  position INT NOT NULL, code CODE_TEXT NOT NULL, name WORD_TEXT,
  change_kind TEXT CHECK (change_kind IN ('NEW', 'AMENDED', 'REPLACED', 'ABOLISHED', 'STANDARDISED', 'SUPPLEMENTED')),
  level TEXT, supersedes_no TEXT, note WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (decision_no, position)
);
CREATE INDEX decision_item_code ON decision_item(code);

CREATE TABLE posting (                  -- an agency posts a procedure: place, local decision, local note
  code CODE_TEXT NOT NULL,              -- procedure.code, all versions
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  point_code CODE_TEXT REFERENCES reception_point(code) DEFERRABLE INITIALLY DEFERRED,
  counter WORD_TEXT,                    -- quầy
  decision_no TEXT,                     -- the province's decision
  local_note_md MD_TEXT,                -- hướng dẫn thêm của cơ quan
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (code, agency_code, point_code, valid_from),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);
CREATE INDEX posting_agency ON posting(agency_code, code);

-- The parts of a procedure's version. position orders them and is unique within.

CREATE TABLE method (                   -- cách thức thực hiện
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL,
  case_position INT,                    -- dossier_case, NULL: all cases
  channel TEXT NOT NULL CHECK (channel IN ('DIRECT', 'ONLINE', 'POSTAL', 'OTHER')),
  time_limit_value NUMERIC CHECK (time_limit_value > 0),
  time_limit_unit TEXT CHECK (time_limit_unit IN ('WORKING_DAY', 'DAY', 'HOUR', 'MONTH', 'YEAR', 'OTHER')),
  time_limit_text WORD_TEXT,            -- the source's words, when number and unit do not say all
  time_limit_statutory_value NUMERIC CHECK (time_limit_statutory_value > 0),
  note WORD_TEXT,
  time_limit_written TEXT GENERATED ALWAYS AS (time_limit_text) VIRTUAL, -- untranslated: words are looked for in it
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED,
  CHECK ((time_limit_value IS NULL) OR (time_limit_unit IS NOT NULL))
);

-- A fee is an integer of đồng, a formula (tiers or words), or a stated reason why there is none.
CREATE TABLE fee (                      -- phí, lệ phí
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL,
  name WORD_TEXT,
  type TEXT CHECK (type IN ('PHI', 'LE_PHI', 'KHAC')),
  amount_vnd VND_INT CHECK (typeof(amount_vnd) IN ('integer', 'null') AND amount_vnd >= 0),
  formula TEXT,                         -- words, or "TIERS": see fee_tier
  none_reason WORD_TEXT,                -- "Không", "Miễn phí theo ..."
  unit TEXT,                            -- đồng/hồ sơ, đồng/bản
  channel TEXT CHECK (channel IN ('DIRECT', 'ONLINE', 'POSTAL', 'OTHER')), -- NULL: all
  agency_code CODE_TEXT,                -- a local fee; NULL: everywhere
  payment_methods TEXT,                 -- of CASH TRANSFER POSTAL ONLINE, separated by spaces
  payer WORD_TEXT, exemptions WORD_TEXT, reductions WORD_TEXT, legal_doc WORD_TEXT, note WORD_TEXT,
  currency TEXT, currency_basis TEXT,   -- other than đồng: the amount stands in formula
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED,
  CHECK ((amount_vnd IS NOT NULL) + (formula IS NOT NULL) + (none_reason IS NOT NULL) = 1),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);

CREATE TABLE fee_tier (                 -- mức thu theo bậc: base + rate on the part above from_vnd
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, fee_position INT NOT NULL,
  from_vnd VND_INT NOT NULL CHECK (from_vnd >= 0), to_vnd VND_INT,
  base_vnd VND_INT NOT NULL CHECK (base_vnd >= 0),
  rate_num INT NOT NULL DEFAULT 0 CHECK (rate_num >= 0), rate_den INT NOT NULL DEFAULT 1 CHECK (rate_den > 0),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, fee_position, from_vnd),
  FOREIGN KEY (code, version, fee_position) REFERENCES fee DEFERRABLE INITIALLY DEFERRED,
  CHECK (to_vnd IS NULL OR from_vnd < to_vnd)
);

CREATE TABLE fee_relief (               -- miễn, giảm
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, fee_position INT NOT NULL, position INT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('EXEMPT', 'REDUCE')),
  who WORD_TEXT NOT NULL,               -- group of people
  percent INT CHECK (percent BETWEEN 0 AND 100), amount_vnd VND_INT CHECK (amount_vnd >= 0),
  condition WORD_TEXT, legal_doc WORD_TEXT,
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, fee_position, position),
  FOREIGN KEY (code, version, fee_position) REFERENCES fee DEFERRABLE INITIALLY DEFERRED,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);

CREATE TABLE dossier_case (             -- trường hợp của thành phần hồ sơ
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL,
  name WORD_TEXT, case_code TEXT,
  time_limit_value NUMERIC CHECK (time_limit_value > 0),
  time_limit_unit TEXT CHECK (time_limit_unit IN ('WORKING_DAY', 'DAY', 'HOUR', 'MONTH', 'YEAR', 'OTHER')),
  time_limit_text WORD_TEXT,
  name_written TEXT GENERATED ALWAYS AS (name) VIRTUAL, -- untranslated, as that of method
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE component (                -- giấy tờ trong hồ sơ
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL,
  case_position INT,                    -- dossier_case; NULL: of every case
  kind TEXT NOT NULL DEFAULT 'PAPER' CHECK (kind IN ('PAPER', 'NOTE')), -- NOTE: a remark among the papers, 0 originals, 0 copies
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  form_ref TEXT,
  original_qty INT CHECK (original_qty >= 0), copy_qty INT CHECK (copy_qty >= 0),
  from_data WORD_TEXT,                  -- why the paper need not be brought
  note WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE subject (                  -- đối tượng thực hiện
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL, name WORD_TEXT NOT NULL CHECK (name <> ''),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE result (                   -- kết quả thực hiện
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL, name WORD_TEXT NOT NULL CHECK (name <> ''),
  result_code TEXT, electronic BOOL_INT CHECK (electronic IN (0, 1)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE legal_basis (              -- căn cứ pháp lý
  code CODE_TEXT NOT NULL, version INT NOT NULL DEFAULT 1, position INT NOT NULL,
  number TEXT, title WORD_TEXT,
  issued DATE_TEXT CHECK (issued IS date(issued)), issuer WORD_TEXT,
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)), url TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (code, version, position),
  FOREIGN KEY (code, version) REFERENCES procedure DEFERRABLE INITIALLY DEFERRED,
  CHECK (number IS NOT NULL OR title IS NOT NULL)
);
CREATE INDEX legal_basis_number ON legal_basis(number);

-- The form of paper sheets by date (R-29): the circular that rules it is new and may be replaced.
CREATE TABLE form_profile (             -- mẫu trình bày
  name TEXT NOT NULL CHECK (name <> ''), legal_basis TEXT,
  body_pt NUMERIC NOT NULL DEFAULT 14 CHECK (body_pt BETWEEN 6 AND 40),
  small_pt NUMERIC NOT NULL DEFAULT 11 CHECK (small_pt BETWEEN 6 AND 40),
  top_mm NUMERIC NOT NULL DEFAULT 20 CHECK (top_mm BETWEEN 5 AND 60),
  right_mm NUMERIC NOT NULL DEFAULT 15 CHECK (right_mm BETWEEN 5 AND 60),
  bottom_mm NUMERIC NOT NULL DEFAULT 20 CHECK (bottom_mm BETWEEN 5 AND 60),
  left_mm NUMERIC NOT NULL DEFAULT 30 CHECK (left_mm BETWEEN 5 AND 60),
  heading BOOL_INT NOT NULL DEFAULT 1 CHECK (heading IN (0, 1)), -- Quốc hiệu, Tiêu ngữ at the head
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)),
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (name, valid_from),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);

CREATE TABLE life_event (               -- sự kiện trong đời
  code CODE_TEXT PRIMARY KEY CHECK (code NOT GLOB '*[^A-Za-z0-9._-]*' AND code NOT GLOB '.*'),
  name WORD_TEXT NOT NULL CHECK (name <> ''), summary WORD_TEXT, description_md MD_TEXT, position INT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);
CREATE TABLE life_event_procedure (
  event_code CODE_TEXT NOT NULL REFERENCES life_event(code) DEFERRABLE INITIALLY DEFERRED,
  code CODE_TEXT NOT NULL, position INT NOT NULL DEFAULT 0, note WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (event_code, code)
);
CREATE INDEX life_event_procedure_code ON life_event_procedure(code);

CREATE TABLE service_model (            -- mô hình phục vụ: hẹn giờ tại nhà, bưu chính công ích
  code CODE_TEXT PRIMARY KEY CHECK (code NOT GLOB '*[^A-Za-z0-9._-]*' AND code NOT GLOB '.*'),
  name WORD_TEXT NOT NULL CHECK (name <> ''), description_md MD_TEXT, how_to_book WORD_TEXT, area WORD_TEXT, hours WORD_TEXT, fee WORD_TEXT, position INT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);
CREATE TABLE service_model_procedure (
  model_code CODE_TEXT NOT NULL REFERENCES service_model(code) DEFERRABLE INITIALLY DEFERRED,
  code CODE_TEXT NOT NULL,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (model_code, code)
);
CREATE INDEX service_model_procedure_code ON service_model_procedure(code);

CREATE TABLE alias (                    -- old codes and old addresses
  old TEXT PRIMARY KEY CHECK (old NOT GLOB '*[^A-Za-z0-9._/-]*' AND old NOT GLOB '.*' AND old NOT GLOB '*/.*'), -- a code, or an address without extension
  new TEXT NOT NULL CHECK (new NOT GLOB '*[^A-Za-z0-9._/-]*'),
  note TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

CREATE TABLE synonym (                  -- what people say of what a name calls otherwise
  words TEXT NOT NULL CHECK (words <> ''), -- several between ;
  means TEXT,                           -- in names: several between ;, all that + joins; NULL: words that only ask
  note TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (words, means)
);

CREATE TABLE calendar_day (             -- days that are not what their weekday says
  day DATE_TEXT PRIMARY KEY CHECK (day IS date(day)),
  kind TEXT NOT NULL CHECK (kind IN ('HOLIDAY', 'COMPENSATION_OFF', 'WORKING_SATURDAY')),
  note TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

CREATE TABLE superseded_law (           -- replaced documents
  number TEXT PRIMARY KEY, title TEXT, replaced_by TEXT, valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);

-- How many days a deadline gives, where the office counts otherwise than the view deadline_rule.
CREATE TABLE deadline_term (            -- thời hạn phải làm
  id TEXT NOT NULL CHECK (id IN ('D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06', 'D-07', 'D-08', 'D-09', 'D-10', 'D-11', 'D-12', 'D-13', 'D-15')),
  days INT NOT NULL,                    -- after the event; negative: before it
  day_kind TEXT NOT NULL CHECK (day_kind IN ('DAY', 'WORKING_DAY')),
  legal_doc TEXT,
  valid_from DATE_TEXT CHECK (valid_from IS date(valid_from)), -- for events from this day on
  valid_to DATE_TEXT CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (id, valid_from),
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from < valid_to)
);
INSERT INTO dataset(position, file, table_name) VALUES (40, 'deadline-terms', 'deadline_term');

-- What the office has set aside of the rules' findings, until a day (board/waiver).
CREATE TABLE waiver (                   -- miễn trừ quy tắc
  rule CODE_TEXT NOT NULL,              -- NY071
  object TEXT NOT NULL CHECK (object <> ''),     -- a code, a path, or * for all
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_by TEXT NOT NULL CHECK (decided_by <> ''),
  valid_to DATE_TEXT NOT NULL CHECK (valid_to IS date(valid_to)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  UNIQUE (rule, object)
);
INSERT INTO dataset(position, file, table_name) VALUES (90, 'waivers', 'waiver');

-- What the rules of the data have found at this build, for kiem-tra.html (board/finding); empty
-- unless site.yml has check.page. title: the message without a finding's own words.
CREATE TABLE rule_checked (rule TEXT PRIMARY KEY, level TEXT NOT NULL, title TEXT NOT NULL, basis TEXT);
CREATE TABLE finding (
  position INTEGER PRIMARY KEY, rule TEXT NOT NULL, object TEXT, path TEXT, line INT,
  message TEXT NOT NULL, cure TEXT NOT NULL, waived TEXT -- why it is set aside
);
CREATE INDEX finding_rule ON finding(rule);
CREATE INDEX finding_object ON finding(object);

-- Figures. Counts, never rates: a rate is computed from two of them. An empty cell is "not
-- reported", which is not zero. One row is one agency, one field ('' is all of the agency), one
-- period; a month is enough, longer periods are added up (board/figures.sql). Totals that are
-- left empty are added up from their parts.
CREATE TABLE dossier_stat (             -- form II.06a, and what the agency counts besides
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  field_code CODE_TEXT NOT NULL DEFAULT '',
  period_kind TEXT NOT NULL DEFAULT 'MONTH' CHECK (period_kind IN ('MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR', 'CALENDAR_MONTH', 'CALENDAR_QUARTER', 'CALENDAR_YEAR')),
  year INT NOT NULL CHECK (year BETWEEN 1900 AND 2999), n INT NOT NULL DEFAULT 1 CHECK (n BETWEEN 1 AND 12),
  recv_total INT CHECK (recv_total >= 0),            -- (3) = (4) + (5) + (6)
  recv_online INT CHECK (recv_online >= 0),          -- (4)
  recv_direct INT CHECK (recv_direct >= 0), recv_postal INT CHECK (recv_postal >= 0),
  recv_direct_postal INT CHECK (recv_direct_postal >= 0), -- (5), where the two are not told apart
  carried_over INT CHECK (carried_over >= 0),        -- (6)
  done_total INT CHECK (done_total >= 0),            -- (7) = (8) + (9) + (10)
  done_early INT CHECK (done_early >= 0), done_on_time INT CHECK (done_on_time >= 0), done_late INT CHECK (done_late >= 0),
  returned INT CHECK (returned >= 0),                -- of done_total: refused, stopped or withdrawn
  open_total INT CHECK (open_total >= 0),            -- (11) = (12) + (13)
  open_in_term INT CHECK (open_in_term >= 0), open_overdue INT CHECK (open_overdue >= 0),
  suspended INT CHECK (suspended >= 0),              -- of open_total: waiting for the applicant
  apology_due INT CHECK (apology_due >= 0), apology_sent INT CHECK (apology_sent >= 0),
  digit_due INT CHECK (digit_due >= 0), digit_done INT CHECK (digit_done >= 0), -- dossiers to digitise, digitised
  results_issued INT CHECK (results_issued >= 0), results_digital INT CHECK (results_digital >= 0),
  reuse_done INT CHECK (reuse_done >= 0),            -- dossiers that reuse digitised data
  fee_dossiers INT CHECK (fee_dossiers >= 0), paid_online INT CHECK (paid_online >= 0), -- dossiers with a fee above 0; of these paid online
  payments INT CHECK (payments >= 0), payments_cashless INT CHECK (payments_cashless >= 0), -- transactions
  sat_asked INT CHECK (sat_asked >= 0),
  sat_very INT CHECK (sat_very >= 0), sat_satisfied INT CHECK (sat_satisfied >= 0), sat_neutral INT CHECK (sat_neutral >= 0), sat_unsatisfied INT CHECK (sat_unsatisfied >= 0),
  home_booked INT CHECK (home_booked >= 0), home_done INT CHECK (home_done >= 0),
  post_returned INT CHECK (post_returned >= 0),      -- results sent by post
  procedures_total INT CHECK (procedures_total >= 0), procedures_simplified INT CHECK (procedures_simplified >= 0),
  docs_issued INT CHECK (docs_issued >= 0), docs_signed INT CHECK (docs_signed >= 0),
  adjusted_count INT CHECK (adjusted_count >= 0), adjusted_reason WORD_TEXT, -- moved out of "late" because the software was at fault
  data_asof DATE_TEXT CHECK (data_asof IS date(data_asof)), source_system WORD_TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (agency_code, field_code, period_kind, year, n)
);
CREATE TABLE pakn_stat (                -- phản ánh, kiến nghị by channel
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL CHECK (channel IN ('HOTLINE_1022', 'PORTAL', 'DIRECT', 'WRITTEN', 'OTHER')),
  period_kind TEXT NOT NULL DEFAULT 'MONTH' CHECK (period_kind IN ('MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR', 'CALENDAR_MONTH', 'CALENDAR_QUARTER', 'CALENDAR_YEAR')),
  year INT NOT NULL CHECK (year BETWEEN 1900 AND 2999), n INT NOT NULL DEFAULT 1 CHECK (n BETWEEN 1 AND 12),
  received INT NOT NULL CHECK (received >= 0), about_tthc INT CHECK (about_tthc >= 0),
  answered_on_time INT CHECK (answered_on_time >= 0), late INT CHECK (late >= 0), open INT CHECK (open >= 0),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (agency_code, channel, period_kind, year, n)
);
CREATE TABLE target (                   -- chỉ tiêu; value_num / value_den percent
  indicator TEXT NOT NULL REFERENCES indicator(code) DEFERRABLE INITIALLY DEFERRED,
  year INT NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  scope CODE_TEXT NOT NULL DEFAULT '',  -- an agency; '' is all
  period_kind TEXT NOT NULL DEFAULT '', -- the kind of period it binds: YEAR, MONTH ...; '' is every period of the year
  comparator TEXT NOT NULL DEFAULT '>=' CHECK (comparator IN ('>=', '<=', '=')),
  value_num INT NOT NULL CHECK (value_num >= 0), value_den INT NOT NULL DEFAULT 1 CHECK (value_den > 0), legal_doc TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (indicator, year, scope, period_kind)
);
-- Scores that others give: PAR INDEX, SIPAS, PAPI, PCI, the index set of Quyết định 766/QĐ-TTg.
-- Quoted, never computed. The component '' is the index itself.
CREATE TABLE index_component (
  index_code CODE_TEXT NOT NULL CHECK (index_code NOT GLOB '*[^A-Za-z0-9._-]*' AND index_code NOT GLOB '.*'),
  component CODE_TEXT NOT NULL DEFAULT '', parent CODE_TEXT, -- NULL: right under the index
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  scale_min NUMERIC, scale_max NUMERIC, -- what a score may be; the points that can be had
  full_at_percent NUMERIC,              -- the rate from which on all points are given
  publisher WORD_TEXT, url TEXT, legal_doc WORD_TEXT,
  agency_code CODE_TEXT REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED, in_charge WORD_TEXT, -- who answers for it: agency, title of the person
  position INT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (index_code, component),
  CHECK (scale_min IS NULL OR scale_max IS NULL OR scale_min < scale_max)
);
CREATE TABLE index_unit (               -- whose score it is, where it is no agency of ours
  code CODE_TEXT PRIMARY KEY CHECK (code NOT GLOB '*[^A-Za-z0-9._-]*' AND code NOT GLOB '.*'),
  name WORD_TEXT NOT NULL CHECK (name <> ''),
  is_own BOOL_INT NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)), -- the one this office belongs to
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);
CREATE TABLE index_score (
  index_code CODE_TEXT NOT NULL, component CODE_TEXT NOT NULL DEFAULT '',
  unit_code CODE_TEXT NOT NULL DEFAULT '', -- an agency or an index_unit; '' is the office's own province
  period_kind TEXT NOT NULL DEFAULT 'CALENDAR_YEAR' CHECK (period_kind IN ('MONTH', 'QUARTER', 'HALF', 'NINE_MONTHS', 'YEAR', 'CALENDAR_MONTH', 'CALENDAR_QUARTER', 'CALENDAR_YEAR')),
  year INT NOT NULL CHECK (year BETWEEN 1900 AND 2999), n INT NOT NULL DEFAULT 1 CHECK (n BETWEEN 1 AND 12),
  score NUMERIC, max_score NUMERIC,
  num INT CHECK (num >= 0), den INT CHECK (den >= 0), percent NUMERIC, -- behind the score; percent as the source prints it
  rank INT CHECK (rank >= 1), out_of INT CHECK (out_of >= rank),
  data_asof DATE_TEXT CHECK (data_asof IS date(data_asof)), source_system WORD_TEXT, url TEXT,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (index_code, component, unit_code, period_kind, year, n),
  FOREIGN KEY (index_code, component) REFERENCES index_component(index_code, component) DEFERRABLE INITIALLY DEFERRED
);
-- Dossiers past their day. No column for a person: who looks for a dossier knows its number.
CREATE TABLE overdue_dossier (
  dossier_code TEXT PRIMARY KEY CHECK (dossier_code <> ''),
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  procedure_code CODE_TEXT,
  received DATE_TEXT CHECK (received IS date(received)),
  due DATE_TEXT NOT NULL CHECK (due IS date(due)),
  finished DATE_TEXT CHECK (finished IS date(finished)), -- NULL: still open
  reason TEXT CHECK (reason IN ('COORDINATION', 'STAFF', 'APPRAISAL', 'SYSTEM', 'OTHER')),
  apology_sent DATE_TEXT CHECK (apology_sent IS date(apology_sent)),
  new_due DATE_TEXT CHECK (new_due IS date(new_due)), extension_count INT CHECK (extension_count >= 0),
  data_asof DATE_TEXT NOT NULL CHECK (data_asof IS date(data_asof)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  CHECK (received IS NULL OR received <= due)
);
CREATE TABLE commitment (
  agency_code CODE_TEXT NOT NULL REFERENCES agency(code) DEFERRABLE INITIALLY DEFERRED,
  year INT NOT NULL, position INT NOT NULL DEFAULT 1, text WORD_TEXT NOT NULL, signer WORD_TEXT, title WORD_TEXT, signed DATE_TEXT CHECK (signed IS date(signed)),
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL,
  PRIMARY KEY (agency_code, year, position)
);

-- What figures mean: fixed lists, not data of an office.

-- The indicators, in the order of pages. Names, definitions and the words for numerator and
-- denominator are interface texts: figure.CODE.name, .short, .definition, .num, .den.
CREATE TABLE indicator (
  code TEXT PRIMARY KEY, topic TEXT NOT NULL, position INT NOT NULL UNIQUE
);
INSERT INTO indicator(position, topic, code) VALUES
  (1, 'TIME', 'on_time_done'), (2, 'TIME', 'on_time_766'), (3, 'TIME', 'apology_cover'),
  (4, 'ONLINE', 'online'), (5, 'ONLINE', 'pay_online'), (6, 'ONLINE', 'cashless'),
  (7, 'DIGITAL', 'digit'), (8, 'DIGITAL', 'eresult'), (9, 'DIGITAL', 'reuse'), (10, 'DIGITAL', 'edoc'),
  (11, 'PEOPLE', 'satisfaction'), (12, 'PEOPLE', 'sat_response'), (13, 'PEOPLE', 'pakn_on_time'),
  (14, 'PEOPLE', 'home'), (15, 'PEOPLE', 'post_return'), (16, 'PEOPLE', 'simplify');

-- Which months a period is made of.
CREATE TABLE period_part (
  kind TEXT NOT NULL, n INT NOT NULL, month_kind TEXT NOT NULL, month INT NOT NULL,
  PRIMARY KEY (kind, n, month)
) WITHOUT ROWID;
INSERT INTO period_part(kind, n, month_kind, month)
WITH RECURSIVE m(m) AS (VALUES (1) UNION ALL SELECT m + 1 FROM m WHERE m < 12),
  k(kind, month_kind, len, most) AS (VALUES ('MONTH', 'MONTH', 1, 12), ('QUARTER', 'MONTH', 3, 4),
    ('HALF', 'MONTH', 6, 2), ('NINE_MONTHS', 'MONTH', 9, 1), ('YEAR', 'MONTH', 12, 1),
    ('CALENDAR_MONTH', 'CALENDAR_MONTH', 1, 12), ('CALENDAR_QUARTER', 'CALENDAR_MONTH', 3, 4),
    ('CALENDAR_YEAR', 'CALENDAR_MONTH', 12, 1))
SELECT kind, (m - 1) / len + 1, month_kind, m FROM k, m WHERE (m - 1) / len < most;

-- Worked out after loading by board/figures.sql; nobody writes here by hand.

-- What the sums were worked out from: until which day figures count (nothing of a period that had
-- not closed then), and the files that they rest on as they were.
CREATE TABLE figure_state (day TEXT NOT NULL, cut_day INT NOT NULL, files TEXT NOT NULL);

-- Which month of which agency should have figures and has none.
CREATE TABLE stat_gap (
  month_kind TEXT NOT NULL, year INT NOT NULL, month INT NOT NULL, agency_code TEXT NOT NULL,
  PRIMARY KEY (month_kind, year, month, agency_code)
) WITHOUT ROWID;

-- A row of dossier_stat that does not add up: what is wrong, and the two numbers that differ.
CREATE TABLE stat_fault (
  agency_code TEXT NOT NULL, field_code TEXT NOT NULL, period_kind TEXT NOT NULL, year INT NOT NULL, n INT NOT NULL,
  fault TEXT NOT NULL, -- RECV DIRECT DONE OPEN BALANCE CARRY PART_column FIELDS_column MONTHS_column
  is_grave INT NOT NULL, -- 0: CARRY and apologies: worth a look, no mark on the page
  has INT, wants INT, -- what the whole says, what its parts come to
  source_id INT NOT NULL, source_line INT NOT NULL,
  PRIMARY KEY (agency_code, field_code, period_kind, year, n, fault)
) WITHOUT ROWID;

-- Sums by agency ('' is all), field ('' is all) and period of every kind; views stat and figure
-- show them. A count is NULL when no row knows it, else the sum of those that do. parts of
-- parts_due agency-months have the whole form; faults: rows in it that do not add up. Of an
-- indicator CODE only rows that know both sides are added, CODE_parts agency-months.
CREATE TABLE period_sum (
  agency_code TEXT NOT NULL, field_code TEXT NOT NULL, kind TEXT NOT NULL, year INT NOT NULL, n INT NOT NULL,
  months INT NOT NULL, months_due INT NOT NULL, parts INT NOT NULL, parts_due INT NOT NULL, faults INT NOT NULL,
  recv_total INT, carried_over INT, recv_new INT, recv_online INT, recv_direct INT,
  recv_postal INT, recv_direct_postal INT, done_total INT, done_early INT, done_on_time INT,
  done_late INT, returned INT, apology_due INT, apology_sent INT, digit_due INT, digit_done INT,
  results_issued INT, results_digital INT, reuse_done INT, fee_dossiers INT, paid_online INT,
  payments INT, payments_cashless INT, sat_asked INT, sat_very INT, sat_satisfied INT,
  sat_neutral INT, sat_unsatisfied INT, sat_good INT, sat_rated INT, home_booked INT,
  home_done INT, post_returned INT, procedures_simplified INT, docs_issued INT, docs_signed INT,
  adjusted_count INT, open_total INT, open_in_term INT, open_overdue INT, suspended INT,
  procedures_total INT,
  data_asof TEXT, source_system WORD_TEXT,
  on_time_done_num INT, on_time_done_den INT, on_time_done_parts INT, online_num INT,
  online_den INT, online_parts INT, pay_online_num INT, pay_online_den INT, pay_online_parts INT,
  cashless_num INT, cashless_den INT, cashless_parts INT, digit_num INT, digit_den INT,
  digit_parts INT, eresult_num INT, eresult_den INT, eresult_parts INT, reuse_num INT,
  reuse_den INT, reuse_parts INT, edoc_num INT, edoc_den INT, edoc_parts INT,
  satisfaction_num INT, satisfaction_den INT, satisfaction_parts INT, sat_response_num INT,
  sat_response_den INT, sat_response_parts INT, home_num INT, home_den INT, home_parts INT,
  post_return_num INT, post_return_den INT, post_return_parts INT, on_time_766_num INT,
  on_time_766_den INT, on_time_766_parts INT, apology_cover_num INT, apology_cover_den INT,
  apology_cover_parts INT, simplify_num INT, simplify_den INT, simplify_parts INT,
  pakn_on_time_num INT, pakn_on_time_den INT, pakn_on_time_parts INT, pakn_on_time_due INT,
  marks TEXT, -- JSON: what stands in place of counts and rates that board/withheld.sql made NULL
  PRIMARY KEY (agency_code, field_code, kind, year, n)
) WITHOUT ROWID;

-- What a page asks for all agencies of a period.
CREATE INDEX period_sum_by_period ON period_sum(kind, year, n, field_code);

-- Complaints and suggestions by agency ('' is all), channel ('' is all), period of every kind.
CREATE TABLE pakn (
  agency_code TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, year INT NOT NULL, n INT NOT NULL,
  received INT NOT NULL, about_tthc INT, answered_on_time INT, late INT, open INT, months INT NOT NULL, months_due INT NOT NULL,
  num INT, den INT, parts INT NOT NULL, parts_due INT NOT NULL, -- of the rate pakn_on_time
  PRIMARY KEY (agency_code, channel, kind, year, n)
) WITHOUT ROWID;
-- The ledger: the lines of ledger.csv and, while a board is being published, those to come.
-- board/ledger.h says what each column holds. Lines are only ever added.
CREATE TABLE ledger (                   -- nhật ký niêm yết
  seq INTEGER PRIMARY KEY,
  publication INT NOT NULL,             -- lần niêm yết
  at TEXT NOT NULL,                     -- 2026-11-02T08:15:00+07:00
  day DATE_TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('POSTED', 'CHANGED', 'WITHDRAWN')),
  code CODE_TEXT NOT NULL,              -- procedure.code_national
  version INT NOT NULL, name WORD_TEXT NOT NULL,
  parts TEXT,                           -- names of record.sql, separated by spaces
  decision_no TEXT, content_sha256 TEXT, part_hashes TEXT,
  chain_sha256 TEXT NOT NULL,
  source_id INT NOT NULL REFERENCES source, source_line INT NOT NULL
);
CREATE INDEX ledger_code ON ledger(code, seq);
CREATE INDEX ledger_of_publication ON ledger(publication, seq);

-- Intervals of one thing do not overlap. One trigger per table with intervals.
CREATE TRIGGER procedure_overlap BEFORE INSERT ON procedure BEGIN
  SELECT RAISE(ABORT, 'overlap')
  WHERE EXISTS (SELECT 1 FROM procedure p WHERE p.code = NEW.code
    AND coalesce(p.valid_from, '') < coalesce(NEW.valid_to, '9999') AND coalesce(NEW.valid_from, '') < coalesce(p.valid_to, '9999'));
END;
CREATE TRIGGER agency_name_overlap BEFORE INSERT ON agency_name BEGIN
  SELECT RAISE(ABORT, 'overlap')
  WHERE EXISTS (SELECT 1 FROM agency_name p WHERE p.agency_code = NEW.agency_code
    AND coalesce(p.valid_from, '') < coalesce(NEW.valid_to, '9999') AND coalesce(NEW.valid_from, '') < coalesce(p.valid_to, '9999'));
END;
CREATE TRIGGER posting_overlap BEFORE INSERT ON posting BEGIN
  SELECT RAISE(ABORT, 'overlap')
  WHERE EXISTS (SELECT 1 FROM posting p WHERE p.code = NEW.code AND p.agency_code = NEW.agency_code AND p.point_code IS NEW.point_code
    AND coalesce(p.valid_from, '') < coalesce(NEW.valid_to, '9999') AND coalesce(NEW.valid_from, '') < coalesce(p.valid_to, '9999'));
END;
CREATE TRIGGER deadline_term_overlap BEFORE INSERT ON deadline_term BEGIN
  SELECT RAISE(ABORT, 'overlap')
  WHERE EXISTS (SELECT 1 FROM deadline_term p WHERE p.id = NEW.id
    AND coalesce(p.valid_from, '') < coalesce(NEW.valid_to, '9999') AND coalesce(NEW.valid_from, '') < coalesce(p.valid_to, '9999'));
END;
CREATE TRIGGER opening_interval_overlap BEFORE INSERT ON opening_interval BEGIN
  SELECT RAISE(ABORT, 'overlap')
  WHERE EXISTS (
    WITH RECURSIVE day(d) AS (VALUES (1) UNION ALL SELECT d + 1 FROM day WHERE d < 7)
    SELECT 1 FROM opening_interval p, day WHERE p.point_code = NEW.point_code
      AND instr(p.weekdays, d) AND instr(NEW.weekdays, d)
      AND p.time_from < NEW.time_to AND NEW.time_from < p.time_to);
END;
