-- SPDX-License-Identifier: MIT
-- Counts of 1 or 2 in sensitive fields are withheld from the sums, and with them what they could
-- be worked out from (R-97). docs/small-cells.md states the rule and proves it.
--
-- Run by board/figures.c after figures.sql, inside its transaction. What is withheld becomes NULL
-- in period_sum, for every page, table and file alike; marks says what stands in its place.

-- The counts of a row by the part they belong to. A part is withheld as a whole; with TOTAL all of
-- them are. In a family one more of one column is one less of another, the total being known.
CREATE TEMP TABLE cell_part (col TEXT PRIMARY KEY, part TEXT, family TEXT) WITHOUT ROWID;
INSERT INTO cell_part VALUES
  ('recv_total', 'TOTAL', NULL), ('recv_new', 'TOTAL', NULL), ('carried_over', 'TOTAL', NULL),
  ('done_total', 'TOTAL', NULL), ('open_total', 'TOTAL', NULL),
  ('recv_online', 'RECV', 'WAY'), ('recv_direct_postal', 'RECV', 'WAY'),
  ('recv_direct', 'RECV', 'DESK'), ('recv_postal', 'RECV', 'DESK'),
  ('done_early', 'DONE', 'DONE'), ('done_on_time', 'DONE', 'DONE'), ('done_late', 'DONE', 'DONE'),
  ('returned', 'DONE', NULL),
  ('open_in_term', 'OPEN', 'OPEN'), ('open_overdue', 'OPEN', 'OPEN'), ('suspended', 'OPEN', NULL);

CREATE TEMP VIEW counted AS
SELECT agency_code, field_code, kind, year, n, months, recv_total AS volume,
  json_object('recv_total', recv_total,
  'recv_new', recv_new, 'carried_over', carried_over, 'done_total', done_total,
  'open_total', open_total, 'recv_online', recv_online, 'recv_direct_postal', recv_direct_postal,
  'recv_direct', recv_direct, 'recv_postal', recv_postal, 'done_early', done_early,
  'done_on_time', done_on_time, 'done_late', done_late, 'returned', returned,
  'open_in_term', open_in_term, 'open_overdue', open_overdue, 'suspended', suspended,
  'apology_due', apology_due, 'apology_sent', apology_sent, 'digit_due', digit_due,
  'digit_done', digit_done, 'results_issued', results_issued, 'results_digital', results_digital,
  'reuse_done', reuse_done, 'fee_dossiers', fee_dossiers, 'paid_online', paid_online,
  'payments', payments, 'payments_cashless', payments_cashless, 'sat_asked', sat_asked,
  'sat_very', sat_very, 'sat_satisfied', sat_satisfied, 'sat_neutral', sat_neutral,
  'sat_unsatisfied', sat_unsatisfied, 'sat_good', sat_good, 'sat_rated', sat_rated,
  'home_booked', home_booked, 'home_done', home_done, 'post_returned', post_returned,
  'adjusted_count', adjusted_count) AS counts
FROM period_sum;
INSERT OR IGNORE INTO cell_part
SELECT j.key, 'OTHER', NULL FROM (SELECT counts FROM counted LIMIT 1) c CROSS JOIN json_each(c.counts) j;

-- The small counts of sensitive fields. That of a longer period is left to its month.
CREATE TEMP TABLE small AS
SELECT c.agency_code, c.field_code, c.kind, c.year, c.n, p.part, p.col
FROM counted c CROSS JOIN json_each(c.counts) j CROSS JOIN cell_part p ON p.col = j.key
WHERE j.value IN (1, 2) AND c.months > 0
  AND c.field_code IN (SELECT code FROM field WHERE sensitive = 1);
CREATE INDEX temp.small_key ON small(kind, year, n, agency_code, field_code, col);
DELETE FROM small WHERE EXISTS (SELECT 1 FROM period_part p CROSS JOIN small m ON m.kind = p.month_kind
    AND m.year = small.year AND m.n = p.month AND m.agency_code = small.agency_code
    AND m.field_code = small.field_code AND m.col = small.col
  WHERE p.kind = small.kind AND p.n = small.n AND p.month_kind <> p.kind);

-- What each agency that has one counts there, and what the others count in sensitive fields.
CREATE TEMP TABLE cell AS
SELECT c.agency_code, c.field_code, c.kind, c.year, c.n, c.volume, c.counts,
  f.sensitive IS 1 AS sensitive,
  row_number() OVER (PARTITION BY c.agency_code, c.kind, c.year, c.n
    ORDER BY f.sensitive IS NOT 1, c.volume DESC, c.field_code) AS place
FROM counted c JOIN (SELECT DISTINCT kind, year, n FROM small) p USING (kind, year, n)
LEFT JOIN field f ON f.code = c.field_code
WHERE c.agency_code <> '' AND c.field_code <> '' AND c.months > 0
  AND (f.sensitive = 1 OR EXISTS (SELECT 1 FROM small m WHERE m.kind = c.kind AND m.year = c.year
    AND m.n = c.n AND m.agency_code = c.agency_code));
CREATE UNIQUE INDEX temp.cell_key ON cell(kind, year, n, field_code, agency_code);
CREATE UNIQUE INDEX temp.cell_place ON cell(kind, year, n, agency_code, place);

-- Rows whose part is plain have "…" only, which says nothing. So are those of fields that are not
-- sensitive; and, here, one of several sensitive fields of an agency, without a small count if there
-- is such; and those with a family of counts below 4, as a 2 among 0, 1 and 2 could be told.
CREATE TEMP TABLE plain (
  agency_code TEXT, field_code TEXT, kind TEXT, year INT, n INT, part TEXT,
  PRIMARY KEY (kind, year, n, agency_code, field_code, part)
) WITHOUT ROWID;
INSERT INTO plain
SELECT agency_code, field_code, kind, year, n, part FROM (
  SELECT c.agency_code, c.field_code, c.kind, c.year, c.n, p.part, count(*) OVER w AS fields,
    row_number() OVER (w ORDER BY EXISTS (SELECT 1 FROM small m
        WHERE m.kind = c.kind AND m.year = c.year AND m.n = c.n AND m.agency_code = c.agency_code
          AND m.field_code = c.field_code AND m.part = p.part), c.volume DESC, c.field_code) AS k
  FROM cell c CROSS JOIN (SELECT DISTINCT part FROM cell_part) p WHERE c.sensitive
  WINDOW w AS (PARTITION BY c.agency_code, c.kind, c.year, c.n, p.part))
WHERE k = 1 AND fields > 1;
INSERT OR IGNORE INTO plain
SELECT c.agency_code, c.field_code, c.kind, c.year, c.n, p.part
FROM cell c CROSS JOIN cell_part p ON p.family IS NOT NULL WHERE c.sensitive
GROUP BY c.agency_code, c.field_code, c.kind, c.year, c.n, p.family HAVING max(c.counts ->> p.col) < 4;
INSERT OR IGNORE INTO plain
SELECT agency_code, field_code, kind, year, n, 'TOTAL' FROM cell c
WHERE sensitive AND volume > 2 AND (min(counts ->> 'recv_new', counts ->> 'done_total') < 4
  OR 3 IN (counts ->> 'carried_over', counts ->> 'open_total', counts ->> 'open_in_term',
    counts ->> 'open_overdue')
  OR EXISTS (SELECT 1 FROM plain x WHERE x.kind = c.kind AND x.year = c.year AND x.n = c.n
    AND x.agency_code = c.agency_code AND x.field_code = c.field_code AND x.part IN ('RECV', 'DONE')));

-- Who can have one more in a column, and one less in another of its family (twin): a row where
-- total, family and marks leave that open.
CREATE TEMP VIEW taker AS
SELECT *, room > 0 AND (is_plain OR count <> 2)
  AND (twin IS NULL OR (twin_count > 0 AND (is_plain OR twin_count <> 3))) AS can
FROM (SELECT c.agency_code, c.field_code, c.kind, c.year, c.n, c.place, p.col, q.col AS twin,
    c.counts ->> p.col AS count, c.counts ->> q.col AS twin_count,
    NOT c.sensitive OR EXISTS (SELECT 1 FROM plain x WHERE x.kind = c.kind AND x.year = c.year
      AND x.n = c.n AND x.agency_code = c.agency_code AND x.field_code = c.field_code
      AND x.part = p.part) AS is_plain,
    CASE p.col WHEN 'returned' THEN (c.counts ->> 'done_total') - (c.counts ->> 'returned')
      WHEN 'suspended' THEN (c.counts ->> 'open_total') - (c.counts ->> 'suspended') ELSE 1 END AS room
  FROM cell c CROSS JOIN cell_part p LEFT JOIN cell_part q ON q.family = p.family AND q.col <> p.col
  WHERE p.part <> 'TOTAL');
-- And who can have a whole dossier more.
CREATE TEMP VIEW whole_taker AS
SELECT c.* FROM cell c WHERE NOT c.sensitive
  OR EXISTS (SELECT 1 FROM plain x WHERE x.kind = c.kind AND x.year = c.year AND x.n = c.n
    AND x.agency_code = c.agency_code AND x.field_code = c.field_code AND x.part = 'TOTAL')
  OR NOT EXISTS (SELECT 1 FROM cell_part p WHERE p.part <> 'OTHER' AND c.counts ->> p.col = 2);

-- Each small count of an agency and the field it could as well belong to: help. A sensitive one
-- before others, a large one before small ones. Where none can take it the totals are withheld too,
-- as it may then be any dossier.
CREATE TEMP TABLE swap AS
SELECT m.agency_code, m.field_code, m.kind, m.year, m.n, m.part, m.col, t.twin, t.help,
  NULL AS other, 1 AS is_forced
FROM small m LEFT JOIN (
  SELECT m.rowid AS id, t.field_code AS help, t.twin, row_number() OVER (PARTITION BY m.rowid
      ORDER BY t.place, t.twin_count DESC, t.twin) AS k
  FROM small m JOIN taker t ON t.kind = m.kind AND t.year = m.year AND t.n = m.n
    AND t.agency_code = m.agency_code AND t.field_code <> m.field_code AND t.col = m.col
  JOIN taker f ON f.kind = m.kind AND f.year = m.year AND f.n = m.n AND f.agency_code = m.agency_code
    AND f.field_code = m.field_code AND f.col = m.col AND f.twin IS t.twin
  WHERE t.place <= 6 AND t.can AND (f.is_plain OR f.twin_count IS NOT 2)) t
  ON t.id = m.rowid AND t.k = 1
WHERE m.agency_code <> '';
UPDATE swap SET part = 'TOTAL', twin = NULL, help = (SELECT g.field_code FROM whole_taker g
    WHERE g.kind = swap.kind AND g.year = swap.year AND g.n = swap.n AND g.agency_code = swap.agency_code
      AND g.field_code <> swap.field_code ORDER BY g.place LIMIT 1)
WHERE help IS NULL;

-- An agency whose only field is sensitive has no other row to hide behind: its own total is
-- withheld, and that of another agency, whose dossier in the same field it might be.
UPDATE swap SET help = '', other = (SELECT g.agency_code FROM whole_taker g
    WHERE g.kind = swap.kind AND g.year = swap.year AND g.n = swap.n AND g.field_code = swap.field_code
      AND g.agency_code <> swap.agency_code ORDER BY g.volume, g.agency_code LIMIT 1)
WHERE help IS NULL;

-- The sums of all agencies need not be withheld where another agency can give to the field what
-- the first one takes from it, and take what that gives: the sums stay what they are. But a sum
-- that is small itself is.
UPDATE swap SET is_forced = CASE WHEN help = '' THEN other IS NULL
    WHEN help NOT IN (SELECT code FROM field WHERE sensitive = 1) THEN 1
    WHEN part = 'TOTAL' THEN NOT EXISTS (SELECT 1 FROM whole_taker f JOIN cell g ON g.kind = f.kind
        AND g.year = f.year AND g.n = f.n AND g.agency_code = f.agency_code AND g.field_code = swap.help
      WHERE f.kind = swap.kind AND f.year = swap.year AND f.n = swap.n
        AND f.agency_code <> swap.agency_code AND f.field_code = swap.field_code
        AND min(g.counts ->> 'recv_new', g.counts ->> 'done_total', g.counts ->> swap.col) > 3)
    ELSE NOT EXISTS (SELECT 1 FROM taker f JOIN cell g ON g.kind = f.kind AND g.year = f.year
        AND g.n = f.n AND g.agency_code = f.agency_code AND g.field_code = swap.help
      WHERE f.kind = swap.kind AND f.year = swap.year AND f.n = swap.n
        AND f.agency_code <> swap.agency_code AND f.field_code = swap.field_code
        AND f.col = swap.col AND f.twin IS swap.twin AND f.can
        AND g.counts ->> swap.col NOT IN (0, 3) AND coalesce(g.counts ->> swap.twin, 0) <> 2) END
  OR EXISTS (SELECT 1 FROM small t WHERE t.agency_code = '' AND t.field_code = swap.field_code
    AND t.kind = swap.kind AND t.year = swap.year AND t.n = swap.n AND t.col = swap.col);

-- What is open at the end of a period is what is carried into the next one; and what is withheld
-- of a month is withheld of every longer period, or the other months would give it away.
CREATE TEMP TABLE moved AS
SELECT DISTINCT agency_code, field_code, kind, year, n, part, help, other, is_forced FROM swap;
INSERT INTO moved
SELECT s.agency_code, s.field_code, s.kind, s.year + (s.n = k.most), s.n % k.most + 1, s.part,
  s.help, s.other, s.is_forced
FROM swap s JOIN (SELECT kind, max(n) AS most FROM period_part GROUP BY kind) k USING (kind)
WHERE s.part = 'TOTAL' AND s.col IN ('open_total', 'open_in_term', 'open_overdue', 'suspended')
UNION SELECT s.agency_code, s.field_code, s.kind, s.year - (s.n = 1), iif(s.n = 1, k.most, s.n - 1),
  s.part, s.help, s.other, s.is_forced
FROM swap s JOIN (SELECT kind, max(n) AS most FROM period_part GROUP BY kind) k USING (kind)
WHERE s.part = 'TOTAL' AND s.col = 'carried_over';
INSERT INTO moved
SELECT DISTINCT m.agency_code, m.field_code, p.kind, m.year, p.n, m.part, m.help, m.other, m.is_forced
FROM moved m JOIN period_part p ON p.month_kind = m.kind AND p.month = m.n AND p.kind <> m.kind;

-- The parts of rows that are withheld: of all agencies in the sensitive fields, of the agency alone
-- in a help that is none; of the sums where they must.
CREATE TEMP TABLE shut (
  agency_code TEXT, field_code TEXT, kind TEXT, year INT, n INT, part TEXT,
  PRIMARY KEY (agency_code, field_code, kind, year, n, part)
) WITHOUT ROWID;
INSERT INTO shut
SELECT s.agency_code, s.field_code, s.kind, s.year, s.n, c.part
FROM (SELECT kind, year, n, part, field_code FROM moved
  UNION SELECT kind, year, n, part, help FROM moved
  WHERE help IN (SELECT code FROM field WHERE sensitive = 1)) c
CROSS JOIN period_sum s ON s.kind = c.kind AND s.year = c.year AND s.n = c.n
  AND s.field_code = c.field_code
WHERE s.agency_code <> '';
INSERT OR IGNORE INTO shut SELECT agency_code, help, kind, year, n, part FROM moved;
INSERT OR IGNORE INTO shut SELECT other, '', kind, year, n, part FROM moved WHERE other IS NOT NULL;
INSERT OR IGNORE INTO shut SELECT '', field_code, kind, year, n, part FROM moved WHERE is_forced;
INSERT OR IGNORE INTO shut SELECT '', help, kind, year, n, part FROM moved WHERE is_forced;

-- What stands there instead: "< 3" for 0, 1 and 2 in the row of an agency and a sensitive field that
-- is not plain; elsewhere "…", in sums too, unless they are those of one agency. And for the rates,
-- which would tell the counts.
CREATE TEMP TABLE hidden AS
SELECT agency_code, field_code, kind, year, n, max(part = 'TOTAL') AS total,
  max(part IN ('TOTAL', 'RECV')) AS recv, max(part IN ('TOTAL', 'DONE')) AS done,
  max(part IN ('TOTAL', 'OPEN')) AS open, max(part IN ('TOTAL', 'OTHER')) AS other
FROM shut GROUP BY 1, 2, 3, 4, 5;
UPDATE period_sum SET marks = (
  SELECT json_group_object(key, mark) FROM (
    SELECT j.key, CASE WHEN j.value < 3 AND p.part <> 'OTHER'
        AND EXISTS (SELECT 1 FROM cell c WHERE c.kind = h.kind AND c.year = h.year AND c.n = h.n
          AND c.field_code = h.field_code AND c.agency_code = h.speaker AND c.sensitive)
        AND NOT EXISTS (SELECT 1 FROM plain x WHERE x.kind = h.kind AND x.year = h.year AND x.n = h.n
          AND x.agency_code = h.speaker AND x.field_code = h.field_code
          AND x.part = iif(h.total, 'TOTAL', p.part))
      THEN '< 3' ELSE '…' END AS mark
    FROM json_each(h.counts) j JOIN cell_part p ON p.col = j.key
    WHERE j.value IS NOT NULL AND CASE p.part WHEN 'TOTAL' THEN h.total WHEN 'RECV' THEN h.recv
      WHEN 'DONE' THEN h.done WHEN 'OPEN' THEN h.open ELSE h.other END
    UNION ALL SELECT i.code, '…' FROM indicator i WHERE CASE i.code WHEN 'on_time_done' THEN h.done
      WHEN 'online' THEN h.recv WHEN 'on_time_766' THEN h.done OR h.open
      WHEN 'apology_cover' THEN h.done OR h.open OR h.other WHEN 'reuse' THEN h.total OR h.other
      ELSE h.other AND i.code NOT IN ('edoc', 'simplify', 'pakn_on_time') END))
FROM (SELECT s.*, c.counts, CASE WHEN s.agency_code <> '' THEN s.agency_code
      ELSE (SELECT max(o.agency_code) FROM period_sum o WHERE o.kind = s.kind AND o.year = s.year
        AND o.n = s.n AND o.field_code = s.field_code AND o.agency_code <> '' HAVING count(*) = 1)
      END AS speaker
  FROM hidden s JOIN counted c USING (agency_code, field_code, kind, year, n)) h
WHERE h.agency_code = period_sum.agency_code AND h.field_code = period_sum.field_code
  AND h.kind = period_sum.kind AND h.year = period_sum.year AND h.n = period_sum.n;
UPDATE period_sum SET
  recv_total = iif(h.total, NULL, period_sum.recv_total),
  recv_new = iif(h.total, NULL, period_sum.recv_new),
  carried_over = iif(h.total, NULL, period_sum.carried_over),
  done_total = iif(h.total, NULL, period_sum.done_total),
  open_total = iif(h.total, NULL, period_sum.open_total),
  recv_online = iif(h.recv, NULL, period_sum.recv_online),
  recv_direct_postal = iif(h.recv, NULL, period_sum.recv_direct_postal),
  recv_direct = iif(h.recv, NULL, period_sum.recv_direct),
  recv_postal = iif(h.recv, NULL, period_sum.recv_postal),
  done_early = iif(h.done, NULL, period_sum.done_early),
  done_on_time = iif(h.done, NULL, period_sum.done_on_time),
  done_late = iif(h.done, NULL, period_sum.done_late),
  returned = iif(h.done, NULL, period_sum.returned),
  open_in_term = iif(h.open, NULL, period_sum.open_in_term),
  open_overdue = iif(h.open, NULL, period_sum.open_overdue),
  suspended = iif(h.open, NULL, period_sum.suspended),
  apology_due = iif(h.other, NULL, period_sum.apology_due),
  apology_sent = iif(h.other, NULL, period_sum.apology_sent),
  digit_due = iif(h.other, NULL, period_sum.digit_due),
  digit_done = iif(h.other, NULL, period_sum.digit_done),
  results_issued = iif(h.other, NULL, period_sum.results_issued),
  results_digital = iif(h.other, NULL, period_sum.results_digital),
  reuse_done = iif(h.other, NULL, period_sum.reuse_done),
  fee_dossiers = iif(h.other, NULL, period_sum.fee_dossiers),
  paid_online = iif(h.other, NULL, period_sum.paid_online),
  payments = iif(h.other, NULL, period_sum.payments),
  payments_cashless = iif(h.other, NULL, period_sum.payments_cashless),
  sat_asked = iif(h.other, NULL, period_sum.sat_asked),
  sat_very = iif(h.other, NULL, period_sum.sat_very),
  sat_satisfied = iif(h.other, NULL, period_sum.sat_satisfied),
  sat_neutral = iif(h.other, NULL, period_sum.sat_neutral),
  sat_unsatisfied = iif(h.other, NULL, period_sum.sat_unsatisfied),
  sat_good = iif(h.other, NULL, period_sum.sat_good),
  sat_rated = iif(h.other, NULL, period_sum.sat_rated),
  home_booked = iif(h.other, NULL, period_sum.home_booked),
  home_done = iif(h.other, NULL, period_sum.home_done),
  post_returned = iif(h.other, NULL, period_sum.post_returned),
  adjusted_count = iif(h.other, NULL, period_sum.adjusted_count),
  on_time_done_num = iif(h.done, NULL, period_sum.on_time_done_num),
  on_time_done_den = iif(h.done, NULL, period_sum.on_time_done_den),
  online_num = iif(h.recv, NULL, period_sum.online_num),
  online_den = iif(h.recv, NULL, period_sum.online_den),
  on_time_766_num = iif(h.done OR h.open, NULL, period_sum.on_time_766_num),
  on_time_766_den = iif(h.done OR h.open, NULL, period_sum.on_time_766_den),
  apology_cover_num = iif(h.done OR h.open OR h.other, NULL, period_sum.apology_cover_num),
  apology_cover_den = iif(h.done OR h.open OR h.other, NULL, period_sum.apology_cover_den),
  pay_online_num = iif(h.other, NULL, period_sum.pay_online_num),
  pay_online_den = iif(h.other, NULL, period_sum.pay_online_den),
  cashless_num = iif(h.other, NULL, period_sum.cashless_num),
  cashless_den = iif(h.other, NULL, period_sum.cashless_den),
  digit_num = iif(h.other, NULL, period_sum.digit_num),
  digit_den = iif(h.other, NULL, period_sum.digit_den),
  eresult_num = iif(h.other, NULL, period_sum.eresult_num),
  eresult_den = iif(h.other, NULL, period_sum.eresult_den),
  satisfaction_num = iif(h.other, NULL, period_sum.satisfaction_num),
  satisfaction_den = iif(h.other, NULL, period_sum.satisfaction_den),
  sat_response_num = iif(h.other, NULL, period_sum.sat_response_num),
  sat_response_den = iif(h.other, NULL, period_sum.sat_response_den),
  home_num = iif(h.other, NULL, period_sum.home_num),
  home_den = iif(h.other, NULL, period_sum.home_den),
  post_return_num = iif(h.other, NULL, period_sum.post_return_num),
  post_return_den = iif(h.other, NULL, period_sum.post_return_den),
  reuse_num = iif(h.total OR h.other, NULL, period_sum.reuse_num),
  reuse_den = iif(h.total OR h.other, NULL, period_sum.reuse_den)
FROM hidden h
WHERE h.agency_code = period_sum.agency_code AND h.field_code = period_sum.field_code
  AND h.kind = period_sum.kind AND h.year = period_sum.year AND h.n = period_sum.n;

DROP VIEW temp.taker; DROP VIEW temp.whole_taker; DROP VIEW temp.counted; DROP TABLE temp.cell_part;
DROP TABLE temp.small; DROP TABLE temp.cell; DROP TABLE temp.plain; DROP TABLE temp.swap;
DROP TABLE temp.moved; DROP TABLE temp.shut; DROP TABLE temp.hidden;
