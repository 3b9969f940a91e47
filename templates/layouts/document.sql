-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'css/tokens.css') AS tokens, asset(:root, 'css/fonts.css') AS fonts,
  asset(:root, 'css/document.css') AS document, asset(:root, 'icons/lotus.svg') AS icon,
  asset(:root, 'js/print.js') AS printing;

-- name: head
-- one row
-- Superior agency, office; the name of the state beside them when the form has it (R-34).
SELECT o.superior, f.heading FROM form_profile_now f LEFT JOIN office_now o;
