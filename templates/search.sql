-- SPDX-License-Identifier: MIT
-- The search of touch screens. The names are in ten.js; without script the lists stand here.

-- name: pages
SELECT 'tim' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: files
SELECT asset(:root, 'js/kiosk-search.js') AS search, asset(:root, 'css/keyboard.css') AS keys,
  asset(:root, 'js/telex.js') AS telex, asset(:root, 'js/keyboard.js') AS keyboard;

-- name: fields
SELECT slug, name, num(n) AS n FROM field_posted
ORDER BY position IS NULL, position, name COLLATE vi, code;
