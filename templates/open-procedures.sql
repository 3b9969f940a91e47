-- SPDX-License-Identifier: MIT
-- The posted catalogue as data: thu-tuc.csv, a row each; thu-tuc.json, everything.

-- name: pages
SELECT 'du-lieu/thu-tuc' AS url;

-- name: records
SELECT p.code_national, p.code, p.version, p.name, p.kind, p.level, p.field_code, f.name AS field_name,
  p.decision_no, d.signed AS decision_signed, d.effective_from AS decision_effective_from,
  p.executing_agency, p.deciding_agency, p.online_level, p.boundary_scope, p.sets_qty,
  (SELECT group_concat(m.channel_name || ': ' || coalesce(m.time_limit, ''), ' | ')
    FROM (SELECT * FROM method_text WHERE code = p.code AND version = p.version
      ORDER BY channel_order, position) m) AS time_limits,
  coalesce(p.fee_none, (SELECT group_concat(x.title || ': ' || x.amount, ' | ')
    FROM (SELECT title, amount FROM fee_text WHERE code = p.code AND version = p.version
      GROUP BY title, amount ORDER BY min(position)) x)) AS fees,
  (SELECT group_concat(x.name, ' | ') FROM (SELECT name FROM subject
    WHERE code = p.code AND version = p.version ORDER BY position) x) AS subjects,
  (SELECT group_concat(coalesce(x.number, x.title), ' | ') FROM (SELECT number, title FROM legal_basis
    WHERE code = p.code AND version = p.version ORDER BY position) x) AS legal_bases,
  (SELECT group_concat(x.agency_code, ' ') FROM (SELECT DISTINCT agency_code FROM posting_in_force
    WHERE code_national = p.code_national ORDER BY agency_code) x) AS agencies,
  p.portal_url, p.data_date, p.posted_since, p.valid_from, p.valid_to,
  'thu-tuc/' || p.code_national || '.html' AS page
FROM procedure_posted p LEFT JOIN field f ON f.code = p.field_code
LEFT JOIN decision d ON d.no = p.decision_no
ORDER BY p.code_national;

-- name: objects
SELECT row_number() OVER (ORDER BY p.code_national) > 1 AS is_later,
  script_json(json_patch('{}', json_object('code', p.code_national, 'source_code', p.code, 'name', p.name,
    'kind', p.kind, 'level', p.level, 'field_code', p.field_code,
    'field_name', (SELECT name FROM field WHERE code = p.field_code),
    'decision_no', p.decision_no, 'change_kind', p.change_kind, 'supersedes_no', p.supersedes_no,
    'summary', p.summary, 'description_md', p.description_md, 'steps_md', p.steps_md,
    'methods', json((SELECT json_group_array(json_object('channel', m.channel,
        'time_limit_value', m.time_limit_value, 'time_limit_unit', m.time_limit_unit,
        'time_limit_text', m.time_limit_text, 'time_limit_statutory_value', m.time_limit_statutory_value,
        'case', m.case_position, 'note', m.note))
      FROM (SELECT * FROM method WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'fees', json((SELECT json_group_array(json_object('name', m.name, 'type', m.type,
        'amount_vnd', m.amount_vnd, 'formula', m.formula, 'none_reason', m.none_reason, 'unit', m.unit,
        'channel', m.channel, 'agency_code', m.agency_code, 'payment_methods', m.payment_methods,
        'payer', m.payer, 'exemptions', m.exemptions, 'reductions', m.reductions,
        'legal_doc', m.legal_doc, 'note', m.note, 'currency', m.currency,
        'valid_from', m.valid_from, 'valid_to', m.valid_to))
      FROM (SELECT * FROM fee_in_force WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'fee_none', p.fee_none,
    'cases', json((SELECT json_group_array(json_object('position', m.position, 'name', m.name))
      FROM (SELECT * FROM dossier_case WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'components', json((SELECT json_group_array(json_object('case', m.case_position, 'kind', m.kind,
        'name', m.name, 'form_ref', m.form_ref, 'original_qty', m.original_qty, 'copy_qty', m.copy_qty,
        'from_data', m.from_data, 'note', m.note))
      FROM (SELECT * FROM component WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'dossier_none', p.dossier_none, 'sets_qty', p.sets_qty,
    'subjects', json((SELECT json_group_array(m.name)
      FROM (SELECT name FROM subject WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'executing_agency', p.executing_agency, 'deciding_agency', p.deciding_agency,
    'reception_address', p.reception_address, 'delegated_agency', p.delegated_agency,
    'coordinating_agency', p.coordinating_agency,
    'results', json((SELECT json_group_array(json_object('name', m.name, 'electronic', m.electronic))
      FROM (SELECT * FROM result WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'requirements_md', p.requirements_md, 'requirements_none', p.requirements_none,
    'legal_bases', json((SELECT json_group_array(json_object('number', m.number, 'title', m.title,
        'issued', m.issued, 'issuer', m.issuer, 'url', m.url))
      FROM (SELECT * FROM legal_basis WHERE code = p.code AND version = p.version ORDER BY position) m)),
    'online_level', p.online_level, 'boundary_scope', p.boundary_scope, 'portal_url', p.portal_url,
    'agencies', json((SELECT json_group_array(m.agency_code) FROM (SELECT DISTINCT agency_code
      FROM posting_in_force WHERE code_national = p.code_national ORDER BY agency_code) m)),
    'keywords', p.keywords, 'data_date', p.data_date, 'posted_since', p.posted_since,
    'valid_from', p.valid_from, 'valid_to', p.valid_to,
    'page', 'thu-tuc/' || p.code_national || '.html'))) AS object
FROM procedure_posted p ORDER BY p.code_national;
