-- SPDX-License-Identifier: MIT
-- name: hotlines
-- The number of site.yml, then the office's own hotlines; those of all agencies when the
-- office names none.
WITH office AS (SELECT hotline, agency_code FROM office_now),
  own AS (SELECT c.* FROM contact_text c, office WHERE c.kind = 'HOTLINE' AND c.agency_code = office.agency_code)
SELECT t('contact.hotline_label') AS label, hotline AS value,
  'tel:' || replace(replace(replace(hotline, ' ', ''), '.', ''), '-', '') AS href,
  NULL AS hotline_hours, NULL AS scope, 0 AS source, 0 AS position
FROM office WHERE hotline IS NOT NULL AND NOT EXISTS (SELECT 1 FROM own)
UNION ALL
SELECT label, value, href, hours, scope, 1, coalesce(position, 1000) FROM own
UNION ALL
SELECT label, value, href, hours, scope, 2, coalesce(position, 1000) FROM contact_text
WHERE kind = 'HOTLINE' AND NOT EXISTS (SELECT 1 FROM own) AND (SELECT hotline FROM office) IS NULL
ORDER BY source, position, label, value LIMIT 6;
