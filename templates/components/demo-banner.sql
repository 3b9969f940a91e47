-- SPDX-License-Identifier: MIT
-- name: demo
-- Until the office takes the line `demo:` out of site.yml: its own words, or the theme's.
SELECT CASE WHEN lower(value) IN ('true', '1', 'yes', 'on') THEN t('demo.text') ELSE value END AS demo_text
FROM setting WHERE key = 'demo' AND lower(value) NOT IN ('', 'false', 'no', '0');
