-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'du-lieu/phi' AS url;

-- name: records
SELECT p.code_national, p.name AS procedure_name, f.position, f.name AS fee_name, f.type, f.amount_vnd,
  f.formula, f.none_reason, f.unit, f.channel, f.agency_code, f.payment_methods, f.payer, f.exemptions,
  f.reductions, f.legal_doc, f.note, f.currency, f.valid_from, f.valid_to
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
ORDER BY p.code_national, f.position;
