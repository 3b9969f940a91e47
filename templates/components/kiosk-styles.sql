-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'css/fonts.css') AS fonts, asset(:root, 'css/tokens.css') AS tokens,
  asset(:root, 'css/kiosk.css') AS kiosk, asset(:root, 'css/kiosk-print.css') AS print,
  asset(:root, 'icons/lotus.svg') AS icon, asset(:root, 'js/kiosk.js') AS script;
