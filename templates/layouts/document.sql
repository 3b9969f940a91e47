-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'css/tokens.css') AS tokens, asset(:root, 'css/document.css') AS document,
  asset(:root, 'icons/lotus.svg') AS icon, asset(:root, 'js/print.js') AS printing;
