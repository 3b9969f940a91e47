-- SPDX-License-Identifier: MIT
-- The form of paper sheets (R-29): what is printed by law stands in data, not in a style sheet.

-- name: pages
-- one row
SELECT 'mau' AS url, p.*, t('sheet.continued') AS continued FROM form_profile_now p WHERE :medium = 'in';
