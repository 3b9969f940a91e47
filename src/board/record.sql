-- SPDX-License-Identifier: MIT
-- What is posted of each procedure, as JSON: a row a procedure, a column a part.
--
-- The first four columns say which procedure; every further one is a part by its name, and a
-- part is what the ledger compares. A text here is hashed into ledger.csv: when what a column
-- holds changes its form, give it a new name, else every procedure counts as changed by the
-- new program alone. A part that an old line of the ledger does not know is not compared.
--
-- Only what a citizen reads, and only of today: versions, fees and places in force. Left out:
-- day and source of the data, keys, positions (the order counts, its numbers do not), words of
-- the interface. Every list has an order of its own, so that the order of rows in a file does
-- not show. :code is one national code, or NULL for all.
WITH hours AS MATERIALIZED (
    SELECT point_code, json_group_array(json_array(weekdays, time_from, time_to, note)) AS json
    FROM (SELECT * FROM opening_interval ORDER BY point_code, weekdays, time_from)
    GROUP BY point_code),
  point AS MATERIALIZED (
    SELECT r.code, r.agency_code, json_array(r.name, r.address, r.phone, r.directions, r.note,
      json(coalesce(h.json, '[]'))) AS json
    FROM reception_point_now r LEFT JOIN hours h ON h.point_code = r.code ORDER BY r.code),
  place AS MATERIALIZED (
    SELECT agency_code, json_group_array(json(json)) AS json
    FROM (SELECT * FROM point ORDER BY agency_code, code) GROUP BY agency_code)
SELECT p.code_national AS record_code, p.version AS record_version, p.name AS record_name,
  coalesce(p.decision_no, (SELECT min(s.decision_no) FROM posting_in_force s
    WHERE s.code_national = p.code_national)) AS record_decision,

  json_quote(p.name) AS name,

  json_array(p.kind, p.kind_text, p.level, p.level_text,
    (SELECT f.name FROM field f WHERE f.code = p.field_code), p.summary, p.description_md,
    p.keywords, p.publishing_agency, p.db_status) AS about,

  json_quote(p.steps_md) AS steps,

  json_array(p.online_level, p.partial_reason, p.partial_basis, p.portal_url, p.boundary_scope,
    p.boundary_decision_no,
    json((SELECT json_group_array(json_array(m.channel, m.case_no, m.note)) FROM (SELECT m.*,
        (SELECT count(*) FROM dossier_case c WHERE c.code = m.code AND c.version = m.version
          AND c.position <= m.case_position) AS case_no
      FROM method m WHERE m.code = p.code AND m.version = p.version ORDER BY m.position) m))) AS methods,

  json_array(p.sets_qty, p.dossier_none,
    json((SELECT json_group_array(c.name)
      FROM (SELECT name FROM dossier_case WHERE code = p.code AND version = p.version ORDER BY position) c)),
    json((SELECT json_group_array(json_array(o.case_no, o.kind, o.name, o.form_ref, o.original_qty,
        o.copy_qty, o.from_data, o.note)) FROM (SELECT o.*,
        (SELECT count(*) FROM dossier_case c WHERE c.code = o.code AND c.version = o.version
          AND c.position <= o.case_position) AS case_no
      FROM component o WHERE o.code = p.code AND o.version = p.version ORDER BY o.position) o))) AS dossier,

  json_array(
    json((SELECT json_group_array(json_array(m.channel, m.case_no, m.time_limit_value,
        m.time_limit_unit, m.time_limit_text, m.time_limit_statutory_value)) FROM (SELECT m.*,
        (SELECT count(*) FROM dossier_case c WHERE c.code = m.code AND c.version = m.version
          AND c.position <= m.case_position) AS case_no
      FROM method m WHERE m.code = p.code AND m.version = p.version ORDER BY m.position) m)),
    json((SELECT json_group_array(json_array(c.time_limit_value, c.time_limit_unit, c.time_limit_text))
      FROM (SELECT * FROM dossier_case WHERE code = p.code AND version = p.version ORDER BY position) c)))
    AS "limit",

  (SELECT json_group_array(s.name) FROM (SELECT name FROM subject
    WHERE code = p.code AND version = p.version ORDER BY position) s) AS subjects,

  json_array(p.deciding_agency, p.executing_agency, p.delegated_agency, p.coordinating_agency) AS agency,

  json_array(p.result_none, p.result_md,
    json((SELECT json_group_array(json_array(r.name, r.electronic)) FROM (SELECT name, electronic FROM result
      WHERE code = p.code AND version = p.version ORDER BY position) r))) AS result,

  json_array(p.fee_none,
    json((SELECT json_group_array(json_array(f.name, f.type, f.amount_vnd, f.formula, f.none_reason,
        f.unit, f.channel, (SELECT a.name FROM agency_now a WHERE a.code = f.agency_code),
        f.payment_methods, f.payer, f.exemptions, f.reductions, f.legal_doc, f.note, f.currency,
        f.currency_basis, f.valid_from, f.valid_until,
        json((SELECT json_group_array(json_array(x.from_vnd, x.to_vnd, x.base_vnd, x.rate_num, x.rate_den))
          FROM (SELECT * FROM fee_tier WHERE code = f.code AND version = f.version
            AND fee_position = f.position ORDER BY from_vnd) x)),
        json((SELECT json_group_array(json_array(y.kind, y.who, y.percent, y.amount_vnd, y.condition,
            y.legal_doc, y.valid_from, y.valid_until))
          FROM (SELECT kind, who, percent, amount_vnd, condition, legal_doc, valid_from, valid_until
            FROM fee_relief_in_force WHERE code = f.code AND version = f.version
            AND fee_position = f.position ORDER BY position) y))))
      FROM (SELECT * FROM fee_in_force WHERE code = p.code AND version = p.version ORDER BY position) f)))
    AS fees,

  -- A form is its file, not the file's name alone.
  json_array(p.forms_none,
    json((SELECT json_group_array(json_array(c.form_ref, c.title, CASE WHEN c.path IS NOT NULL
        THEN asset_sha256(c.path) END, c.description))
      FROM (SELECT c.form_ref, f.title, f.path, f.description
        FROM component c LEFT JOIN form_file f ON f.ref = c.form_ref
        WHERE c.code = p.code AND c.version = p.version AND c.form_ref IS NOT NULL
        GROUP BY c.form_ref ORDER BY min(c.position)) c))) AS forms,

  json_array(p.requirements_none, p.requirements_md) AS conditions,

  (SELECT json_group_array(json_array(l.number, l.title, l.issued, l.issuer, l.valid_to, l.url))
    FROM (SELECT * FROM legal_basis WHERE code = p.code AND version = p.version ORDER BY position) l) AS law,

  json_array(p.reception_address,
    json((SELECT json_group_array(json_array(s.agency, s.counter, s.local_note_md,
        json(coalesce(CASE WHEN s.point_code IS NULL
            THEN (SELECT x.json FROM place x WHERE x.agency_code = s.agency_code)
            ELSE (SELECT json_array(json(x.json)) FROM point x WHERE x.code = s.point_code) END, '[]'))))
      FROM (SELECT s.*, a.name AS agency FROM posting_in_force s JOIN agency_now a ON a.code = s.agency_code
        WHERE s.code_national = p.code_national
        ORDER BY s.agency_code, s.point_code, s.code, s.valid_from) s))) AS place,

  json_array(p.decision_no, p.change_kind, p.supersedes_no, p.valid_from,
    json((SELECT json_array(d.title, d.issuer, d.signed, d.effective_from)
      FROM decision d WHERE d.no = p.decision_no)),
    json((SELECT json_group_array(json_array(s.decision_no, d.issuer, d.signed, d.effective_from))
      FROM (SELECT DISTINCT decision_no FROM posting_in_force
        WHERE code_national = p.code_national AND decision_no IS NOT NULL ORDER BY decision_no) s
      LEFT JOIN decision d ON d.no = s.decision_no))) AS decision

FROM procedure_posted p
WHERE :code IS NULL OR p.code_national = :code
ORDER BY p.code_national
