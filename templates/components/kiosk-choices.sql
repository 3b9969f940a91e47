-- SPDX-License-Identifier: MIT
-- The cases to choose from, as places of the page. Needs :code and :version.

-- name: choices
-- Heads that are parts of one dossier ("phai nop", "phai xuat trinh") are no cases: all of them count.
SELECT position AS choice, coalesce(rtrim(name, ': '), t('papers.case') || ' ' || position) AS choice_name
FROM case_choice WHERE code = :code AND version = :version ORDER BY position;
