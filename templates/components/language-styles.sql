-- SPDX-License-Identifier: MIT
-- name: styles
-- one row
-- Only a site in several languages needs them.
SELECT asset(:root, 'css/languages.css') AS languages FROM language WHERE position = 1;
