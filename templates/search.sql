-- SPDX-License-Identifier: MIT
-- The search, on the web and on touch screens. Without script the lists stand here.

-- name: pages
SELECT iif(:medium = 'web', 'tim-kiem', 'tim') AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: files
SELECT asset(:root, 'js/search.js') AS search, asset(:root, 'css/keyboard.css') AS keys,
  asset(:root, 'js/telex.js') AS telex, asset(:root, 'js/keyboard.js') AS keyboard, search_index(:root) AS head,
  (SELECT lang FROM language WHERE position = 0) AS origin;

-- name: fields
SELECT slug, name, num(n) AS n FROM field_posted
ORDER BY position IS NULL, position, name COLLATE vi, code;
