-- SPDX-License-Identifier: MIT
-- The checklist on paper, at a touch screen that has a printer (PR1): a button, and the head of the
-- sheet, which only paper shows. Needs :code_national and :decision_no.

-- name: printer
-- one row
SELECT date_vi((SELECT signed FROM decision WHERE no = :decision_no)) AS signed_day,
  brief || 'thu-tuc/' || :code_national || '.html' AS address,
  qr(home || 'thu-tuc/' || :code_national || '.html', t('qr.page')) AS code
FROM language LEFT JOIN public_home USING (lang)
WHERE lang = :lang AND EXISTS (SELECT 1 FROM device WHERE kind = 'kiosk' AND has_printer);
